/*
 * outsight.c - how many of everyone's contacts are in other teams, units, companies and levels.
 */
#include "base/compat.h"

#include <math.h>

#include "server/arguments.h"
#include "server/groups.h"
#include "graph/groups/outsight.h"
#include "server/results.h"
#include "values/names.h"

enum
{
	NETWORK,
	TEAM,
	UNIT,
	COMPANY,
	LEVEL,
	FORMER_UNITS,
	TARGET_UNIT,
	NEIGHBOURS,
	LEVELS_ABOVE
};

/* The labels of an optional affiliation; NULL if it is not given. */
static Labels *
optional_labels(FunctionCallInfo fcinfo, int argument, const Graph *graph,
				const Affiliation **affiliation)
{
	Labels *labels;

	*affiliation = NULL;
	if (PG_ARGISNULL(argument))
		return NULL;
	*affiliation = mg_affiliation_argument(fcinfo, argument);
	labels = palloc(sizeof(Labels));
	mg_labels_of(graph, *affiliation, labels);
	return labels;
}

/* ---- levels ---- */

/* A plain decimal number, nothing before or after it. */
static bool
parse_level(const char *name, double *level)
{
	char *end;

	if (*name == '\0' || strspn(name, "0123456789+-.eE") != strlen(name))
		return false;
	*level = strtod(name, &end);
	return *end == '\0' && isfinite(*level);
}

static double
level_of_group(const Affiliation *affiliation, uint32 group)
{
	int length;
	const char *bytes = mg_affiliation_name(affiliation, group, &length);
	char *name = pnstrdup(bytes, length);
	const uint32 *groups = mg_affiliation_groups(affiliation);
	uint32 person = 0;
	double level;

	if (parse_level(name, &level))
	{
		pfree(name);
		return level;
	}
	while (groups[person] != group)
		person++;
	ereport(
		ERROR,
		(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION), errmsg("level of a person is not a number"),
		 errdetail("Person " INT64_FORMAT " has the level \"%s\".", affiliation->ids[person], name),
		 errhint("A level is a number; a greater number is more senior.")));
	return NAN;
}

/* The level of each person of the network, NaN if unknown. */
static double *
levels_of_people(FunctionCallInfo fcinfo, const Graph *graph)
{
	const Affiliation *affiliation;
	Labels *labels = optional_labels(fcinfo, LEVEL, graph, &affiliation);
	double *of_group;
	double *of_person;
	uint32 steps = 0;
	uint32 i;

	if (!labels)
		return NULL;
	of_group = mg_alloc_array(double, (size_t) labels->groups + 1);
	for (i = 0; i < labels->groups; i++)
	{
		mg_step(&steps);
		of_group[i] = level_of_group(affiliation, i);
	}
	of_group[labels->groups] = NAN;
	of_person = mg_alloc_array(double, graph->people);
	for (i = 0; i < graph->people; i++)
	{
		mg_step(&steps);
		of_person[i] = of_group[labels->group[i]];
	}
	mg_free(of_group);
	mg_labels_free(labels);
	return of_person;
}

/* ---- units of another time ---- */

/* The order of two groups' names. */
static int
compare_groups(const Affiliation *a, uint32 group_a, const Affiliation *b, uint32 group_b)
{
	int length_a;
	int length_b;
	const char *name_a = mg_affiliation_name(a, group_a, &length_a);
	const char *name_b = mg_affiliation_name(b, group_b, &length_b);

	return mg_compare_names(name_a, length_a, name_b, length_b);
}

/* The unit of each person in another affiliation, numbered as in that of present units. */
static const uint32 *
units_of_people(const Graph *graph, const Affiliation *units, const Affiliation *affiliation)
{
	Labels labels;
	uint32 *of_group;
	uint32 *of_person;
	uint32 steps = 0;
	uint32 unit = 0;
	uint32 i;

	mg_labels_of(graph, affiliation, &labels);
	of_group = mg_alloc_array(uint32, (size_t) labels.groups + 1);
	for (i = 0; i < labels.groups; i++)
	{
		while (unit < units->groups && compare_groups(units, unit, affiliation, i) < 0)
		{
			mg_step(&steps);
			unit++;
		}
		of_group[i] = unit < units->groups && compare_groups(units, unit, affiliation, i) == 0
						  ? unit
						  : MG_NO_SUCH_UNIT;
	}
	of_group[labels.groups] = MG_NOBODY;
	of_person = mg_alloc_array(uint32, graph->people);
	for (i = 0; i < graph->people; i++)
	{
		mg_step(&steps);
		of_person[i] = of_group[labels.group[i]];
	}
	mg_free(of_group);
	mg_labels_free(&labels);
	return of_person;
}

