/*
 * affiliation_agg.c - the aggregate affiliation_agg.
 *
 * The state is a Roster (types/roster.c) or, between processes, a finished affiliation.
 */
#include "compat.h"

#include "arguments.h"
#include "types/affiliation.h"

typedef struct AffiliationState
{
	Roster *roster; /* NULL: a state from another process, only to be combined */
	const Affiliation *received;
} AffiliationState;

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

/* affiliation_agg(person, group_name): a row without one of them is skipped */
MG_FUNCTION(mg_affiliation_agg_add);
Datum
mg_affiliation_agg_add(PG_FUNCTION_ARGS)
{
	bool known = !PG_ARGISNULL(1) && !PG_ARGISNULL(2);
	text *name = known ? PG_GETARG_TEXT_PP(2) : NULL;
	MemoryContext caller = mg_enter_aggregate(fcinfo);
	AffiliationState *state = state_argument(fcinfo);

	if (known)
		mg_roster_add(state->roster, PG_GETARG_INT64(1), VARDATA_ANY(name),
					  VARSIZE_ANY_EXHDR(name));
	MemoryContextSwitchTo(caller);
	PG_RETURN_POINTER(state);
}

MG_FUNCTION(mg_affiliation_agg_combine);
Datum
mg_affiliation_agg_combine(PG_FUNCTION_ARGS)
{
	MemoryContext caller = mg_enter_aggregate(fcinfo);
	const AffiliationState *other;
	AffiliationState *state;

	if (PG_ARGISNULL(1))
	{
		MemoryContextSwitchTo(caller);
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	other = (const AffiliationState *) PG_GETARG_POINTER(1);
	state = state_argument(fcinfo);
	if (other->roster)
		mg_roster_add_roster(state->roster, other->roster);
	else
		mg_roster_add_affiliation(state->roster, other->received);
	MemoryContextSwitchTo(caller);
	PG_RETURN_POINTER(state);
}

MG_FUNCTION(mg_affiliation_agg_serialize);
Datum
mg_affiliation_agg_serialize(PG_FUNCTION_ARGS)
{
	AffiliationState *state = (AffiliationState *) PG_GETARG_POINTER(0);

	mg_aggregate_context(fcinfo);
	PG_RETURN_BYTEA_P(mg_roster_finish(state->roster, NULL));
}

MG_FUNCTION(mg_affiliation_agg_deserialize);
Datum
mg_affiliation_agg_deserialize(PG_FUNCTION_ARGS)
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

MG_FUNCTION(mg_affiliation_agg_final);
Datum
mg_affiliation_agg_final(PG_FUNCTION_ARGS)
{
	mg_aggregate_context(fcinfo);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(mg_roster_finish(((AffiliationState *) PG_GETARG_POINTER(0))->roster, NULL));
}
