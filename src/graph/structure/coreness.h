/*
 * coreness.h - the greatest k for which each person is in a k-core.
 */
#ifndef MG_CORENESS_H
#define MG_CORENESS_H

#include "graph/core/graph.h"

/* Which ties within the core count: any, a pair once; those to a person; those from a person. */
typedef enum CorenessMode
{
	CORENESS_SIMPLE,
	CORENESS_IN,
	CORENESS_OUT
} CorenessMode;

/*
 * For everyone, into coreness[people]: the largest k such that the person belongs to a group in
 * which everyone has at least k ties, counted by mode. The graph must have its ties by target
 * unless the mode is CORENESS_IN. O(people + ties).
 */
extern void mg_coreness(const Graph *graph, CorenessMode mode, uint32_t *coreness);

#endif
