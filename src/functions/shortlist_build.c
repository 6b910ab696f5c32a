/*
 * shortlist_build.c - the aggregate shortlist_agg.
 *
 * Its state is a ListsBuilder as long as rows come in, and Lists once the shortlist has been asked
 * for: a hashed aggregate that is scanned again finishes the same states again. Between processes a
 * state travels as a sorted shortlist without fingerprint and arrives as Lists. There is no state
 * before there is something in it: no thing and no person at all is NULL.
 */
#include "base/compat.h"

#include "common/shortest_dec.h"

#include "graph/matching/lists_build.h"
#include "server/arguments.h"
#include "values/shortlist.h"
#include "values/varlena.h"

typedef struct ShortlistState
{
	ListsBuilder *builder; /* NULL: finished */
	Lists lists;           /* if finished */
} ShortlistState;

/* The state so far, or a new one. The aggregate's context must be current. */
static ShortlistState *
state_argument(FunctionCallInfo fcinfo)
{
	if (!PG_ARGISNULL(0))
		return (ShortlistState *) PG_GETARG_POINTER(0);
	return palloc0(sizeof(ShortlistState));
}

/* What builds the state so far, or a new one. The aggregate's context must be current. */
static ListsBuilder *
builder_of(ShortlistState *state)
{
	if (state->builder == NULL)
	{
		state->builder = mg_lists_builder_create();
		if (state->lists.start)
			mg_lists_add_all(state->builder, &state->lists);
	}
	return state->builder;
}

/* The lists of the state so far. The aggregate's context must be current. */
static const Lists *
finished(ShortlistState *state)
{
	ListsConflict conflict;

	if (state->builder)
	{
		ListsBuilder *builder = state->builder;

		state->builder = NULL;
		mg_lists_finish(builder, &state->lists, &conflict);
		mg_refuse_conflict(&conflict, NULL);
	}
	return &state->lists;
}

/* ---- rows ---- */

static double
score_argument(FunctionCallInfo fcinfo, int argument, const char *name)
{
	char shown[DOUBLE_SHORTEST_DECIMAL_LEN];
	double score;

	if (PG_ARGISNULL(argument))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("\"%s\" must not be NULL", name),
				 errdetail("Person " INT64_FORMAT " has no score for " INT64_FORMAT ".",
						   PG_GETARG_INT64(2), PG_GETARG_INT64(1)),
				 errhint("Leave such rows out with FILTER (WHERE ... IS NOT NULL), or replace NULL "
						 "with coalesce.")));
	score = PG_GETARG_FLOAT8(argument);
	if (!mg_strength_valid(score))
	{
		double_to_shortest_decimal_buf(score, shown);
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("\"%s\" must be greater than 0 and at most 1", name),
						errdetail("Person " INT64_FORMAT " has score %s for " INT64_FORMAT ".",
								  PG_GETARG_INT64(2), shown, PG_GETARG_INT64(1)),
						errhint("Leave out those who are not considered; divide other scores by "
								"the largest.")));
	}
	return score;
}

/* Openings or a capacity; MG_NOT_SAID in an aggregate without them. */
static uint32
places_argument(FunctionCallInfo fcinfo, int argument, const char *name, const char *whose,
				int64 id)
{
	int64 places;

	if (PG_NARGS() <= argument)
		return MG_NOT_SAID;
	if (PG_ARGISNULL(argument))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("\"%s\" must not be NULL", name),
				 errdetail("That of %s " INT64_FORMAT " is.", whose, id),
				 errhint("Replace NULL with coalesce.")));
	places = PG_GETARG_INT64(argument);
	if (places < 0 || places > MG_MAX_PLACES)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("\"%s\" must be between 0 and %d", name, MG_MAX_PLACES),
				 errdetail("That of %s " INT64_FORMAT " is " INT64_FORMAT ".", whose, id, places)));
	return places;
}

