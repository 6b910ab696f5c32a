/*
 * leiden.h - what the steps of the Leiden algorithm share: communities.c runs the rounds,
 * leiden_move.c moves nodes, leiden_refine.c splits communities into parts.
 */
#ifndef MG_LEIDEN_H
#define MG_LEIDEN_H

#include "graph/core/graph.h"
#include "math/random.h"

/* A graph of people, or of parts. */
typedef struct Level
{
	uint32_t nodes;
	uint32_t *start;     /* [nodes + 1] */
	uint32_t *neighbour; /* [start[nodes]] never the node */
	double *weight;      /* [start[nodes]] above 0 */
	double *reach;       /* [nodes] all the weight at a node, within it too */
	double *inside;      /* [nodes] the weight within it, both ends counted */
} Level;

typedef struct Search
{
	double resolution;
	Random random;
	uint32_t work; /* since the last look for interrupts */
} Search;

/* Some ties have been looked at. */
static inline void
worked(Search *search, uint32_t ties)
{
	search->work += ties + 1;
	if (search->work >= 65536)
	{
		search->work = 0;
		mg_check_interrupts();
	}
}

/* 0 .. count-1 in a random order. */
extern void mg_leiden_shuffle(Search *search, uint32_t *order, uint32_t count);

/* From any labels below count to numbers in the order of the first node; gives how many. */
extern uint32_t mg_leiden_number(Search *search, uint32_t *label, uint32_t count);

/*
 * Moves nodes, from the labels given, until no move of one node adds to Q; gives the number of
 * labels, which are then 0, 1, ... O(ties) a pass, a few passes.
 */
extern uint32_t mg_leiden_move(Search *search, const Level *level, uint32_t *label_of);

/*
 * Splits each community into connected parts, drawn at random; gives their number, which may be
 * that of the nodes. Parts are numbered 0, 1, ... O(ties).
 */
extern uint32_t mg_leiden_refine(Search *search, const Level *level, const uint32_t *label_of,
								 uint32_t labels, uint32_t *part_of);

/* The same with the connected pieces of each community as parts. */
extern uint32_t mg_leiden_pieces(Search *search, const Level *level, const uint32_t *label_of,
								 uint32_t *piece_of);

#endif
