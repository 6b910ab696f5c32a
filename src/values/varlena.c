/*
 * varlena.c - values as they are used in memory, and what their comparing has in common.
 */
#include "values/varlena.h"

#include "common/hashfn.h"

struct varlena *
mg_plain_value(Datum value)
{
	struct varlena *plain = PG_DETOAST_DATUM(value);

	if ((uintptr_t) plain % sizeof(double) != 0)
		plain = PG_DETOAST_DATUM_COPY(value);
	return plain;
}

void
mg_free_copy(FunctionCallInfo fcinfo, int argument, const void *value)
{
	if (value != DatumGetPointer(PG_GETARG_DATUM(argument)))
		pfree((void *) value);
}

bool
mg_same_bytes(FunctionCallInfo fcinfo, const void *one, const void *other)
{
	bool same = VARSIZE(one) == VARSIZE(other) && memcmp(one, other, VARSIZE(one)) == 0;

	mg_free_copy(fcinfo, 0, one);
	mg_free_copy(fcinfo, 1, other);
	return same;
}

Datum
mg_hash_bytes(FunctionCallInfo fcinfo, const void *value, Size offset)
{
	Datum hash = hash_any((const unsigned char *) value + offset, VARSIZE(value) - offset);

	mg_free_copy(fcinfo, 0, value);
	return hash;
}

Datum
mg_hash_bytes_extended(FunctionCallInfo fcinfo, const void *value, Size offset)
{
	Datum hash = hash_any_extended((const unsigned char *) value + offset, VARSIZE(value) - offset,
								   PG_GETARG_INT64(1));

	mg_free_copy(fcinfo, 0, value);
	return hash;
}
