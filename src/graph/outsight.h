/*
 * outsight.h - how far a person's contacts reach beyond team, unit, company, level and past.
 */
#ifndef MG_OUTSIGHT_H
#define MG_OUTSIGHT_H

#include "graph/labels.h"

/* A unit that is known but that nobody in the network works in. */
#define MG_NO_SUCH_UNIT (UINT32_MAX - 1)

/* What is known about people; each may be NULL. */
typedef struct Surroundings
{
	const Labels *team;
	const Labels *unit;
	const Labels *company;
	const double *level; /* [people] higher is more senior; NaN = unknown */
	/* numbers in unit, MG_NO_SUCH_UNIT, or MG_NOBODY for the unknown */
	const uint32_t *const *former_units; /* [formers][people], NULL for none */
	uint32_t formers;
	const uint32_t *target_unit; /* [people] */
	double levels_above;
} Surroundings;

/* Shares among the alters for whom the answer is known. What is undefined is NaN. */
typedef struct Outsight
{
	double outside_team;
	double outside_unit;
	double outside_company;
	double above;           /* a count */
	double above_elsewhere; /* a count: of these, in another unit */
	double former_share;    /* in any of the former units */
	double target_share;
} Outsight;

/* The figures of one person over the given alters. O(alters * (1 + formers)). */
extern void mg_outsight_of(const Surroundings *around, uint32_t person, const uint32_t *alters,
						   uint32_t count, Outsight *figures);

#endif
