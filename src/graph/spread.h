/*
 * spread.h - the strongest chains from one person to everyone.
 */
#ifndef MG_SPREAD_H
#define MG_SPREAD_H

#include "graph/graph.h"

typedef struct SpreadEntry
{
	int64_t length;
	uint32_t hops;
	uint32_t person;
} SpreadEntry;

/* Where a person is on the strongest chain from the source. */
typedef struct SpreadPlace
{
	int64_t length; /* of the chain; INT64_MAX if there is none */
	uint32_t hops;
	uint32_t parent; /* the person before; MG_NOBODY for the source */
} SpreadPlace;

/*
 * Made once for a graph, then used for one source after the other. What a spread found stands in
 * places, for the people in order[0 .. reached - 1]: the source first, then by length and hops.
 * 24 bytes a person, 24 a tie.
 */
typedef struct Spread
{
	const Graph *graph;
	int64_t *tie_length; /* [ties]; NULL if all ties have strength 1 */
	SpreadPlace *places; /* [people] */
	uint32_t *order;     /* [people] */
	uint32_t reached;

	SpreadEntry *heap;
	uint32_t heap_used;
	uint32_t heap_room;
	uint32_t steps;
} Spread;

extern void mg_spread_make(const Graph *graph, Spread *spread);
extern void mg_spread_free(Spread *spread);

/*
 * Finds the strongest chains from a person along the ties: by length, then fewer hops; if exact,
 * then people, so that each is the chain that mg_strongest_chain finds (otherwise parent is the
 * last person of one of the equal chains). O((people + ties) log people). Raises if a chain is too
 * weak to be compared.
 */
extern void mg_spread_from(Spread *spread, uint32_t source, bool exact);

/* The length of a tie of the graph. */
static inline int64_t
mg_spread_tie_length(const Spread *spread, uint32_t tie)
{
	return spread->tie_length ? spread->tie_length[tie] : 0;
}

#endif
