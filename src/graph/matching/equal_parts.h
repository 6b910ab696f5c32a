/*
 * equal_parts.h - which pairs equally good assignments can differ in.
 */
#ifndef MG_EQUAL_PARTS_H
#define MG_EQUAL_PARTS_H

#include "graph/matching/prices.h"

/*
 * The changes that keep a best assignment one, as a graph: a pair that costs nothing leads from its
 * thing to its person if it is not taken and back if it is; one more node, the last, is the
 * outside, from where a place that stays open can be filled and to where one can be opened. Gives
 * the strong component of each thing, person and the outside: two best assignments differ only in
 * pairs within one component, whichever of them the graph is made of. [things + people + 1], the
 * caller's. O(pairs).
 */
extern uint32_t *mg_equal_parts(Prices *prices);

static inline bool
mg_costs_nothing(const Prices *prices, uint32_t pair)
{
	return prices->things.price[prices->things.node[pair]] +
			   prices->people.price[prices->people.node[pair]] ==
		   prices->weight[pair];
}

/* Whether a node of a side may have a place less than it has. */
static inline bool
mg_may_lose(const PriceSide *side, uint32_t node)
{
	return side->price[node] == 0 && side->used[node] > 0;
}

#endif
