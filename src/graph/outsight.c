/*
 * outsight.c - how far a person's contacts reach beyond team, unit, company, level and past.
 *
 * Every share is over the alters for whom the question can be answered: an unknown group is no
 * outsider. The counts above are 0 for someone without contacts, and NaN if nothing is known about
 * the contacts there are. O(alters) a person and affiliation.
 */
#include "graph/outsight.h"

#include <math.h>

static double
share_outside(const Labels *labels, uint32_t person, const uint32_t *alters, uint32_t count)
{
	uint32_t known = 0;
	uint32_t own = 0;
	uint32_t i;

	if (!labels || !mg_label_known(labels, person))
		return NAN;
	for (i = 0; i < count; i++)
	{
		uint32_t group = labels->group[alters[i]];

		known += group < labels->groups;
		own += group == labels->group[person];
	}
	return known == 0 ? NAN : (double) (known - own) / known;
}

static bool
is_one_of(const uint32_t *const *units, uint32_t count, uint32_t person, uint32_t unit)
{
	uint32_t i;

	for (i = 0; i < count; i++)
		if (units[i][person] == unit)
			return true;
	return false;
}

/* The share of alters in any of the units that `units` has for the person. */
static double
share_in(const Labels *labels, const uint32_t *const *units, uint32_t units_count, uint32_t person,
		 const uint32_t *alters, uint32_t count)
{
	uint32_t wanted = 0;
	uint32_t known = 0;
	uint32_t found = 0;
	uint32_t i;

	for (i = 0; i < units_count; i++)
		wanted += units[i][person] != MG_NOBODY;
	if (!labels || wanted == 0)
		return NAN;
	for (i = 0; i < count; i++)
	{
		if (!mg_label_known(labels, alters[i]))
			continue;
		known++;
		found += is_one_of(units, units_count, person, labels->group[alters[i]]);
	}
	return known == 0 ? NAN : (double) found / known;
}

static void
count_above(const Surroundings *around, uint32_t person, const uint32_t *alters, uint32_t count,
			Outsight *figures)
{
	const Labels *unit = around->unit;
	uint32_t levels = 0; /* alters whose level is known */
	uint32_t above = 0;
	uint32_t units = 0; /* of those above, whose unit is known */
	uint32_t elsewhere = 0;
	uint32_t i;

	if (!around->level || isnan(around->level[person]))
		return;
	for (i = 0; i < count; i++)
	{
		double level = around->level[alters[i]];

		levels += !isnan(level);
		if (!(level - around->level[person] >= around->levels_above))
			continue;
		above++;
		if (!unit || !mg_label_known(unit, alters[i]))
			continue;
		units++;
		elsewhere += unit->group[alters[i]] != unit->group[person];
	}
	if (count > 0 && levels == 0)
		return;
	figures->above = above;
	if (unit && mg_label_known(unit, person) && (above == 0 || units > 0))
		figures->above_elsewhere = elsewhere;
}

void
mg_outsight_of(const Surroundings *around, uint32_t person, const uint32_t *alters, uint32_t count,
			   Outsight *figures)
{
	figures->outside_team = share_outside(around->team, person, alters, count);
	figures->outside_unit = share_outside(around->unit, person, alters, count);
	figures->outside_company = share_outside(around->company, person, alters, count);
	figures->above = figures->above_elsewhere = NAN;
	count_above(around, person, alters, count, figures);
	figures->former_share =
		share_in(around->unit, around->former_units, around->formers, person, alters, count);
	figures->target_share = share_in(around->unit, &around->target_unit,
									 around->target_unit ? 1 : 0, person, alters, count);
}
