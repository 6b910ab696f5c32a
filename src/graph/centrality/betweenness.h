/*
 * betweenness.h - how often people are on the shortest chains between others.
 */
#ifndef MG_BETWEENNESS_H
#define MG_BETWEENNESS_H

#include "graph/core/graph.h"

typedef struct Betweenness
{
	uint32_t max_hops; /* only pairs at most so far apart; UINT32_MAX: all */
	uint32_t samples;  /* from how many people to count; from all if there are no more */
	uint64_t seed;     /* chooses them */
	bool weighted;     /* strongest chains, not those of the fewest hops */
} Betweenness;

/*
 * For everyone, into between[people] (the graph must have its ties by target): the sum over ordered
 * pairs of others of the share of their shortest chains on which the person is. With samples, the
 * estimate from that many sources, drawn without replacement. See betweenness.c for cost and error.
 * Raises if shortest chains are too many to be counted (more than 1e308 to one person), or,
 * weighted, too weak to be compared.
 */
extern void mg_betweenness(const Graph *graph, const Betweenness *how, double *between);

#endif
