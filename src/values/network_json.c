/*
 * network_json.c - networks as JSON.
 *
 *   {"people": [1, 2, 3], "ties": [{"source": 1, "target": 2, "strength": 0.8}]}
 *
 * Written with everybody in "people" and every strength. Read with as little as is clear: either
 * key may be missing, "people" may list only those without a tie, a strength that is missing is 1,
 * and the same pair twice counts once, with the larger strength. Ids are numbers, or strings of
 * digits as they are written beyond 2^53. Any other key, and a key twice, is an error, as far as it
 * is still there: jsonb keeps the last of several equal keys.
 *
 * json and jsonb are both read as a sequence of events (json_events.h), which a small machine takes
 * one at a time. O(size).
 */
#include "values/network_json.h"

#include "utils/builtins.h"

#include "base/host.h"
#include "graph/core/build.h"
#include "values/json_events.h"
#include "values/jsonb.h"
#include "values/names.h"
#include "values/scan.h"

/* ---- writing ---- */

/* In the order of jsonb: the shorter key first. */
Jsonb *
mg_network_to_jsonb(const Graph *graph)
{
	JsonbWriter out;
	uint32 person;
	uint32 tie;

	mg_jsonb_start(&out, "network");
	mg_jsonb_object(&out, 2);
	mg_jsonb_string(&out, "ties", 4);
	mg_jsonb_string(&out, "people", 6);
	mg_jsonb_array(&out, graph->ties);
	for (person = 0; person < graph->people; person++)
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			mg_jsonb_object(&out, 3);
			mg_jsonb_string(&out, "source", 6);
			mg_jsonb_string(&out, "target", 6);
			mg_jsonb_string(&out, "strength", 8);
			mg_jsonb_id(&out, graph->ids[person]);
			mg_jsonb_id(&out, graph->ids[graph->out_target[tie]]);
			mg_jsonb_number(&out, mg_out_strength(graph, tie));
			mg_jsonb_end(&out);
		}
	mg_jsonb_end(&out);
	mg_jsonb_array(&out, graph->people);
	for (person = 0; person < graph->people; person++)
		mg_jsonb_id(&out, graph->ids[person]);
	mg_jsonb_end(&out);
	mg_jsonb_end(&out);
	return mg_jsonb_finish(&out);
}

static void
append_tie(StringInfo out, const Graph *graph, uint32 person, uint32 tie)
{
	appendStringInfoString(out, "{\"source\": ");
	mg_append_json_id(out, graph->ids[person]);
	appendStringInfoString(out, ", \"target\": ");
	mg_append_json_id(out, graph->ids[graph->out_target[tie]]);
	appendStringInfoString(out, ", \"strength\": ");
	mg_append_number(out, mg_out_strength(graph, tie));
	appendStringInfoCharMacro(out, '}');
}

text *
mg_network_to_json(const Graph *graph)
{
	StringInfoData out;
	uint32 steps = 0;
	uint32 person;
	uint32 tie;

	mg_json_start(&out);
	mg_json_room(&out, "network",
				 graph->people +
					 graph->ties * strlen("{\"source\": 1, \"target\": 2, \"strength\": 1}"));
	appendStringInfoString(&out, "{\"people\": [");
	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		mg_json_room(&out, "network", 0);
		if (person > 0)
			appendBinaryStringInfo(&out, ", ", 2);
		mg_append_json_id(&out, graph->ids[person]);
	}
	appendStringInfoString(&out, "], \"ties\": [");
	for (person = 0; person < graph->people; person++)
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			mg_step(&steps);
			mg_json_room(&out, "network", 0);
			if (tie > 0)
				appendBinaryStringInfo(&out, ", ", 2);
			append_tie(&out, graph, person, tie);
		}
	appendStringInfoString(&out, "]}");
	return mg_json_finish(&out);
}

/* ---- reading ---- */

typedef enum Place
{
	OUTSIDE,
	IN_NETWORK,
	IN_PEOPLE,
	IN_TIES,
	IN_TIE,
	AFTER
} Place;

typedef enum Key
{
	NO_KEY,
	PEOPLE,
	TIES,
	SOURCE,
	TARGET,
	STRENGTH
} Key;

#define BIT(key) (1 << (key))

typedef struct NetworkReader
{
	JsonReader *json;
	Builder *builder;
	Place place;
	Key key;     /* whose value comes next */
	uint32 keys; /* bits of the keys of the network so far */
	uint32 tie_keys;
	uint32 ties;
	int64 source;
	int64 target;
	double strength;
} NetworkReader;

/* What stands where, for messages. */
static const char *
place_name(const NetworkReader *reader)
{
	switch (reader->place)
	{
		case IN_PEOPLE:
			return "In \"people\"";
		case IN_TIES:
			return "In \"ties\"";
		case IN_TIE:
			return psprintf("In tie %u", reader->ties);
		default:
			return "In the network";
	}
}

/* The text of the last key, string or number, for messages. */
static const char *
shown(const NetworkReader *reader)
{
	return mg_show_name(reader->json->text.data, reader->json->text.len);
}

static void
refuse(const NetworkReader *reader, const char *expected, const char *found)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION), errmsg("JSON is not a network"),
					errdetail("%s: expected %s, found %s.", place_name(reader), expected, found),
					errhint("A network is {\"people\": [1, 2, 3], \"ties\": [{\"source\": 1, "
							"\"target\": 2, \"strength\": 0.8}]}.")));
}

