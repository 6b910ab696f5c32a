/*
 * cut.h - networks made from networks. Results are allocated here; free with mg_graph_free.
 */
#ifndef MG_CUT_H
#define MG_CUT_H

#include "graph/core/graph.h"

typedef enum Combination
{
	COMBINE_PLUS,  /* people and ties of either; the larger strength */
	COMBINE_MINUS, /* people of the first; its ties that the second lacks */
	COMBINE_COMMON /* people and ties of both; the first's strength */
} Combination;

/* Only the people marked (NULL: all) and the ties among them of at least this strength. */
extern void mg_cut_keep(const Graph *graph, const bool *keep, double at_least, Graph *result);

/* Only the ties whose opposite exists too. */
extern void mg_cut_mutual(const Graph *graph, Graph *result);

/* Without one tie, by its place among those by source (mg_graph_tie). */
extern void mg_cut_without_tie(const Graph *graph, uint32_t removed, Graph *result);

/* Every tie turned round. */
extern void mg_cut_reversed(const Graph *graph, Graph *result);

/* Two networks as one, by the ids of their people. O(people + ties of both). */
extern void mg_cut_combine(const Graph *a, const Graph *b, Combination how, Graph *result);

/* Marks everyone within so many steps of a person, either way along the ties; needs in-ties. */
extern void mg_cut_mark_around(const Graph *graph, uint32_t person, uint32_t radius, bool *mark);

#endif
