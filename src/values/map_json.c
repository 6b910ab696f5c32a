/*
 * map_json.c - the types that map keys to values as json and jsonb: one object.
 *
 * json is the text form. A jsonb is written by jsonb.h, its keys sorted as jsonb wants them, and
 * read by way of the text form. O(n log n), with checks for cancelling.
 */
#include "values/map_json.h"

#include "base/host.h"
#include "values/json_events.h"

/* ---- writing ---- */

/* The key of an entry. */
typedef struct EntryKey
{
	const char *key;
	Size length;
	uint32 entry;
} EntryKey;

/* The order of jsonb: by length, then by bytes. */
static int
compare_keys(const void *a, const void *b, void *nothing)
{
	const EntryKey *one = a;
	const EntryKey *other = b;

	if (one->length != other->length)
		return one->length < other->length ? -1 : 1;
	return memcmp(one->key, other->key, one->length);
}

/* The keys of all entries, sorted. Their bytes stand one after the other in one buffer. */
static EntryKey *
sorted_keys(const Map *map, const MapForms *forms)
{
	EntryKey *keys = mg_alloc_array(EntryKey, map->entries);
	StringInfoData bytes;
	const char *start;
	uint32 steps = 0;
	uint32 i;

	initStringInfo(&bytes);
	for (i = 0; i < map->entries; i++)
	{
		int before = bytes.len;

		mg_step(&steps);
		forms->key(&bytes, map, i);
		keys[i].length = bytes.len - before;
		keys[i].entry = i;
	}
	start = bytes.data; /* which moved as it grew */
	for (i = 0; i < map->entries; i++)
	{
		mg_step(&steps);
		keys[i].key = start;
		start += keys[i].length;
	}
	if (map->entries > 1)
		qsort_interruptible(keys, map->entries, sizeof(EntryKey), compare_keys, NULL);
	return keys;
}

Jsonb *
mg_map_to_jsonb(const Map *map, const MapForms *forms)
{
	EntryKey *keys = sorted_keys(map, forms);
	JsonbWriter out;
	uint32 i;

	mg_jsonb_start(&out, forms->type->name);
	mg_jsonb_object(&out, map->entries);
	for (i = 0; i < map->entries; i++)
		mg_jsonb_string(&out, keys[i].key, keys[i].length);
	for (i = 0; i < map->entries; i++)
		forms->value(&out, map, keys[i].entry);
	mg_jsonb_end(&out);
	return mg_jsonb_finish(&out);
}

text *
mg_map_to_json(const Map *map, const MapForms *forms)
{
	StringInfoData out;

	mg_json_start(&out);
	mg_map_print(&out, map, forms);
	return mg_json_finish(&out);
}

/* ---- reading ---- */

static Map *
read_text(const char *text, const MapForms *forms)
{
	TextScan scan;

	mg_scan_start(&scan, forms->type->name, text, NULL);
	return mg_map_parse(&scan, forms);
}

/* The text of a jsonb, up to the start of an object or array within it: no map has one. */
static char *
text_of(Jsonb *jsonb)
{
	JsonReader reader;
	StringInfoData out;
	bool in_object = false;
	bool first = true;

	mg_jsonb_read(&reader, jsonb);
	initStringInfo(&out);
	for (;;)
	{
		switch (mg_json_event(&reader))
		{
			case MG_JSON_OBJECT:
				appendStringInfoChar(&out, '{');
				if (in_object)
					return out.data;
				in_object = true;
				break;
			case MG_JSON_KEY:
				appendStringInfoString(&out, first ? "" : ", ");
				mg_json_append(&out, reader.text.data, reader.text.len);
				appendStringInfoString(&out, ": ");
				first = false;
				break;
			case MG_JSON_STRING:
				mg_json_append(&out, reader.text.data, reader.text.len);
				break;
			case MG_JSON_NUMBER:
			case MG_JSON_TRUTH:
				appendBinaryStringInfo(&out, reader.text.data, reader.text.len);
				break;
			case MG_JSON_NULL:
				appendStringInfoString(&out, "null");
				break;
			case MG_JSON_END:
				appendStringInfoChar(&out, '}');
				break;
			case MG_JSON_ARRAY:
				appendStringInfoChar(&out, '[');
				return out.data;
			default:
				return out.data;
		}
	}
}

Map *
mg_map_from_jsonb(Jsonb *jsonb, const MapForms *forms)
{
	return read_text(text_of(jsonb), forms);
}

Map *
mg_map_from_json(text *json, const MapForms *forms)
{
	Size length = VARSIZE_ANY_EXHDR(json);
	char *copy = mg_alloc(length + 1);

	mg_copy(copy, VARDATA_ANY(json), length);
	copy[length] = '\0';
	return read_text(copy, forms);
}
