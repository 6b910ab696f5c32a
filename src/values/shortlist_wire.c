/*
 * shortlist_wire.c - the binary form of a shortlist, for COPY BINARY and binary clients.
 *
 * In network byte order:
 *
 *   uint8 version (1), uint8 flags, uint16 zero, uint32 things, uint32 people, uint32 pairs,
 *   then the arrays of the stored value in their order; the flags say which are there
 *
 * Input is checked by the type's validator; the fingerprint is computed anew.
 */
#include "values/shortlist_wire.h"

#include "libpq/pqformat.h"
#include "miscadmin.h"

#include "values/wire.h"

static void
send_int64s(StringInfo out, const int64 *numbers, uint32 count)
{
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		pq_sendint64(out, numbers[i]);
	}
}

/* An array that is NULL is left out; so is it in the others. */
static void
send_doubles(StringInfo out, const double *numbers, uint32 count)
{
	uint32 steps = 0;
	uint32 i;

	for (i = 0; numbers && i < count; i++)
	{
		mg_step(&steps);
		pq_sendfloat8(out, numbers[i]);
	}
}

static void
send_int32s(StringInfo out, const uint32 *numbers, uint32 count)
{
	uint32 steps = 0;
	uint32 i;

	for (i = 0; numbers && i < count; i++)
	{
		mg_step(&steps);
		pq_sendint32(out, numbers[i]);
	}
}

bytea *
mg_shortlist_send(const Lists *lists)
{
	uint8 flags = mg_shortlist_flags(lists);
	StringInfoData out;

	mg_wire_start(&out, flags);
	enlargeStringInfo(&out, mg_shortlist_size(lists->things, lists->people, lists->pairs, flags));
	pq_sendint32(&out, lists->things);
	pq_sendint32(&out, lists->people);
	pq_sendint32(&out, lists->pairs);
	send_int64s(&out, lists->thing_ids, lists->things);
	send_int64s(&out, lists->person_ids, lists->people);
	send_doubles(&out, lists->score, lists->pairs);
	send_doubles(&out, lists->their_score, lists->pairs);
	send_int32s(&out, lists->start, lists->things + 1);
	send_int32s(&out, lists->person, lists->pairs);
	send_int32s(&out, lists->openings, lists->things);
	send_int32s(&out, lists->capacity, lists->people);
	return pq_endtypsend(&out);
}

/* ---- reading ---- */

static const int64 *
get_int64s(StringInfo in, uint32 count)
{
	int64 *numbers = mg_alloc_array(int64, count);
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		numbers[i] = pq_getmsgint64(in);
	}
	return numbers;
}

static const double *
get_doubles(StringInfo in, uint32 count)
{
	double *numbers = mg_alloc_array(double, count);
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		numbers[i] = pq_getmsgfloat8(in);
	}
	return numbers;
}

static const uint32 *
get_int32s(StringInfo in, uint32 count)
{
	uint32 *numbers = mg_alloc_array(uint32, count);
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		numbers[i] = pq_getmsgint(in, 4);
	}
	return numbers;
}

Shortlist *
mg_shortlist_receive(StringInfo in)
{
	uint8 flags = mg_wire_flags(in, "shortlist", MG_SHORTLIST_FLAGS);
	Lists lists = {0};
	const char *problem;
	uint64 expected;

	lists.things = pq_getmsgint(in, 4);
	lists.people = pq_getmsgint(in, 4);
	lists.pairs = pq_getmsgint(in, 4);
	expected =
		mg_shortlist_size(lists.things, lists.people, lists.pairs, flags) - sizeof(Shortlist);
	if ((uint64) (in->len - in->cursor) != expected)
		mg_wire_refuse("shortlist",
					   psprintf("%u pairs of %u things and %u people take " UINT64_FORMAT
								" bytes, but %d bytes follow.",
								lists.pairs, lists.things, lists.people, expected,
								in->len - in->cursor));
	lists.thing_ids = get_int64s(in, lists.things);
	lists.person_ids = get_int64s(in, lists.people);
	if (!(flags & MG_SHORTLIST_UNIT))
		lists.score = get_doubles(in, lists.pairs);
	if (flags & MG_SHORTLIST_THEIRS)
		lists.their_score = get_doubles(in, lists.pairs);
	lists.start = get_int32s(in, lists.things + 1);
	lists.person = get_int32s(in, lists.pairs);
	if (flags & MG_SHORTLIST_OPENINGS)
		lists.openings = get_int32s(in, lists.things);
	if (flags & MG_SHORTLIST_CAPACITY)
		lists.capacity = get_int32s(in, lists.people);
	problem = mg_shortlist_problem(&lists);
	if (problem)
		mg_wire_refuse("shortlist", problem);
	return mg_shortlist_make(&lists);
}
