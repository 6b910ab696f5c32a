/*
 * measures_fuzz.c - centrality, structural holes, brokerage, groups and shares on networks drawn by
 * the fuzzer, against their definition where that takes a few lines, else against what must hold of
 * any result. Bytes: see case.h; the shares take those of the ties as doubles.
 */
#include "case.h"
#include "graph/core/alters.h"
#include "graph/centrality/betweenness.h"
#include "graph/groups/brokerage_chance.h"
#include "graph/centrality/closeness.h"
#include "graph/structure/coreness.h"
#include "graph/groups/diversity.h"
#include "graph/holes/holes.h"
#include "graph/groups/mixing.h"
#include "graph/groups/outsight.h"
#include "graph/centrality/pagerank.h"
#include "graph/chains/reach.h"
#include "math/shares.h"

#define GROUPS 3

static bool
near(double a, double b)
{
	return fabs(a - b) <= 1e-9 * (1 + fabs(b));
}

/* ---- centrality ---- */

/* hops[i][j], MOST for none. */
static void
count_hops(const Case *c, uint32_t hops[MOST][MOST])
{
	for (uint32_t i = 0; i < c->n; i++)
	{
		Set seen = UINT32_C(1) << i;
		Set edge = seen;

		for (uint32_t j = 0; j < c->n; j++)
			hops[i][j] = MOST;
		for (uint32_t depth = 0; edge; depth++)
		{
			Set next = 0;

			for (uint32_t j = 0; j < c->n; j++)
				if (has(edge, j))
				{
					hops[i][j] = depth;
					next |= c->out[j];
				}
			edge = next & ~seen;
			seen |= next;
		}
	}
}

static void
check_hops(const Case *c)
{
	Betweenness how = {.max_hops = c->options & 2 ? c->number % 8 : UINT32_MAX,
					   .samples = UINT32_MAX};
	uint32_t hops[MOST][MOST];
	double between[MOST];
	double out[MOST];
	double in[MOST];
	double sum = 0;
	double expected = 0;

	count_hops(c, hops);
	mg_closeness(&c->graph, DIRECTION_OUT, out);
	mg_closeness(&c->graph, DIRECTION_IN, in);
	mg_betweenness(&c->graph, &how, between);
	for (uint32_t i = 0; i < c->n; i++)
	{
		double from = 0;
		double to = 0;

		for (uint32_t j = 0; j < c->n; j++)
		{
			from += i != j && hops[i][j] < MOST ? 1.0 / hops[i][j] : 0;
			to += i != j && hops[j][i] < MOST ? 1.0 / hops[j][i] : 0;
			if (i != j && hops[i][j] < MOST && hops[i][j] <= how.max_hops)
				expected += hops[i][j] - 1;
		}
		must(near(out[i], from) && near(in[i], to) && between[i] >= 0);
		sum += between[i];
	}
	must(near(sum, expected));
	how.weighted = true;
	how.max_hops = UINT32_MAX;
	mg_betweenness(&c->graph, &how, between);
	mg_closeness_weighted(&c->graph, DIRECTION_OUT, out);
	mg_closeness_weighted(&c->graph, DIRECTION_IN, in);
	for (uint32_t i = 0; i < c->n; i++)
	{
		ReachQuery query = {.graph = &c->graph, .person = i, .max_hops = MG_ANY_HOPS};
		Reached *reached;
		uint32_t count = mg_reach(&query, &reached);

		for (sum = 0; count > 0; count--)
			sum += reached[count - 1].strength;
		must(near(out[i], sum) && in[i] >= 0 && between[i] >= 0);
	}
}

static void
check_pagerank(const Case *c)
{
	double damping = c->number / 256.0;
	bool seed[MOST] = {false};
	double rank[MOST];
	double sum = 0;

	seed[c->a] = seed[c->b] = true;
	mg_pagerank(&c->graph, c->options & 8 ? DIRECTION_IN : DIRECTION_OUT, damping,
				c->options & 2 ? seed : NULL, rank);
	for (uint32_t i = 0; i < c->n; i++)
	{
		must(rank[i] >= 0 && rank[i] <= 1 + 1e-9);
		must(!(c->options & 2) || !seed[i] || rank[i] > 0);
		sum += rank[i];
	}
	must(near(sum, 1));
}

