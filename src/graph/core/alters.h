/*
 * alters.h - the contacts of a person, chosen in one of four ways.
 */
#ifndef MG_ALTERS_H
#define MG_ALTERS_H

#include "graph/core/both_ways.h"

typedef enum Neighbours
{
	MG_BOTH,       /* either way */
	MG_SUPPORTERS, /* ties to ego */
	MG_SUPPORTED,  /* ties from ego */
	MG_MUTUAL,     /* both ways */
} Neighbours;

typedef struct Alters
{
	const Graph *graph;
	Neighbours neighbours;
	uint32_t largest; /* nobody has more alters than this */
	uint32_t *row;    /* [largest] for the readings that are merged, else NULL */
} Alters;

/* The graph needs its ties by target unless the reading is MG_SUPPORTED. O(people). */
extern void mg_alters_start(const Graph *graph, Neighbours neighbours, Alters *alters);
extern void mg_alters_free(Alters *alters);

/* The alters of a person, ascending; valid until the next call. O(ties of the person). */
extern const uint32_t *mg_alters_of(Alters *alters, uint32_t person, uint32_t *count);

/* Whether someone tied so (both_ways.h) is an alter. */
static inline bool
mg_is_alter(Neighbours neighbours, uint32_t how)
{
	switch (neighbours)
	{
		case MG_SUPPORTERS:
			return how & MG_TIE_FROM;
		case MG_SUPPORTED:
			return how & MG_TIE_TO;
		case MG_MUTUAL:
			return how == MG_TIES_BOTH;
		default:
			return true;
	}
}

#endif
