/*
 * json_events.c - reading json and jsonb alike: a sequence of starts, ends, keys and values.
 *
 * PostgreSQL's own lexer and iterator take the steps. One buffer holds the text of each in turn.
 * O(size), with a check for cancelling in each event.
 */
#include "values/json_events.h"

#include "common/int.h"
#include "utils/builtins.h"
#include "utils/jsonfuncs.h"

#include "base/host.h"

static void
start(JsonReader *reader)
{
	memset(reader, 0, sizeof(*reader));
	initStringInfo(&reader->text);
}

void
mg_json_read(JsonReader *reader, text *json)
{
	start(reader);
	reader->json = mg_json_lexer(json);
}

void
mg_jsonb_read(JsonReader *reader, Jsonb *jsonb)
{
	start(reader);
	reader->jsonb = JsonbIteratorInit(&jsonb->root);
}

static void
keep_text(JsonReader *reader, const char *start, int length)
{
	resetStringInfo(&reader->text);
	appendBinaryStringInfo(&reader->text, start, length);
}

/* ---- json ---- */

/* A string is a key if a colon follows. */
static JsonEvent
take_string(JsonReader *reader)
{
	const JsonLexContext *json = reader->json;
	const char *at = json->token_terminator;
	const char *end = json->input + json->input_length;

	keep_text(reader, json->strval->data, json->strval->len);
	for (; at < end && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r'); at++)
		mg_step(&reader->steps);
	return at < end && *at == ':' ? MG_JSON_KEY : MG_JSON_STRING;
}

static JsonEvent
json_event(JsonReader *reader)
{
	JsonLexContext *json = reader->json;

	for (;;)
	{
		mg_step(&reader->steps);
		if (json_lex(json) != JSON_SUCCESS)
			return MG_JSON_UNREADABLE;
		switch (json->token_type)
		{
			case JSON_TOKEN_OBJECT_START:
				return MG_JSON_OBJECT;
			case JSON_TOKEN_ARRAY_START:
				return MG_JSON_ARRAY;
			case JSON_TOKEN_OBJECT_END:
			case JSON_TOKEN_ARRAY_END:
				return MG_JSON_END;
			case JSON_TOKEN_STRING:
				return take_string(reader);
			case JSON_TOKEN_NUMBER:
				keep_text(reader, json->token_start, json->token_terminator - json->token_start);
				return MG_JSON_NUMBER;
			case JSON_TOKEN_TRUE:
			case JSON_TOKEN_FALSE:
				keep_text(reader, json->token_start, json->token_terminator - json->token_start);
				return MG_JSON_TRUTH;
			case JSON_TOKEN_NULL:
				return MG_JSON_NULL;
			case JSON_TOKEN_END:
				return MG_JSON_OVER;
			default: /* commas and colons */
				break;
		}
	}
}

/* ---- jsonb ---- */

static JsonEvent
take_value(JsonReader *reader, const JsonbValue *value)
{
	char *shown;

	switch (value->type)
	{
		case jbvString:
			keep_text(reader, value->val.string.val, value->val.string.len);
			return MG_JSON_STRING;
		case jbvNumeric:
			shown = DatumGetCString(
				DirectFunctionCall1(numeric_out, NumericGetDatum(value->val.numeric)));
			keep_text(reader, shown, strlen(shown));
			pfree(shown);
			return MG_JSON_NUMBER;
		case jbvBool:
			shown = value->val.boolean ? "true" : "false";
			keep_text(reader, shown, strlen(shown));
			return MG_JSON_TRUTH;
		default:
			return MG_JSON_NULL;
	}
}

static JsonEvent
jsonb_event(JsonReader *reader)
{
	JsonbValue value;

	mg_step(&reader->steps);
	switch (JsonbIteratorNext(&reader->jsonb, &value, false))
	{
		case WJB_BEGIN_OBJECT:
			return MG_JSON_OBJECT;
		case WJB_BEGIN_ARRAY:
			if (!value.val.array.rawScalar)
				return MG_JSON_ARRAY;
			reader->single = true;
			return jsonb_event(reader);
		case WJB_END_OBJECT:
		case WJB_END_ARRAY:
			return reader->single ? MG_JSON_OVER : MG_JSON_END;
		case WJB_DONE:
			return MG_JSON_OVER;
		case WJB_KEY:
			keep_text(reader, value.val.string.val, value.val.string.len);
			return MG_JSON_KEY;
		default:
			return take_value(reader, &value);
	}
}

JsonEvent
mg_json_event(JsonReader *reader)
{
	return reader->json ? json_event(reader) : jsonb_event(reader);
}

JsonWhole
mg_json_whole(JsonReader *reader, int64 *number)
{
	const char *text = reader->text.data;
	bool negative = *text == '-';
	bool too_large = false;
	int64 value = 0;
	int i = negative ? 1 : 0;

	if (i == reader->text.len)
		return MG_JSON_NOT_WHOLE;
	for (; i < reader->text.len; i++)
	{
		mg_step(&reader->steps);
		if (text[i] < '0' || text[i] > '9')
			return MG_JSON_NOT_WHOLE;
		/* Built downwards: the smallest number has no positive counterpart. */
		too_large = too_large || pg_mul_s64_overflow(value, 10, &value) ||
					pg_sub_s64_overflow(value, text[i] - '0', &value);
	}
	if (too_large || (!negative && value == PG_INT64_MIN))
		return MG_JSON_TOO_LARGE;
	*number = negative ? value : -value;
	return MG_JSON_WHOLE;
}