/* Reads the units of other times; without present units there is nobody to find in them. */
static void
open_other_units(FunctionCallInfo fcinfo, const Graph *graph, const Affiliation *units,
				 Surroundings *around)
{
	if (!PG_ARGISNULL(FORMER_UNITS))
	{
		int count;
		const Affiliation **formers =
			mg_affiliations_argument(fcinfo, FORMER_UNITS, "former_units", &count);
		const uint32 **former_units = palloc(count * sizeof(*former_units) + 1);
		int i;

		around->former_units = former_units;
		around->formers = units ? count : 0;
		for (i = 0; i < around->formers; i++)
			former_units[i] = units_of_people(graph, units, formers[i]);
	}
	if (!PG_ARGISNULL(TARGET_UNIT) && units)
		around->target_unit =
			units_of_people(graph, units, mg_affiliation_argument(fcinfo, TARGET_UNIT));
}

/* ---- the function ---- */

/* A count; NULL for NaN. */
static void
set_count(Datum *values, bool *nulls, int column, double count)
{
	nulls[column] = isnan(count);
	values[column] = nulls[column] ? (Datum) 0 : Int64GetDatum((int64) count);
}

/* outsight(network, team, unit, company, level, former_units, target_unit, neighbours,
 * levels_above)
 */
MG_FUNCTION(mg_sql_outsight);
Datum
mg_sql_outsight(PG_FUNCTION_ARGS)
{
	Rows rows;
	enum
	{
		PERSON,
		ALTERS,
		KNOWN_TEAM,
		OUTSIDE_TEAM,
		KNOWN_UNIT,
		OUTSIDE_UNIT,
		KNOWN_COMPANY,
		OUTSIDE_COMPANY,
		KNOWN_LEVEL,
		ABOVE,
		KNOWN_ABOVE,
		ABOVE_ELSEWHERE,
		FORMER_SHARE,
		TARGET_SHARE,
		COLUMNS
	};
	Surroundings around = {NULL};
	const Affiliation *units;
	const Affiliation *unused;
	Neighbours neighbours;
	const Graph *graph;
	Alters alters;
	uint32 person;

	mg_start_rows(fcinfo, &rows);
	if (PG_ARGISNULL(NETWORK) || PG_ARGISNULL(NEIGHBOURS) || PG_ARGISNULL(LEVELS_ABOVE))
		return (Datum) 0;
	neighbours = mg_neighbours_argument(fcinfo, NEIGHBOURS);
	around.levels_above = PG_GETARG_INT32(LEVELS_ABOVE);
	mg_check_at_least(around.levels_above, 1, "levels_above", "1 is anybody above.");
	graph = mg_open_for_alters(fcinfo, NETWORK, neighbours);
	around.team = optional_labels(fcinfo, TEAM, graph, &unused);
	around.unit = optional_labels(fcinfo, UNIT, graph, &units);
	around.company = optional_labels(fcinfo, COMPANY, graph, &unused);
	around.level = levels_of_people(fcinfo, graph);
	open_other_units(fcinfo, graph, units, &around);

	mg_alters_start(graph, neighbours, &alters);
	for (person = 0; person < graph->people; person++)
	{
		Datum values[COLUMNS];
		bool nulls[COLUMNS] = {false};
		Outsight figures;
		uint32 count;
		const uint32 *row = mg_alters_of(&alters, person, &count);

		mg_outsight_of(&around, person, row, count, &figures);
		values[PERSON] = Int64GetDatum(graph->ids[person]);
		values[ALTERS] = Int64GetDatum(count);
		set_count(values, nulls, KNOWN_TEAM, figures.known_team);
		mg_set_figure(values, nulls, OUTSIDE_TEAM, figures.outside_team);
		set_count(values, nulls, KNOWN_UNIT, figures.known_unit);
		mg_set_figure(values, nulls, OUTSIDE_UNIT, figures.outside_unit);
		set_count(values, nulls, KNOWN_COMPANY, figures.known_company);
		mg_set_figure(values, nulls, OUTSIDE_COMPANY, figures.outside_company);
		set_count(values, nulls, KNOWN_LEVEL, figures.known_level);
		set_count(values, nulls, ABOVE, figures.above);
		set_count(values, nulls, KNOWN_ABOVE, figures.known_above);
		set_count(values, nulls, ABOVE_ELSEWHERE, figures.above_elsewhere);
		mg_set_figure(values, nulls, FORMER_SHARE, figures.former_share);
		mg_set_figure(values, nulls, TARGET_SHARE, figures.target_share);
		mg_put_row(&rows, values, nulls);
	}
	mg_alters_free(&alters);
	return (Datum) 0;
}
