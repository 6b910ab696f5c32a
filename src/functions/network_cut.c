/*
 * network_cut.c - networks made from networks: without people, reversed, sums and differences; the
 * ties in which two networks differ.
 *
 * Each opens its arguments, has graph/core/cut.c write the result, and makes a value of it: one
 * pass over the ties and one fingerprint.
 */
#include "base/compat.h"

#include "server/arguments.h"
#include "server/networks.h"
#include "graph/core/build.h"
#include "graph/core/changes.h"
#include "graph/core/cut.h"
#include "server/results.h"
#include "values/network.h"

static Datum
made(Graph *graph)
{
	Network *network = mg_network_make(graph);

	mg_graph_free(graph);
	PG_RETURN_POINTER(network);
}

/* The network with only the listed people, or only the others. Unknown people do not matter. */
static Datum
keep_listed(FunctionCallInfo fcinfo, bool listed)
{
	const Graph *graph = mg_open_network(fcinfo, 0, MG_OUT_TIES);
	size_t count;
	const int64 *ids = mg_people_argument(fcinfo, 1, "people", &count);
	bool *keep = mg_alloc_array(bool, graph->people);
	uint32 steps = 0;
	Graph result;
	size_t i;

	memset(keep, !listed, graph->people);
	for (i = 0; i < count; i++)
	{
		uint32 person = mg_graph_person(graph, ids[i]);

		mg_step(&steps);
		if (person != MG_NOBODY)
			keep[person] = listed;
	}
	mg_cut_keep(graph, keep, 0, &result);
	mg_free(keep);
	return made(&result);
}

MG_FUNCTION(mg_sql_without);
Datum
mg_sql_without(PG_FUNCTION_ARGS)
{
	return keep_listed(fcinfo, false);
}

MG_FUNCTION(mg_sql_among);
Datum
mg_sql_among(PG_FUNCTION_ARGS)
{
	return keep_listed(fcinfo, true);
}

MG_FUNCTION(mg_sql_with_people);
Datum
mg_sql_with_people(PG_FUNCTION_ARGS)
{
	const Graph *graph = mg_open_network(fcinfo, 0, MG_OUT_TIES);
	size_t count;
	const int64 *ids = mg_people_argument(fcinfo, 1, "people", &count);
	Builder *builder = mg_builder_create();
	Graph strangers;
	Graph result;
	size_t i;

	for (i = 0; i < count; i++)
		mg_builder_add_person(builder, ids[i]);
	mg_builder_finish(builder, &strangers);
	mg_cut_combine(graph, &strangers, COMBINE_PLUS, &result);
	mg_graph_free(&strangers);
	return made(&result);
}

MG_FUNCTION(mg_sql_at_least);
Datum
mg_sql_at_least(PG_FUNCTION_ARGS)
{
	const Graph *graph = mg_open_network(fcinfo, 0, MG_OUT_TIES);
	double strength = PG_GETARG_FLOAT8(1);
	Graph result;

	mg_check_share(strength, "strength");
	mg_cut_keep(graph, NULL, strength, &result);
	return made(&result);
}

MG_FUNCTION(mg_sql_reversed);
Datum
mg_sql_reversed(PG_FUNCTION_ARGS)
{
	const Graph *graph = mg_open_network(fcinfo, 0, MG_ALL_TIES_IF_KEPT);
	Graph result;

	mg_cut_reversed(graph, &result);
	return made(&result);
}

/*
 * without_tie(network, source, target): unchanged if source or target is NULL, or there is no such
 * tie
 */
MG_FUNCTION(mg_sql_without_tie);
Datum
mg_sql_without_tie(PG_FUNCTION_ARGS)
{
	const Graph *graph;
	uint32 source;
	uint32 target;
	uint32 tie;
	Graph result;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
		return PG_GETARG_DATUM(0);
	graph = mg_open_network(fcinfo, 0, MG_OUT_TIES);
	source = mg_graph_person(graph, PG_GETARG_INT64(1));
	target = mg_graph_person(graph, PG_GETARG_INT64(2));
	if (source == MG_NOBODY || target == MG_NOBODY)
		return PG_GETARG_DATUM(0);
	tie = mg_graph_tie(graph, source, target);
	if (tie == MG_NOBODY)
		return PG_GETARG_DATUM(0);
	mg_cut_without_tie(graph, tie, &result);
	return made(&result);
}

MG_FUNCTION(mg_sql_mutual);
Datum
mg_sql_mutual(PG_FUNCTION_ARGS)
{
	const Graph *graph = mg_open_network(fcinfo, 0, MG_OUT_TIES);
	Graph result;

	mg_cut_mutual(graph, &result);
	return made(&result);
}

/* ego_network(network, person, radius): NULL for an unknown person */
MG_FUNCTION(mg_sql_ego_network);
Datum
mg_sql_ego_network(PG_FUNCTION_ARGS)
{
	const Graph *graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	uint32 person = mg_graph_person(graph, PG_GETARG_INT64(1));
	int32 radius = PG_GETARG_INT32(2);
	bool *mark;
	Graph result;

	mg_check_at_least(radius, 0, "radius", "0 is the person alone, 1 their neighbours too.");
	if (person == MG_NOBODY)
		PG_RETURN_NULL();
	mark = mg_alloc_zero_array(bool, graph->people);
	mg_cut_mark_around(graph, person, radius, mark);
	mg_cut_keep(graph, mark, 0, &result);
	mg_free(mark);
	return made(&result);
}

static Datum
combined(FunctionCallInfo fcinfo, Combination how)
{
	const Graph *a = mg_open_network(fcinfo, 0, MG_OUT_TIES);
	const Graph *b = mg_open_network(fcinfo, 1, MG_OUT_TIES);
	Graph result;

	mg_cut_combine(a, b, how, &result);
	return made(&result);
}

MG_FUNCTION(mg_sql_network_plus);
Datum
mg_sql_network_plus(PG_FUNCTION_ARGS)
{
	return combined(fcinfo, COMBINE_PLUS);
}

MG_FUNCTION(mg_sql_network_minus);
Datum
mg_sql_network_minus(PG_FUNCTION_ARGS)
{
	return combined(fcinfo, COMBINE_MINUS);
}

MG_FUNCTION(mg_sql_network_common);
Datum
mg_sql_network_common(PG_FUNCTION_ARGS)
{
	return combined(fcinfo, COMBINE_COMMON);
}

/* ---- what differs ---- */

/* changes(before, after): rows (source, target, strength_before, strength_after) */
MG_FUNCTION(mg_sql_changes);
Datum
mg_sql_changes(PG_FUNCTION_ARGS)
{
	Rows rows;
	Changes changes;
	TieChange change;

	mg_start_rows(fcinfo, &rows);
	mg_changes_start(mg_open_network(fcinfo, 0, MG_OUT_TIES),
					 mg_open_network(fcinfo, 1, MG_OUT_TIES), &changes);
	while (mg_changes_next(&changes, &change))
	{
		Datum values[4] = {Int64GetDatum(change.source), Int64GetDatum(change.target),
						   Float8GetDatum(change.before), Float8GetDatum(change.after)};
		bool nulls[4] = {false, false, change.before == 0, change.after == 0};

		mg_put_row(&rows, values, nulls);
	}
	mg_changes_end(&changes);
	return (Datum) 0;
}
