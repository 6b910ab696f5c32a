/*
 * measures_fuzz.c - every other algorithm of src/graph on networks drawn by the fuzzer, against its
 * definition where that takes a few lines, else against what must hold of any result.
 *
 * Bytes: people, options, three people, a number, then three a tie as in draw.h. Sets of people are
 * the bits of a word.
 */
#include <math.h>
#include <string.h>

#include "draw.h"
#include "graph/alters.h"
#include "graph/between.h"
#include "graph/betweenness.h"
#include "graph/brokerage.h"
#include "graph/closeness.h"
#include "graph/components.h"
#include "graph/coreness.h"
#include "graph/cut_people.h"
#include "graph/departure.h"
#include "graph/disjoint.h"
#include "graph/diversity.h"
#include "graph/dominators.h"
#include "graph/holes.h"
#include "graph/krackhardt.h"
#include "graph/lineage.h"
#include "graph/mixing.h"
#include "graph/outsight.h"
#include "graph/pagerank.h"
#include "graph/ranked.h"
#include "graph/reach.h"
#include "graph/shares.h"

#define HEADER 6
#define GROUPS 3

typedef uint32_t Set;

typedef struct Case
{
	Graph graph;
	uint32_t n;
	uint8_t options;
	uint8_t number;
	uint32_t a;
	uint32_t b;
	uint32_t c;
	Set out[MOST];
	Set in[MOST];
	Set reach[MOST]; /* along the ties, the person among them */
} Case;

static bool
near(double a, double b)
{
	return fabs(a - b) <= 1e-9 * (1 + fabs(b));
}

static bool
has(Set set, uint32_t person)
{
	return set >> person & 1;
}

static uint32_t
size_of(Set set)
{
	return __builtin_popcount(set);
}

/* Whom the people of a set reach by rows, staying within others; themselves among them. */
static Set
flood(const Case *c, const Set *row, const Set *other_row, Set from, Set within)
{
	Set seen = from & within;
	Set before;

	do
	{
		before = seen;
		for (uint32_t i = 0; i < c->n; i++)
			if (has(before, i))
				seen |= (row[i] | (other_row ? other_row[i] : 0)) & within;
	} while (seen != before);
	return seen;
}

static Set
everybody(const Case *c)
{
	return (UINT32_C(1) << c->n) - 1;
}

static bool
read_case(const uint8_t *data, size_t size, Case *c)
{
	if (size < HEADER)
		return false;
	memset(c, 0, sizeof(*c));
	c->n = 1 + data[0] % MOST;
	c->options = data[1];
	c->a = data[2] % c->n;
	c->b = data[3] % c->n;
	c->c = data[4] % c->n;
	c->number = data[5];
	draw_network(c->n, c->options & 1, data + HEADER, size - HEADER, &c->graph);
	mg_graph_add_in_ties(&c->graph);
	for (uint32_t i = 0; i < c->n; i++)
		for (uint32_t tie = c->graph.out_start[i]; tie < c->graph.out_start[i + 1]; tie++)
		{
			c->out[i] |= UINT32_C(1) << c->graph.out_target[tie];
			c->in[c->graph.out_target[tie]] |= UINT32_C(1) << i;
		}
	for (uint32_t i = 0; i < c->n; i++)
		c->reach[i] = flood(c, c->out, NULL, UINT32_C(1) << i, everybody(c));
	return true;
}

/* ---- components, cut people, dominators, lineage, krackhardt ---- */

static void
check_components(const Case *c)
{
	uint32_t weak[MOST];
	uint32_t strong[MOST];
	uint32_t sorted[MOST];
	uint32_t weak_count = mg_weak_components(&c->graph, weak);
	uint32_t strong_count = mg_strong_components(&c->graph, strong);
	uint32_t next_weak = 0;
	uint32_t next_strong = 0;

	must(mg_strong_components_sorted(&c->graph, sorted) == strong_count);
	for (uint32_t i = 0; i < c->n; i++)
	{
		Set joined = flood(c, c->out, c->in, UINT32_C(1) << i, everybody(c));

		must(weak[i] <= next_weak && strong[i] <= next_strong && sorted[i] < strong_count);
		next_weak += weak[i] == next_weak;
		next_strong += strong[i] == next_strong;
		for (uint32_t j = 0; j < c->n; j++)
		{
			bool mutual = has(c->reach[i], j) && has(c->reach[j], i);

			must((weak[i] == weak[j]) == has(joined, j));
			must((strong[i] == strong[j]) == mutual && (sorted[i] == sorted[j]) == mutual);
			must(!has(c->out[i], j) || sorted[i] <= sorted[j]);
		}
	}
	must(next_weak == weak_count && next_strong == strong_count);
}

