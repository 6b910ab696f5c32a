/*
 * shortlist_json.c - the JSON form of a shortlist.
 */
#include "values/shortlist_json.h"

#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/numeric.h"

#include "graph/matching/lists_build.h"
#include "values/jsonb.h"
#include "values/scan.h"
#include "values/shortlist.h"

/* ---- writing ---- */

static void
put_places(JsonbWriter *out, const char *key, const int64 *ids, const char *places_key,
		   const uint32 *places, uint32 count)
{
	uint32 i;

	mg_jsonb_array(out, count);
	for (i = 0; i < count; i++)
	{
		mg_jsonb_object(out, 2);
		mg_jsonb_string(out, key, strlen(key));
		mg_jsonb_string(out, places_key, strlen(places_key));
		mg_jsonb_id(out, ids[i]);
		mg_jsonb_id(out, places ? places[i] : 1);
		mg_jsonb_end(out);
	}
	mg_jsonb_end(out);
}

static void
put_pair(JsonbWriter *out, const Lists *lists, uint32 thing, uint32 pair)
{
	mg_jsonb_object(out, lists->their_score ? 4 : 3);
	mg_jsonb_string(out, "score", 5);
	mg_jsonb_string(out, "for_id", 6);
	mg_jsonb_string(out, "person", 6);
	if (lists->their_score)
		mg_jsonb_string(out, "their_score", 11);
	mg_jsonb_number(out, mg_score(lists, pair));
	mg_jsonb_id(out, lists->thing_ids[thing]);
	mg_jsonb_id(out, lists->person_ids[lists->person[pair]]);
	if (lists->their_score)
		mg_jsonb_number(out, lists->their_score[pair]);
	mg_jsonb_end(out);
}

/* In the order of jsonb: the shorter key first. */
Jsonb *
mg_shortlist_to_jsonb(const Lists *lists)
{
	JsonbWriter out;
	uint32 thing;
	uint32 pair;

	mg_jsonb_start(&out, "shortlist");
	mg_jsonb_object(&out, 3);
	mg_jsonb_string(&out, "pairs", 5);
	mg_jsonb_string(&out, "people", 6);
	mg_jsonb_string(&out, "things", 6);
	mg_jsonb_array(&out, lists->pairs);
	for (thing = 0; thing < lists->things; thing++)
		for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
			put_pair(&out, lists, thing, pair);
	mg_jsonb_end(&out);
	put_places(&out, "person", lists->person_ids, "capacity", lists->capacity, lists->people);
	put_places(&out, "for_id", lists->thing_ids, "openings", lists->openings, lists->things);
	mg_jsonb_end(&out);
	return mg_jsonb_finish(&out);
}

static void
append_places(StringInfo out, const char *key, const int64 *ids, const char *places_key,
			  const uint32 *places, uint32 count)
{
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		appendStringInfo(out, "%s{\"%s\": ", i > 0 ? ", " : "", key);
		mg_append_json_id(out, ids[i]);
		appendStringInfo(out, ", \"%s\": %u}", places_key, places ? places[i] : 1);
	}
}

static void
append_pair(StringInfo out, const Lists *lists, uint32 thing, uint32 pair)
{
	appendStringInfoString(out, pair > 0 ? ", {\"for_id\": " : "{\"for_id\": ");
	mg_append_json_id(out, lists->thing_ids[thing]);
	appendStringInfoString(out, ", \"person\": ");
	mg_append_json_id(out, lists->person_ids[lists->person[pair]]);
	appendStringInfoString(out, ", \"score\": ");
	mg_append_number(out, mg_score(lists, pair));
	if (lists->their_score)
	{
		appendStringInfoString(out, ", \"their_score\": ");
		mg_append_number(out, lists->their_score[pair]);
	}
	appendStringInfoChar(out, '}');
}

