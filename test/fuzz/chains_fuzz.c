/*
 * chains_fuzz.c - components, cut people, dominators, lineage and every kind of chain on networks
 * drawn by the fuzzer, against their definition where that takes a few lines, else against what
 * must hold of any result. Bytes: see case.h. The strongest chain itself is graph_fuzz.c's.
 */
#include "case.h"
#include "graph/chains/between.h"
#include "graph/structure/components.h"
#include "graph/structure/cut_people.h"
#include "graph/chains/departure.h"
#include "graph/chains/disjoint.h"
#include "graph/chains/dominators.h"
#include "graph/structure/krackhardt.h"
#include "graph/structure/lineage.h"
#include "graph/chains/ranked.h"
#include "graph/chains/reach.h"

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

	mg_dominators(&c->graph, c->a, dominator);
	for (uint32_t i = 0; i < c->n; i++)
		reached[i] = i == c->a || dominator[i] != MG_NOBODY;
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
						.direction = c->options & 8 ? DIRECTION_IN : DIRECTION_OUT,
						.max_hops = chain.max_hops,
						.by = chain.by};
	Reached *reached;
	bool backward = query.direction == DIRECTION_IN;
	uint32_t count = mg_reach(&query, &reached);
	uint32_t next = 0;

	for (uint32_t i = 0; i < c->n; i++)
	{
		ChainPath path;

		chain.from = backward ? i : c->a;
		chain.to = backward ? c->a : i;
		if (i == c->a || !mg_strongest_chain(&chain, &path))
			continue;
		must(next < count && reached[next].person == i && reached[next].hops == path.hops);
		must(reached[next].via == path.people[backward ? 1 : path.hops - 1]);
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
	host_free_all();
	return 0;
}
