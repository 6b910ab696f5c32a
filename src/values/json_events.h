/*
 * json_events.h - reading json and jsonb alike: a sequence of starts, ends, keys and values.
 */
#ifndef MG_JSON_EVENTS_H
#define MG_JSON_EVENTS_H

#include "base/compat.h"

#include "common/jsonapi.h"
#include "utils/jsonb.h"

typedef enum JsonEvent
{
	MG_JSON_OBJECT, /* starts */
	MG_JSON_ARRAY,  /* starts */
	MG_JSON_END,    /* of the object or array that was started last */
	MG_JSON_KEY,
	MG_JSON_STRING,
	MG_JSON_NUMBER,
	MG_JSON_TRUTH,
	MG_JSON_NULL,
	MG_JSON_UNREADABLE, /* a string that a text cannot hold: the reader must refuse it */
	MG_JSON_OVER
} JsonEvent;

typedef struct JsonReader
{
	JsonbIterator *jsonb; /* one of the two */
	JsonLexContext *json;
	bool single;         /* the jsonb is a value alone, which is stored as an array of it */
	StringInfoData text; /* of the last key, string, number or truth value; ends with a zero byte */
	uint32 steps;
} JsonReader;

extern void mg_json_read(JsonReader *reader, text *json);
extern void mg_jsonb_read(JsonReader *reader, Jsonb *jsonb);

/* What comes next. It is well formed: json and jsonb were checked when they were made. */
extern JsonEvent mg_json_event(JsonReader *reader);

typedef enum JsonWhole
{
	MG_JSON_WHOLE,
	MG_JSON_NOT_WHOLE, /* anything but digits, perhaps with a minus before them */
	MG_JSON_TOO_LARGE  /* for 64 bits */
} JsonWhole;

/* Reads the text of the last string or number as a whole number. O(length). */
extern JsonWhole mg_json_whole(JsonReader *reader, int64 *number);

#endif
