/*
 * shortlist.c - the type shortlist, and looking into one: counts, things, people, candidates.
 *
 * Counts, equality and hash come from the value's first slice; the rest opens the shortlist.
 */
#include "base/compat.h"

#include "common/hashfn.h"

#include "graph/matching/best_candidates.h"
#include "server/arguments.h"
#include "server/results.h"
#include "server/shortlists.h"
#include "values/shortlist_json.h"
#include "values/shortlist_text.h"
#include "values/shortlist_wire.h"

/* ---- the type ---- */

MG_FUNCTION(mg_sql_shortlist_in);
Datum
mg_sql_shortlist_in(PG_FUNCTION_ARGS)
{
	TextScan scan;
	Lists lists;

	mg_scan_start(&scan, "shortlist", PG_GETARG_CSTRING(0), mg_soft_context(fcinfo));
	if (!mg_shortlist_parse(&scan, &lists))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(mg_shortlist_make(&lists));
}

MG_FUNCTION(mg_sql_shortlist_out);
Datum
mg_sql_shortlist_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(mg_shortlist_text(mg_open_shortlist(fcinfo, 0, MG_OUT_TIES_ONCE)));
}

MG_FUNCTION(mg_sql_shortlist_send);
Datum
mg_sql_shortlist_send(PG_FUNCTION_ARGS)
{
	PG_RETURN_BYTEA_P(mg_shortlist_send(mg_open_shortlist(fcinfo, 0, MG_OUT_TIES_ONCE)));
}

MG_FUNCTION(mg_sql_shortlist_recv);
Datum
mg_sql_shortlist_recv(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(mg_shortlist_receive((StringInfo) PG_GETARG_POINTER(0)));
}

/* Whether arguments 0 and 1 are equal. */
static bool
equal_arguments(FunctionCallInfo fcinfo)
{
	Shortlist headers[2];

	mg_shortlist_peek(PG_GETARG_DATUM(0), &headers[0]);
	mg_shortlist_peek(PG_GETARG_DATUM(1), &headers[1]);
	return mg_same_shortlist(&headers[0], &headers[1]);
}

MG_FUNCTION(mg_sql_shortlist_eq);
Datum
mg_sql_shortlist_eq(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(equal_arguments(fcinfo));
}

MG_FUNCTION(mg_sql_shortlist_ne);
Datum
mg_sql_shortlist_ne(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(!equal_arguments(fcinfo));
}

MG_FUNCTION(mg_sql_shortlist_hash);
Datum
mg_sql_shortlist_hash(PG_FUNCTION_ARGS)
{
	Shortlist header;

	mg_shortlist_peek(PG_GETARG_DATUM(0), &header);
	return hash_any(header.fingerprint, MG_FINGERPRINT_LENGTH);
}

MG_FUNCTION(mg_sql_shortlist_hash_extended);
Datum
mg_sql_shortlist_hash_extended(PG_FUNCTION_ARGS)
{
	Shortlist header;

	mg_shortlist_peek(PG_GETARG_DATUM(0), &header);
	return hash_any_extended(header.fingerprint, MG_FINGERPRINT_LENGTH, PG_GETARG_INT64(1));
}

MG_FUNCTION(mg_sql_shortlist_to_jsonb);
Datum
mg_sql_shortlist_to_jsonb(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(mg_shortlist_to_jsonb(mg_open_shortlist(fcinfo, 0, MG_OUT_TIES_ONCE)));
}

MG_FUNCTION(mg_sql_shortlist_to_json);
Datum
mg_sql_shortlist_to_json(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(mg_shortlist_to_json(mg_open_shortlist(fcinfo, 0, MG_OUT_TIES_ONCE)));
}

static Datum
shortlist_from(JsonReader *json)
{
	Lists lists;

	mg_shortlist_from_json(json, &lists);
	PG_RETURN_POINTER(mg_shortlist_make(&lists));
}

MG_FUNCTION(mg_sql_shortlist_from_jsonb);
Datum
mg_sql_shortlist_from_jsonb(PG_FUNCTION_ARGS)
{
	JsonReader json;

	mg_jsonb_read(&json, PG_GETARG_JSONB_P(0));
	return shortlist_from(&json);
}

