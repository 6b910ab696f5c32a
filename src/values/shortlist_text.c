/*
 * shortlist_text.c - the text form of a shortlist.
 *
 *   5->17:0.8		person 17 is considered for thing 5, with score 0.8; a score of 1 is left out
 *   5->17:0.8:0.3	the same, and thing 5 has score 0.3 from the side of person 17: both scores are
 *					written
 *   6				thing 6
 *   6*2			thing 6 with 2 openings
 *   ->19			person 19
 *   ->19*4			person 19 with capacity 4
 *
 * Separated by commas. On output: the pairs by thing and person; then, by id, the things that have
 * no pair or not 1 opening; then the people who are in no pair or have not capacity 1. The empty
 * shortlist is the empty string. On input the order is free and white space may stand between the
 * parts; the same pair may come twice if its scores are the same.
 */
#include "values/shortlist_text.h"

#include "miscadmin.h"
#include "utils/builtins.h"

#include "graph/matching/lists_build.h"
#include "values/shortlist.h"

/* A number of places after its star, if there is one. */
static bool
parse_places(TextScan *scan, uint32 *places)
{
	int64 number = MG_NOT_SAID;

	if (mg_scan_sign(scan, "*") && !mg_scan_places(scan, MG_MAX_PLACES, &number))
		return false;
	*places = number;
	return true;
}

/* The scores after a pair. */
static bool
parse_scores(TextScan *scan, double *score, double *their_score)
{
	*score = 1.0;
	*their_score = MG_NO_SCORE;
	if (!mg_scan_sign(scan, ":"))
		return true;
	if (!mg_scan_score(scan, score))
		return false;
	return !mg_scan_sign(scan, ":") || mg_scan_score(scan, their_score);
}

/* One item: a pair, a thing or a person. */
static bool
parse_item(TextScan *scan, ListsBuilder *builder)
{
	int64 thing;
	int64 person;
	uint32 places;
	double score;
	double their_score;

	if (mg_scan_sign(scan, "->"))
	{
		if (!mg_scan_id(scan, &person) || !parse_places(scan, &places))
			return false;
		mg_lists_add_person(builder, person, places);
		return true;
	}
	if (!mg_scan_thing(scan, &thing))
		return false;
	if (!mg_scan_sign(scan, "->"))
	{
		if (!parse_places(scan, &places))
			return false;
		mg_lists_add_thing(builder, thing, places);
		return true;
	}
	if (!mg_scan_id(scan, &person) || !parse_scores(scan, &score, &their_score))
		return false;
	mg_lists_add_pair(builder, thing, person, score, their_score);
	return true;
}

bool
mg_shortlist_parse(TextScan *scan, Lists *lists)
{
	ListsBuilder *builder = mg_lists_builder_create();
	ListsConflict conflict;
	uint32 steps = 0;

	if (!mg_scan_end(scan))
		do
		{
			mg_step(&steps);
			if (!parse_item(scan, builder))
				return false;
		} while (mg_scan_sign(scan, ","));
	if (!mg_scan_end(scan))
		return mg_scan_expected(scan, "a comma or the end");
	mg_lists_finish(builder, lists, &conflict);
	if (conflict.kind == MG_NO_CONFLICT)
		return true;
	mg_refuse_conflict(&conflict, scan->context);
	return false;
}

/* ---- writing ---- */

static void
append_separator(StringInfo out)
{
	if (out->len > 0)
		appendBinaryStringInfo(out, ", ", 2);
}

static void
append_pairs(StringInfo out, const Lists *lists, uint32 thing, uint32 *steps)
{
	uint32 pair;

	for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
	{
		double score = mg_score(lists, pair);

		mg_step(steps);
		append_separator(out);
		mg_append_id(out, lists->thing_ids[thing]);
		appendBinaryStringInfo(out, "->", 2);
		mg_append_id(out, lists->person_ids[lists->person[pair]]);
		if (lists->their_score || score != 1.0)
		{
			appendStringInfoChar(out, ':');
			mg_append_number(out, score);
		}
		if (lists->their_score)
		{
			appendStringInfoChar(out, ':');
			mg_append_number(out, lists->their_score[pair]);
		}
	}
}

static void
append_places(StringInfo out, uint32 places)
{
	if (places != 1)
		appendStringInfo(out, "*%u", places);
}

char *
mg_shortlist_text(const Lists *lists)
{
	bool *listed = mg_alloc_zero_array(bool, lists->people);
	StringInfoData out;
	uint32 steps = 0;
	uint32 i;

	initStringInfo(&out);
	for (i = 0; i < lists->things; i++)
		append_pairs(&out, lists, i, &steps);
	for (i = 0; i < lists->pairs; i++)
	{
		mg_step(&steps);
		listed[lists->person[i]] = true;
	}
	for (i = 0; i < lists->things; i++)
	{
		mg_step(&steps);
		if (lists->start[i] < lists->start[i + 1] && mg_openings(lists, i) == 1)
			continue;
		append_separator(&out);
		mg_append_id(&out, lists->thing_ids[i]);
		append_places(&out, mg_openings(lists, i));
	}
	for (i = 0; i < lists->people; i++)
	{
		mg_step(&steps);
		if (listed[i] && mg_capacity(lists, i) == 1)
			continue;
		append_separator(&out);
		appendBinaryStringInfo(&out, "->", 2);
		mg_append_id(&out, lists->person_ids[i]);
		append_places(&out, mg_capacity(lists, i));
	}
	mg_free(listed);
	return out.data;
}