static const char *
expected_here(const NetworkReader *reader)
{
	switch (reader->place)
	{
		case OUTSIDE:
			return "an object";
		case IN_NETWORK:
			return "an array";
		case IN_TIES:
			return "a tie, which is an object";
		case IN_TIE:
			return reader->key == STRENGTH ? "a number" : "a person's id";
		default:
			return "a person's id";
	}
}

static void
start_object(NetworkReader *reader)
{
	if (reader->place == OUTSIDE)
		reader->place = IN_NETWORK;
	else if (reader->place == IN_TIES)
	{
		reader->place = IN_TIE;
		reader->ties++;
		reader->tie_keys = 0;
		reader->strength = 1.0;
	}
	else
		refuse(reader, expected_here(reader), "an object");
}

static void
start_array(NetworkReader *reader)
{
	if (reader->place != IN_NETWORK)
		refuse(reader, expected_here(reader), "an array");
	reader->place = reader->key == PEOPLE ? IN_PEOPLE : IN_TIES;
}

static void
add_tie(NetworkReader *reader)
{
	if ((reader->tie_keys & BIT(SOURCE)) == 0 || (reader->tie_keys & BIT(TARGET)) == 0)
		refuse(reader, "\"source\" and \"target\"", "the end of the tie");
	if (reader->source == reader->target)
		ereport(ERROR, (errcode(ERRCODE_DATA_EXCEPTION),
						errmsg("a person cannot have a tie to themselves"),
						errdetail("%s, source and target are person " INT64_FORMAT ".",
								  place_name(reader), reader->source),
						errhint("Leave out ties whose source is their target.")));
	mg_builder_add_tie(reader->builder, reader->source, reader->target, reader->strength);
}

static void
end_container(NetworkReader *reader)
{
	switch (reader->place)
	{
		case IN_TIE:
			add_tie(reader);
			reader->place = IN_TIES;
			break;
		case IN_PEOPLE:
		case IN_TIES:
			reader->place = IN_NETWORK;
			break;
		default:
			reader->place = AFTER;
			break;
	}
}

static void
take_key(NetworkReader *reader)
{
	const char *key = reader->json->text.data;
	static const char *const names[] = {NULL, "people", "ties", "source", "target", "strength"};
	bool in_tie = reader->place == IN_TIE;
	uint32 *seen = in_tie ? &reader->tie_keys : &reader->keys;
	Key last = in_tie ? STRENGTH : TIES;
	Key candidate;

	for (candidate = in_tie ? SOURCE : PEOPLE; candidate <= last; candidate++)
		if (strcmp(names[candidate], key) == 0)
			break;
	if (candidate > last)
		refuse(reader, in_tie ? "\"source\", \"target\" or \"strength\"" : "\"people\" or \"ties\"",
			   shown(reader));
	if (*seen & BIT(candidate))
		refuse(reader, "each key once", psprintf("\"%s\" again", names[candidate]));
	*seen |= BIT(candidate);
	reader->key = candidate;
}

static void
refuse_range(const NetworkReader *reader, const char *message, const char *hint)
{
	ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("%s", message),
					errdetail("%s: %s.", place_name(reader), shown(reader)), errhint("%s", hint)));
}

/* A whole number, with nothing around it. */
static int64
read_id(const NetworkReader *reader)
{
	int64 id = 0;

	switch (mg_json_whole(reader->json, &id))
	{
		case MG_JSON_WHOLE:
			break;
		case MG_JSON_NOT_WHOLE:
			refuse(reader, "a person's id", shown(reader));
			break;
		case MG_JSON_TOO_LARGE:
			refuse_range(reader, "person id out of range in JSON",
						 "For keys of other types use person_key.");
	}
	return id;
}

static double
read_strength(const NetworkReader *reader)
{
	double strength = strtod(reader->json->text.data, NULL);

	if (!(strength > 0.0 && strength <= 1.0))
		refuse_range(reader, "strength of a tie must be greater than 0 and at most 1",
					 "Leave out ties that do not count, or convert survey answers with "
					 "strength_from_scale.");
	return strength;
}

/* A number or a string. */
static void
take_value(NetworkReader *reader, bool is_string)
{
	if (reader->place == IN_PEOPLE)
		mg_builder_add_person(reader->builder, read_id(reader));
	else if (reader->place != IN_TIE)
		refuse(reader, expected_here(reader), shown(reader));
	else if (reader->key == SOURCE)
		reader->source = read_id(reader);
	else if (reader->key == TARGET)
		reader->target = read_id(reader);
	else if (is_string)
		refuse(reader, "a number", "a string");
	else
		reader->strength = read_strength(reader);
}

void
mg_network_from_json(JsonReader *json, Graph *graph)
{
	NetworkReader reader = {.json = json, .builder = mg_builder_create()};
	JsonEvent event;

	while ((event = mg_json_event(json)) != MG_JSON_OVER)
		switch (event)
		{
			case MG_JSON_OBJECT:
				start_object(&reader);
				break;
			case MG_JSON_ARRAY:
				start_array(&reader);
				break;
			case MG_JSON_END:
				end_container(&reader);
				break;
			case MG_JSON_KEY:
				take_key(&reader);
				break;
			case MG_JSON_STRING:
			case MG_JSON_NUMBER:
				take_value(&reader, event == MG_JSON_STRING);
				break;
			case MG_JSON_NULL:
				refuse(&reader, expected_here(&reader), "null");
				break;
			case MG_JSON_TRUTH:
				refuse(&reader, expected_here(&reader), "a truth value");
				break;
			default:
				refuse(&reader, "a string that PostgreSQL can hold", "another one");
				break;
		}
	mg_builder_finish(reader.builder, graph);
}
