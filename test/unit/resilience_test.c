/*
 * resilience_test.c - chains that share nobody, who stands on every chain, departures and lineage,
 * against every simple chain of small random networks, and against each other on larger ones.
 */
#include <stdlib.h>

#include "all_chains.h"
#include "graph/chains/departure.h"
#include "graph/chains/disjoint.h"
#include "graph/chains/dominators.h"
#include "graph/structure/lineage.h"

/* ---- chains that share nobody ---- */

/* The best set of chains from `first` on that share nobody with those chosen: most, then shortest.
 */
static void
choose(uint32_t first, uint32_t used, uint32_t count, int64_t cost, uint32_t *most,
	   int64_t *least_cost)
{
	if (count > *most || (count == *most && cost < *least_cost))
	{
		*most = count;
		*least_cost = cost;
	}
	for (uint32_t i = first; i < all.count; i++)
	{
		const Simple *chain = &all.chains[i];
		uint32_t between = 0;

		for (uint32_t j = 1; j < chain->hops; j++)
			between |= 1u << chain->people[j];
		if ((between & used) == 0)
			choose(i + 1, used | between, count + 1, cost + chain->length + chain->hops, most,
				   least_cost);
	}
}

static int64_t
check_disjoint(const Graph *graph, const ChainQuery *query, const ChainPath *chains, uint32_t count)
{
	bool *used = mg_alloc_zero_array(bool, graph->people);
	int64_t cost = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		CHECK(chains[i].people[0] == query->from);
		CHECK(chains[i].people[chains[i].hops] == query->to);
		CHECK(i == 0 || mg_path_before(mg_path_length(graph, &chains[i - 1]), &chains[i - 1],
									   mg_path_length(graph, &chains[i]), &chains[i]));
		cost += mg_path_length(graph, &chains[i]) + chains[i].hops;
		for (uint32_t j = 1; j < chains[i].hops; j++)
		{
			CHECK(!used[chains[i].people[j]]);
			used[chains[i].people[j]] = true;
		}
	}
	mg_free(used);
	return cost;
}

static void
free_chains(ChainPath *chains, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		mg_free(chains[i].people);
	mg_free(chains);
}

static void
test_disjoint(void)
{
	for (int round = 0; round < 20000; round++)
	{
		uint32_t people = 2 + random_below(6);
		uint32_t avoid = random_below(people);
		ChainQuery query = {.from = random_below(people), .to = random_below(people)};
		uint32_t most = 0;
		int64_t cost = 0;
		ChainPath *chains;
		uint32_t count;
		Graph graph;

		random_network(&graph, people, random_below(people * 4), round % 3);
		query.graph = &graph;
		query.avoid = &avoid;
		query.avoid_count = random_below(4) == 0;
		count = mg_disjoint_chains(&query, UINT32_MAX, &chains);
		set_limits(&graph, MG_ANY_HOPS, &avoid, query.avoid_count);
		find_all_chains(&all, query.from, query.to, CHAIN_BY_PRODUCT);
		choose(0, 0, 0, 0, &most, &cost);
		CHECK(count == most);
		CHECK(check_disjoint(&graph, &query, chains, count) == cost);
		free_chains(chains, count);
		mg_graph_free(&graph);
	}
	finish("chains that share nobody: as many as can be, and the strongest");
}

/* ---- who stands on every chain ---- */

/* Who can be reached from a person without somebody (MG_NOBODY: with everybody). */
static void
find_reachable(const Graph *graph, uint32_t from, uint32_t without, bool *reached)
{
	uint32_t *queue = mg_alloc_array(uint32_t, graph->people);
	uint32_t tail = 0;

	memset(reached, 0, graph->people);
	if (from != without)
	{
		reached[from] = true;
		queue[tail++] = from;
	}
	for (uint32_t head = 0; head < tail; head++)
		for (uint32_t tie = graph->out_start[queue[head]]; tie < graph->out_start[queue[head] + 1];
			 tie++)
		{
			uint32_t target = graph->out_target[tie];

			if (target != without && !reached[target])
			{
				reached[target] = true;
				queue[tail++] = target;
			}
		}
	mg_free(queue);
}

