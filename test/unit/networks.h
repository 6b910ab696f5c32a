/*
 * networks.h - small random networks, and every simple chain in them.
 */
#ifndef TEST_NETWORKS_H
#define TEST_NETWORKS_H

#include <string.h>

#include "host.h"
#include "graph/core/build.h"
#include "math/length.h"
#include "graph/chains/strongest.h"

#define MOST 8

/* Kinds: 0 every strength 1, 1 few strengths and so many equal chains, 2 any. */
static inline double
draw_strength(int kind)
{
	static const double few[] = {1.0, 0.5, 0.25};

	return kind == 0 ? 1.0 : kind == 1 ? few[random_below(3)] : (1 + random_below(1000)) / 1000.0;
}

/* The first people, so many as hubs says, have ties with everybody, both ways. */
static inline void
draw_network_with_hubs(Graph *graph, uint32_t people, uint32_t draws, uint32_t hubs, int kind)
{
	Builder *builder = mg_builder_create();

	for (uint32_t i = 0; i < people; i++)
		mg_builder_add_person(builder, (int64_t) i * 3 - 5);
	while (draws-- > 0)
	{
		uint32_t a = random_below(people);
		uint32_t b = random_below(people);
		double strength = draw_strength(kind);

		if (a != b)
			mg_builder_add_tie(builder, (int64_t) a * 3 - 5, (int64_t) b * 3 - 5, strength);
	}
	for (uint32_t a = 0; a < hubs; a++)
		for (uint32_t b = a + 1; b < people; b++)
		{
			mg_builder_add_tie(builder, (int64_t) a * 3 - 5, (int64_t) b * 3 - 5,
							   draw_strength(kind));
			mg_builder_add_tie(builder, (int64_t) b * 3 - 5, (int64_t) a * 3 - 5,
							   draw_strength(kind));
		}
	mg_builder_finish(builder, graph);
}

static inline void
draw_network(Graph *graph, uint32_t people, uint32_t draws, int kind)
{
	draw_network_with_hubs(graph, people, draws, 0, kind);
}

/* The same, with ties by target. */
static inline void
random_network(Graph *graph, uint32_t people, uint32_t draws, int kind)
{
	draw_network(graph, people, draws, kind);
	mg_graph_add_in_ties(graph);
}

/* A simple chain, for comparison. */
typedef struct Simple
{
	double weakest;
	int64_t length;
	uint32_t hops;
	uint32_t people[MOST];
} Simple;

typedef struct AllChains
{
	const Graph *graph;
	uint32_t to;
	uint32_t max_hops;
	bool skip_direct;  /* list no chain of one hop */
	bool closed[MOST]; /* avoided, or on the chain so far */
	uint32_t count;
	Simple chains[4096];
} AllChains;

static inline void
extend_chain(AllChains *all, Simple chain)
{
	uint32_t at = chain.people[chain.hops];

	if (all->closed[at])
		return;
	if (at == all->to)
	{
		if (!all->skip_direct || chain.hops != 1)
			all->chains[all->count++] = chain;
		return;
	}
	if (chain.hops >= all->max_hops)
		return;
	all->closed[at] = true;
	for (uint32_t tie = all->graph->out_start[at]; tie < all->graph->out_start[at + 1]; tie++)
	{
		Simple next = chain;
		double strength = mg_out_strength(all->graph, tie);

		next.people[++next.hops] = all->graph->out_target[tie];
		next.length += mg_length(strength);
		if (strength < next.weakest)
			next.weakest = strength;
		extend_chain(all, next);
	}
	all->closed[at] = false;
}

/* Whether a chain comes before another: by weakest link or hops first, or by length alone. */
static inline bool
simple_before(const Simple *a, const Simple *b, ChainOrder by)
{
	if (by == CHAIN_BY_WEAKEST_LINK && a->weakest != b->weakest)
		return a->weakest > b->weakest;
	if (by == CHAIN_BY_HOPS && a->hops != b->hops)
		return a->hops < b->hops;
	if (a->length != b->length)
		return a->length < b->length;
	if (a->hops != b->hops)
		return a->hops < b->hops;
	for (uint32_t i = 0; i <= a->hops; i++)
		if (a->people[i] != b->people[i])
			return a->people[i] < b->people[i];
	return false;
}

/* Every simple chain between two people, in no order. Set graph, max_hops and closed before. */
static inline void
list_chains(AllChains *all, uint32_t from, uint32_t to)
{
	all->count = 0;
	all->to = to;
	extend_chain(all, (Simple){.weakest = 1, .people = {from}});
}

/* The same, in order. */
static inline void
find_all_chains(AllChains *all, uint32_t from, uint32_t to, ChainOrder by)
{
	list_chains(all, from, to);
	for (uint32_t i = 1; i < all->count; i++)
	{
		Simple chain = all->chains[i];
		uint32_t j = i;

		for (; j > 0 && simple_before(&chain, &all->chains[j - 1], by); j--)
			all->chains[j] = all->chains[j - 1];
		all->chains[j] = chain;
	}
}

static inline bool
same_people(const ChainPath *path, const Simple *chain)
{
	return path->hops == chain->hops &&
		   memcmp(path->people, chain->people, (chain->hops + 1) * sizeof(uint32_t)) == 0;
}

#endif
