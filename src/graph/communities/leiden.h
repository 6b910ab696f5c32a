/*
 * leiden.h - what the steps of the Leiden algorithm share: a graph of people or of parts, and the
 * state of a search for communities.
 */
#ifndef MG_LEIDEN_H
#define MG_LEIDEN_H

#include "graph/core/graph.h"
#include "math/random.h"

/* A graph of people, or of parts. */
typedef struct LeidenLevel
{
	uint32_t nodes;
	uint32_t *start;     /* [nodes + 1] */
	uint32_t *neighbour; /* [start[nodes]] never the node */
	double *weight;      /* [start[nodes]] above 0 */
	double *reach;       /* [nodes] all the weight at a node, within it too */
	double *inside;      /* [nodes] the weight within it, both ends counted */
} LeidenLevel;

typedef struct LeidenSearch
{
	double resolution;
	Random random;
	uint32_t work; /* since the last look for interrupts */
} LeidenSearch;

/* Some ties have been looked at. */
static inline void
mg_leiden_worked(LeidenSearch *search, uint32_t ties)
{
	search->work += ties + 1;
	if (search->work >= 65536)
	{
		search->work = 0;
		mg_check_interrupts();
	}
}

/* 0 .. count-1 in a random order. */
extern void mg_leiden_shuffle(LeidenSearch *search, uint32_t *order, uint32_t count);

/* From any labels below count to numbers in the order of the first node; gives how many. */
extern uint32_t mg_leiden_number(LeidenSearch *search, uint32_t *label, uint32_t count);

#endif