static void
check_cut_people(const Case *c)
{
	bool cut[MOST];

	mg_cut_people(&c->graph, cut);
	for (uint32_t i = 0; i < c->n; i++)
	{
		Set joined = flood(c, c->out, c->in, UINT32_C(1) << i, everybody(c));
		Set others = joined & ~(UINT32_C(1) << i);
		Set left = flood(c, c->out, c->in, others & -others, others);

		must(cut[i] == (left != others));
	}
}

static void
check_dominators(const Case *c)
{
	uint32_t dominator[MOST];
	bool reached[MOST];
	uint32_t *people;
	uint32_t count;
	Set above[MOST] = {0};

	mg_dominators(&c->graph, c->a, dominator, reached);
	for (uint32_t i = 0; i < c->n; i++)
	{
		uint32_t at = i;

		must(reached[i] == has(c->reach[c->a], i));
		must((dominator[i] == MG_NOBODY) == (!reached[i] || i == c->a));
		for (uint32_t step = 0; reached[i] && at != c->a; step++)
		{
			must(step < c->n);
			at = dominator[at];
			must(at < c->n && reached[at]);
			above[i] |= UINT32_C(1) << at;
		}
	}
	for (uint32_t x = 0; x < c->n; x++)
	{
		Set without =
			flood(c, c->out, NULL, UINT32_C(1) << c->a, everybody(c) & ~(UINT32_C(1) << x));

		for (uint32_t i = 0; i < c->n; i++)
			if (i != x && reached[i])
				must(has(above[i], x) == !has(without, i));
	}
	must(mg_indispensable(&c->graph, c->a, c->b, &people, &count) == reached[c->b]);
	if (!reached[c->b])
		return;
	must(count == size_of(above[c->b] & ~(UINT32_C(1) << c->a)));
	for (uint32_t i = 0; i < count; i++)
		must(has(above[c->b], people[i]) && (i == 0 || dominator[people[i]] == people[i - 1]));
}

static void
check_lineage(const Case *c)
{
	Lineage lineage[MOST];

	mg_lineage(&c->graph, lineage);
	for (uint32_t i = 0; i < c->n; i++)
	{
		Set up = flood(c, c->in, NULL, UINT32_C(1) << i, everybody(c));

		must(lineage[i].descendants == size_of(c->reach[i]) - 1);
		must(lineage[i].ancestors == size_of(up) - 1);
		must(lineage[i].generation <= lineage[i].ancestors);
	}
}

static bool
share_or_nan(double share)
{
	return isnan(share) || (share >= 0 && share <= 1);
}

static void
check_krackhardt(const Case *c)
{
	Krackhardt result;

	mg_krackhardt(&c->graph, &result);
	must(share_or_nan(result.connectedness) && share_or_nan(result.hierarchy));
	must(share_or_nan(result.efficiency) && share_or_nan(result.lubness));
}

/* ---- chains ---- */

static void
check_path(const Case *c, const ChainPath *path, uint32_t from, uint32_t to)
{
	Set seen = 0;

	must(path->hops < c->n && path->people[0] == from && path->people[path->hops] == to);
	for (uint32_t i = 0; i <= path->hops; i++)
	{
		must(path->people[i] < c->n && !has(seen, path->people[i]));
		must(i == 0 || has(c->out[path->people[i - 1]], path->people[i]));
		seen |= UINT32_C(1) << path->people[i];
	}
}

static bool
same_path(const ChainPath *one, const ChainPath *other)
{
	return one->hops == other->hops &&
		   memcmp(one->people, other->people, (one->hops + 1) * sizeof(uint32_t)) == 0;
}

