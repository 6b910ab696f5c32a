/*
 * condensation.h - a network with each strong component merged into one part.
 */
#ifndef MG_CONDENSATION_H
#define MG_CONDENSATION_H

#include "graph/core/graph.h"

/*
 * A part is a strong component. Ties between parts go from the lower to the higher number, so each
 * pass over the parts in order, or against it, meets them after all above, or below, them.
 */
typedef struct Condensation
{
	uint32_t people;
	uint32_t parts;
	uint32_t *part;        /* [people] of each person */
	uint32_t *size;        /* [parts] people in each */
	uint32_t *above_start; /* [parts + 1] */
	uint32_t *above;       /* the parts with a tie to this one, no two alike */
} Condensation;

/* The graph must have its ties by target. O(people + ties). */
extern void mg_condensation_make(const Graph *graph, Condensation *condensation);
extern void mg_condensation_free(Condensation *condensation);

#endif