text *
mg_shortlist_to_json(const Lists *lists)
{
	StringInfoData out;
	uint32 steps = 0;
	uint32 thing;
	uint32 pair;

	initStringInfo(&out);
	appendStringInfoSpaces(&out, VARHDRSZ);
	appendStringInfoString(&out, "{\"things\": [");
	append_places(&out, "for_id", lists->thing_ids, "openings", lists->openings, lists->things);
	appendStringInfoString(&out, "], \"people\": [");
	append_places(&out, "person", lists->person_ids, "capacity", lists->capacity, lists->people);
	appendStringInfoString(&out, "], \"pairs\": [");
	for (thing = 0; thing < lists->things; thing++)
		for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
		{
			mg_step(&steps);
			append_pair(&out, lists, thing, pair);
		}
	appendStringInfoString(&out, "]}");
	SET_VARSIZE(out.data, out.len);
	return (text *) out.data;
}

/* ---- reading ---- */

/* What a member of an array says. */
typedef enum Field
{
	FOR_ID,
	PERSON,
	OPENINGS,
	CAPACITY,
	SCORE,
	THEIR_SCORE,
	FIELDS
} Field;

static const char *const field_names[FIELDS] = {
	[FOR_ID] = "for_id",     [PERSON] = "person", [OPENINGS] = "openings",
	[CAPACITY] = "capacity", [SCORE] = "score",   [THEIR_SCORE] = "their_score"};

#define BIT(field) (1u << (field))

/* An array of the object: the fields that its members must and may have. */
typedef struct Part
{
	const char *name;
	uint32 must;
	uint32 may;
} Part;

static const Part parts[] = {
	{"things", BIT(FOR_ID), BIT(OPENINGS)},
	{"people", BIT(PERSON), BIT(CAPACITY)},
	{"pairs", BIT(FOR_ID) | BIT(PERSON), BIT(SCORE) | BIT(THEIR_SCORE)},
};

typedef struct Member
{
	uint32 has; /* BIT of the fields */
	int64 whole[FIELDS];
	double score[FIELDS];
} Member;

static void
refuse(const char *detail)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					errmsg("invalid JSON for type shortlist"), errdetail("%s", detail),
					errhint("The form is {\"things\": [{\"for_id\": 5, \"openings\": 1}], "
							"\"people\": [{\"person\": 17, \"capacity\": 4}], \"pairs\": "
							"[{\"for_id\": 5, \"person\": 17, \"score\": 0.8}]}.")));
}

static bool
is_key(const JsonbValue *key, const char *name)
{
	return (Size) key->val.string.len == strlen(name) &&
		   memcmp(key->val.string.val, name, key->val.string.len) == 0;
}

static const char *
shown(const JsonbValue *key)
{
	return pnstrdup(key->val.string.val, Min(key->val.string.len, 40));
}

/* Reads the value of a field of a member. */
static void
read_field(const JsonbValue *key, const JsonbValue *value, const Part *part, Member *member)
{
	Field field = 0;
	Datum number;

	while (field < FIELDS && !is_key(key, field_names[field]))
		field++;
	if (field == FIELDS || !((part->must | part->may) & BIT(field)))
		refuse(psprintf("A member of \"%s\" has no key \"%s\".", part->name, shown(key)));
	if (value->type == jbvString && (field == FOR_ID || field == PERSON))
	{
		char *digits = pnstrdup(value->val.string.val, value->val.string.len);

		member->has |= BIT(field);
		member->whole[field] = DatumGetInt64(DirectFunctionCall1(int8in, CStringGetDatum(digits)));
		return;
	}
	if (value->type != jbvNumeric)
		refuse(psprintf("The value of \"%s\" in \"%s\" is not a number.", field_names[field],
						part->name));
	number = NumericGetDatum(value->val.numeric);
	member->has |= BIT(field);
	if (field == SCORE || field == THEIR_SCORE)
	{
		member->score[field] = DatumGetFloat8(DirectFunctionCall1(numeric_float8, number));
		if (!(member->score[field] > 0 && member->score[field] <= 1))
			ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
							errmsg("score must be greater than 0 and at most 1"),
							errdetail("A pair has \"%s\" %s.", field_names[field],
									  DatumGetCString(DirectFunctionCall1(numeric_out, number)))));
		return;
	}
	if (!DatumGetBool(
			DirectFunctionCall2(numeric_eq, number, DirectFunctionCall1(numeric_floor, number))))
		refuse(psprintf("\"%s\" is not a whole number: %s.", field_names[field],
						DatumGetCString(DirectFunctionCall1(numeric_out, number))));
	member->whole[field] = DatumGetInt64(DirectFunctionCall1(numeric_int8, number));
	if ((field == OPENINGS || field == CAPACITY) &&
		(member->whole[field] < 0 || member->whole[field] > MG_MAX_PLACES))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("\"%s\" must be between 0 and %d", field_names[field], MG_MAX_PLACES),
				 errdetail("It is " INT64_FORMAT ".", member->whole[field])));
}

