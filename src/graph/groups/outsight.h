/*
 * outsight.h - how many of a person's contacts are in other teams, units, companies and levels.
 */
#ifndef MG_OUTSIGHT_H
#define MG_OUTSIGHT_H

#include "graph/core/labels.h"

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

/*
 * Counts of the alters of whom the answer is known, and shares or counts among these. What is
 * undefined is NaN: all about an affiliation that is not given, and shares of nobody.
 */
typedef struct Outsight
{
	double known_team;
	double outside_team;
	double known_unit; /* former_share and target_share are among these, too */
	double outside_unit;
	double known_company;
	double outside_company;
	double known_level;
	double above;           /* a count of these */
	double known_above;     /* of those above, a count of those whose unit is known */
	double above_elsewhere; /* a count of these: in another unit */
	double former_share;    /* in any of the former units */
	double target_share;
} Outsight;

/* The figures of one person over the given alters. O(alters * (1 + formers)). */
extern void mg_outsight_of(const Surroundings *around, uint32_t person, const uint32_t *alters,
						   uint32_t count, Outsight *figures);

#endif