static ChainQuery
query_of(const Case *c, uint32_t from, uint32_t to)
{
	return (ChainQuery){.graph = &c->graph,
						.from = from,
						.to = to,
						.max_hops = c->options & 2 ? c->number % 8 : MG_ANY_HOPS,
						.by = c->options & 4 ? CHAIN_BY_WEAKEST_LINK : CHAIN_BY_PRODUCT};
}

static void
check_ranked(const Case *c)
{
	ChainQuery query = query_of(c, c->a, c->b);
	ChainPath *chains;
	ChainPath best;
	uint32_t k = 1 + c->number % 9;
	uint32_t count;

	query.by = CHAIN_BY_PRODUCT;
	count = mg_ranked_chains(&query, k, &chains);
	must(count <= k && (count > 0) == mg_strongest_chain(&query, &best));
	must(count == 0 || same_path(&chains[0], &best));
	for (uint32_t i = 0; i < count; i++)
	{
		check_path(c, &chains[i], c->a, c->b);
		must(chains[i].hops <= query.max_hops);
		must(i == 0 || mg_path_before(mg_path_length(&c->graph, &chains[i - 1]), &chains[i - 1],
									  mg_path_length(&c->graph, &chains[i]), &chains[i]));
	}
}

static void
check_disjoint(const Case *c)
{
	ChainQuery query = query_of(c, c->a, c->b);
	uint32_t limit = 1 + c->number % 9;
	ChainPath *chains;
	uint32_t count = mg_disjoint_chains(&query, limit, &chains);
	Set used = 0;

	must(count <= limit && (count > 0) == has(c->reach[c->a], c->b));
	for (uint32_t i = 0; i < count; i++)
	{
		check_path(c, &chains[i], c->a, c->b);
		for (uint32_t j = 1; j < chains[i].hops; j++)
		{
			must(!has(used, chains[i].people[j]));
			used |= UINT32_C(1) << chains[i].people[j];
		}
	}
	/* fewer than asked for: somebody stands on every chain past the direct tie, or none is left */
	if (c->a != c->b && count < limit)
		must(count < size_of(c->out[c->a]) + 1 && count < size_of(c->in[c->b]) + 1);
}

typedef struct Found
{
	const Case *c;
	Set pairs[MOST];
} Found;

static void
take_pair(void *state, uint32_t from, uint32_t to, ChainPath *path)
{
	Found *found = state;
	ChainQuery query = query_of(found->c, from, to);
	ChainPath alone;

	must(mg_strongest_chain(&query, &alone) && same_path(path, &alone));
	found->pairs[from] |= UINT32_C(1) << to;
}

static void
check_between(const Case *c)
{
	ChainQuery query = query_of(c, 0, 0);
	uint32_t from[] = {c->a, c->b};
	uint32_t to[MOST];
	Found found = {c, {0}};

	for (uint32_t i = 0; i < c->n; i++)
		to[i] = i;
	mg_chains_between(&query, from, c->a == c->b ? 1 : 2, to, c->n, take_pair, &found);
	for (uint32_t i = 0; i < c->n; i++)
	{
		ChainPath path;

		query.from = c->a;
		query.to = i;
		must(mg_strongest_chain(&query, &path) == has(found.pairs[c->a], i));
	}
}

static void
check_reach(const Case *c)
{
	ChainQuery chain = query_of(c, c->a, 0);
	ReachQuery query = {.graph = &c->graph,
						.person = c->a,
						.backward = c->options & 8,
						.max_hops = chain.max_hops,
						.by = chain.by};
	Reached *reached;
	uint32_t count = mg_reach(&query, &reached);
	uint32_t next = 0;

	for (uint32_t i = 0; i < c->n; i++)
	{
		ChainPath path;

		chain.from = query.backward ? i : c->a;
		chain.to = query.backward ? c->a : i;
		if (i == c->a || !mg_strongest_chain(&chain, &path))
			continue;
		must(next < count && reached[next].person == i && reached[next].hops == path.hops);
		must(reached[next].via == path.people[query.backward ? 1 : path.hops - 1]);
		must(reached[next].strength > 0 && reached[next].strength <= 1);
		next++;
	}
	must(next == count);
}

