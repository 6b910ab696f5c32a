/*
 * jsonb.c - writing a jsonb, or a json, piece by piece.
 *
 * A container is a word with its kind and count, a word for each entry (its kind and length; each
 * 32nd has the end of the entry in place of the length), then the elements, numbers and containers
 * aligned as int. The words of the entries are left free at the start and filled in as the elements
 * come. O(1) an element, with a check for cancelling; the buffer doubles.
 */
#include "values/jsonb.h"

#include "common/shortest_dec.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/numeric.h"

#include "base/host.h"
#include "values/scan.h"

static void
refuse_size(const JsonbWriter *out)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("%s is too large for jsonb", out->type),
			 errdetail("An array or object of jsonb has at most %d bytes.", JENTRY_OFFLENMASK),
			 errhint("Cast it to json, which is text, or take a part of it.")));
}

/* Room for so many more bytes, where the writing goes on. */
static char *
reserve(JsonbWriter *out, Size more)
{
	char *place;

	mg_step(&out->steps);
	if (more > MaxAllocSize - out->length)
		refuse_size(out);
	if (out->length + more > out->room)
	{
		while (out->length + more > out->room)
			out->room = Min(out->room * 2, MaxAllocSize);
		out->bytes = repalloc(out->bytes, out->room);
	}
	place = out->bytes + out->length;
	out->length += more;
	return place;
}

static void
align(JsonbWriter *out)
{
	Size padding = INTALIGN(out->length) - out->length;

	memset(reserve(out, padding), 0, padding);
}

/* Notes an element that begins at start and ends here. */
static void
add_entry(JsonbWriter *out, uint32 kind, Size start)
{
	JsonbFrame *frame = &out->frame[out->depth - 1];
	Size length = out->length - start;
	JEntry entry;

	Assert(frame->next < frame->count);
	frame->length += length;
	if (frame->length > JENTRY_OFFLENMASK)
		refuse_size(out);
	if (frame->next % JB_OFFSET_STRIDE == 0)
		entry = kind | frame->length | JENTRY_HAS_OFF;
	else
		entry = kind | length;
	memcpy(out->bytes + frame->entries + frame->next * sizeof(JEntry), &entry, sizeof(JEntry));
	frame->next++;
}

void
mg_jsonb_start(JsonbWriter *out, const char *type)
{
	memset(out, 0, sizeof(*out));
	out->type = type;
	out->room = 1024;
	out->bytes = palloc(out->room);
	out->length = VARHDRSZ;
}

static void
start_container(JsonbWriter *out, uint32 header, uint32 count)
{
	JsonbFrame *frame = &out->frame[out->depth];

	Assert(out->depth < MG_JSON_DEPTH);
	if (count > JENTRY_OFFLENMASK / sizeof(JEntry))
		refuse_size(out);
	frame->start = out->length;
	align(out);
	memcpy(reserve(out, sizeof(header)), &header, sizeof(header));
	frame->entries = out->length;
	reserve(out, count * sizeof(JEntry));
	frame->count = count;
	frame->next = 0;
	frame->length = 0;
	out->depth++;
}

void
mg_jsonb_array(JsonbWriter *out, uint32 elements)
{
	if (elements > JB_CMASK)
		refuse_size(out);
	start_container(out, elements | JB_FARRAY, elements);
}

void
mg_jsonb_object(JsonbWriter *out, uint32 pairs)
{
	if (pairs > JB_CMASK / 2)
		refuse_size(out);
	start_container(out, pairs | JB_FOBJECT, 2 * pairs);
}

void
mg_jsonb_end(JsonbWriter *out)
{
	const JsonbFrame *frame = &out->frame[--out->depth];

	Assert(frame->next == frame->count);
	if (out->depth > 0)
		add_entry(out, JENTRY_ISCONTAINER, frame->start);
}

void
mg_jsonb_string(JsonbWriter *out, const char *string, Size length)
{
	Size start = out->length;

	mg_copy(reserve(out, length), string, length);
	add_entry(out, JENTRY_ISSTRING, start);
}

static void
put_numeric(JsonbWriter *out, Numeric numeric)
{
	Size start = out->length;
	Size length = VARSIZE_ANY(numeric);

	align(out);
	memcpy(reserve(out, length), numeric, length);
	add_entry(out, JENTRY_ISNUMERIC, start);
	pfree(numeric);
}

void
mg_jsonb_number(JsonbWriter *out, double number)
{
	char shown[DOUBLE_SHORTEST_DECIMAL_LEN];

	if (number == 1.0)
	{
		put_numeric(out, int64_to_numeric(1));
		return;
	}
	double_to_shortest_decimal_buf(number, shown);
	put_numeric(
		out, DatumGetNumeric(DirectFunctionCall3(numeric_in, CStringGetDatum(shown),
												 ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1))));
}

void
mg_jsonb_id(JsonbWriter *out, int64 id)
{
	char shown[MAXINT8LEN + 1];

	if (mg_json_id_is_number(id))
		put_numeric(out, int64_to_numeric(id));
	else
		mg_jsonb_string(out, shown, pg_lltoa(id, shown));
}

Jsonb *
mg_jsonb_finish(JsonbWriter *out)
{
	Assert(out->depth == 0);
	SET_VARSIZE(out->bytes, out->length);
	return (Jsonb *) out->bytes;
}

/* ---- json ---- */

void
mg_json_start(StringInfo out)
{
	initStringInfo(out);
	appendStringInfoSpaces(out, VARHDRSZ);
}

void
mg_json_room(const StringInfoData *out, const char *type, uint64 bytes)
{
	const uint64 most = MaxAllocSize - 256;

	if (bytes <= most && out->len + bytes <= most)
		return;
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("%s is too large for json", type),
			 errdetail("A text has at most " UINT64_FORMAT " bytes.", most),
			 errhint("Cast it to text, which is shorter, or take a part of it.")));
}

text *
mg_json_finish(StringInfo out)
{
	SET_VARSIZE(out->data, out->len);
	return (text *) out->data;
}

void
mg_append_json_id(StringInfo out, int64 id)
{
	bool number = mg_json_id_is_number(id);

	if (!number)
		appendStringInfoCharMacro(out, '"');
	mg_append_id(out, id);
	if (!number)
		appendStringInfoCharMacro(out, '"');
}
