/*
 * map_io.c - the text and binary forms that the types that map keys to values share.
 */
#include "values/map_io.h"

#include "libpq/pqformat.h"
#include "utils/builtins.h"

#include "base/host.h"
#include "values/wire.h"

/* ---- text ---- */

Map *
mg_map_parse(TextScan *scan, const MapForms *forms)
{
	void *gathered = forms->start(forms);
	bool first = true;
	StringInfoData key;
	const char *start;
	JsonStep step;
	uint32 steps = 0;

	initStringInfo(&key);
	while ((step = mg_json_next(scan, first, &key, &start)) == JSON_KEY)
	{
		mg_step(&steps);
		if (!forms->read(gathered, scan, &key, start))
			return NULL;
		first = false;
	}
	return step == JSON_END ? forms->finish(gathered, scan) : NULL;
}

void
mg_map_print(StringInfo out, const Map *map, const MapForms *forms)
{
	uint32 steps = 0;
	uint32 i;

	appendStringInfoChar(out, '{');
	for (i = 0; i < map->entries; i++)
	{
		mg_step(&steps);
		if (i > 0)
			appendStringInfoString(out, ", ");
		forms->print(out, map, i);
	}
	appendStringInfoChar(out, '}');
}

char *
mg_map_text(const Map *map, const MapForms *forms)
{
	StringInfoData out;

	initStringInfo(&out);
	mg_map_print(&out, map, forms);
	return out.data;
}

/* ---- binary ---- */

bytea *
mg_map_send(const Map *map, const MapForms *forms)
{
	const uint32 *number = (const uint32 *) (map->column + map->entries);
	NameList names = mg_map_names(map, forms->type);
	StringInfoData out;
	uint32 steps = 0;
	uint32 i;

	mg_wire_start(&out, 0);
	pq_sendint32(&out, map->entries);
	if (forms->type->shares_names)
		pq_sendint32(&out, names.count);
	for (i = 0; i < map->entries; i++)
	{
		mg_step(&steps);
		pq_sendint64(&out, map->column[i]);
	}
	if (forms->type->shares_names)
		for (i = 0; i < map->entries; i++)
		{
			mg_step(&steps);
			pq_sendint32(&out, number[i]);
		}
	for (i = 0; i < names.count; i++)
	{
		int length;
		const char *name = mg_name(names, i, &length);

		mg_step(&steps);
		mg_send_counted_text(&out, name, length);
	}
	return pq_endtypsend(&out);
}

/* Version and counts, checked against the length of the message, and memory for what follows. */
static void
read_header(StringInfo in, const MapType *type, MapParts *parts)
{
	uint64 entry = sizeof(uint64) + sizeof(uint32); /* the number of a name, or its length */
	uint64 rest;

	(void) mg_wire_flags(in, type->name, 0);
	parts->entries = pq_getmsgint(in, 4);
	parts->names = type->shares_names ? (uint32) pq_getmsgint(in, 4) : parts->entries;
	rest = parts->entries * entry + (type->shares_names ? (uint64) parts->names * 4 : 0);
	if (rest > (uint64) (in->len - in->cursor))
		mg_wire_refuse(type->name, "The counts do not match the length.");
	parts->column = mg_alloc_array(uint64, parts->entries);
	parts->number = type->shares_names ? mg_alloc_array(uint32, parts->entries) : NULL;
	parts->name = mg_alloc_array(const char *, parts->names);
	parts->length = mg_alloc_array(int, parts->names);
}

Map *
mg_map_receive(StringInfo in, const MapForms *forms)
{
	const char *type = forms->type->name;
	MapParts parts;
	uint32 steps = 0;
	uint32 i;

	read_header(in, forms->type, &parts);
	for (i = 0; i < parts.entries; i++)
	{
		mg_step(&steps);
		parts.column[i] = pq_getmsgint64(in);
	}
	if (parts.number)
		for (i = 0; i < parts.entries; i++)
		{
			mg_step(&steps);
			parts.number[i] = pq_getmsgint(in, 4);
			if (parts.number[i] >= parts.names)
				mg_wire_refuse(type, "An entry has a name that is not in the value.");
		}
	for (i = 0; i < parts.names; i++)
	{
		mg_step(&steps);
		parts.name[i] = mg_wire_name(in, type, &parts.length[i]);
	}
	return forms->receive(forms, &parts);
}
