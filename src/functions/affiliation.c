/*
 * affiliation.c - the type affiliation, and the aggregates affiliation_agg and affiliation_union.
 */
#include "base/compat.h"

#include "functions/map_functions.h"
#include "server/arguments.h"
#include "values/affiliation_io.h"
#include "values/roster.h"

/* ---- the type ---- */

MAP_FUNCTION(mg_sql_affiliation_in, mg_map_in(fcinfo, &mg_affiliation_forms));
MAP_FUNCTION(mg_sql_affiliation_out, mg_map_out(fcinfo, &mg_affiliation_forms));
MAP_FUNCTION(mg_sql_affiliation_recv, mg_map_recv(fcinfo, &mg_affiliation_forms));
MAP_FUNCTION(mg_sql_affiliation_send, mg_map_sent(fcinfo, &mg_affiliation_forms));
MAP_FUNCTION(mg_sql_affiliation_to_jsonb, mg_map_jsonb(fcinfo, &mg_affiliation_forms));
MAP_FUNCTION(mg_sql_affiliation_to_json, mg_map_json(fcinfo, &mg_affiliation_forms));
MAP_FUNCTION(mg_sql_affiliation_from_jsonb, mg_map_of_jsonb(fcinfo, &mg_affiliation_forms));
MAP_FUNCTION(mg_sql_affiliation_from_json, mg_map_of_json(fcinfo, &mg_affiliation_forms));
MAP_FUNCTION(mg_sql_affiliation_eq, BoolGetDatum(mg_map_same(fcinfo, &mg_affiliation_type)));
MAP_FUNCTION(mg_sql_affiliation_ne, BoolGetDatum(!mg_map_same(fcinfo, &mg_affiliation_type)));
MAP_FUNCTION(mg_sql_affiliation_hash, mg_map_hash(fcinfo, &mg_affiliation_type));
MAP_FUNCTION(mg_sql_affiliation_hash_extended, mg_map_hash_extended(fcinfo, &mg_affiliation_type));

/*
 * ---- affiliation_agg and affiliation_union ----
 *
 * The state of both is a Roster (values/roster.h) or, once it comes from another process, an
 * affiliation. A roster can be finished any number of times, as a hashed aggregate that is scanned
 * again does. There is no state before somebody is in it: an aggregate that was given nobody with a
 * group is NULL, as it is over no rows.
 */

typedef struct AffiliationState
{
	Roster *roster; /* NULL: a state from another process, only to be combined */
	const Affiliation *received;
} AffiliationState;

/* The state so far, or a new one. The aggregate's context must be current. */
static AffiliationState *
state_argument(FunctionCallInfo fcinfo)
{
	AffiliationState *state;

	if (!PG_ARGISNULL(0))
		return (AffiliationState *) PG_GETARG_POINTER(0);
	state = palloc0(sizeof(AffiliationState));
	state->roster = mg_roster_create();
	return state;
}

/* The affiliation of a state. */
static const Affiliation *
finished(const AffiliationState *state)
{
	return state->roster ? mg_roster_finish(state->roster, NULL) : state->received;
}

/* affiliation_agg(person, group_name): a row without one of them is skipped */
MG_FUNCTION(mg_sql_affiliation_agg_add);
Datum
mg_sql_affiliation_agg_add(PG_FUNCTION_ARGS)
{
	MemoryContext caller;
	AffiliationState *state;
	text *name;

	if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
		return mg_unchanged_state(fcinfo);
	name = PG_GETARG_TEXT_PP(2);
	caller = mg_enter_aggregate(fcinfo);
	state = state_argument(fcinfo);
	mg_roster_add(state->roster, PG_GETARG_INT64(1), VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	MemoryContextSwitchTo(caller);
	PG_RETURN_POINTER(state);
}

/* affiliation_union(affiliation) */
MG_FUNCTION(mg_sql_affiliation_union_add);
Datum
mg_sql_affiliation_union_add(PG_FUNCTION_ARGS)
{
	const Affiliation *affiliation;
	MemoryContext caller;
	AffiliationState *state;

	if (PG_ARGISNULL(1))
		return mg_unchanged_state(fcinfo);
	affiliation = mg_affiliation_argument(fcinfo, 1);
	caller = mg_enter_aggregate(fcinfo);
	state = state_argument(fcinfo);
	mg_roster_add_affiliation(state->roster, affiliation);
	MemoryContextSwitchTo(caller);
	PG_RETURN_POINTER(state);
}

MG_FUNCTION(mg_sql_affiliation_agg_combine);
Datum
mg_sql_affiliation_agg_combine(PG_FUNCTION_ARGS)
{
	const Affiliation *other;
	MemoryContext caller;
	AffiliationState *state;

	if (PG_ARGISNULL(1))
		return mg_unchanged_state(fcinfo);
	other = finished((const AffiliationState *) PG_GETARG_POINTER(1));
	caller = mg_enter_aggregate(fcinfo);
	state = state_argument(fcinfo);
	mg_roster_add_affiliation(state->roster, other);
	MemoryContextSwitchTo(caller);
	PG_RETURN_POINTER(state);
}

MG_FUNCTION(mg_sql_affiliation_agg_serialize);
Datum
mg_sql_affiliation_agg_serialize(PG_FUNCTION_ARGS)
{
	mg_aggregate_context(fcinfo);
	PG_RETURN_BYTEA_P(finished((const AffiliationState *) PG_GETARG_POINTER(0)));
}

MG_FUNCTION(mg_sql_affiliation_agg_deserialize);
Datum
mg_sql_affiliation_agg_deserialize(PG_FUNCTION_ARGS)
{
	AffiliationState *state;
	const char *problem;

	mg_aggregate_context(fcinfo);
	state = palloc0(sizeof(AffiliationState));
	state->received = mg_affiliation_argument(fcinfo, 0);
	problem = mg_affiliation_problem(state->received);
	if (problem)
		elog(ERROR, "partial affiliation is damaged: %s", problem);
	PG_RETURN_POINTER(state);
}

MG_FUNCTION(mg_sql_affiliation_agg_final);
Datum
mg_sql_affiliation_agg_final(PG_FUNCTION_ARGS)
{
	mg_aggregate_context(fcinfo);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(finished((const AffiliationState *) PG_GETARG_POINTER(0)));
}
