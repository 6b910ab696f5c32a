/*
 * undirected.h - the undirected reading of a network: who is tied to whom, either way.
 */
#ifndef MG_UNDIRECTED_H
#define MG_UNDIRECTED_H

#include "graph/core/graph.h"

/*
 * Compressed rows like those of Graph: each pair that has a tie either way stands in both people's
 * rows. The arrays belong to the Undirected.
 */
typedef struct Undirected
{
	uint32_t people;
	uint32_t *start;     /* [people + 1] */
	uint32_t *neighbour; /* [start[people]] ascending within a person */
	double *weight;      /* [start[people]] strength there plus strength back; NULL if not asked */
} Undirected;

/* The graph must have its ties by target. O(people + ties). */
extern void mg_undirected_make(const Graph *graph, bool weighted, Undirected *undirected);
extern void mg_undirected_free(Undirected *undirected);

#endif
