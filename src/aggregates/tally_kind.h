/*
 * tally_kind.h - what a tally must know of the type of its categories: how they are compared, hashed
 * and copied.
 *
 * Categories are compared as their type does it: by the equality of its default hash class, under
 * the collation of the call. Types whose equal values are equal bits (integers, dates, enums ...),
 * texts under a deterministic collation and uuids are compared in place, others through fmgr.
 */
#ifndef MG_TALLY_KIND_H
#define MG_TALLY_KIND_H

#include "base/compat.h"

#include "common/hashfn.h"
#include "utils/typcache.h"
#include "utils/uuid.h"

typedef enum TallyMode
{
	TALLY_BITS,   /* passed by value, equal if the bits are */
	TALLY_TEXT,   /* varlena, equal if the bytes are */
	TALLY_UUID,   /* 16 bytes */
	TALLY_GENERAL /* ask the type */
} TallyMode;

/* Lives as long as the calling function's flinfo. */
typedef struct TallyKind
{
	Oid type;
	Oid collation;
	int16 length;
	bool by_value;
	TallyMode mode;
	TypeCacheEntry *entry;
	struct Numbered *numbered; /* see tally.c; NULL: none yet */
	MemoryContext keep;
} TallyKind;

/*
 * The kind for a type and a collation, kept in flinfo->fn_extra. Two categories are one if the
 * default equality of the type says so. 42883 if it has none that hashes.
 */
extern TallyKind *mg_tally_kind(FmgrInfo *flinfo, Oid type, Oid collation);

/* The kind for an argument of the function that calls. */
extern TallyKind *mg_tally_argument_kind(FunctionCallInfo fcinfo, int argument);

/* A value as it is compared and kept: detoasted, and without stray bits. */
static inline Datum
mg_plain_category(const TallyKind *kind, Datum value)
{
	if (kind->length == -1)
		return PointerGetDatum(PG_DETOAST_DATUM_PACKED(value));
	if (kind->by_value)
		switch (kind->length)
		{
			case sizeof(char):
				return CharGetDatum(DatumGetChar(value));
			case sizeof(int16):
				return Int16GetDatum(DatumGetInt16(value));
			case sizeof(int32):
				return Int32GetDatum(DatumGetInt32(value));
		}
	return value;
}

static inline uint32
mg_hash_category(const TallyKind *kind, Datum value)
{
	uint64 bits;

	switch (kind->mode)
	{
		case TALLY_BITS:
			bits = (uint64) value * UINT64_C(0x9E3779B97F4A7C15);
			return murmurhash32((uint32) (bits >> 32));
		case TALLY_TEXT:
			return hash_bytes((unsigned char *) VARDATA_ANY(DatumGetPointer(value)),
							  VARSIZE_ANY_EXHDR(DatumGetPointer(value)));
		case TALLY_UUID:
			return hash_bytes((unsigned char *) DatumGetPointer(value), UUID_LEN);
		case TALLY_GENERAL:
			break;
	}
	return DatumGetUInt32(FunctionCall1Coll(&kind->entry->hash_proc_finfo, kind->collation, value));
}

static inline bool
mg_same_category(const TallyKind *kind, Datum a, Datum b)
{
	const char *one = DatumGetPointer(a);
	const char *other = DatumGetPointer(b);

	switch (kind->mode)
	{
		case TALLY_BITS:
			return a == b;
		case TALLY_TEXT:
			return VARSIZE_ANY_EXHDR(one) == VARSIZE_ANY_EXHDR(other) &&
				   memcmp(VARDATA_ANY(one), VARDATA_ANY(other), VARSIZE_ANY_EXHDR(one)) == 0;
		case TALLY_UUID:
			return memcmp(one, other, UUID_LEN) == 0;
		case TALLY_GENERAL:
			break;
	}
	return DatumGetBool(FunctionCall2Coll(&kind->entry->eq_opr_finfo, kind->collation, a, b));
}

#endif
