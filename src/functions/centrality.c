/*
 * centrality.c - pagerank, betweenness, closeness, coreness.
 *
 * Each returns one row for each person, ordered by id. The algorithms and their cost are in
 * src/graph.
 */
#include "base/compat.h"

#include "server/arguments.h"
#include "server/networks.h"
#include "graph/centrality/betweenness.h"
#include "graph/centrality/closeness.h"
#include "graph/structure/coreness.h"
#include "graph/centrality/pagerank.h"
#include "server/results.h"

/* ---- pagerank ---- */

static double
damping_argument(FunctionCallInfo fcinfo, int argument)
{
	double damping = PG_GETARG_FLOAT8(argument);

	if (!(damping >= 0 && damping < 1))
		mg_refuse_number("\"damping\" must be at least 0 and less than 1", damping,
						 "The usual value is 0.85.");
	return damping;
}

/* pagerank(network, damping, seeds, direction); seeds may be NULL */
MG_FUNCTION(mg_sql_pagerank);
Datum
mg_sql_pagerank(PG_FUNCTION_ARGS)
{
	Rows rows;
	Direction direction;
	const Graph *graph;
	double damping;
	double *rank;
	bool *seed = NULL;

	mg_start_rows(fcinfo, &rows);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(3))
		return (Datum) 0;
	damping = damping_argument(fcinfo, 1);
	direction = mg_direction_argument(fcinfo, 3);
	graph = mg_open_network(fcinfo, 0, direction == DIRECTION_OUT ? MG_ALL_TIES : MG_OUT_TIES);
	if (!PG_ARGISNULL(2))
	{
		seed = mg_marked_people_argument(fcinfo, 2, "seeds", graph);
		if (!seed)
			return (Datum) 0;
	}
	rank = mg_alloc_array(double, graph->people);
	mg_pagerank(graph, direction, damping, seed, rank);
	mg_put_figures(&rows, graph, rank);
	return (Datum) 0;
}

/* ---- betweenness and closeness ---- */

/* betweenness(network, max_hops, samples, seed, weighted); max_hops and samples may be NULL */
MG_FUNCTION(mg_sql_betweenness);
Datum
mg_sql_betweenness(PG_FUNCTION_ARGS)
{
	Rows rows;
	Betweenness how;
	const Graph *graph;
	double *between;

	mg_start_rows(fcinfo, &rows);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(3) || PG_ARGISNULL(4))
		return (Datum) 0;
	how.max_hops = mg_limit_argument(fcinfo, 1, "max_hops", "NULL means no limit.");
	how.samples = mg_limit_argument(fcinfo, 2, "samples", "NULL means everybody.");
	how.seed = PG_GETARG_INT64(3);
	how.weighted = PG_GETARG_BOOL(4);
	graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	between = mg_alloc_array(double, graph->people);
	mg_betweenness(graph, &how, between);
	mg_put_figures(&rows, graph, between);
	return (Datum) 0;
}

/* closeness(network, direction, weighted) */
MG_FUNCTION(mg_sql_closeness);
Datum
mg_sql_closeness(PG_FUNCTION_ARGS)
{
	Rows rows;
	Direction direction = mg_direction_argument(fcinfo, 1);
	bool weighted = PG_GETARG_BOOL(2);
	const Graph *graph = mg_open_network(fcinfo, 0, weighted ? MG_OUT_TIES : MG_ALL_TIES);
	double *closeness = mg_alloc_array(double, graph->people);

	mg_start_rows(fcinfo, &rows);
	if (weighted)
		mg_closeness_weighted(graph, direction, closeness);
	else
		mg_closeness(graph, direction, closeness);
	mg_put_figures(&rows, graph, closeness);
	return (Datum) 0;
}

/* ---- coreness ---- */

/* coreness(network, neighbours) */
MG_FUNCTION(mg_sql_coreness);
Datum
mg_sql_coreness(PG_FUNCTION_ARGS)
{
	Rows rows;
	Neighbours neighbours = mg_neighbours_argument(fcinfo, 1);
	const Graph *graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	uint32_t *coreness = mg_alloc_array(uint32_t, graph->people);

	mg_start_rows(fcinfo, &rows);
	mg_coreness(graph, neighbours, coreness);
	mg_put_numbers(&rows, graph, coreness, 0);
	return (Datum) 0;
}
