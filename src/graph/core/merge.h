/*
 * merge.h - two networks side by side: their people in one order, and their ties.
 */
#ifndef MG_MERGE_H
#define MG_MERGE_H

#include "graph/core/graph.h"

/* The people of two networks in one order, and where each network has them. */
typedef struct Merged
{
	const Graph *graphs[2];
	uint32_t people;
	int64_t *ids;
	uint32_t *number[2]; /* [merged] the person's number in a network, or MG_NOBODY */
	uint32_t *place[2];  /* [number] the person's place in the merged order */
	uint32_t steps;
} Merged;

/* O(people); 16 bytes for each person of either, and 4 more. */
extern void mg_merge_people(const Graph *a, const Graph *b, Merged *merged);
extern void mg_merged_free(Merged *merged);

/* The ties of one person in both networks. */
typedef struct MergedRow
{
	uint32_t next[2]; /* ties */
	uint32_t end[2];
} MergedRow;

extern MergedRow mg_merged_row(const Merged *merged, uint32_t person);

/*
 * The next target in the merged order, and the strengths in the two networks (0: no such tie);
 * MG_NOBODY at the end.
 */
extern uint32_t mg_merged_next(Merged *merged, MergedRow *row, double strength[2]);

#endif
