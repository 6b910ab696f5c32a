/*
 * map_io.h - the text and binary forms that the types that map keys to values share.
 *
 *   {"key": value, "key": value}
 *
 * Binary, in network byte order: uint8 version (1), uint8 zero, uint16 zero, uint32 entries, uint32
 * names (only where entries share names), the column (8 bytes an entry), the number of each entry's
 * name (uint32, only where entries share names), then each name as uint32 length and that many
 * bytes in the client's encoding.
 */
#ifndef MG_MAP_IO_H
#define MG_MAP_IO_H

#include "values/json_map.h"
#include "values/jsonb.h"
#include "values/map.h"

/* A message, taken apart but not yet judged. */
typedef struct MapParts
{
	uint32 entries;
	uint32 names;
	uint64 *column;
	uint32 *number; /* NULL where each entry has its own name */
	const char **name;
	int *length;
} MapParts;

typedef struct MapForms MapForms;

/* What a type adds. */
struct MapForms
{
	const MapType *type;

	/* Reading a text: what the entries are gathered in, one entry (the key has been read and stands
	 * at start), and the value. The last two give false and NULL after a soft error. */
	void *(*start)(const MapForms *forms);
	bool (*read)(void *gathered, TextScan *scan, const StringInfo key, const char *start);
	Map *(*finish)(void *gathered, TextScan *scan);

	/* Appends the key and the value of an entry: "key": value. */
	void (*print)(StringInfo out, const Map *map, uint32 entry);

	/* Appends the key alone, without quotes or escapes; and writes the value (map_json.c). */
	void (*key)(StringInfo out, const Map *map, uint32 entry);
	void (*value)(JsonbWriter *out, const Map *map, uint32 entry);

	/* The value of a message; 22P03 for one that is not valid. */
	Map *(*receive)(const MapForms *forms, const MapParts *parts);
};

/* Reads the text form; NULL after a soft error. */
extern Map *mg_map_parse(TextScan *scan, const MapForms *forms);

extern char *mg_map_text(const Map *map, const MapForms *forms);

/* Appends the text form. */
extern void mg_map_print(StringInfo out, const Map *map, const MapForms *forms);

extern bytea *mg_map_send(const Map *map, const MapForms *forms);

/* Reads and checks a message; 22P03 if it is not the binary form of the type. */
extern Map *mg_map_receive(StringInfo in, const MapForms *forms);

#endif
