/*
 * matching.c - assigning people to things, and what an assignment leaves open.
 */
#include "base/compat.h"

#include "miscadmin.h"
#include "utils/builtins.h"

#include "graph/matching/best.h"
#include "graph/matching/cover.h"
#include "graph/matching/shortage.h"
#include "graph/matching/stable.h"
#include "graph/matching/unassigned.h"
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
	Rows rows;
	AssignMethod method = mg_choice_argument(fcinfo, 1, "method", methods, lengthof(methods));
	const Lists *lists = mg_open_shortlist(fcinfo, 0, MG_OUT_TIES);
	bool nulls[3] = {false, false, false};
	const bool *assigned;
	uint32 thing;
	uint32 pair;

	if (method == ASSIGN_STABLE)
		check_their_scores(lists);
	assigned = method == ASSIGN_STABLE ? mg_assign_stable(lists)
									   : mg_assign_best(lists, method == ASSIGN_MOST);
	mg_start_rows(fcinfo, &rows);
	for (thing = 0; thing < lists->things; thing++)
		for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
		{
			Datum values[3] = {Int64GetDatum(lists->thing_ids[thing]),
							   Int64GetDatum(lists->person_ids[lists->person[pair]]),
							   Float8GetDatum(mg_score(lists, pair))};

			CHECK_FOR_INTERRUPTS();
			if (assigned[pair])
				mg_put_row(&rows, values, nulls);
		}
	return (Datum) 0;
}

/* blocking_pairs(shortlist, assigned) -> (for_id, person) */
MG_FUNCTION(mg_sql_blocking_pairs);
Datum
mg_sql_blocking_pairs(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Lists *lists;
	bool nulls[2] = {false, false};
	bool *blocking;
	uint32 thing;
	uint32 pair;

	mg_start_rows(fcinfo, &rows);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	lists = mg_open_shortlist(fcinfo, 0, MG_OUT_TIES);
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
				mg_put_row(&rows, values, nulls);
		}
	return (Datum) 0;
}

/* unassigned(shortlist, assigned) -> (for_id, reason) */
MG_FUNCTION(mg_sql_unassigned);
Datum
mg_sql_unassigned(PG_FUNCTION_ARGS)
{
	Rows rows;
	static const char *const words[MG_OPEN_REASONS] = {[MG_FILLED] = "",
													   [MG_NO_CANDIDATES] = "no candidates",
													   [MG_NO_CAPACITY] = "no capacity",
													   [MG_TOO_FEW_CANDIDATES] =
														   "too few candidates",
													   [MG_CANDIDATES_TAKEN] = "candidates taken",
													   [MG_CANDIDATE_FREE] = "candidate free"};
	Datum reasons[MG_OPEN_REASONS];
	bool nulls[2] = {false, false};
	const Lists *lists;
	const uint8 *reason;
	uint32 thing;
	int i;

	mg_start_rows(fcinfo, &rows);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	lists = mg_open_shortlist(fcinfo, 0, MG_OUT_TIES);
	reason = mg_why_open(lists, mg_assigned_argument(fcinfo, 1, lists));
	for (i = 0; i < MG_OPEN_REASONS; i++)
		reasons[i] = CStringGetTextDatum(words[i]);
	for (thing = 0; thing < lists->things; thing++)
	{
		Datum values[2] = {Int64GetDatum(lists->thing_ids[thing]), reasons[reason[thing]]};

		CHECK_FOR_INTERRUPTS();
		if (reason[thing] != MG_FILLED)
			mg_put_row(&rows, values, nulls);
	}
	return (Datum) 0;
}

/* ---- shortage ---- */

/* The ids of the members of each component, as arrays, in the order of the ids. */
static Datum *
ids_by_component(const int64 *ids, const uint32 *component, uint32 count, uint32 components)
{
	Datum *arrays = mg_alloc_array(Datum, components);
	Datum *members = mg_alloc_array(Datum, count);
	uint32 *next = mg_alloc_zero_array(uint32, (Size) components + 1);
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		if (component[i] != MG_NONE)
			next[component[i] + 1]++;
	}
	for (i = 0; i < components; i++)
		next[i + 1] += next[i];
	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		if (component[i] != MG_NONE)
			members[next[component[i]]++] = Int64GetDatum(ids[i]);
	}
	for (i = 0; i < components; i++)
	{
		uint32 start = i > 0 ? next[i - 1] : 0;

		mg_step(&steps);
		arrays[i] = mg_int64_array(members + start, next[i] - start);
	}
	pfree(members);
	pfree(next);
	return arrays;
}

/* shortage(shortlist) -> (component, for_ids, people, missing) */
MG_FUNCTION(mg_sql_shortage);
Datum
mg_sql_shortage(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Lists *lists = mg_open_shortlist(fcinfo, 0, MG_OUT_TIES);
	bool nulls[4] = {false, false, false, false};
	Shortage shortage;
	Datum *for_ids;
	Datum *people;
	uint32 i;

	mg_shortage(lists, &shortage);
	for_ids = ids_by_component(lists->thing_ids, shortage.thing_component, lists->things,
							   shortage.components);
	people = ids_by_component(lists->person_ids, shortage.person_component, lists->people,
							  shortage.components);
	mg_start_rows(fcinfo, &rows);
	for (i = 0; i < shortage.components; i++)
	{
		Datum values[4] = {Int64GetDatum((int64) i + 1), for_ids[i], people[i],
						   Int64GetDatum(shortage.missing[i])};

		mg_put_row(&rows, values, nulls);
	}
	return (Datum) 0;
}

/* ---- covering ---- */

/* The things that a person covers, as an array. */
static Datum
covered_by(const Lists *lists, const ByPerson *by_person, const uint32 *thing_of, uint32 person)
{
	uint32 start = by_person->start[person];
	uint32 end = by_person->start[person + 1];
	Datum *ids = mg_alloc_array(Datum, end - start);
	uint32 count = 0;
	uint32 steps = 0;
	Datum array;
	uint32 i;

	for (i = start; i < end; i++)
	{
		uint32 thing = thing_of[by_person->pair[i]];

		mg_step(&steps);
		if (mg_openings(lists, thing) > 0)
			ids[count++] = Int64GetDatum(lists->thing_ids[thing]);
	}
	array = mg_int64_array(ids, count);
	pfree(ids);
	return array;
}

/* smallest_cover(shortlist) -> (person, covers, exact, at_least) */
MG_FUNCTION(mg_sql_smallest_cover);
Datum
mg_sql_smallest_cover(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Lists *lists = mg_open_shortlist(fcinfo, 0, MG_OUT_TIES);
	bool nulls[4] = {false, false, false, false};
	ByPerson by_person = mg_pairs_by_person(lists);
	uint32 *thing_of = mg_pair_things(lists);
	Cover cover;
	uint32 person;

	mg_smallest_cover(lists, &cover);
	mg_start_rows(fcinfo, &rows);
	for (person = 0; person < lists->people; person++)
	{
		Datum values[4] = {Int64GetDatum(lists->person_ids[person]), 0,
						   BoolGetDatum(cover.at_least == cover.count),
						   Int64GetDatum(cover.at_least)};

		CHECK_FOR_INTERRUPTS();
		if (!cover.chosen[person])
			continue;
		values[1] = covered_by(lists, &by_person, thing_of, person);
		mg_put_row(&rows, values, nulls);
	}
	return (Datum) 0;
}
