/*
 * matching.c - assigning people to things, and what an assignment leaves open.
 */
#include "base/compat.h"

#include "miscadmin.h"

#include "graph/matching/best.h"
#include "graph/matching/stable.h"
#include "server/arguments.h"
#include "server/results.h"
#include "server/shortlists.h"

typedef enum AssignMethod
{
	ASSIGN_MOST,
	ASSIGN_OPTIMAL,
	ASSIGN_STABLE,
} AssignMethod;

static const char *const methods[] = {
	[ASSIGN_MOST] = "most", [ASSIGN_OPTIMAL] = "optimal", [ASSIGN_STABLE] = "stable"};

static void
check_their_scores(const Lists *lists)
{
	if (lists->pairs > 0 && !lists->their_score)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("shortlist has no scores from the people's side"),
				 errdetail("Whether an assignment is stable depends on what both sides prefer."),
				 errhint("Build it with shortlist_agg(for_id, person, score, openings, capacity, "
						 "their_score).")));
}

/* assign(shortlist, method) -> (for_id, person, score) */
MG_FUNCTION(mg_sql_assign);
Datum
mg_sql_assign(PG_FUNCTION_ARGS)
{
	AssignMethod method = mg_choice_argument(fcinfo, 1, "method", methods, lengthof(methods));
	const Lists *lists = mg_open_shortlist(fcinfo, 0);
	bool nulls[3] = {false, false, false};
	const bool *assigned;
	uint32 thing;
	uint32 pair;

	if (method == ASSIGN_STABLE)
		check_their_scores(lists);
	assigned = method == ASSIGN_STABLE ? mg_assign_stable(lists)
									   : mg_assign_best(lists, method == ASSIGN_MOST);
	mg_start_rows(fcinfo);
	for (thing = 0; thing < lists->things; thing++)
		for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
		{
			Datum values[3] = {Int64GetDatum(lists->thing_ids[thing]),
							   Int64GetDatum(lists->person_ids[lists->person[pair]]),
							   Float8GetDatum(mg_score(lists, pair))};

			CHECK_FOR_INTERRUPTS();
			if (assigned[pair])
				mg_put_row(fcinfo, values, nulls);
		}
	return (Datum) 0;
}

/* blocking_pairs(shortlist, assigned) -> (for_id, person) */
MG_FUNCTION(mg_sql_blocking_pairs);
Datum
mg_sql_blocking_pairs(PG_FUNCTION_ARGS)
{
	const Lists *lists;
	bool nulls[2] = {false, false};
	bool *blocking;
	uint32 thing;
	uint32 pair;

	mg_start_rows(fcinfo);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	lists = mg_open_shortlist(fcinfo, 0);
	check_their_scores(lists);
	blocking = mg_alloc_array(bool, lists->pairs);
	(void) mg_blocking_pairs(lists, mg_assigned_argument(fcinfo, 1, lists), blocking);
	for (thing = 0; thing < lists->things; thing++)
		for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
		{
			Datum values[2] = {Int64GetDatum(lists->thing_ids[thing]),
							   Int64GetDatum(lists->person_ids[lists->person[pair]])};

			CHECK_FOR_INTERRUPTS();
			if (blocking[pair])
				mg_put_row(fcinfo, values, nulls);
		}
	return (Datum) 0;
}
