/*
 * graph_fuzz.c - src/graph on networks drawn by the fuzzer: the strongest chain against
 * Bellman-Ford, from one end and from both; cutting against its definition.
 *
 * Bytes: people, options, from, to, max_hops, then three a tie: source, target, strength.
 */
#include <string.h>

#include "draw.h"
#include "graph/core/cut.h"
#include "math/length.h"
#include "graph/chains/strongest.h"

/* The best way with each number of hops; its people decide among equals. */
typedef struct Way
{
	bool there;
	int64_t length;
	uint32_t people[MOST];
} Way;

static bool
way_before(const Way *a, const Way *b, uint32_t hops)
{
	if (!b->there || a->length != b->length)
		return !b->there || a->length < b->length;
	for (uint32_t i = 0; i <= hops; i++)
		if (a->people[i] != b->people[i])
			return a->people[i] < b->people[i];
	return false;
}

static uint32_t
bellman_ford(const ChainQuery *query, Way *best)
{
	static Way ways[2][MOST];
	const Graph *graph = query->graph;
	uint32_t best_hops = 0;

	memset(ways, 0, sizeof(ways));
	memset(best, 0, sizeof(*best));
	ways[0][query->from].there = true;
	ways[0][query->from].people[0] = query->from;
	for (uint32_t hops = 0; hops < graph->people && hops <= query->max_hops; hops++)
	{
		Way *now = ways[hops % 2];
		Way *next = ways[(hops + 1) % 2];

		if (now[query->to].there && (!best->there || now[query->to].length < best->length))
		{
			*best = now[query->to];
			best_hops = hops;
		}
		memset(next, 0, sizeof(ways[0]));
		for (uint32_t person = 0; person < graph->people; person++)
			for (uint32_t tie = graph->out_start[person];
				 now[person].there && tie < graph->out_start[person + 1]; tie++)
			{
				uint32_t target = graph->out_target[tie];
				Way way = now[person];

				if (hops + 1 >= MOST)
					continue;
				way.length += mg_length(mg_out_strength(graph, tie));
				way.people[hops + 1] = target;
				if (way_before(&way, &next[target], hops + 1))
					next[target] = way;
			}
	}
	return best_hops;
}

static void
check_chain(ChainQuery *query)
{
	Way best;
	ChainPath path;
	uint32_t hops = bellman_ford(query, &best);

	must(mg_strongest_chain(query, &path) == best.there);
	if (!best.there)
		return;
	must(path.hops == hops);
	must(memcmp(path.people, best.people, (hops + 1) * sizeof(uint32_t)) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Graph graph;
	Graph turned;
	Graph back;
	Graph result;
	uint32_t people;
	ChainQuery query = {0};

	if (size < 5)
		return 0;
	people = 1 + data[0] % MOST;
	draw_network(people, data[1] & 1, data + 5, size - 5, &graph);

	query.graph = &graph;
	query.from = data[2] % people;
	query.to = data[3] % people;
	query.max_hops = data[1] & 2 ? 1 + data[4] % 12 : UINT32_MAX;
	check_chain(&query);

	mg_cut_reversed(&graph, &turned);
	mg_cut_reversed(&turned, &back);
	must(back.ties == graph.ties && back.people == graph.people);
	must(memcmp(back.out_start, graph.out_start, (people + 1) * sizeof(uint32_t)) == 0);
	must(memcmp(back.out_target, graph.out_target, graph.ties * sizeof(uint32_t)) == 0);
	mg_cut_combine(&graph, &turned, COMBINE_COMMON, &result);
	mg_cut_mutual(&graph, &back);
	must(result.ties == back.ties);
	must(memcmp(result.out_target, back.out_target, back.ties * sizeof(uint32_t)) == 0);

	mg_graph_add_in_ties(&graph);
	check_chain(&query);
	host_free_all();
	return 0;
}
