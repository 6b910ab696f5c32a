/*
 * strongest_test.c - the strongest chain against every simple path, in C: many more and smaller
 * cases than the SQL test, with ties of equal cost wherever possible.
 */
#include <string.h>

#include "host.h"
#include "graph/build.h"
#include "graph/length.h"
#include "graph/strongest.h"

#define MOST 8

typedef struct Best
{
	bool found;
	double weakest;
	int64_t length;
	uint32_t hops;
	uint32_t people[MOST];
} Best;

typedef struct Walk
{
	const ChainQuery *query;
	bool avoided[MOST];
	bool on_way[MOST];
	uint32_t people[MOST];
	Best best;
} Walk;

static bool
better(const Walk *walk, const Best *a, const Best *b)
{
	if (!b->found)
		return true;
	if (walk->query->by == CHAIN_BY_WEAKEST_LINK && a->weakest != b->weakest)
		return a->weakest > b->weakest;
	if (a->length != b->length)
		return a->length < b->length;
	if (a->hops != b->hops)
		return a->hops < b->hops;
	for (uint32_t i = 0; i <= a->hops; i++)
		if (a->people[i] != b->people[i])
			return a->people[i] < b->people[i];
	return false;
}

static void
go(Walk *walk, uint32_t at, Best so_far)
{
	const Graph *graph = walk->query->graph;

	if (walk->avoided[at])
		return;
	so_far.people[so_far.hops] = at;
	if (at == walk->query->to)
	{
		so_far.found = true;
		if (better(walk, &so_far, &walk->best))
			walk->best = so_far;
		return;
	}
	if (so_far.hops >= walk->query->max_hops)
		return;
	walk->on_way[at] = true;
	for (uint32_t tie = graph->out_start[at]; tie < graph->out_start[at + 1]; tie++)
		if (!walk->on_way[graph->out_target[tie]])
		{
			Best next = so_far;
			double strength = mg_out_strength(graph, tie);

			next.hops++;
			next.length += mg_length(strength);
			if (strength < next.weakest)
				next.weakest = strength;
			go(walk, graph->out_target[tie], next);
		}
	walk->on_way[at] = false;
}

static void
check_query(const ChainQuery *query)
{
	Walk walk = {.query = query};
	Best start = {.weakest = 1};
	ChainPath path;
	bool found;

	for (size_t i = 0; i < query->avoid_count; i++)
		walk.avoided[query->avoid[i]] = true;
	go(&walk, query->from, start);
	found = mg_strongest_chain(query, &path);
	CHECK(found == walk.best.found);
	if (!found)
		return;
	CHECK(path.hops == walk.best.hops);
	CHECK(memcmp(path.people, walk.best.people, (path.hops + 1) * sizeof(uint32_t)) == 0);
	mg_free(path.people);
}

static void
test_all_paths(int kind, const char *name)
{
	for (int round = 0; round < 60000; round++)
	{
		Builder *builder = mg_builder_create();
		uint32_t people = 2 + random_below(MOST - 1);
		uint32_t draws = random_below(people * 4);
		uint32_t avoid[2] = {random_below(people), random_below(people)};
		ChainQuery query = {0};
		Graph graph;

		for (uint32_t i = 0; i < people; i++)
			mg_builder_add_person(builder, i);
		while (draws-- > 0)
		{
			uint32_t a = random_below(people);
			uint32_t b = random_below(people);
			static const double few[] = {1.0, 0.5, 0.25};

			if (a != b)
				mg_builder_add_tie(builder, a, b,
								   kind == 0   ? 1.0
								   : kind == 1 ? few[random_below(3)]
											   : (random_below(1000) + 1) / 1000.0);
		}
		mg_builder_finish(builder, &graph);
		query.graph = &graph;
		query.from = random_below(people);
		query.to = random_below(people);
		query.max_hops = random_below(2) ? UINT32_MAX : 1 + random_below(5);
		query.avoid = avoid;
		query.avoid_count = random_below(4) == 0 ? 1 + random_below(2) : 0;
		for (int both = 0; both < 2; both++)
		{
			if (both)
				mg_graph_add_in_ties(&graph);
			query.by = CHAIN_BY_PRODUCT;
			check_query(&query);
			query.by = CHAIN_BY_WEAKEST_LINK;
			check_query(&query);
		}
		mg_graph_free(&graph);
	}
	finish(name);
}

/* Larger networks with many equal chains: one end and both ends must find the same people. */
static void
test_both_ends(void)
{
	for (int round = 0; round < 6000; round++)
	{
		Builder *builder = mg_builder_create();
		uint32_t people = 10 + random_below(120);
		uint32_t draws = people * (1 + random_below(6));
		ChainQuery query = {0};
		ChainPath one;
		ChainPath both;
		Graph graph;

		for (uint32_t i = 0; i < people; i++)
			mg_builder_add_person(builder, i);
		while (draws-- > 0)
		{
			uint32_t a = random_below(people);
			uint32_t b = random_below(people);

			if (a != b)
				mg_builder_add_tie(builder, a, b, round % 2 ? 1.0 : 1.0 / (1 + random_below(2)));
		}
		mg_builder_finish(builder, &graph);
		query.graph = &graph;
		for (int i = 0; i < 20; i++)
		{
			bool found;

			query.from = random_below(people);
			query.to = random_below(people);
			query.max_hops = random_below(2) ? UINT32_MAX : 1 + random_below(8);
			query.by = random_below(2) ? CHAIN_BY_PRODUCT : CHAIN_BY_WEAKEST_LINK;
			found = mg_strongest_chain(&query, &one);
			mg_graph_add_in_ties(&graph);
			CHECK(mg_strongest_chain(&query, &both) == found);
			mg_free(graph.in_start);
			mg_free(graph.in_source);
			if (graph.in_strength)
				mg_free(graph.in_strength);
			graph.in_start = NULL;
			if (!found)
				continue;
			CHECK(one.hops == both.hops);
			CHECK(memcmp(one.people, both.people, (one.hops + 1) * sizeof(uint32_t)) == 0);
			mg_free(one.people);
			mg_free(both.people);
		}
		mg_graph_free(&graph);
	}
	finish("strongest chain, from one end as from both");
}

/* Long chains of the weakest possible ties: the sum of lengths must not wrap round. */
static void
test_too_weak(void)
{
	Builder *builder = mg_builder_create();
	Graph graph;
	ChainQuery query = {.graph = &graph, .max_hops = UINT32_MAX};
	ChainPath path;

	for (int64_t i = 0; i < 20000; i++)
		mg_builder_add_tie(builder, i, i + 1, 0x1p-1074);
	mg_builder_finish(builder, &graph);
	mg_graph_add_in_ties(&graph);
	query.to = 10000;
	CHECK(mg_strongest_chain(&query, &path) && path.hops == 10000);
	mg_free(path.people);
	query.to = 20000;
	host_catches = true;
	if (setjmp(host_error) == 0)
	{
		mg_strongest_chain(&query, &path);
		CHECK(!"refused");
	}
	host_catches = false;
	CHECK(strstr(host_message, "too weak") != NULL);
	host_free_all();
	finish("sums of lengths are checked");
}

int
main(void)
{
	test_all_paths(0, "strongest chain, all ties of strength 1");
	test_all_paths(1, "strongest chain, many equal strengths");
	test_all_paths(2, "strongest chain, any strengths");
	test_both_ends();
	test_too_weak();
	return 0;
}