static void
check_departure(const Case *c)
{
	uint32_t deciders[] = {c->b, c->c};
	Set others = everybody(c) & ~(UINT32_C(1) << c->a);
	Set start = (UINT32_C(1) << c->b | UINT32_C(1) << c->c);
	Set before = flood(c, c->out, NULL, start, everybody(c));
	Set lost = before & others & ~flood(c, c->out, NULL, start, others);
	Impact *impacts;
	uint32_t count = mg_departure_impact(&c->graph, c->a, deciders, 2, &impacts);

	for (uint32_t i = 0; i < count; i++)
	{
		const Impact *impact = &impacts[i];

		must(impact->person != c->a && (i == 0 || impact->person > impacts[i - 1].person));
		must(has(before, impact->person));
		must((impact->hops_after == MG_ANY_HOPS) == has(lost, impact->person));
		lost &= ~(UINT32_C(1) << impact->person);
		if (impact->hops_after != MG_ANY_HOPS)
			must(impact->strength_after <= impact->strength_before);
	}
	must(lost == 0);
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
	for (int mode = CORENESS_SIMPLE; mode <= CORENESS_OUT; mode++)
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
					Set row = mode == CORENESS_IN    ? c->in[i]
							  : mode == CORENESS_OUT ? c->out[i]
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
						.alters = c->options >> 4 & 3,
						.scope = c->options >> 6 & 1};
	HolesFigures figures[MOST];

	mg_holes(&query, figures);
	for (uint32_t i = 0; i < c->n; i++)
	{
		Set rows[] = {c->in[i] | c->out[i], c->in[i], c->out[i], c->in[i] & c->out[i]};
		Set alters = rows[query.alters];
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

static void
check_brokerage(const Case *c)
{
	BrokerCounts counts[MOST];
	BrokerChances chances;
	uint32_t group[MOST];

	for (uint32_t i = 0; i < c->n; i++)
		group[i] = (i ^ c->number) % 5 == 4 ? MG_NOBODY : (i ^ c->number) % 5 % GROUPS;
	mg_brokerage(&c->graph, group, GROUPS, counts);
	mg_broker_chances(&c->graph, group, GROUPS, &chances);
	for (uint32_t v = 0; v < c->n; v++)
	{
		int64_t expected = 0;
		int64_t sum = 0;

		for (uint32_t a = 0; a < c->n; a++)
			for (uint32_t b = 0; b < c->n; b++)
				expected += a != b && has(c->out[a], v) && has(c->out[v], b) &&
							!has(c->out[a], b) && group[a] != MG_NOBODY && group[b] != MG_NOBODY &&
							group[v] != MG_NOBODY;
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
	int64_t ids[MOST];
	uint32_t group[MOST];
	double level[MOST];
	DiversityScan scan;
	Alters alters;
	Labels labels;
	uint32_t known = 0;

	for (uint32_t i = 0; i < c->n; i++)
	{
		level[i] = i % 3 == 0 ? NAN : (double) (i % 4);
		if ((i ^ c->number) % 5 == 4)
			continue;
		ids[known] = i;
		group[known++] = (i ^ c->number) % 5 % GROUPS;
	}
	mg_labels_make(&c->graph, ids, group, known, GROUPS, &labels);
	must(labels.known == known);
	check_mixing(c, &labels);
	around.team = around.unit = &labels;
	around.level = level;
	mg_alters_start(&c->graph, c->options >> 4 & 3, &alters);
	mg_diversity_start(&labels, alters.largest, &scan);
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
		mg_diversity_of(&scan, i, row, count, &figures);
		must(figures.known <= count && figures.richness <= figures.known);
		must(figures.known == 0 || (figures.richness > 0 && figures.blau >= 0 && figures.blau < 1));
		must(share_or_nan(figures.simpson) && share_or_nan(figures.same_share));
		must(isnan(figures.ei_index) || near(figures.ei_index, 1 - 2 * figures.same_share));
		mg_outsight_of(&around, i, row, count, &outsight);
		must(share_or_nan(outsight.outside_team));
		must(isnan(outsight.outside_team) || near(outsight.outside_team, 1 - figures.same_share));
		must(isnan(outsight.above) || outsight.above <= count);
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
	check_components(&c);
	check_cut_people(&c);
	check_dominators(&c);
	check_lineage(&c);
	check_krackhardt(&c);
	check_ranked(&c);
	check_disjoint(&c);
	check_between(&c);
	check_reach(&c);
	check_departure(&c);
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
