/*
 * strongest.h - the strongest chain from one person to another.
 */
#ifndef MG_STRONGEST_H
#define MG_STRONGEST_H

#include "graph/chains/meet.h"

typedef enum ChainOrder
{
	CHAIN_BY_PRODUCT,      /* product of the strengths, then fewer hops, then people */
	CHAIN_BY_WEAKEST_LINK, /* the weakest link first, then as by product */
	CHAIN_BY_HOPS          /* fewer hops first, then as by product */
} ChainOrder;

typedef struct ChainQuery
{
	const Graph *graph; /* in-ties are used if they are there */
	uint32_t from;
	uint32_t to;
	uint32_t max_hops;     /* MG_ANY_HOPS: any number */
	const uint32_t *avoid; /* people that no chain may touch */
	size_t avoid_count;
	const uint32_t *barred; /* ascending: people that no chain may go to right from `from` */
	size_t barred_count;
	ChainOrder by;
	bool skip_direct; /* not the chain that is the tie from `from` to `to` alone */
} ChainQuery;

typedef enum ChainFound
{
	CHAIN_NONE,
	CHAIN_FOUND,
	CHAIN_TOO_WEAK /* there are chains, all too weak to be compared with others */
} ChainFound;

/*
 * The strongest chain of a query, into path (allocated here). None if there is none, also if
 * `from` or `to` is to be avoided. From a person to themselves: a chain of one. `labels`, unless
 * NULL, becomes how many labels the search made.
 */
extern ChainFound mg_find_strongest_chain(const ChainQuery *query, ChainPath *path,
										  uint32_t *labels);

/* Whether there is one. Raises if it is too weak to be compared with others. */
extern bool mg_strongest_chain(const ChainQuery *query, ChainPath *path);

#endif