static void
add_member(ListsBuilder *builder, const Part *part, const Member *member)
{
	if ((member->has & part->must) != part->must)
		refuse(psprintf("A member of \"%s\" lacks \"%s\".", part->name,
						member->has & BIT(FOR_ID) || !(part->must & BIT(FOR_ID)) ? "person"
																				 : "for_id"));
	if (part == &parts[0])
		mg_lists_add_thing(builder, member->whole[FOR_ID],
						   member->has & BIT(OPENINGS) ? member->whole[OPENINGS] : MG_NOT_SAID);
	else if (part == &parts[1])
		mg_lists_add_person(builder, member->whole[PERSON],
							member->has & BIT(CAPACITY) ? member->whole[CAPACITY] : MG_NOT_SAID);
	else
		mg_lists_add_pair(builder, member->whole[FOR_ID], member->whole[PERSON],
						  member->has & BIT(SCORE) ? member->score[SCORE] : 1.0,
						  member->has & BIT(THEIR_SCORE) ? member->score[THEIR_SCORE]
														 : MG_NO_SCORE);
}

/* Reads one of the arrays; the iterator stands before it. */
static void
read_part(JsonbIterator **iterator, const Part *part, ListsBuilder *builder)
{
	MemoryContext member_context =
		AllocSetContextCreate(CurrentMemoryContext, "shortlist member", ALLOCSET_SMALL_SIZES);
	JsonbValue value;
	uint32 steps = 0;

	if (JsonbIteratorNext(iterator, &value, false) != WJB_BEGIN_ARRAY || value.val.array.rawScalar)
		refuse(psprintf("\"%s\" is not an array.", part->name));
	for (;;)
	{
		JsonbIteratorToken token = JsonbIteratorNext(iterator, &value, false);
		MemoryContext caller;
		Member member = {0};
		JsonbValue key;

		mg_step(&steps);
		if (token == WJB_END_ARRAY)
			break;
		if (token != WJB_BEGIN_OBJECT)
			refuse(psprintf("A member of \"%s\" is not an object.", part->name));
		caller = MemoryContextSwitchTo(member_context);
		while (JsonbIteratorNext(iterator, &key, true) == WJB_KEY)
		{
			(void) JsonbIteratorNext(iterator, &value, true);
			read_field(&key, &value, part, &member);
		}
		MemoryContextSwitchTo(caller);
		MemoryContextReset(member_context);
		add_member(builder, part, &member);
	}
	MemoryContextDelete(member_context);
}

void
mg_shortlist_from_json(Jsonb *json, Lists *lists)
{
	ListsBuilder *builder = mg_lists_builder_create();
	JsonbIterator *iterator = JsonbIteratorInit(&json->root);
	ListsConflict conflict;
	JsonbValue value;

	if (JsonbIteratorNext(&iterator, &value, false) != WJB_BEGIN_OBJECT)
		refuse("It is not an object.");
	while (JsonbIteratorNext(&iterator, &value, false) == WJB_KEY)
	{
		const Part *part = parts;

		while (part < parts + lengthof(parts) && !is_key(&value, part->name))
			part++;
		if (part == parts + lengthof(parts))
			refuse(psprintf("There is no key \"%s\".", shown(&value)));
		read_part(&iterator, part, builder);
	}
	mg_lists_finish(builder, lists, &conflict);
	mg_refuse_conflict(&conflict, NULL);
}
