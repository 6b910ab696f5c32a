/*
 * brokerage.h - who stands between people without a tie of their own, and between which groups.
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

/* What chance would give to a person; NaN where undefined. */
typedef struct BrokerChance
{
	double expected[BROKER_ROLES];
	double deviation[BROKER_ROLES]; /* standard deviation; NaN in place of 0 */
} BrokerChance;

/* It depends on the size of the person's group only. */
typedef struct BrokerChances
{
	uint32_t *of_size; /* a place in chance for each size that there is */
	BrokerChance *chance;
} BrokerChances;

/* For a person whose group is known. */
static inline const BrokerChance *
mg_broker_chance(const BrokerChances *chances, const Labels *labels, uint32_t person)
{
	return &chances->chance[chances->of_size[labels->size[labels->group[person]]]];
}

/*
 * For each person the ordered triples a -> v -> b with a <> b and no tie a -> b in which they are
 * v, by role. Triples with a person whose group is unknown do not count. The graph must have its
 * ties by target. No count can overflow: a person is between less than 2^54 pairs. About ties *
 * sqrt(ties) at worst; 8 bytes a tie and some 80 a person.
 */
extern void mg_brokerage(const Graph *graph, const Labels *labels, BrokerCounts *counts);

/*
 * What to expect if each of the ties among the people with a group were anywhere with the same
 * probability, their density; all NaN if there is but one such person. O(groups + people + ties),
 * and the number of different sizes of groups squared.
 */
extern void mg_broker_chances(const Graph *graph, const Labels *labels, BrokerChances *chances);
extern void mg_broker_chances_free(BrokerChances *chances);

#endif
