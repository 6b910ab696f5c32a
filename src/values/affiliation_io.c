/*
 * affiliation_io.c - the text, binary and jsonb forms of an affiliation.
 *
 *   {"17": "R&D", "18": "Sales"}		in the order of the ids; a number may stand for a name
 *
 * Binary, in network byte order: uint8 version (1), uint8 zero, uint16 zero, uint32 people,
 * uint32 groups, int64 ids[people], uint32 group[people], then each name as uint32 length and that
 * many bytes in the client's encoding.
 */
#include "values/affiliation.h"

#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "math/sort.h"
#include "values/json_map.h"
#include "values/wire.h"

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
		return mg_scan_id_out_of_range(scan);
	return mg_scan_expected(scan, "a person's id in quotes");
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
						   errdetail("Key \"" INT64_FORMAT "\" stands in it twice.", ids[i].id)));
			return false;
		}
	return true;
}

static Roster *
parse_affiliation(TextScan *scan)
{
	Roster *roster = mg_roster_create();
	uint32 room = 16;
	NumberedId *ids = mg_alloc_array(NumberedId, room);
	StringInfoData key;
	StringInfoData value;
	const char *start;
	JsonStep step;
	uint32 steps = 0;
	uint32 count = 0;

	initStringInfo(&key);
	initStringInfo(&value);
	while ((step = mg_json_next(scan, count == 0, &key, &start)) == JSON_KEY)
	{
		mg_step(&steps);
		if (count == room)
		{
			room *= 2;
			ids = mg_realloc_array(ids, NumberedId, room);
		}
		if (!parse_id(scan, &key, start, &ids[count].id) || !mg_json_text(scan, &value))
			return NULL;
		mg_roster_add(roster, ids[count].id, value.data, value.len);
		count++;
	}
	if (step == JSON_FAILED || !refuse_doubles(scan, ids, count))
		return NULL;
	return roster;
}

MG_FUNCTION(mg_sql_affiliation_in);
Datum
mg_sql_affiliation_in(PG_FUNCTION_ARGS)
{
	TextScan scan;
	Roster *roster;

	mg_scan_start(&scan, "affiliation", PG_GETARG_CSTRING(0), mg_soft_context(fcinfo));
	roster = parse_affiliation(&scan);
	if (roster == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(mg_roster_finish(roster, scan.context));
}

static char *
text_of(const Affiliation *affiliation)
{
	StringInfoData out;
	uint32 steps = 0;
	uint32 i;

	initStringInfo(&out);
	appendStringInfoChar(&out, '{');
	for (i = 0; i < affiliation->people; i++)
	{
		int length;
		const char *name =
			mg_affiliation_name(affiliation, mg_affiliation_groups(affiliation)[i], &length);

		mg_step(&steps);
		appendStringInfoString(&out, i > 0 ? ", \"" : "\"");
		mg_append_id(&out, affiliation->ids[i]);
		appendStringInfoString(&out, "\": ");
		mg_json_append(&out, name, length);
	}
	appendStringInfoChar(&out, '}');
	return out.data;
}

MG_FUNCTION(mg_sql_affiliation_out);
Datum
mg_sql_affiliation_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(text_of(mg_affiliation_argument(fcinfo, 0)));
}

MG_FUNCTION(mg_sql_affiliation_to_jsonb);
Datum
mg_sql_affiliation_to_jsonb(PG_FUNCTION_ARGS)
{
	PG_RETURN_DATUM(mg_json_datum(text_of(mg_affiliation_argument(fcinfo, 0))));
}

MG_FUNCTION(mg_sql_affiliation_from_jsonb);
Datum
mg_sql_affiliation_from_jsonb(PG_FUNCTION_ARGS)
{
	TextScan scan;

	mg_json_start(&scan, "affiliation", PG_GETARG_DATUM(0));
	PG_RETURN_POINTER(mg_roster_finish(parse_affiliation(&scan), NULL));
}

/* ---- binary ---- */

MG_FUNCTION(mg_sql_affiliation_send);
Datum
mg_sql_affiliation_send(PG_FUNCTION_ARGS)
{
	const Affiliation *affiliation = mg_affiliation_argument(fcinfo, 0);
	StringInfoData out;
	uint32 steps = 0;
	uint32 i;

	mg_wire_start(&out, 0);
	pq_sendint32(&out, affiliation->people);
	pq_sendint32(&out, affiliation->groups);
	for (i = 0; i < affiliation->people; i++)
	{
		mg_step(&steps);
		pq_sendint64(&out, affiliation->ids[i]);
	}
	for (i = 0; i < affiliation->people; i++)
	{
		mg_step(&steps);
		pq_sendint32(&out, mg_affiliation_groups(affiliation)[i]);
	}
	for (i = 0; i < affiliation->groups; i++)
	{
		int length;
		const char *name = mg_affiliation_name(affiliation, i, &length);

		mg_step(&steps);
		mg_send_counted_text(&out, name, length);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&out));
}

/* Version and counts, checked against the length of the message. */
static void
read_header(StringInfo in, uint32 *people, uint32 *groups)
{
	(void) mg_wire_flags(in, "affiliation", 0);
	*people = pq_getmsgint(in, 4);
	*groups = pq_getmsgint(in, 4);
	if ((uint64) *people * 12 + (uint64) *groups * 4 > (uint64) (in->len - in->cursor))
		mg_wire_refuse("affiliation", "the counts do not match the length");
}

MG_FUNCTION(mg_sql_affiliation_recv);
Datum
mg_sql_affiliation_recv(PG_FUNCTION_ARGS)
{
	StringInfo in = (StringInfo) PG_GETARG_POINTER(0);
	Roster *roster = mg_roster_create();
	Affiliation *affiliation;
	uint32 people;
	uint32 groups;
	int64 *ids;
	uint32 *group;
	char **name;
	int *length;
	uint32 steps = 0;
	uint32 i;

	read_header(in, &people, &groups);
	ids = mg_alloc_array(int64, people);
	group = mg_alloc_array(uint32, people);
	name = mg_alloc_array(char *, groups);
	length = mg_alloc_array(int, groups);
	for (i = 0; i < people; i++)
	{
		mg_step(&steps);
		ids[i] = pq_getmsgint64(in);
		if (i > 0 && ids[i] <= ids[i - 1])
			mg_wire_refuse("affiliation", "people are not in ascending order");
	}
	for (i = 0; i < people; i++)
	{
		mg_step(&steps);
		group[i] = pq_getmsgint(in, 4);
		if (group[i] >= groups)
			mg_wire_refuse("affiliation", "a person belongs to a group that does not exist");
	}
	for (i = 0; i < groups; i++)
	{
		mg_step(&steps);
		name[i] = mg_wire_name(in, "affiliation", &length[i]);
	}
	for (i = 0; i < people; i++)
	{
		mg_step(&steps);
		mg_roster_add(roster, ids[i], name[group[i]], length[group[i]]);
	}
	affiliation = mg_roster_finish(roster, NULL);
	if (affiliation->groups != groups)
		mg_wire_refuse("affiliation", "a group has no people, or two groups have one name");
	PG_RETURN_POINTER(affiliation);
}