/*
 * A cut of `people` is a bit matrix: cut[v][p] if p is lost without v. The dominator of p is the
 * one of those v that is lost without all the others.
 */
static void
test_dominators(void)
{
	for (int round = 0; round < 12000; round++)
	{
		uint32_t people = 2 + random_below(round % 100 ? 12 : 60);
		uint32_t root = random_below(people);
		uint32_t dominator[64];
		bool reached[64];
		bool known[64];
		bool rest[64];
		bool lost[64][64];
		uint32_t depth[64] = {0};
		uint32_t *found;
		uint32_t count;
		uint32_t to = random_below(people);
		Graph graph;

		random_network(&graph, people, random_below(people * 3), round % 3);
		mg_dominators(&graph, root, dominator);
		for (uint32_t p = 0; p < people; p++)
			reached[p] = p == root || dominator[p] != MG_NOBODY;
		find_reachable(&graph, root, MG_NOBODY, known);
		CHECK(memcmp(known, reached, people) == 0);
		for (uint32_t v = 0; v < people; v++)
		{
			find_reachable(&graph, root, v, rest);
			for (uint32_t p = 0; p < people; p++)
			{
				lost[v][p] = known[p] && !rest[p] && p != v;
				depth[p] += lost[v][p];
			}
		}
		for (uint32_t p = 0; p < people; p++)
		{
			if (!known[p] || p == root)
			{
				CHECK(dominator[p] == MG_NOBODY);
				continue;
			}
			CHECK(dominator[p] < people && lost[dominator[p]][p] &&
				  depth[dominator[p]] + 1 == depth[p]);
		}
		CHECK(mg_indispensable(&graph, root, to, &found, &count) == known[to]);
		CHECK(count == (depth[to] > 0 ? depth[to] - 1 : 0));
		for (uint32_t i = 0; i < count; i++)
			CHECK(lost[found[i]][to] && depth[found[i]] == i + 1);
		mg_free(found);
		mg_graph_free(&graph);
	}
	finish("dominators and indispensable people");
}

/* The number of chains that share nobody, against what must be removed to cut all of them. */
static void
test_disjoint_larger(void)
{
	for (int round = 0; round < 2000; round++)
	{
		uint32_t people = 10 + random_below(80);
		ChainQuery query = {.from = random_below(people)};
		ChainPath *chains;
		uint32_t count;
		uint32_t *found;
		uint32_t indispensable;
		bool connected;
		Graph graph;

		query.to = (query.from + 1 + random_below(people - 1)) % people;
		random_network(&graph, people, people * (1 + random_below(5)), round % 3);
		query.graph = &graph;
		count = mg_disjoint_chains(&query, UINT32_MAX, &chains);
		check_disjoint(&graph, &query, chains, count);
		connected = mg_indispensable(&graph, query.from, query.to, &found, &indispensable);
		CHECK(connected == (count > 0));
		CHECK(count == 0 || mg_graph_tie(&graph, query.from, query.to) != MG_NOBODY ||
			  (count == 1) == (indispensable > 0));
		mg_free(found);
		free_chains(chains, count);
		mg_graph_free(&graph);
	}
	finish("chains that share nobody, in larger networks");
}

/* ---- departures ---- */

/* The strongest chain from any of the deciders. */
static bool
best_of(const uint32_t *deciders, uint32_t count, uint32_t to, Simple *best)
{
	bool found = false;

	for (uint32_t i = 0; i < count; i++)
	{
		find_all_chains(&all, deciders[i], to, CHAIN_BY_PRODUCT);
		if (all.count > 0 && (!found || simple_before(&all.chains[0], best, false)))
			*best = all.chains[0];
		found = found || all.count > 0;
	}
	return found;
}