/* shortlist_agg(for_id, person, score [, openings, capacity [, their_score]]) */
MG_FUNCTION(mg_sql_shortlist_agg_add);
Datum
mg_sql_shortlist_agg_add(PG_FUNCTION_ARGS)
{
	bool has_thing = !PG_ARGISNULL(1);
	bool has_person = !PG_ARGISNULL(2);
	MemoryContext caller;
	ShortlistState *state;
	ListsBuilder *builder;

	if (!has_thing && !has_person)
		return mg_unchanged_state(fcinfo);
	caller = mg_enter_aggregate(fcinfo);
	state = state_argument(fcinfo);
	builder = builder_of(state);
	if (has_thing && has_person)
	{
		double score = score_argument(fcinfo, 3, "score");
		double theirs = PG_NARGS() > 6 ? score_argument(fcinfo, 6, "their_score") : MG_NO_SCORE;

		mg_lists_add_pair(builder, PG_GETARG_INT64(1), PG_GETARG_INT64(2), score, theirs);
	}
	if (has_thing && (PG_NARGS() > 4 || !has_person))
		mg_lists_add_thing(builder, PG_GETARG_INT64(1),
						   places_argument(fcinfo, 4, "openings", "thing", PG_GETARG_INT64(1)));
	if (has_person && (PG_NARGS() > 4 || !has_thing))
		mg_lists_add_person(builder, PG_GETARG_INT64(2),
							places_argument(fcinfo, 5, "capacity", "person", PG_GETARG_INT64(2)));
	mg_refuse_conflict(mg_lists_conflict(builder), NULL);
	MemoryContextSwitchTo(caller);
	PG_RETURN_POINTER(state);
}

MG_FUNCTION(mg_sql_shortlist_agg_combine);
Datum
mg_sql_shortlist_agg_combine(PG_FUNCTION_ARGS)
{
	MemoryContext caller;
	ShortlistState *state;

	if (PG_ARGISNULL(1))
		return mg_unchanged_state(fcinfo);
	caller = mg_enter_aggregate(fcinfo);
	state = state_argument(fcinfo);
	mg_lists_add_all(builder_of(state), finished((ShortlistState *) PG_GETARG_POINTER(1)));
	mg_refuse_conflict(mg_lists_conflict(state->builder), NULL);
	MemoryContextSwitchTo(caller);
	PG_RETURN_POINTER(state);
}

/* The state as bytes: a shortlist without fingerprint. */
MG_FUNCTION(mg_sql_shortlist_agg_serialize);
Datum
mg_sql_shortlist_agg_serialize(PG_FUNCTION_ARGS)
{
	MemoryContext caller = mg_enter_aggregate(fcinfo);
	const Lists *lists = finished((ShortlistState *) PG_GETARG_POINTER(0));

	MemoryContextSwitchTo(caller);
	PG_RETURN_BYTEA_P(mg_shortlist_make_partial(lists));
}

MG_FUNCTION(mg_sql_shortlist_agg_deserialize);
Datum
mg_sql_shortlist_agg_deserialize(PG_FUNCTION_ARGS)
{
	ShortlistState *state;
	const char *problem;

	mg_aggregate_context(fcinfo);
	state = palloc0(sizeof(ShortlistState));
	mg_shortlist_view((Shortlist *) mg_plain_value(PG_GETARG_DATUM(0)), &state->lists);
	problem = mg_shortlist_problem(&state->lists);
	if (problem)
		elog(ERROR, "partial shortlist is damaged: %s", problem);
	PG_RETURN_POINTER(state);
}

MG_FUNCTION(mg_sql_shortlist_agg_final);
Datum
mg_sql_shortlist_agg_final(PG_FUNCTION_ARGS)
{
	MemoryContext caller = mg_enter_aggregate(fcinfo);
	const Lists *lists = PG_ARGISNULL(0) ? NULL : finished((ShortlistState *) PG_GETARG_POINTER(0));

	MemoryContextSwitchTo(caller);
	if (lists == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(mg_shortlist_make(lists));
}
