/*
 * two_hops.h - the strongest chains of at most two hops.
 */
#ifndef MG_TWO_HOPS_H
#define MG_TWO_HOPS_H

#include "graph/chains/strongest.h"

/*
 * As mg_chains_between (between.h), for a query by product with max_hops of at most 2 over a graph
 * with in-ties. O(ties of the two people) a pair, or less: see two_hops.c.
 */
extern void mg_chains_of_two_hops(const ChainQuery *query, const uint32_t *from, size_t from_count,
								  const uint32_t *to, size_t to_count, ChainSink sink, void *state);

#endif
