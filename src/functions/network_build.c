/*
 * network_build.c - the aggregates network_agg and network_union.
 *
 * One state serves both: a Builder (graph/core/build.c) as long as people and ties come in, and
 * Graphs once the network has been asked for, or partial states have been combined. A hashed
 * aggregate that is scanned again finishes the same states again, so that finishing leaves the
 * state as one Graph that can be read any number of times. Between processes a state travels as a
 * sorted and de-duplicated network without fingerprint, which is never larger than the result, and
 * arrives as a Graph. Graphs are merged as they stand, each time the last is at least half as large
 * as the one before: O(ties * log(states)), and for a few workers a pass or two. Equal input makes
 * equal bytes, whatever the order, the number of workers or the way the states were combined.
 *
 * There is no state before there is something in it: an aggregate that was given no person and no
 * network is NULL, as it is over no rows.
 */
#include "base/compat.h"

#include "utils/memutils.h"

#include "server/arguments.h"
#include "server/networks.h"
#include "graph/core/build.h"
#include "graph/core/cut.h"
#include "values/network.h"
#include "values/varlena.h"

typedef struct NetworkState
{
	Builder *builder; /* NULL: nothing came in since the last part */
	Graph *parts;     /* from large to small */
	uint32 count;
	uint32 room;
} NetworkState;

/* What takes in people and ties. The aggregate's context must be current, here and below. */
static Builder *
builder_of(NetworkState *state)
{
	if (state->builder == NULL)
		state->builder = mg_builder_create();
	return state->builder;
}

static uint64
size_of(const Graph *graph)
{
	return (uint64) graph->people + graph->ties;
}

/* Room for one part more, which is empty. */
static Graph *
add_part(NetworkState *state)
{
	if (state->count == state->room)
	{
		state->room = state->room == 0 ? 1 : 2 * state->room;
		state->parts = state->parts ? mg_realloc_array(state->parts, Graph, state->room)
									: mg_alloc_array(Graph, state->room);
	}
	memset(&state->parts[state->count], 0, sizeof(Graph));
	return &state->parts[state->count++];
}

/* The last part becomes one with another network. */
static void
merge_into_last(NetworkState *state, const Graph *other)
{
	Graph *last = &state->parts[state->count - 1];
	Graph merged;

	mg_cut_combine(last, other, COMBINE_PLUS, &merged);
	mg_graph_free(last);
	*last = merged;
}

/* The last two parts become one. */
static void
merge_last(NetworkState *state)
{
	Graph last = state->parts[--state->count];

	merge_into_last(state, &last);
	mg_graph_free(&last);
}

static void
close_builder(NetworkState *state)
{
	if (state->builder)
		mg_builder_finish(state->builder, add_part(state));
	state->builder = NULL;
}

/* Adds another network, which stays as it is. */
static void
add_network(NetworkState *state, const Graph *other)
{
	close_builder(state);
	if (state->count > 0 && size_of(&state->parts[state->count - 1]) <= 2 * size_of(other))
		merge_into_last(state, other);
	else
		mg_cut_keep(other, NULL, 0, add_part(state));
	while (state->count > 1 &&
		   size_of(&state->parts[state->count - 2]) <= 2 * size_of(&state->parts[state->count - 1]))
		merge_last(state);
}

/* The network of the state so far. */
static const Graph *
finished(NetworkState *state)
{
	close_builder(state);
	while (state->count > 1)
		merge_last(state);
	if (state->count == 0)
		add_part(state);
	return &state->parts[0];
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
	add_network(state, finished((NetworkState *) PG_GETARG_POINTER(1)));
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
	Graph *graph;

	mg_aggregate_context(fcinfo);
	state = palloc0(sizeof(NetworkState));
	graph = add_part(state);
	mg_network_view((Network *) mg_plain_value(PG_GETARG_DATUM(0)), graph);
	problem = mg_network_problem(graph);
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