static void
test_departure(void)
{
	for (int round = 0; round < 15000; round++)
	{
		uint32_t people = 2 + random_below(MOST - 1);
		uint32_t leaver = random_below(people);
		uint32_t deciders[2] = {random_below(people), random_below(people)};
		uint32_t decider_count = random_below(3);
		Impact *impacts;
		uint32_t count;
		uint32_t next = 0;
		Graph graph;

		random_network(&graph, people, random_below(people * 4), round % 3);
		count = mg_departure_impact(&graph, leaver, deciders, decider_count, &impacts);
		for (uint32_t person = 0; person < people; person++)
		{
			Simple before;
			Simple after;
			bool left;

			set_limits(&graph, MG_ANY_HOPS, NULL, 0);
			if (person == leaver || !best_of(deciders, decider_count, person, &before))
				continue;
			all.closed[leaver] = true;
			left = best_of(deciders, decider_count, person, &after);
			if (left && after.length == before.length && after.hops == before.hops)
				continue;
			CHECK(next < count && impacts[next].person == person);
			CHECK(impacts[next].hops_before == before.hops);
			CHECK(impacts[next].strength_before == product_of(&graph, &before));
			CHECK(impacts[next].hops_after == (left ? after.hops : MG_ANY_HOPS));
			CHECK(!left || impacts[next].strength_after == product_of(&graph, &after));
			next++;
		}
		CHECK(next == count);
		if (impacts)
			mg_free(impacts);
		mg_graph_free(&graph);
	}
	finish("what a departure changes");
}

/* ---- lineage ---- */

static void
test_lineage(void)
{
	for (int round = 0; round < 1500; round++)
	{
		uint32_t people = 1 + random_below(round % 50 ? 30 : 700);
		Lineage *lineage = mg_alloc_array(Lineage, people);
		bool *reach = mg_alloc_array(bool, (size_t) people *people);
		uint32_t *generation = mg_alloc_zero_array(uint32_t, people);
		bool changed = true;
		Graph graph;

		random_network(&graph, people, random_below(people * 2), 0);
		mg_lineage(&graph, lineage);
		for (uint32_t p = 0; p < people; p++)
			find_reachable(&graph, p, MG_NOBODY, reach + (size_t) p * people);
		/* the longest way in circles, by relaxing until nothing changes */
		while (changed)
		{
			changed = false;
			for (uint32_t p = 0; p < people; p++)
				for (uint32_t tie = graph.out_start[p]; tie < graph.out_start[p + 1]; tie++)
				{
					uint32_t q = graph.out_target[tie];
					uint32_t least = generation[p] + !reach[(size_t) q * people + p];

					if (generation[q] < least)
					{
						generation[q] = least;
						changed = true;
					}
				}
		}
		for (uint32_t p = 0; p < people; p++)
		{
			uint32_t descendants = 0;
			uint32_t ancestors = 0;

			for (uint32_t q = 0; q < people; q++)
			{
				descendants += q != p && reach[(size_t) p * people + q];
				ancestors += q != p && reach[(size_t) q * people + p];
			}
			CHECK(lineage[p].descendants == descendants);
			CHECK(lineage[p].ancestors == ancestors);
			CHECK(lineage[p].generation == generation[p]);
		}
		mg_free(lineage);
		mg_free(reach);
		mg_free(generation);
		mg_graph_free(&graph);
	}
	finish("lineage: distinct descendants and ancestors, generations");
}

/* A line of so many people that a pass for each of them would take minutes. */
static void
test_lineage_line(void)
{
	enum
	{
		LENGTH = 1000000
	};
	Builder *builder = mg_builder_create();
	Lineage *lineage;
	Graph graph;

	for (int64_t i = 0; i < LENGTH; i++)
		mg_builder_add_tie(builder, i, i + 1, 1);
	mg_builder_finish(builder, &graph);
	mg_graph_add_in_ties(&graph);
	lineage = mg_alloc_array(Lineage, graph.people);
	host_catches = true;
	host_interrupt_checks = 0;
	host_cancel_after = 100000000 / 4096;
	if (setjmp(host_error) == 0)
	{
		mg_lineage(&graph, lineage);
		for (uint32_t i = 0; i <= LENGTH; i++)
			CHECK(lineage[i].generation == i && lineage[i].ancestors == i &&
				  lineage[i].descendants == LENGTH - i);
		mg_free(lineage);
		mg_graph_free(&graph);
	}
	else
	{
		CHECK(!"linear along a line");
		host_free_all();
	}
	host_catches = false;
	host_cancel_after = -1;
	finish("lineage: a long line");
}

int
main(void)
{
	test_disjoint();
	test_dominators();
	test_disjoint_larger();
	test_departure();
	test_lineage();
	test_lineage_line();
	return 0;
}
