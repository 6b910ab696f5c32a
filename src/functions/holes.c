/*
 * holes.c - structural holes of everyone and of one person, who is redundant among contacts, and what
 * a new contact would add.
 */
#include "base/compat.h"

#include "server/arguments.h"
#include "server/networks.h"
#include "server/context.h"
#include "graph/holes/holes.h"
#include "graph/holes/redundant.h"
#include "server/results.h"

/*
 * Reads the network and neighbours, scope and context, the arguments from the given one on; false
 * if one that may not be NULL is NULL.
 */
static bool
holes_query(FunctionCallInfo fcinfo, int first, HolesQuery *query)
{
	static const char *const scopes[] = {"whole", "ego"};

	if (PG_ARGISNULL(0) || PG_ARGISNULL(first) || PG_ARGISNULL(first + 1))
		return false;
	query->neighbours = mg_neighbours_argument(fcinfo, first);
	query->scope = mg_choice_argument(fcinfo, first + 1, "scope", scopes, lengthof(scopes));
	query->graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	query->context = mg_context_argument(fcinfo, first + 2, query->graph);
	return true;
}

static void
put_figures(Rows *rows, int64 person, const HolesFigures *figures)
{
	enum
	{
		PERSON,
		ALTERS,
		ALTER_TIES,
		DENSITY,
		EFFECTIVE_SIZE,
		EFFICIENCY,
		CONSTRAINT,
		HIERARCHY,
		CLUSTERS,
		COLUMNS
	};
	Datum values[COLUMNS];
	bool nulls[COLUMNS] = {false};

	values[PERSON] = Int64GetDatum(person);
	values[ALTERS] = Int64GetDatum(figures->alters);
	values[ALTER_TIES] = Int64GetDatum(figures->alter_ties);
	values[CLUSTERS] = Int64GetDatum(figures->clusters);
	mg_set_figure(values, nulls, DENSITY, mg_holes_density(figures));
	mg_set_figure(values, nulls, EFFECTIVE_SIZE, figures->effective_size);
	mg_set_figure(values, nulls, EFFICIENCY, mg_holes_efficiency(figures));
	mg_set_figure(values, nulls, CONSTRAINT, figures->constraint);
	mg_set_figure(values, nulls, HIERARCHY, figures->hierarchy);
	mg_put_row(rows, values, nulls);
}

/* structural_holes(network, neighbours, scope, context) */
MG_FUNCTION(mg_sql_structural_holes);
Datum
mg_sql_structural_holes(PG_FUNCTION_ARGS)
{
	Rows rows;
	HolesQuery query;
	HolesFigures *figures;
	uint32 person;

	mg_start_rows(fcinfo, &rows);
	if (!holes_query(fcinfo, 1, &query))
		return (Datum) 0;
	figures = mg_alloc_array(HolesFigures, query.graph->people);
	mg_holes(&query, figures);
	for (person = 0; person < query.graph->people; person++)
		put_figures(&rows, query.graph->ids[person], &figures[person]);
	mg_free(figures);
	return (Datum) 0;
}

/* structural_holes_of(network, person, neighbours, scope, context) */
MG_FUNCTION(mg_sql_structural_holes_of);
Datum
mg_sql_structural_holes_of(PG_FUNCTION_ARGS)
{
	Rows rows;
	HolesQuery query;
	HolesFigures figures;
	uint32 person;

	mg_start_rows(fcinfo, &rows);
	if (PG_ARGISNULL(1) || !holes_query(fcinfo, 2, &query))
		return (Datum) 0;
	person = mg_graph_person(query.graph, PG_GETARG_INT64(1));
	if (person == MG_NOBODY)
		return (Datum) 0;
	mg_holes_of(&query, person, &figures);
	put_figures(&rows, query.graph->ids[person], &figures);
	return (Datum) 0;
}

/* redundant_contacts(network, neighbours) */
MG_FUNCTION(mg_sql_redundant_contacts);
Datum
mg_sql_redundant_contacts(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Graph *graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	Neighbours neighbours = mg_neighbours_argument(fcinfo, 1);
	Redundant *found;
	size_t count;
	size_t i;

	mg_start_rows(fcinfo, &rows);
	found = mg_redundant_contacts(graph, neighbours, &count);
	for (i = 0; i < count; i++)
	{
		Datum values[3] = {Int64GetDatum(graph->ids[found[i].person]),
						   Int64GetDatum(graph->ids[found[i].contact]),
						   Int64GetDatum(graph->ids[found[i].closer])};
		bool nulls[3] = {false, false, false};

		mg_put_row(&rows, values, nulls);
	}
	mg_free(found);
	return (Datum) 0;
}

/* contact_value(network, person, candidates) */
MG_FUNCTION(mg_sql_contact_value);
Datum
mg_sql_contact_value(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Graph *graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	uint32 person = mg_graph_person(graph, PG_GETARG_INT64(1));
	size_t count;
	const int64 *ids = mg_people_argument(fcinfo, 2, "candidates", &count);
	uint32 *candidates;
	ContactValue *contacts;
	size_t known = 0;
	uint32 steps = 0;
	size_t i;

	mg_start_rows(fcinfo, &rows);
	if (person == MG_NOBODY)
		return (Datum) 0;
	candidates = mg_alloc_array(uint32, count);
	contacts = mg_alloc_array(ContactValue, count);
	for (i = 0; i < count; i++)
	{
		uint32 candidate = mg_graph_person(graph, ids[i]);

		mg_step(&steps);
		if (candidate != MG_NOBODY && candidate != person)
			candidates[known++] = candidate;
	}
	mg_contact_values(graph, person, candidates, known, contacts);
	for (i = 0; i < known; i++)
	{
		Datum values[3] = {Int64GetDatum(graph->ids[candidates[i]]),
						   Float8GetDatum(contacts[i].effective_size_gain),
						   Int64GetDatum(contacts[i].new_clusters)};
		bool nulls[3] = {false, false, false};

		mg_put_row(&rows, values, nulls);
	}
	mg_free(candidates);
	mg_free(contacts);
	return (Datum) 0;
}
