/*
 * centrality.c - positions in the network: pagerank, betweenness, closeness, coreness.
 *
 * Each gives one row a person, by id. The algorithms and their cost are in src/graph.
 */
#include "compat.h"

#include "common/shortest_dec.h"

#include "arguments.h"
#include "cache.h"
#include "graph/betweenness.h"
#include "graph/closeness.h"
#include "graph/coreness.h"
#include "graph/pagerank.h"
#include "results.h"

static void
put_figures(FunctionCallInfo fcinfo, const Graph *graph, const double *figures)
{
	uint32 person;

	for (person = 0; person < graph->people; person++)
	{
		Datum values[2] = {Int64GetDatum(graph->ids[person])};
		bool nulls[2] = {false, false};

		mg_set_figure(values, nulls, 1, figures[person]);
		mg_put_row(fcinfo, values, nulls);
	}
}

/* ---- pagerank ---- */

static double
damping_argument(FunctionCallInfo fcinfo, int argument)
{
	double damping = PG_GETARG_FLOAT8(argument);
	char shown[DOUBLE_SHORTEST_DECIMAL_LEN];

	if (damping >= 0 && damping < 1)
		return damping;
	double_to_shortest_decimal_buf(damping, shown);
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("\"damping\" must be at least 0 and less than 1"),
					errdetail("The value is %s.", shown), errhint("0.85 is usual.")));
	return 0;
}

/* Marks the known people of a bigint[] argument; gives their count. */
static uint32
mark_known(FunctionCallInfo fcinfo, int argument, const char *name, const Graph *graph, bool *known)
{
	size_t count;
	const int64 *ids = mg_people_argument(fcinfo, argument, name, &count);
	uint32 marked = 0;
	uint32 steps = 0;
	size_t i;

	for (i = 0; i < count; i++)
	{
		uint32 person = mg_graph_person(graph, ids[i]);

		mg_step(&steps);
		if (person == MG_NOBODY || known[person])
			continue;
		known[person] = true;
		marked++;
	}
	return marked;
}

/* pagerank(network, damping, seeds, direction); seeds may be NULL */
MG_FUNCTION(mg_pagerank_sql);
Datum
mg_pagerank_sql(PG_FUNCTION_ARGS)
{
	Direction direction;
	const Graph *graph;
	double damping;
	double *rank;
	bool *seed = NULL;

	mg_start_rows(fcinfo);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(3))
		return (Datum) 0;
	damping = damping_argument(fcinfo, 1);
	direction = mg_direction_argument(fcinfo, 3);
	graph = mg_open_network(fcinfo, 0, direction == DIRECTION_OUT ? MG_ALL_TIES : MG_OUT_TIES);
	if (!PG_ARGISNULL(2))
	{
		seed = mg_alloc_zero_array(bool, graph->people);
		if (mark_known(fcinfo, 2, "seeds", graph, seed) == 0)
			return (Datum) 0;
	}
	rank = mg_alloc_array(double, graph->people);
	mg_pagerank(graph, direction, damping, seed, rank);
	put_figures(fcinfo, graph, rank);
	return (Datum) 0;
}

/* ---- betweenness and closeness ---- */

/* betweenness(network, max_hops, samples, seed, weighted); max_hops and samples may be NULL */
MG_FUNCTION(mg_betweenness_sql);
Datum
mg_betweenness_sql(PG_FUNCTION_ARGS)
{
	Betweenness how;
	const Graph *graph;
	double *between;

	mg_start_rows(fcinfo);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(3) || PG_ARGISNULL(4))
		return (Datum) 0;
	how.max_hops = mg_limit_argument(fcinfo, 1, "max_hops", 1);
	how.samples = mg_limit_argument(fcinfo, 2, "samples", 1);
	how.seed = PG_GETARG_INT64(3);
	how.weighted = PG_GETARG_BOOL(4);
	graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	between = mg_alloc_array(double, graph->people);
	mg_betweenness(graph, &how, between);
	put_figures(fcinfo, graph, between);
	return (Datum) 0;
}

/* closeness(network, direction, weighted) */
MG_FUNCTION(mg_closeness_sql);
Datum
mg_closeness_sql(PG_FUNCTION_ARGS)
{
	Direction direction = mg_direction_argument(fcinfo, 1);
	bool weighted = PG_GETARG_BOOL(2);
	const Graph *graph = mg_open_network(fcinfo, 0, weighted ? MG_OUT_TIES : MG_ALL_TIES);
	double *closeness = mg_alloc_array(double, graph->people);

	mg_start_rows(fcinfo);
	if (weighted)
		mg_closeness_weighted(graph, direction, closeness);
	else
		mg_closeness(graph, direction, closeness);
	put_figures(fcinfo, graph, closeness);
	return (Datum) 0;
}

/* ---- coreness ---- */

/* coreness(network, mode) */
MG_FUNCTION(mg_coreness_sql);
Datum
mg_coreness_sql(PG_FUNCTION_ARGS)
{
	static const char *const modes[] = {
		[CORENESS_SIMPLE] = "simple", [CORENESS_IN] = "in", [CORENESS_OUT] = "out"};
	CorenessMode mode = mg_choice_argument(fcinfo, 1, "mode", modes, lengthof(modes));
	const Graph *graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	uint32_t *coreness = mg_alloc_array(uint32_t, graph->people);
	uint32 person;

	mg_start_rows(fcinfo);
	mg_coreness(graph, mode, coreness);
	for (person = 0; person < graph->people; person++)
	{
		Datum values[2] = {Int64GetDatum(graph->ids[person]), Int32GetDatum(coreness[person])};
		bool nulls[2] = {false, false};

		mg_put_row(fcinfo, values, nulls);
	}
	return (Datum) 0;
}
