/*
 * json_map.h - the text form of the map types: one flat JSON object.
 */
#ifndef MG_JSON_MAP_H
#define MG_JSON_MAP_H

#include "values/scan.h"

typedef enum JsonStep
{
	JSON_KEY,   /* a key was read; its value comes next */
	JSON_END,   /* the object and the text are complete */
	JSON_FAILED /* a soft error was reported */
} JsonStep;

/*
 * The next key of the object, into key. first: the object's brace comes before it. start: where the
 * key stands in the text, for the caller's messages.
 */
extern JsonStep mg_json_next(TextScan *scan, bool first, StringInfo key, const char **start);

/* The value of a key: a string, or a number as it is written. False after a soft error, as for
 * null. */
extern bool mg_json_text(TextScan *scan, StringInfo value);

/* The value of a key that must be a number. False after a soft error. */
extern bool mg_json_number(TextScan *scan, double *value);

/* Appends a string in quotes, escaped; and how many bytes that takes, with the quotes. */
extern void mg_json_append(StringInfo out, const char *string, int length);
extern uint64 mg_json_length(const char *string, int length, uint32 *steps);

#endif
