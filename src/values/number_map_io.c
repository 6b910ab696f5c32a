/*
 * number_map_io.c - the text, JSON and binary forms of values that map names to numbers.
 */
#include "values/number_map_io.h"

#include "base/host.h"
#include "values/wire.h"

/* The entries read so far; their names one after the other, and where each starts among them. */
typedef struct Gathered
{
	const NumberMapType *type;
	NamedNumber *parts;
	size_t *starts;
	uint32 used;
	uint32 room;
	StringInfoData names;
} Gathered;

static const NumberMapType *
type_of(const MapForms *forms)
{
	return (const NumberMapType *) forms->type;
}

void *
mg_number_map_start(const MapForms *forms)
{
	Gathered *gathered = palloc(sizeof(Gathered));

	gathered->type = type_of(forms);
	gathered->used = 0;
	gathered->room = 16;
	gathered->parts = mg_alloc_array(NamedNumber, gathered->room);
	gathered->starts = mg_alloc_array(size_t, gathered->room);
	initStringInfo(&gathered->names);
	return gathered;
}

static bool
parse_number(const NumberMapType *type, TextScan *scan, double *number)
{
	const char *start;

	(void) mg_scan_end(scan);
	start = scan->at;
	if (!mg_json_number(scan, number))
		return false;
	if (mg_number_valid(*number))
		return true;
	scan->at = start;
	mg_soft_error(
		scan->context,
		(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("%s", type->not_valid),
		 errdetail("Found %s at position %d.", mg_scan_seen_number(scan), mg_scan_position(scan))));
	return false;
}

bool
mg_number_map_read(void *into, TextScan *scan, const StringInfo key, const char *start)
{
	Gathered *gathered = into;
	NamedNumber *part;

	if (gathered->used == gathered->room)
	{
		gathered->room *= 2;
		gathered->parts = mg_realloc_array(gathered->parts, NamedNumber, gathered->room);
		gathered->starts = mg_realloc_array(gathered->starts, size_t, gathered->room);
	}
	part = &gathered->parts[gathered->used];
	if (!parse_number(gathered->type, scan, &part->number))
		return false;
	part->length = key->len;
	gathered->starts[gathered->used++] = gathered->names.len;
	appendBinaryStringInfo(&gathered->names, key->data, key->len);
	return true;
}

Map *
mg_number_map_finish(void *from, TextScan *scan)
{
	Gathered *gathered = from;
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < gathered->used; i++)
	{
		mg_step(&steps);
		gathered->parts[i].name = gathered->names.data + gathered->starts[i];
	}
	return (Map *) mg_number_map_make(gathered->type, gathered->parts, gathered->used,
									  ERRCODE_INVALID_TEXT_REPRESENTATION, scan->context);
}

void
mg_number_map_print(StringInfo out, const Map *map, uint32 entry)
{
	const NumberMap *numbers = (const NumberMap *) map;
	int length;
	const char *name = mg_number_map_name(numbers, entry, &length);

	mg_json_append(out, name, length);
	appendStringInfoString(out, ": ");
	mg_append_number(out, numbers->numbers[entry]);
}

void
mg_number_map_put_key(StringInfo out, const Map *map, uint32 entry)
{
	int length;
	const char *name = mg_number_map_name((const NumberMap *) map, entry, &length);

	appendBinaryStringInfo(out, name, length);
}

void
mg_number_map_put_value(JsonbWriter *out, const Map *map, uint32 entry)
{
	mg_jsonb_number(out, ((const NumberMap *) map)->numbers[entry]);
}

Map *
mg_number_map_receive(const MapForms *forms, const MapParts *message)
{
	const NumberMapType *type = type_of(forms);
	NamedNumber *parts = mg_alloc_array(NamedNumber, message->entries);
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < message->entries; i++)
	{
		mg_step(&steps);
		memcpy(&parts[i].number, &message->column[i], sizeof(double));
		parts[i].name = message->name[i];
		parts[i].length = message->length[i];
		if (!mg_number_valid(parts[i].number))
			mg_wire_refuse(type->map.name, "A number is negative or not finite.");
		if (parts[i].number == 0 && !type->keeps_zeros)
			mg_wire_refuse(type->map.name, "A number is 0.");
	}
	return (Map *) mg_number_map_make(type, parts, message->entries,
									  ERRCODE_INVALID_BINARY_REPRESENTATION, NULL);
}
