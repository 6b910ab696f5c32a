/*
 * jsonb.h - writing a jsonb, or a json, piece by piece.
 *
 * PostgreSQL makes a jsonb from a tree of values, or from text, in one go that nobody can cancel.
 * This writes its stored form (utils/jsonb.h) from start to end: each container says first how many
 * elements it will have, then come the elements, then its end. An object's keys come before its
 * values, in the order that jsonb keeps: by length, then by bytes.
 */
#ifndef MG_JSONB_H
#define MG_JSONB_H

#include "base/compat.h"

#include "utils/jsonb.h"

#define MG_JSON_DEPTH 4

/* Ids that a double, and so a reader such as JavaScript, holds exactly; others become strings. */
#define MG_JSON_LARGEST_ID INT64CONST(9007199254740991)

/* A container that has been started. */
typedef struct JsonbFrame
{
	Size start;   /* where its bytes begin, padding included */
	Size entries; /* where its entries begin */
	uint32 count; /* of its entries: elements, or keys and values */
	uint32 next;  /* the entry to come */
	Size length;  /* of the elements so far */
} JsonbFrame;

typedef struct JsonbWriter
{
	const char *type; /* of the value that is written, for messages */
	char *bytes;
	Size length;
	Size room;
	int depth;
	uint32 steps;
	JsonbFrame frame[MG_JSON_DEPTH];
} JsonbWriter;

extern void mg_jsonb_start(JsonbWriter *out, const char *type);

/* A container, as the root or as the next element or value of the one around it. */
extern void mg_jsonb_array(JsonbWriter *out, uint32 elements);
extern void mg_jsonb_object(JsonbWriter *out, uint32 pairs);
extern void mg_jsonb_end(JsonbWriter *out);

/* The next element, key or value. */
extern void mg_jsonb_string(JsonbWriter *out, const char *string, Size length);
extern void mg_jsonb_number(JsonbWriter *out, double number);
extern void mg_jsonb_id(JsonbWriter *out, int64 id);

/* The value, when its root has been ended. */
extern Jsonb *mg_jsonb_finish(JsonbWriter *out);

/* JSON text, which becomes a value of type json. */
extern void mg_json_start(StringInfo out);
extern text *mg_json_finish(StringInfo out);

/*
 * 54000 unless there is room for so many more bytes, and those of another member: at the start for
 * the least that all of it takes, then before each member, of at most 256 bytes.
 */
extern void mg_json_room(const StringInfoData *out, const char *type, uint64 bytes);

/* An id as it stands in JSON text. */
extern void mg_append_json_id(StringInfo out, int64 id);

static inline bool
mg_json_id_is_number(int64 id)
{
	return id >= -MG_JSON_LARGEST_ID && id <= MG_JSON_LARGEST_ID;
}

#endif