/* By peeling: whoever has fewer than k ties within the rest goes, until nobody does. */
static void
check_coreness(const Case *c)
{
	for (int mode = MG_BOTH; mode <= MG_SUPPORTED; mode++)
	{
		uint32_t coreness[MOST];
		Set core = everybody(c);

		mg_coreness(&c->graph, mode, coreness);
		for (uint32_t k = 0; core; k++)
		{
			Set before;

			do
			{
				before = core;
				for (uint32_t i = 0; i < c->n; i++)
				{
					Set row = mode == MG_SUPPORTERS  ? c->in[i]
							  : mode == MG_SUPPORTED ? c->out[i]
													 : c->in[i] | c->out[i];

					if (has(core, i) && size_of(row & core) < k)
						core &= ~(UINT32_C(1) << i);
				}
			} while (core != before);
			for (uint32_t i = 0; i < c->n; i++)
				must((coreness[i] >= k) == has(core, i));
		}
	}
}

/* ---- positions: holes, brokerage ---- */

static void
check_holes(const Case *c)
{
	HolesQuery query = {.graph = &c->graph,
						.context = &c->graph,
						.neighbours = c->options >> 4 & 3,
						.scope = c->options >> 6 & 1};
	HolesFigures figures[MOST];

	mg_holes(&query, figures);
	for (uint32_t i = 0; i < c->n; i++)
	{
		Set rows[] = {c->in[i] | c->out[i], c->in[i], c->out[i], c->in[i] & c->out[i]};
		Set alters = rows[query.neighbours];
		Set left = alters;
		uint32_t clusters = 0;
		uint32_t ties = 0;
		HolesFigures alone;

		for (uint32_t j = 0; j < c->n; j++)
			if (has(alters, j))
				ties += size_of(c->out[j] & alters);
		for (; left; clusters++)
			left &= ~flood(c, c->out, c->in, left & -left, alters);
		must(figures[i].alters == size_of(alters) && figures[i].alter_ties == ties);
		must(figures[i].clusters == clusters);
		must(isnan(figures[i].constraint) == (alters == 0) || figures[i].constraint > 0);
		mg_holes_of(&query, i, &alone);
		must(alone.alters == figures[i].alters && alone.clusters == clusters);
		if (alters == 0)
			continue;
		must(near(alone.effective_size, figures[i].effective_size));
		must(near(alone.constraint, figures[i].constraint));
		must(figures[i].effective_size > 0 &&
			 figures[i].effective_size <= size_of(alters) * (1 + 1e-9));
	}
}

/* The group of a person; GROUPS: unknown. */
static uint32_t
group_of(const Case *c, uint32_t person)
{
	uint32_t draw = (person ^ c->number) % 5;

	return draw == 4 ? GROUPS : draw % GROUPS;
}

static void
label(const Case *c, Labels *labels)
{
	int64_t ids[MOST];
	uint32_t group[MOST];
	uint32_t known = 0;

	for (uint32_t i = 0; i < c->n; i++)
		if (group_of(c, i) < GROUPS)
		{
			ids[known] = i;
			group[known++] = group_of(c, i);
		}
	mg_labels_make(&c->graph, ids, group, known, GROUPS, labels);
	must(labels->known == known);
	for (uint32_t i = 0; i < c->n; i++)
		must(labels->group[i] == group_of(c, i));
}

static void
check_brokerage(const Case *c)
{
	BrokerCounts counts[MOST];
	BrokerChances chances;
	Labels labels;

	label(c, &labels);
	mg_brokerage(&c->graph, &labels, counts);
	mg_broker_chances(&c->graph, &labels, &chances);
	for (uint32_t v = 0; v < c->n; v++)
	{
		int64_t expected = 0;
		int64_t sum = 0;

		for (uint32_t a = 0; a < c->n; a++)
			for (uint32_t b = 0; b < c->n; b++)
				expected += a != b && has(c->out[a], v) && has(c->out[v], b) &&
							!has(c->out[a], b) && group_of(c, a) < GROUPS &&
							group_of(c, b) < GROUPS && group_of(c, v) < GROUPS;
		for (int role = 0; role < BROKER_TOTAL; role++)
			sum += counts[v].role[role];
		must(sum == expected && counts[v].role[BROKER_TOTAL] == expected);
	}
}

/* ---- groups ---- */

static void
check_mixing(const Case *c, const Labels *labels)
{
	MixingTotals totals;
	MixingRows rows;
	EiTest test;
	uint64_t sum = 0;

	mg_mixing_totals(&c->graph, labels, &totals);
	mg_mixing_rows_start(&c->graph, labels, &rows);
	for (uint32_t g = 0; g < GROUPS; g++)
	{
		double coleman = mg_coleman(&totals, labels, g);
		uint64_t out = 0;

		must(isnan(coleman) || (coleman >= -1 && coleman <= 1));
		mg_mixing_row(&rows, g);
		must(rows.count[g] == totals.inside[g]);
		for (uint32_t h = 0; h < GROUPS; h++)
			out += rows.count[h];
		must(out == totals.out[g]);
		sum += out;
	}
	must(sum == totals.ties && totals.within <= totals.ties);
	must(isnan(mg_ei_index(&totals)) == (totals.ties == 0));
	must(isnan(mg_assortativity(&totals, GROUPS)) ||
		 fabs(mg_assortativity(&totals, GROUPS)) <= 1 + 1e-9);
	mg_ei_test(&c->graph, labels, 1 + c->number % 4, c->number, &test);
	must(totals.ties == 0 || (near(test.ei_index, mg_ei_index(&totals)) && test.p_lower > 0 &&
							  test.p_upper > 0 && test.p_lower <= 1 && test.p_upper <= 1));
}

