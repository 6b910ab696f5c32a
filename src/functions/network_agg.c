/*
 * network_agg.c - the aggregates network_agg and network_union.
 *
 * One state serves both: a Builder (graph/build.c) or, between processes, a sorted and
 * de-duplicated network without fingerprint, which is never larger than the result. Partial states
 * are added up tie by tie; the final sort makes equal input equal bytes, whatever the order, the
 * number of workers or the way the states were combined.
 */
#include "compat.h"

#include "utils/memutils.h"

#include "arguments.h"
#include "cache.h"
#include "graph/build.h"
#include "types/network.h"

typedef struct NetworkState
{
	Builder *builder; /* NULL: a state from another process, only to be combined */
	Graph received;
} NetworkState;

/* The state so far, or a new one. The aggregate's context must be current. */
static NetworkState *
state_argument(FunctionCallInfo fcinfo)
{
	NetworkState *state;

	if (!PG_ARGISNULL(0))
		return (NetworkState *) PG_GETARG_POINTER(0);
	state = palloc0(sizeof(NetworkState));
	state->builder = mg_builder_create();
	return state;
}

static void
refuse_unknown_strength(int64 source, int64 target)
{
	ereport(ERROR,
			(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("strength of a tie must not be NULL"),
			 errdetail("The tie from person " INT64_FORMAT " to person " INT64_FORMAT
					   " has no strength.",
					   source, target),
			 errhint("Leave such ties out with FILTER (WHERE strength IS NOT NULL), or say what an "
					 "unknown strength counts with coalesce.")));
}

/* network_agg(source, target [, strength]) */
MG_FUNCTION(mg_network_agg_add);
Datum
mg_network_agg_add(PG_FUNCTION_ARGS)
{
	bool no_source = PG_ARGISNULL(1);
	bool no_target = PG_ARGISNULL(2);
	bool weighted = PG_NARGS() > 3;
	MemoryContext caller = mg_enter_aggregate(fcinfo);
	NetworkState *state;

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
		mg_builder_add_tie(state->builder, source, target, strength);
	}
	else if (!no_source || !no_target)
		mg_builder_add_person(state->builder, PG_GETARG_INT64(no_source ? 2 : 1));
	MemoryContextSwitchTo(caller);
	PG_RETURN_POINTER(state);
}

/* network_union(network) */
MG_FUNCTION(mg_network_union_add);
Datum
mg_network_union_add(PG_FUNCTION_ARGS)
{
	const Graph *graph = PG_ARGISNULL(1) ? NULL : mg_open_network(fcinfo, 1, MG_OUT_TIES_ONCE);
	MemoryContext caller = mg_enter_aggregate(fcinfo);
	NetworkState *state;

	state = state_argument(fcinfo);
	if (graph)
		mg_builder_add_graph(state->builder, graph);
	MemoryContextSwitchTo(caller);
	PG_RETURN_POINTER(state);
}

MG_FUNCTION(mg_network_agg_combine);
Datum
mg_network_agg_combine(PG_FUNCTION_ARGS)
{
	const NetworkState *other;
	MemoryContext caller = mg_enter_aggregate(fcinfo);
	NetworkState *state;

	if (PG_ARGISNULL(1))
	{
		MemoryContextSwitchTo(caller);
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	other = (const NetworkState *) PG_GETARG_POINTER(1);
	state = state_argument(fcinfo);
	if (other->builder)
		mg_builder_add_builder(state->builder, other->builder);
	else
		mg_builder_add_graph(state->builder, &other->received);
	MemoryContextSwitchTo(caller);
	PG_RETURN_POINTER(state);
}

/* The state as bytes: a network without fingerprint. Uses the state up. */
MG_FUNCTION(mg_network_agg_serialize);
Datum
mg_network_agg_serialize(PG_FUNCTION_ARGS)
{
	NetworkState *state = (NetworkState *) PG_GETARG_POINTER(0);
	MemoryContext caller = mg_enter_aggregate(fcinfo);
	Network *network;
	Graph graph;

	mg_builder_finish(state->builder, &graph);
	MemoryContextSwitchTo(caller);
	network = mg_network_make_partial(&graph);
	mg_graph_free(&graph);
	PG_RETURN_BYTEA_P(network);
}

MG_FUNCTION(mg_network_agg_deserialize);
Datum
mg_network_agg_deserialize(PG_FUNCTION_ARGS)
{
	struct varlena *bytes;
	NetworkState *state;
	const char *problem;

	mg_aggregate_context(fcinfo);
	state = palloc0(sizeof(NetworkState));
	bytes = (struct varlena *) PG_GETARG_BYTEA_P(0);
	if ((uintptr_t) bytes % sizeof(double) != 0)
		bytes = (struct varlena *) PG_GETARG_BYTEA_P_COPY(0);
	mg_network_view((Network *) bytes, &state->received);
	problem = mg_network_problem(&state->received);
	if (problem)
		elog(ERROR, "partial network is damaged: %s", problem);
	PG_RETURN_POINTER(state);
}

/* The network. Uses the state up (FINALFUNC_MODIFY = READ_WRITE). */
MG_FUNCTION(mg_network_agg_final);
Datum
mg_network_agg_final(PG_FUNCTION_ARGS)
{
	MemoryContext caller = mg_enter_aggregate(fcinfo);
	NetworkState *state;
	Network *network;
	Graph graph;

	if (PG_ARGISNULL(0))
	{
		MemoryContextSwitchTo(caller);
		PG_RETURN_NULL();
	}
	state = (NetworkState *) PG_GETARG_POINTER(0);
	mg_builder_finish(state->builder, &graph);
	MemoryContextSwitchTo(caller);
	network = mg_network_make(&graph);
	mg_graph_free(&graph);
	PG_RETURN_POINTER(network);
}
