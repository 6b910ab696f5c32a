/*
 * krackhardt.h - Krackhardt's four dimensions of hierarchy.
 */
#ifndef MG_KRACKHARDT_H
#define MG_KRACKHARDT_H

#include "graph/core/graph.h"

/* Each from 0 to 1, NaN where undefined. */
typedef struct Krackhardt
{
	double connectedness;
	double hierarchy;
	double efficiency;
	double lubness;
} Krackhardt;

/*
 * The graph must have its ties by target; they lead from above to below. Raises MG_ERROR_LIMIT for
 * networks on which it would run for very long; see krackhardt.c for the cost.
 */
extern void mg_krackhardt(const Graph *graph, Krackhardt *result);

#endif
