/*
 * strongest.h - the strongest chain from one person to another.
 */
#ifndef MG_STRONGEST_H
#define MG_STRONGEST_H

#include "graph/graph.h"

typedef enum ChainOrder
{
	CHAIN_BY_PRODUCT,     /* product of the strengths, then fewer hops, then people */
	CHAIN_BY_WEAKEST_LINK /* the weakest link first, then as by product */
} ChainOrder;

typedef struct ChainQuery
{
	const Graph *graph; /* in-ties are used if they are there */
	uint32_t from;
	uint32_t to;
	uint32_t max_hops;     /* UINT32_MAX: any number */
	const uint32_t *avoid; /* people that no chain may touch */
	size_t avoid_count;
	ChainOrder by;
} ChainQuery;

/* A chain of people; hops + 1 of them. */
typedef struct ChainPath
{
	uint32_t hops;
	uint32_t *people;
} ChainPath;

extern bool mg_strongest_chain(const ChainQuery *query, ChainPath *path);

#endif
