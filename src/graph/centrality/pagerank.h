/*
 * pagerank.h - PageRank of everyone.
 */
#ifndef MG_PAGERANK_H
#define MG_PAGERANK_H

#include "graph/core/direction.h"
#include "graph/core/graph.h"

/*
 * The PageRank of everyone, into rank[people], which sums to 1. The walk goes along the ties (needs
 * the ties by target) or against them, with probability damping in [0, 1); otherwise, and always
 * from a person without a next tie, it starts again: at anyone, or, if seed is given, at one of the
 * people marked, of whom there must be at least one.
 *
 * The sum of all errors is at most 1e-10 for damping up to 0.9996; see pagerank.c. Raises if it has
 * not converged after a million sweeps, which takes damping beyond 0.9999.
 */
extern void mg_pagerank(const Graph *graph, Direction direction, double damping, const bool *seed,
						double *rank);

#endif
