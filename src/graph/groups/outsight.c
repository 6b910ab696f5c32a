/*
 * outsight.c - how many of a person's contacts are in other teams, units, companies and levels.
 *
 * Every share is over the alters for whom the question can be answered: a contact of unknown group
 * is not outside, so the number of the known is returned beside the share. The counts above are 0
 * for someone without contacts, and NaN if nothing is known about the contacts there are. O(alters)
 * a person and affiliation.
 */
#include "graph/groups/outsight.h"

#include <math.h>

/* How many alters have a known group, and the share of them in another than the person's. */
static void
look_outside(const Labels *labels, uint32_t person, const uint32_t *alters, uint32_t count,
			 double *known, double *outside)
{
	uint32_t grouped = 0;
	uint32_t own = 0;
	uint32_t i;

	*known = *outside = NAN;
	if (!labels)
		return;
	for (i = 0; i < count; i++)
	{
		uint32_t group = labels->group[alters[i]];

		grouped += group < labels->groups;
		own += group == labels->group[person];
	}
	*known = grouped;
	if (grouped > 0 && mg_label_known(labels, person))
		*outside = (double) (grouped - own) / grouped;
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
	uint32_t levels = 0;
	uint32_t above = 0;
	uint32_t units = 0;
	uint32_t elsewhere = 0;
	uint32_t i;

	figures->known_level = figures->above = NAN;
	figures->known_above = figures->above_elsewhere = NAN;
	if (!around->level)
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
	figures->known_level = levels;
	if (isnan(around->level[person]) || levels == 0)
		return;
	figures->above = above;
	if (!unit || !mg_label_known(unit, person))
		return;
	figures->known_above = units;
	if (above == 0 || units > 0)
		figures->above_elsewhere = elsewhere;
}

void
mg_outsight_of(const Surroundings *around, uint32_t person, const uint32_t *alters, uint32_t count,
			   Outsight *figures)
{
	look_outside(around->team, person, alters, count, &figures->known_team, &figures->outside_team);
	look_outside(around->unit, person, alters, count, &figures->known_unit, &figures->outside_unit);
	look_outside(around->company, person, alters, count, &figures->known_company,
				 &figures->outside_company);
	count_above(around, person, alters, count, figures);
	figures->former_share =
		share_in(around->unit, around->former_units, around->formers, person, alters, count);
	figures->target_share = share_in(around->unit, &around->target_unit,
									 around->target_unit ? 1 : 0, person, alters, count);
}
