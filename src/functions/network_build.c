/*
 * network_build.c - the aggregates network_agg and network_union.
 *
 * One state serves both: a Builder (graph/core/build.c) as long as people and ties come in, and a
 * Graph once the network has been asked for. A hashed aggregate that is scanned again calls the
 * final function on the same states again, so the state stays a Graph that can be read any number
 * of times. Between processes a state travels as a sorted and de-duplicated network without
 * fingerprint, which is never larger than the result, and arrives as a Graph. Partial states are
 * added up tie by tie; the final sort makes equal input equal bytes, whatever the order, the number
 * of workers or the way the states were combined.
 *
 * There is no state before there is something in it: an aggregate that was given no person and no
 * network is NULL, as it is over no rows.
 */
#include "base/compat.h"

#include "utils/memutils.h"

#include "server/arguments.h"
#include "server/networks.h"
#include "graph/core/build.h"
#include "values/network.h"
#include "values/varlena.h"

typedef struct NetworkState
{
	Builder *builder; /* NULL: finished */
	Graph graph;      /* if finished */
} NetworkState;

/* What builds the state so far, or a new one. The aggregate's context must be current. */
static Builder *
builder_of(NetworkState *state)
{
	if (state->builder == NULL)
	{
		state->builder = mg_builder_create();
		if (state->graph.out_start)
			mg_builder_add_graph(state->builder, &state->graph);
	}
	return state->builder;
}

/* The network of the state so far. The aggregate's context must be current. */
static const Graph *
finished(NetworkState *state)
{
	if (state->builder)
		mg_builder_finish(state->builder, &state->graph);
	state->builder = NULL;
	return &state->graph;
}

/* The state so far, or a new one. The aggregate's context must be current. */
static NetworkState *
state_argument(FunctionCallInfo fcinfo)
{
	if (!PG_ARGISNULL(0))
		return (NetworkState *) PG_GETARG_POINTER(0);
	return palloc0(sizeof(NetworkState));
}

static void
refuse_unknown_strength(int64 source, int64 target)
{
	ereport(
		ERROR,
		(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("strength of a tie must not be NULL"),
		 errdetail("The tie from person " INT64_FORMAT " to person " INT64_FORMAT
				   " has no strength.",
				   source, target),
		 errhint("Leave such ties out with FILTER (WHERE strength IS NOT NULL), or replace NULL "
				 "with coalesce.")));
}

/* network_agg(source, target [, strength]) */
MG_FUNCTION(mg_sql_network_agg_add);
Datum
mg_sql_network_agg_add(PG_FUNCTION_ARGS)
{
	bool no_source = PG_ARGISNULL(1);
	bool no_target = PG_ARGISNULL(2);
	bool weighted = PG_NARGS() > 3;
	MemoryContext caller;
	NetworkState *state;

	if (no_source && no_target)
		return mg_unchanged_state(fcinfo);
	caller = mg_enter_aggregate(fcinfo);
	state = state_argument(fcinfo);
	if (!no_source && !no_target)
	{
		int64 source = PG_GETARG_INT64(1);
		int64 target = PG_GETARG_INT64(2);
		double strength = 1.0;

		mg_check_not_self(source, target);
		if (weighted)
		{
			if (PG_ARGISNULL(3))
				refuse_unknown_strength(source, target);
			strength = PG_GETARG_FLOAT8(3);
			mg_check_strength(strength, source, target);
		}
		mg_builder_add_tie(builder_of(state), source, target, strength);
	}
	else
		mg_builder_add_person(builder_of(state), PG_GETARG_INT64(no_source ? 2 : 1));
	MemoryContextSwitchTo(caller);
	PG_RETURN_POINTER(state);
}

/* network_union(network) */
MG_FUNCTION(mg_sql_network_union_add);
Datum
mg_sql_network_union_add(PG_FUNCTION_ARGS)
{
	const Graph *graph;
	MemoryContext caller;
	NetworkState *state;

	if (PG_ARGISNULL(1))
		return mg_unchanged_state(fcinfo);
	graph = mg_open_network(fcinfo, 1, MG_OUT_TIES_ONCE);
	caller = mg_enter_aggregate(fcinfo);
	state = state_argument(fcinfo);
	mg_builder_add_graph(builder_of(state), graph);
	MemoryContextSwitchTo(caller);
	PG_RETURN_POINTER(state);
}

MG_FUNCTION(mg_sql_network_agg_combine);
Datum
mg_sql_network_agg_combine(PG_FUNCTION_ARGS)
{
	MemoryContext caller;
	NetworkState *state;

	if (PG_ARGISNULL(1))
		return mg_unchanged_state(fcinfo);
	caller = mg_enter_aggregate(fcinfo);
	state = state_argument(fcinfo);
	mg_builder_add_graph(builder_of(state), finished((NetworkState *) PG_GETARG_POINTER(1)));
	MemoryContextSwitchTo(caller);
	PG_RETURN_POINTER(state);
}

/* The state as bytes: a network without fingerprint. */
MG_FUNCTION(mg_sql_network_agg_serialize);
Datum
mg_sql_network_agg_serialize(PG_FUNCTION_ARGS)
{
	MemoryContext caller = mg_enter_aggregate(fcinfo);
	const Graph *graph = finished((NetworkState *) PG_GETARG_POINTER(0));

	MemoryContextSwitchTo(caller);
	PG_RETURN_BYTEA_P(mg_network_make_partial(graph));
}

MG_FUNCTION(mg_sql_network_agg_deserialize);
Datum
mg_sql_network_agg_deserialize(PG_FUNCTION_ARGS)
{
	NetworkState *state;
	const char *problem;

	mg_aggregate_context(fcinfo);
	state = palloc0(sizeof(NetworkState));
	mg_network_view((Network *) mg_plain_value(PG_GETARG_DATUM(0)), &state->graph);
	problem = mg_network_problem(&state->graph);
	if (problem)
		elog(ERROR, "damaged partial network: %s", problem);
	PG_RETURN_POINTER(state);
}

MG_FUNCTION(mg_sql_network_agg_final);
Datum
mg_sql_network_agg_final(PG_FUNCTION_ARGS)
{
	MemoryContext caller = mg_enter_aggregate(fcinfo);
	const Graph *graph = PG_ARGISNULL(0) ? NULL : finished((NetworkState *) PG_GETARG_POINTER(0));

	MemoryContextSwitchTo(caller);
	if (graph == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(mg_network_make(graph));
}