MG_FUNCTION(mg_sql_shortlist_from_json);
Datum
mg_sql_shortlist_from_json(PG_FUNCTION_ARGS)
{
	JsonReader json;

	mg_json_read(&json, PG_GETARG_TEXT_PP(0));
	return shortlist_from(&json);
}

/* ---- looking ---- */

MG_FUNCTION(mg_sql_for_count);
Datum
mg_sql_for_count(PG_FUNCTION_ARGS)
{
	Shortlist header;

	mg_shortlist_peek(PG_GETARG_DATUM(0), &header);
	PG_RETURN_INT64(header.things);
}

MG_FUNCTION(mg_sql_shortlist_person_count);
Datum
mg_sql_shortlist_person_count(PG_FUNCTION_ARGS)
{
	Shortlist header;

	mg_shortlist_peek(PG_GETARG_DATUM(0), &header);
	PG_RETURN_INT64(header.people);
}

/* Rows of an id and its places, which are 1 each if there are none. */
static Datum
put_places(FunctionCallInfo fcinfo, const int64 *ids, const uint32 *places, uint32 count)
{
	Rows rows;
	uint32 i;

	mg_start_rows(fcinfo, &rows);
	for (i = 0; i < count; i++)
	{
		Datum values[2] = {Int64GetDatum(ids[i]), Int64GetDatum(places ? places[i] : 1)};
		bool nulls[2] = {false, false};

		mg_put_row(&rows, values, nulls);
	}
	return (Datum) 0;
}

/* for_ids(shortlist) -> (for_id, openings) */
MG_FUNCTION(mg_sql_for_ids);
Datum
mg_sql_for_ids(PG_FUNCTION_ARGS)
{
	const Lists *lists = mg_open_shortlist(fcinfo, 0, MG_OUT_TIES);

	return put_places(fcinfo, lists->thing_ids, lists->openings, lists->things);
}

/* people(shortlist) -> (person, capacity) */
MG_FUNCTION(mg_sql_shortlist_people);
Datum
mg_sql_shortlist_people(PG_FUNCTION_ARGS)
{
	const Lists *lists = mg_open_shortlist(fcinfo, 0, MG_OUT_TIES);

	return put_places(fcinfo, lists->person_ids, lists->capacity, lists->people);
}

/* candidates(shortlist) -> (for_id, person, score, openings, capacity, their_score) */
MG_FUNCTION(mg_sql_candidates);
Datum
mg_sql_candidates(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Lists *lists = mg_open_shortlist(fcinfo, 0, MG_OUT_TIES);
	uint32 thing;
	uint32 pair;

	mg_start_rows(fcinfo, &rows);
	for (thing = 0; thing < lists->things; thing++)
		for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
		{
			uint32 person = lists->person[pair];
			Datum values[6] = {
				Int64GetDatum(lists->thing_ids[thing]), Int64GetDatum(lists->person_ids[person]),
				Float8GetDatum(mg_score(lists, pair)), Int64GetDatum(mg_openings(lists, thing)),
				Int64GetDatum(mg_capacity(lists, person))};
			bool nulls[6] = {false, false, false, false, false, !lists->their_score};

			if (lists->their_score)
				values[5] = Float8GetDatum(lists->their_score[pair]);
			mg_put_row(&rows, values, nulls);
		}
	return (Datum) 0;
}

/* best(shortlist, k) */
MG_FUNCTION(mg_sql_best_candidates);
Datum
mg_sql_best_candidates(PG_FUNCTION_ARGS)
{
	const Lists *lists = mg_open_shortlist(fcinfo, 0, MG_OUT_TIES);
	Lists cut;

	mg_check_at_least(PG_GETARG_INT32(1), 1, "k", "It is how many candidates each thing keeps.");
	mg_best_candidates(lists, PG_GETARG_INT32(1), &cut);
	PG_RETURN_POINTER(mg_shortlist_make(&cut));
}
