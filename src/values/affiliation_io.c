/*
 * affiliation_io.c - the text, JSON and binary forms of an affiliation.
 */
#include "values/affiliation_io.h"

#include "base/host.h"
#include "math/sort.h"
#include "values/roster.h"
#include "values/wire.h"

/* The entries read so far. */
typedef struct Gathered
{
	Roster *roster;
	NumberedId *ids; /* as they stand in the text, to find those that stand in it twice */
	uint32 used;
	uint32 room;
	StringInfoData value;
} Gathered;

static void *
start(const MapForms *forms)
{
	Gathered *gathered = palloc(sizeof(Gathered));

	gathered->roster = mg_roster_create();
	gathered->used = 0;
	gathered->room = 16;
	gathered->ids = mg_alloc_array(NumberedId, gathered->room);
	initStringInfo(&gathered->value);
	return gathered;
}

/* The whole of a key must be an id; it stands at start. */
static bool
parse_id(TextScan *scan, const StringInfo key, const char *start, int64 *id)
{
	bool digits = key->data[0] == '-' || (key->data[0] >= '0' && key->data[0] <= '9');
	char *end;

	errno = 0;
	*id = strtoll(key->data, &end, 10);
	if (digits && *end == '\0' && errno == 0)
		return true;
	scan->at = start;
	if (digits && *end == '\0')
		return mg_scan_out_of_range(scan, "person id is out of range for type bigint");
	return mg_scan_expected(scan, "a person's id in quotes");
}

static bool
read(void *into, TextScan *scan, const StringInfo key, const char *start)
{
	Gathered *gathered = into;
	int64 id;

	if (!parse_id(scan, key, start, &id) || !mg_json_text(scan, &gathered->value))
		return false;
	if (gathered->used == gathered->room)
	{
		gathered->room *= 2;
		gathered->ids = mg_realloc_array(gathered->ids, NumberedId, gathered->room);
	}
	gathered->ids[gathered->used++].id = id;
	mg_roster_add(gathered->roster, id, gathered->value.data, gathered->value.len);
	return true;
}

/* Two equal ids: 22P02. The pairs come sorted. */
static bool
refuse_doubles(TextScan *scan, NumberedId *ids, uint32 count)
{
	uint32 i;

	if (count > 1)
		mg_sort_ids(ids, count);
	for (i = 1; i < count; i++)
		if (ids[i].id == ids[i - 1].id)
		{
			mg_soft_error(scan->context,
						  (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
						   errmsg("invalid input syntax for type %s", scan->type),
						   errdetail("Key \"" INT64_FORMAT "\" occurs twice.", ids[i].id)));
			return false;
		}
	return true;
}

static Map *
finish(void *from, TextScan *scan)
{
	Gathered *gathered = from;

	if (!refuse_doubles(scan, gathered->ids, gathered->used))
		return NULL;
	return (Map *) mg_roster_finish(gathered->roster, scan->context);
}

/* The name of the group of a person. */
static const char *
group_name(const Map *map, uint32 entry, int *length)
{
	const Affiliation *affiliation = (const Affiliation *) map;

	return mg_affiliation_name(affiliation, mg_affiliation_groups(affiliation)[entry], length);
}

static void
print(StringInfo out, const Map *map, uint32 entry)
{
	int length;
	const char *name = group_name(map, entry, &length);

	appendStringInfoChar(out, '"');
	mg_append_id(out, ((const Affiliation *) map)->ids[entry]);
	appendStringInfoString(out, "\": ");
	mg_json_append(out, name, length);
}

static void
put_key(StringInfo out, const Map *map, uint32 entry)
{
	mg_append_id(out, ((const Affiliation *) map)->ids[entry]);
}

static void
put_value(JsonbWriter *out, const Map *map, uint32 entry)
{
	int length;
	const char *name = group_name(map, entry, &length);

	mg_jsonb_string(out, name, length);
}

static Map *
receive(const MapForms *forms, const MapParts *parts)
{
	const int64 *ids = (const int64 *) parts->column;
	Roster *roster = mg_roster_create();
	Affiliation *affiliation;
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < parts->entries; i++)
	{
		uint32 group = parts->number[i];

		mg_step(&steps);
		if (i > 0 && ids[i] <= ids[i - 1])
			mg_wire_refuse(forms->type->name, "The people are not in ascending order.");
		mg_roster_add(roster, ids[i], parts->name[group], parts->length[group]);
	}
	affiliation = mg_roster_finish(roster, NULL);
	if (affiliation->groups != parts->names)
		mg_wire_refuse(forms->type->name,
					   "A group has no people, or two groups have the same name.");
	return (Map *) affiliation;
}

const MapForms mg_affiliation_forms = {
	&mg_affiliation_type, start, read, finish, print, put_key, put_value, receive};
