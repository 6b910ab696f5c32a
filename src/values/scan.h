/*
 * scan.h - reading the text forms of the types: numbers and signs with their positions.
 */
#ifndef MG_SCAN_H
#define MG_SCAN_H

#include "base/compat.h"

typedef struct TextScan
{
	const char *type; /* for messages: "network" */
	const char *text;
	const char *at;
	Node *context; /* where soft errors go, or NULL */
} TextScan;

/* At the start of a text, which must stay. */
extern void mg_scan_start(TextScan *scan, const char *type, const char *text, Node *context);

/* Skips white space; true at the end of the text. */
extern bool mg_scan_end(TextScan *scan);

/* Skips white space and the sign if it comes next. */
extern bool mg_scan_sign(TextScan *scan, const char *sign);

/* Those below give false after a soft error. */
extern bool mg_scan_id(TextScan *scan, int64 *id);
extern bool mg_scan_thing(TextScan *scan, int64 *id);
extern bool mg_scan_places(TextScan *scan, int64 most, int64 *places);
extern bool mg_scan_number(TextScan *scan, double *number);
extern bool mg_scan_strength(TextScan *scan, double *strength);
extern bool mg_scan_score(TextScan *scan, double *score);

/* 22P02: says what was expected at the present position. Gives false. */
extern bool mg_scan_expected(TextScan *scan, const char *what);

/* 22003: says what is found at the present position. Gives false. */
extern bool mg_scan_out_of_range(TextScan *scan, const char *message);

/* What is found at the present position, in double quotes, for messages. */
extern const char *mg_scan_seen(const TextScan *scan);

/* The same for a number. */
extern const char *mg_scan_seen_number(const TextScan *scan);

/* The 1-based position, in characters, for messages. */
extern int mg_scan_position(const TextScan *scan);

/* Appends the shortest decimal that reads back as the same number. */
extern void mg_append_number(StringInfo out, double number);

/* More digits after the decimal point than a double precision number has. */
#define MG_ALL_DIGITS 17

/* Appends a number with so many digits after the decimal point, as few of them as it takes. */
extern void mg_append_rounded(StringInfo out, double number, int digits);

/* Appends a person's id. */
extern void mg_append_id(StringInfo out, int64 id);

#endif