static void
check_groups(const Case *c)
{
	Surroundings around = {.levels_above = 1};
	double level[MOST];
	DiversityScan scan;
	Alters alters;
	Labels labels;

	for (uint32_t i = 0; i < c->n; i++)
		level[i] = i % 3 == 0 ? NAN : (double) (i % 4);
	label(c, &labels);
	check_mixing(c, &labels);
	around.team = around.unit = &labels;
	around.level = level;
	mg_alters_start(&c->graph, c->options >> 4 & 3, &alters);
	mg_diversity_start(&labels, 1, alters.largest, &scan);
	for (uint32_t i = 0; i < c->n; i++)
	{
		Set rows[] = {c->in[i] | c->out[i], c->in[i], c->out[i], c->in[i] & c->out[i]};
		Set seen = 0;
		uint32_t count;
		const uint32_t *row = mg_alters_of(&alters, i, &count);
		Diversity figures;
		Outsight outsight;

		for (uint32_t j = 0; j < count; j++)
			seen |= UINT32_C(1) << row[j];
		must(seen == rows[c->options >> 4 & 3] && count == size_of(seen));
		mg_diversity_count(&scan, &alters, i);
		must(scan.alters == count);
		mg_diversity_figures(&scan, 0, &figures);
		must(figures.known <= count && figures.richness <= figures.known);
		must(figures.known == 0 || (figures.richness > 0 && figures.blau >= 0 && figures.blau < 1));
		must(share_or_nan(figures.simpson) && share_or_nan(figures.same_share));
		must(isnan(figures.ei_index) || near(figures.ei_index, 1 - 2 * figures.same_share));
		mg_outsight_of(&around, i, row, count, &outsight);
		must(share_or_nan(outsight.outside_team));
		must(isnan(outsight.outside_team) || near(outsight.outside_team, 1 - figures.same_share));
		must(outsight.known_team == figures.known && outsight.known_unit == figures.known);
		must(isnan(outsight.known_company) && outsight.known_level <= count);
		must(isnan(outsight.above) || outsight.above <= outsight.known_level);
		must(isnan(outsight.known_above) || outsight.known_above <= outsight.above);
		must(isnan(outsight.above_elsewhere) || outsight.above_elsewhere <= outsight.known_above);
	}
}

/* ---- shares: doubles as they come ---- */

static void
check_shares(const uint8_t *data, size_t size)
{
	double weights[64];
	double order = size > 8 ? data[0] / 32.0 : 1;
	size_t n = 0;
	double hill;

	for (; size >= sizeof(double) && n < 64; data += sizeof(double), size -= sizeof(double))
	{
		memcpy(&weights[n], data, sizeof(double));
		weights[n] = fabs(weights[n]);
		n += weights[n] > 0 && weights[n] < 1e306;
	}
	if (n == 0)
		return;
	hill = mg_shares_hill(weights, n, order);
	must(hill >= 1 && hill <= n);
	must(mg_shares_hill(weights, n, 0) == n &&
		 mg_shares_hill(weights, n, INFINITY) <= hill * (1 + 1e-9));
	must(mg_shares_blau(weights, n) >= 0 && mg_shares_blau(weights, n) <= 1);
	must(share_or_nan(mg_shares_simpson(weights, n)) &&
		 share_or_nan(mg_shares_evenness(weights, n)));
	must(share_or_nan(mg_shares_iqv(weights, n, n)));
	must(mg_shares_shannon(weights, n) >= 0 && mg_shares_shannon(weights, n) <= log((double) n));
	must(mg_shares_divergence(weights, weights, n) == 0);
	must(mg_shares_divergence(weights, weights + n / 2, n - n / 2) >= 0);
	for (size_t i = 0; i < n / 2; i++)
	{
		double other = weights[i];

		weights[i] = weights[n - 1 - i];
		weights[n - 1 - i] = other;
	}
	must(mg_shares_hill(weights, n, order) == hill);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Case c;

	if (!read_case(data, size, &c))
		return 0;
	check_hops(&c);
	check_pagerank(&c);
	check_coreness(&c);
	check_holes(&c);
	check_brokerage(&c);
	check_groups(&c);
	check_shares(data + HEADER, size - HEADER);
	host_free_all();
	return 0;
}
