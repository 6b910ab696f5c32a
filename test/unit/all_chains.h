/*
 * all_chains.h - every simple chain of a small network, under the limits of a question.
 */
#ifndef TEST_ALL_CHAINS_H
#define TEST_ALL_CHAINS_H

#include "math/product.h"
#include "networks.h"

static AllChains all;

/* The strength of a chain. */
static inline double
product_of(const Graph *graph, const Simple *chain)
{
	Product product = MG_PRODUCT_OF_NOTHING;

	for (uint32_t i = 0; i < chain->hops; i++)
		product = mg_product_times(
			product,
			mg_out_strength(graph, mg_graph_tie(graph, chain->people[i], chain->people[i + 1])));
	return mg_product_value(product);
}

/* Chains of at most so many hops that pass by these people. */
static inline void
set_limits(const Graph *graph, uint32_t max_hops, const uint32_t *avoid, size_t avoid_count)
{
	all.graph = graph;
	all.max_hops = max_hops;
	memset(all.closed, 0, sizeof(all.closed));
	for (size_t i = 0; i < avoid_count; i++)
		all.closed[avoid[i]] = true;
}

#endif
