/*
 * shortlist_json.c - the JSON form of a shortlist.
 */
#include "values/shortlist_json.h"

#include "base/host.h"
#include "graph/matching/lists_build.h"
#include "values/json_events.h"
#include "values/jsonb.h"
#include "values/names.h"
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
		mg_json_room(out, "shortlist", 0);
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

	mg_json_start(&out);
	mg_json_room(&out, "shortlist",
				 lists->pairs * strlen("{\"for_id\": 1, \"person\": 2, \"score\": 1}"));
	appendStringInfoString(&out, "{\"things\": [");
	append_places(&out, "for_id", lists->thing_ids, "openings", lists->openings, lists->things);
	appendStringInfoString(&out, "], \"people\": [");
	append_places(&out, "person", lists->person_ids, "capacity", lists->capacity, lists->people);
	appendStringInfoString(&out, "], \"pairs\": [");
	for (thing = 0; thing < lists->things; thing++)
		for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
		{
			mg_step(&steps);
			mg_json_room(&out, "shortlist", 0);
			append_pair(&out, lists, thing, pair);
		}
	appendStringInfoString(&out, "]}");
	return mg_json_finish(&out);
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

static JsonEvent
next_event(JsonReader *json)
{
	JsonEvent event = mg_json_event(json);

	if (event == MG_JSON_UNREADABLE)
		refuse("A string has a character that PostgreSQL cannot hold.");
	return event;
}

/* The text of the last event, for messages. */
static const char *
shown(const JsonReader *json)
{
	return mg_show_name(json->text.data, json->text.len);
}

static double
read_score(const JsonReader *json, Field field)
{
	double score = strtod(json->text.data, NULL);

	if (!(score > 0 && score <= 1))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("score must be greater than 0 and at most 1"),
						errdetail("A pair has \"%s\" %s.", field_names[field], shown(json)),
						errhint("Leave out pairs that do not count, and divide scores by the "
								"largest one.")));
	return score;
}

/* A whole number; too_large if it does not fit 64 bits. */
static int64
read_whole(JsonReader *json, Field field, bool *too_large)
{
	int64 whole = 0;
	JsonWhole form = mg_json_whole(json, &whole);

	if (form == MG_JSON_NOT_WHOLE)
		refuse(psprintf("\"%s\" is not a whole number: %s.", field_names[field], shown(json)));
	*too_large = form == MG_JSON_TOO_LARGE;
	return whole;
}

static int64
read_id(JsonReader *json, Field field)
{
	bool too_large;
	int64 id = read_whole(json, field, &too_large);

	if (too_large)
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("\"%s\" is out of range for type bigint", field_names[field]),
						errdetail("It is %s.", shown(json)),
						errhint("For keys of other types use person_key.")));
	return id;
}

static int64
read_places(JsonReader *json, Field field)
{
	bool too_large;
	int64 places = read_whole(json, field, &too_large);

	if (too_large || places < 0 || places > MG_MAX_PLACES)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("\"%s\" must be between 0 and %d", field_names[field], MG_MAX_PLACES),
				 errdetail("It is %s.", shown(json)),
				 errhint("Where there is no limit, give the number of pairs.")));
	return places;
}

/* Reads a field of a member; its key has been read. Only ids may be strings. */
static void
read_field(JsonReader *json, const Part *part, Member *member)
{
	Field field = 0;
	JsonEvent event;
	bool is_id;

	while (field < FIELDS && strcmp(json->text.data, field_names[field]) != 0)
		field++;
	if (field == FIELDS || !((part->must | part->may) & BIT(field)))
		refuse(psprintf("A member of \"%s\" has no key %s.", part->name, shown(json)));
	if (member->has & BIT(field))
		refuse(psprintf("A member of \"%s\" has the key %s twice.", part->name, shown(json)));
	member->has |= BIT(field);
	event = next_event(json);
	is_id = field == FOR_ID || field == PERSON;
	if (event != MG_JSON_NUMBER && !(event == MG_JSON_STRING && is_id))
		refuse(psprintf("The value of \"%s\" in \"%s\" is not a number.", field_names[field],
						part->name));
	if (field == SCORE || field == THEIR_SCORE)
		member->score[field] = read_score(json, field);
	else
		member->whole[field] = is_id ? read_id(json, field) : read_places(json, field);
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

/* Reads one of the arrays; its key has been read. */
static void
read_part(JsonReader *json, const Part *part, ListsBuilder *builder)
{
	JsonEvent event = next_event(json);

	if (event != MG_JSON_ARRAY)
		refuse(psprintf("\"%s\" is not an array.", part->name));
	while ((event = next_event(json)) != MG_JSON_END)
	{
		Member member = {0};

		if (event != MG_JSON_OBJECT)
			refuse(psprintf("A member of \"%s\" is not an object.", part->name));
		while (next_event(json) == MG_JSON_KEY)
			read_field(json, part, &member);
		add_member(builder, part, &member);
	}
}

void
mg_shortlist_from_json(JsonReader *json, Lists *lists)
{
	ListsBuilder *builder = mg_lists_builder_create();
	bool seen[lengthof(parts)] = {false};
	ListsConflict conflict;

	if (next_event(json) != MG_JSON_OBJECT)
		refuse("It is not an object.");
	while (next_event(json) == MG_JSON_KEY)
	{
		int part = 0;

		while (part < lengthof(parts) && strcmp(json->text.data, parts[part].name) != 0)
			part++;
		if (part == lengthof(parts))
			refuse(psprintf("There is no key %s.", shown(json)));
		if (seen[part])
			refuse(psprintf("The key %s occurs twice.", shown(json)));
		seen[part] = true;
		read_part(json, &parts[part], builder);
	}
	mg_lists_finish(builder, lists, &conflict);
	mg_refuse_conflict(&conflict, NULL);
}
