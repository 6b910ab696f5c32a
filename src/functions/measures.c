/*
 * measures.c - figures of everybody, side by side: degree alone, and all that is nearly linear.
 */
#include "base/compat.h"

#include <math.h>

#include "graph/centrality/pagerank.h"
#include "graph/communities/communities.h"
#include "graph/core/degree.h"
#include "graph/holes/holes.h"
#include "graph/structure/components.h"
#include "graph/structure/coreness.h"
#include "graph/structure/cut_people.h"
#include "server/arguments.h"
#include "server/networks.h"
#include "server/context.h"
#include "server/results.h"

/* degree(network) */
MG_FUNCTION(mg_sql_degree);
Datum
mg_sql_degree(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Graph *graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	PersonDegree *degrees = mg_alloc_array(PersonDegree, graph->people);
	bool nulls[6] = {false};
	uint32 person;

	mg_start_rows(fcinfo, &rows);
	mg_degrees(graph, degrees);
	for (person = 0; person < graph->people; person++)
	{
		const PersonDegree *degree = &degrees[person];
		Datum values[6] = {
			Int64GetDatum(graph->ids[person]),   Int64GetDatum(degree->in_ties),
			Int64GetDatum(degree->out_ties),     Int64GetDatum(mg_contact_count(degree)),
			Float8GetDatum(degree->in_strength), Float8GetDatum(degree->out_strength),
		};

		mg_put_row(&rows, values, nulls);
	}
	mg_free(degrees);
	return (Datum) 0;
}

/* ---- person_measures ---- */

/* By person; NULL where nobody has the figure. */
typedef struct PersonMeasures
{
	PersonDegree *degree;
	HolesFigures *holes;
	double *pagerank;
	uint32 *coreness;
	uint32 *component;
	uint32 *community;
	bool *cut;
} PersonMeasures;

/* All figures, with the defaults of the functions that give them one by one. */
static PersonMeasures
measure(const HolesQuery *query, bool any_seed, const bool *seed)
{
	const Graph *graph = query->graph;
	PersonMeasures measures = {
		.degree = mg_alloc_array(PersonDegree, graph->people),
		.holes = mg_alloc_array(HolesFigures, graph->people),
		.coreness = mg_alloc_array(uint32, graph->people),
		.component = mg_alloc_array(uint32, graph->people),
		.community = mg_alloc_array(uint32, graph->people),
		.cut = mg_alloc_array(bool, graph->people),
	};

	mg_degrees(graph, measures.degree);
	mg_holes(query, measures.holes);
	if (any_seed || seed)
	{
		measures.pagerank = mg_alloc_array(double, graph->people);
		mg_pagerank(graph, DIRECTION_IN, 0.85, seed, measures.pagerank);
	}
	mg_coreness(graph, MG_BOTH, measures.coreness);
	mg_weak_components(graph, measures.component);
	mg_cut_people(graph, measures.cut);
	mg_communities(graph, 1, 1, measures.community);
	return measures;
}

static void
put_measures(Rows *rows, const Graph *graph, const PersonMeasures *measures, uint32 person)
{
	enum
	{
		PERSON,
		CONTACTS,
		IN_TIES,
		OUT_TIES,
		IN_STRENGTH,
		OUT_STRENGTH,
		MUTUAL,
		DENSITY,
		EFFECTIVE_SIZE,
		EFFICIENCY,
		CONSTRAINT,
		CLUSTERS,
		PAGERANK,
		CORENESS,
		COMPONENT,
		IS_CUT_PERSON,
		COMMUNITY,
		COLUMNS
	};
	const PersonDegree *degree = &measures->degree[person];
	const HolesFigures *holes = &measures->holes[person];
	bool nulls[COLUMNS] = {false};
	Datum values[COLUMNS];

	values[PERSON] = Int64GetDatum(graph->ids[person]);
	values[CONTACTS] = Int64GetDatum(mg_contact_count(degree));
	values[IN_TIES] = Int64GetDatum(degree->in_ties);
	values[OUT_TIES] = Int64GetDatum(degree->out_ties);
	values[IN_STRENGTH] = Float8GetDatum(degree->in_strength);
	values[OUT_STRENGTH] = Float8GetDatum(degree->out_strength);
	values[MUTUAL] = Int64GetDatum(degree->mutual);
	mg_set_figure(values, nulls, DENSITY, mg_holes_density(holes));
	mg_set_figure(values, nulls, EFFECTIVE_SIZE, holes->effective_size);
	mg_set_figure(values, nulls, EFFICIENCY, mg_holes_efficiency(holes));
	mg_set_figure(values, nulls, CONSTRAINT, holes->constraint);
	values[CLUSTERS] = Int64GetDatum(holes->clusters);
	mg_set_figure(values, nulls, PAGERANK, measures->pagerank ? measures->pagerank[person] : NAN);
	values[CORENESS] = Int32GetDatum(measures->coreness[person]);
	values[COMPONENT] = Int32GetDatum(measures->component[person] + 1);
	values[IS_CUT_PERSON] = BoolGetDatum(measures->cut[person]);
	values[COMMUNITY] = Int32GetDatum(measures->community[person] + 1);
	mg_put_row(rows, values, nulls);
}

/* person_measures(network, neighbours, context, seeds); context and seeds may be NULL */
MG_FUNCTION(mg_sql_person_measures);
Datum
mg_sql_person_measures(PG_FUNCTION_ARGS)
{
	Rows rows;
	HolesQuery query = {.scope = SCOPE_WHOLE};
	bool any_seed = PG_ARGISNULL(3);
	PersonMeasures measures;
	uint32 person;

	mg_start_rows(fcinfo, &rows);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		return (Datum) 0;
	query.neighbours = mg_neighbours_argument(fcinfo, 1);
	query.graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	query.context = mg_context_argument(fcinfo, 2, query.graph);
	measures =
		measure(&query, any_seed,
				any_seed ? NULL : mg_marked_people_argument(fcinfo, 3, "seeds", query.graph));
	for (person = 0; person < query.graph->people; person++)
		put_measures(&rows, query.graph, &measures, person);
	return (Datum) 0;
}
