/*
 * equal_parts.h - which pairs equally good assignments can differ in.
 */
#ifndef MG_EQUAL_PARTS_H
#define MG_EQUAL_PARTS_H

#include "graph/matching/prices.h"

/*
 * The changes after which a best assignment is still one of the best, as a graph of things, people
 * and one more node, the outside. A pair that costs nothing leads from its thing to its person if it
 * is not taken, and back if it is. From the outside a place that is open can be filled; to the
 * outside leads what can have a place less. Gives the strong component of each thing, each person
 * and the outside: [things + people + 1]. Two best assignments differ only in pairs within one
 * component, whichever of them the graph is made of. Pairs before the first one are left out: they
 * stay as they are. O(pairs).
 */
extern void mg_equal_parts(Prices *prices, uint32_t first, uint32_t *part);

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
