/*
 * betweenness_hops.h - betweenness by hops, from several sources at once.
 */
#ifndef MG_BETWEENNESS_HOPS_H
#define MG_BETWEENNESS_HOPS_H

#include "graph/core/graph.h"

/* The part by hops, of so many sources at once at most, no two alike; needs the ties by target. */
#define MG_BETWEENNESS_LANES 8

typedef struct BetweennessLanes BetweennessLanes;

extern BetweennessLanes *mg_betweenness_lanes_make(const Graph *graph, uint32_t max_hops);
extern void mg_betweenness_lanes_free(BetweennessLanes *lanes);

/* Adds what chains from these sources (count up to MG_BETWEENNESS_LANES) give to each person. */
extern void mg_betweenness_lanes_add(BetweennessLanes *lanes, const uint32_t *sources,
									 uint32_t count, double *between);

#endif
