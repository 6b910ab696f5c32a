/*
 * closeness.h - harmonic closeness of everyone.
 */
#ifndef MG_CLOSENESS_H
#define MG_CLOSENESS_H

#include "graph/core/direction.h"
#include "graph/core/graph.h"

/*
 * For everyone, into closeness[people]: the sum over others of 1 / hops to them along the ties
 * (DIRECTION_OUT), or from them (DIRECTION_IN); 0 for those out of reach. The graph must have its
 * ties by target. At most people - 1. See closeness.c for cost.
 */
extern void mg_closeness(const Graph *graph, Direction direction, double *closeness);

/*
 * The same with the strength of the strongest chain in place of 1 / hops. Ties by target are not
 * needed. A chain too weak to be compared with others counts as the smallest positive number.
 */
extern void mg_closeness_weighted(const Graph *graph, Direction direction, double *closeness);

#endif
