/*
 * composition_io.c - the text, binary and jsonb forms of a composition.
 *
 *   {"R&D": 12, "Sales": 3}		in the order of the names' bytes; a weight of 0 is left out
 *
 * Binary, in network byte order: uint8 version (1), uint8 zero, uint16 zero, uint32 categories,
 * float8 weights[categories], then each name as uint32 length and that many bytes in the client's
 * encoding.
 */
#include "values/composition.h"

#include "libpq/pqformat.h"
#include "utils/builtins.h"

#include "base/host.h"
#include "values/json_map.h"
#include "values/wire.h"

/* The names read so far, one after the other, and where the parts' names start among them. */
typedef struct Reading
{
	NamedWeight *parts;
	size_t *starts;
	uint32 used;
	uint32 room;
	StringInfoData names;
} Reading;

static void
add_part(Reading *reading, const StringInfo name, double weight)
{
	if (reading->used == reading->room)
	{
		bool first = reading->room == 0;

		reading->room = first ? 16 : reading->room * 2;
		reading->parts = first ? mg_alloc_array(NamedWeight, reading->room)
							   : mg_realloc_array(reading->parts, NamedWeight, reading->room);
		reading->starts = first ? mg_alloc_array(size_t, reading->room)
								: mg_realloc_array(reading->starts, size_t, reading->room);
	}
	reading->parts[reading->used].length = name->len;
	reading->parts[reading->used].weight = weight;
	reading->starts[reading->used++] = reading->names.len;
	appendBinaryStringInfo(&reading->names, name->data, name->len);
}

static bool
parse_weight(TextScan *scan, double *weight)
{
	const char *start;

	(void) mg_scan_end(scan);
	start = scan->at;
	if (!mg_json_number(scan, weight))
		return false;
	if (mg_weight_valid(*weight))
		return true;
	scan->at = start;
	mg_soft_error(scan->context,
				  (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				   errmsg("weight of a category must be finite and not negative"),
				   errdetail("At position %d: %s.", mg_scan_position(scan), mg_scan_seen(scan))));
	return false;
}

static Composition *
parse_composition(TextScan *scan)
{
	Reading reading = {0};
	StringInfoData name;
	const char *start;
	JsonStep step;
	uint32 steps = 0;
	uint32 i;

	initStringInfo(&name);
	initStringInfo(&reading.names);
	while ((step = mg_json_next(scan, reading.used == 0, &name, &start)) == JSON_KEY)
	{
		double weight;

		mg_step(&steps);
		if (!parse_weight(scan, &weight))
			return NULL;
		add_part(&reading, &name, weight);
	}
	if (step == JSON_FAILED)
		return NULL;
	for (i = 0; i < reading.used; i++)
		reading.parts[i].name = reading.names.data + reading.starts[i];
	return mg_composition_make(reading.parts, reading.used, ERRCODE_INVALID_TEXT_REPRESENTATION,
							   scan->context);
}

MG_FUNCTION(mg_sql_composition_in);
Datum
mg_sql_composition_in(PG_FUNCTION_ARGS)
{
	Composition *composition;
	TextScan scan;

	mg_scan_start(&scan, "composition", PG_GETARG_CSTRING(0), mg_soft_context(fcinfo));
	composition = parse_composition(&scan);
	if (composition == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(composition);
}

static char *
text_of(const Composition *composition)
{
	StringInfoData out;
	uint32 steps = 0;
	uint32 i;

	initStringInfo(&out);
	appendStringInfoChar(&out, '{');
	for (i = 0; i < composition->categories; i++)
	{
		int length;
		const char *name = mg_composition_name(composition, i, &length);

		mg_step(&steps);
		if (i > 0)
			appendStringInfoString(&out, ", ");
		mg_json_append(&out, name, length);
		appendStringInfoString(&out, ": ");
		mg_append_number(&out, composition->weights[i]);
	}
	appendStringInfoChar(&out, '}');
	return out.data;
}

MG_FUNCTION(mg_sql_composition_out);
Datum
mg_sql_composition_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(text_of(mg_composition_argument(fcinfo, 0)));
}

MG_FUNCTION(mg_sql_composition_to_jsonb);
Datum
mg_sql_composition_to_jsonb(PG_FUNCTION_ARGS)
{
	PG_RETURN_DATUM(mg_json_datum(text_of(mg_composition_argument(fcinfo, 0))));
}

MG_FUNCTION(mg_sql_composition_from_jsonb);
Datum
mg_sql_composition_from_jsonb(PG_FUNCTION_ARGS)
{
	TextScan scan;

	mg_json_start(&scan, "composition", PG_GETARG_DATUM(0));
	PG_RETURN_POINTER(parse_composition(&scan));
}

/* ---- binary ---- */

MG_FUNCTION(mg_sql_composition_send);
Datum
mg_sql_composition_send(PG_FUNCTION_ARGS)
{
	const Composition *composition = mg_composition_argument(fcinfo, 0);
	StringInfoData out;
	uint32 steps = 0;
	uint32 i;

	mg_wire_start(&out, 0);
	pq_sendint32(&out, composition->categories);
	for (i = 0; i < composition->categories; i++)
	{
		mg_step(&steps);
		pq_sendfloat8(&out, composition->weights[i]);
	}
	for (i = 0; i < composition->categories; i++)
	{
		int length;
		const char *name = mg_composition_name(composition, i, &length);

		mg_step(&steps);
		mg_send_counted_text(&out, name, length);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&out));
}

MG_FUNCTION(mg_sql_composition_recv);
Datum
mg_sql_composition_recv(PG_FUNCTION_ARGS)
{
	StringInfo in = (StringInfo) PG_GETARG_POINTER(0);
	NamedWeight *parts;
	uint32 categories;
	uint32 steps = 0;
	uint32 i;

	(void) mg_wire_flags(in, "composition", 0);
	categories = pq_getmsgint(in, 4);
	if ((uint64) categories * 12 > (uint64) (in->len - in->cursor))
		mg_wire_refuse("composition", "the count does not match the length");
	parts = mg_alloc_array(NamedWeight, categories);
	for (i = 0; i < categories; i++)
	{
		mg_step(&steps);
		parts[i].weight = pq_getmsgfloat8(in);
		if (!mg_weight_valid(parts[i].weight) || parts[i].weight == 0)
			mg_wire_refuse("composition", "a weight is not a finite number greater than 0");
	}
	for (i = 0; i < categories; i++)
	{
		mg_step(&steps);
		parts[i].name = mg_wire_name(in, "composition", &parts[i].length);
	}
	PG_RETURN_POINTER(
		mg_composition_make(parts, categories, ERRCODE_INVALID_BINARY_REPRESENTATION, NULL));
}
