/*
 * brokerage_chance.h - expected counts of brokerage roles.
 */
#ifndef MG_BROKERAGE_CHANCE_H
#define MG_BROKERAGE_CHANCE_H

#include "graph/groups/brokerage.h"

/* The expected counts of a person; NaN where undefined. */
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
 * What to expect if each of the ties among the people with a group were anywhere with the same
 * probability, their density; all NaN if there is but one such person. O(groups + people + ties),
 * and the number of different sizes of groups squared.
 */
extern void mg_broker_chances(const Graph *graph, const Labels *labels, BrokerChances *chances);
extern void mg_broker_chances_free(BrokerChances *chances);

#endif
