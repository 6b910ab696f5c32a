/*
 * changes.h - the ties in which two networks differ.
 */
#ifndef MG_CHANGES_H
#define MG_CHANGES_H

#include "graph/core/merge.h"

typedef struct TieChange
{
	int64_t source; /* ids */
	int64_t target;
	double before; /* strength; 0: no such tie */
	double after;
} TieChange;

typedef struct Changes
{
	Merged merged;
	uint32_t person; /* whose row it is */
	MergedRow row;
} Changes;

/* Then next until it says false, then end. In all O(people + ties of both). */
extern void mg_changes_start(const Graph *before, const Graph *after, Changes *changes);

/* The next tie that only one of them has, or that differs in strength; by source and target. */
extern bool mg_changes_next(Changes *changes, TieChange *change);
extern void mg_changes_end(Changes *changes);

#endif
