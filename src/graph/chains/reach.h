/*
 * reach.h - whom a person can lift, or who can speak for them.
 */
#ifndef MG_REACH_H
#define MG_REACH_H

#include "graph/core/direction.h"
#include "graph/chains/strongest.h"

typedef struct ReachQuery
{
	const Graph *graph; /* with ties by target for DIRECTION_IN */
	uint32_t person;
	Direction direction;   /* out: whom the person can reach; in: who can reach the person */
	uint32_t max_hops;     /* MG_ANY_HOPS: any number */
	double min_strength;   /* of the chain; 0: any */
	const uint32_t *avoid; /* people that no chain may touch */
	size_t avoid_count;
	ChainOrder by;
} ReachQuery;

/*
 * The strongest chain between the person and another: how strong, how long, by whom. Where every
 * chain is too weak to be compared with others (its length is MG_TOO_LONG), no one is the
 * strongest: the strength is the smallest positive number, hops are MG_ANY_HOPS and via is
 * MG_NOBODY.
 */
typedef struct Reached
{
	uint32_t person;
	uint32_t via; /* that person's neighbour on the chain */
	uint32_t hops;
	double strength;
} Reached;

/* Everyone in reach, in the order of people, the person not among them; allocated here. */
extern uint32_t mg_reach(const ReachQuery *query, Reached **reached);

#endif
