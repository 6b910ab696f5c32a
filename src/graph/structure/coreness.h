/*
 * coreness.h - the greatest k for which each person is in a k-core.
 */
#ifndef MG_CORENESS_H
#define MG_CORENESS_H

#include "graph/core/alters.h"

/*
 * For everyone, into coreness[people]: the largest k such that the person belongs to a group in
 * which everyone has at least k others of it as neighbours. The graph must have its ties by target.
 * O(people + ties).
 */
extern void mg_coreness(const Graph *graph, Neighbours neighbours, uint32_t *coreness);

#endif
