/*
 * brokerage.h - how often people link two others who have no tie, by groups.
 */
#ifndef MG_BROKERAGE_H
#define MG_BROKERAGE_H

#include "graph/core/labels.h"

/* What v is in a -> v -> b, by the groups of a, v, b; X, Y, Z are different groups. */
typedef enum BrokerRole
{
	BROKER_COORDINATOR,    /* X X X */
	BROKER_CONSULTANT,     /* Y X Y */
	BROKER_REPRESENTATIVE, /* X X Y */
	BROKER_GATEKEEPER,     /* Y X X */
	BROKER_LIAISON,        /* Y X Z */
	BROKER_TOTAL,          /* their sum */
	BROKER_ROLES
} BrokerRole;

typedef struct BrokerCounts
{
	int64_t role[BROKER_ROLES];
} BrokerCounts;

/*
 * For each person the ordered triples a -> v -> b with a <> b and no tie a -> b in which they are
 * v, by role. Triples with a person whose group is unknown do not count. The graph must have its
 * ties by target. No count can overflow: a person is between less than 2^54 pairs. About ties *
 * sqrt(ties) at worst; 8 bytes a tie and some 80 a person.
 */
extern void mg_brokerage(const Graph *graph, const Labels *labels, BrokerCounts *counts);

#endif
