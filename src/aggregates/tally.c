/*
 * tally.c - how often each category was seen.
 *
 * Categories are compared as their type does it: by the equality of its default hash class, under
 * the collation of the call. Types whose equal values are equal bits (integers, dates, enums ...),
 * texts under a deterministic collation and uuids are compared in place, others through fmgr.
 * A tally is one chunk: 24 bytes, then 16 a category; 128 bytes for the first 6 categories. Up to
 * 14 are searched in a row, beyond that by open addressing with linear probing, three quarters full
 * at most. Values of up to 4 bytes whose bits are compared take 8 bytes, 64 for the first 5, as
 * long as there are no more than 29 of them: a GROUP BY with a million groups is as fast as its
 * memory is small. O(1) a row.
 */
#include "aggregates/tally.h"

#include <math.h>

#include "common/hashfn.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/typcache.h"
#include "utils/uuid.h"

#include "base/host.h"

#define FIRST_ROOM 6
#define MAX_ROOM (UINT32_C(1) << 30)
#define FIRST_SMALL_ROOM 5
#define MAX_SMALL_ROOM 29
#define ONE (UINT64_C(1) << MG_TALLY_TAG_BITS)

typedef enum TallyMode
{
	TALLY_BITS,   /* passed by value, equal if the bits are */
	TALLY_TEXT,   /* varlena, equal if the bytes are */
	TALLY_UUID,   /* 16 bytes */
	TALLY_GENERAL /* ask the type */
} TallyMode;

struct TallyKind
{
	Oid type;
	Oid collation;
	int16 length;
	bool by_value;
	TallyMode mode;
	TypeCacheEntry *entry;
};

/* ---- kinds ---- */

static TallyMode
mode_of(const TypeCacheEntry *entry, Oid collation)
{
	switch (entry->eq_opr_finfo.fn_oid)
	{
		case F_BOOLEQ:
		case F_CHAREQ:
		case F_INT2EQ:
		case F_INT4EQ:
		case F_INT8EQ:
		case F_OIDEQ:
		case F_DATE_EQ:
		case F_TIME_EQ:
		case F_TIMESTAMP_EQ:
		case F_TIMESTAMPTZ_EQ:
		case F_ENUM_EQ:
			return entry->typbyval ? TALLY_BITS : TALLY_GENERAL;
		case F_TEXTEQ:
			if (OidIsValid(collation) && get_collation_isdeterministic(collation))
				return TALLY_TEXT;
			return TALLY_GENERAL;
		case F_UUID_EQ:
			return TALLY_UUID;
		default:
			return TALLY_GENERAL;
	}
}

const TallyKind *
mg_tally_kind(FmgrInfo *flinfo, Oid type, Oid collation)
{
	TallyKind *kind = (TallyKind *) flinfo->fn_extra;
	TypeCacheEntry *entry;

	if (kind && kind->type == type && kind->collation == collation)
		return kind;
	entry = lookup_type_cache(type, TYPECACHE_EQ_OPR_FINFO | TYPECACHE_HASH_PROC_FINFO);
	if (!OidIsValid(entry->eq_opr_finfo.fn_oid) || !OidIsValid(entry->hash_proc_finfo.fn_oid))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_FUNCTION),
						errmsg("type %s cannot be a category", format_type_be(type)),
						errdetail("It has no default hash operator class."),
						errhint("Cast it to another type, for example to text.")));
	kind = MemoryContextAlloc(flinfo->fn_mcxt, sizeof(TallyKind));
	kind->type = type;
	kind->collation = collation;
	kind->length = entry->typlen;
	kind->by_value = entry->typbyval;
	kind->mode = mode_of(entry, collation);
	kind->entry = entry;
	flinfo->fn_extra = kind;
	return kind;
}

const TallyKind *
mg_tally_argument_kind(FunctionCallInfo fcinfo, int argument)
{
	Oid type;

	if (fcinfo->flinfo->fn_extra)
		return (const TallyKind *) fcinfo->flinfo->fn_extra;
	type = get_fn_expr_argtype(fcinfo->flinfo, argument);
	if (!OidIsValid(type))
		elog(ERROR, "could not determine the type of the category");
	return mg_tally_kind(fcinfo->flinfo, type, PG_GET_COLLATION());
}

/* ---- one category ---- */

/* A value as it is compared and kept: detoasted, and without stray bits. */
static Datum
plain_value(const TallyKind *kind, Datum value)
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
hash_value(const TallyKind *kind, Datum value)
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
same_value(const TallyKind *kind, Datum a, Datum b)
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

bool
mg_tally_same(const TallyKind *kind, Datum one, Datum other)
{
	return same_value(kind, plain_value(kind, one), plain_value(kind, other));
}

/* ---- places ---- */

static Tally *
allocate(const TallyKind *kind, uint32 room, bool small, double parameter, MemoryContext keep)
{
	Size entry = small ? sizeof(SmallEntry) : sizeof(TallyEntry);
	Size size = offsetof(Tally, entries) + (Size) room * entry;
	Tally *tally = MemoryContextAllocExtended(keep, size, MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);

	tally->kind = kind;
	tally->room = room;
	tally->small = small;
	tally->parameter = parameter;
	return tally;
}

Tally *
mg_tally_create(const TallyKind *kind, double parameter, MemoryContext keep)
{
	bool small = kind->mode == TALLY_BITS && kind->length <= sizeof(uint32);

	return allocate(kind, small ? FIRST_SMALL_ROOM : FIRST_ROOM, small, parameter, keep);
}

/* The next category at or after a place, and its count; false at the end. */
static inline bool
next_category(const Tally *tally, uint32 *place, Datum *value, uint64 *count)
{
	if (tally->small)
	{
		const SmallEntry *entry = (const SmallEntry *) tally->entries + *place;

		if (*place == tally->used)
			return false;
		*value = plain_value(tally->kind, (Datum) entry->value);
		*count = entry->count;
		++*place;
		return true;
	}
	while (*place < mg_tally_places(tally))
	{
		const TallyEntry *entry = &tally->entries[(*place)++];

		if (entry->tagged == 0)
			continue;
		*value = entry->value;
		*count = mg_tally_count(entry);
		return true;
	}
	return false;
}

static inline uint32
first_place(const Tally *tally, uint32 hash)
{
	return (uint64) hash * tally->room >> 32;
}

static inline uint32
next_place(const Tally *tally, uint32 place)
{
	return ++place == tally->room ? 0 : place;
}

/* Into a hash table that has room and does not know the category yet. */
static inline void
put(Tally *tally, uint32 hash, TallyEntry entry)
{
	uint32 place = first_place(tally, hash);

	while (tally->entries[place].tagged != 0)
		place = next_place(tally, place);
	tally->entries[place] = entry;
}

/* A larger tally with the same categories; the old one is freed. */
static Tally *
enlarge(Tally *old, MemoryContext keep)
{
	Tally *tally;
	uint32 steps = 0;
	uint32 places = mg_tally_places(old);
	uint32 i;

	if (old->room > MAX_ROOM / 2)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("too many categories"),
						errdetail("There are more than %u.", old->used)));
	tally = allocate(old->kind, old->room * 2 + 2, false, old->parameter, keep);
	tally->used = old->used;
	if (tally->room <= MG_TALLY_FEW)
		memcpy(tally->entries, old->entries, old->used * sizeof(TallyEntry));
	else
		for (i = 0; i < places; i++)
		{
			const TallyEntry *entry = &old->entries[i];

			mg_step(&steps);
			if (entry->tagged != 0)
				put(tally, hash_value(tally->kind, entry->value), *entry);
		}
	pfree(old);
	return tally;
}

static inline bool
is_full(const Tally *tally)
{
	if (tally->room <= MG_TALLY_FEW)
		return tally->used == tally->room;
	return tally->used >= tally->room / 4 * 3;
}

/* The category's place, or the free one where it belongs; the room itself if there is none. */
static inline uint32
find(const Tally *tally, Datum value, uint32 hash)
{
	const TallyKind *kind = tally->kind;
	const TallyEntry *entries = tally->entries;
	uint32 place;

	if (tally->room <= MG_TALLY_FEW)
	{
		for (place = 0; place < tally->used; place++)
			if ((uint16) entries[place].tagged == (uint16) hash &&
				same_value(kind, entries[place].value, value))
				break;
		return place;
	}
	for (place = first_place(tally, hash); entries[place].tagged != 0;
		 place = next_place(tally, place))
		if ((uint16) entries[place].tagged == (uint16) hash &&
			same_value(kind, entries[place].value, value))
			break;
	return place;
}

/*
 * The entry of a category, made with count 0 if it is new; the caller adds to it at once. The tally
 * may move. What must stay goes into keep, all else into the current context. Not for small ones.
 */
static TallyEntry *
entry_of(Tally **tally, Datum value, MemoryContext keep)
{
	const TallyKind *kind = (*tally)->kind;
	TallyEntry *entry;
	uint32 place;
	uint32 hash;

	value = plain_value(kind, value);
	hash = hash_value(kind, value);
	place = find(*tally, value, hash);
	if (place < (*tally)->room && (*tally)->entries[place].tagged != 0)
		return &(*tally)->entries[place];
	if (is_full(*tally))
	{
		*tally = enlarge(*tally, keep);
		place = find(*tally, value, hash);
	}
	entry = &(*tally)->entries[place];
	if (!kind->by_value)
	{
		MemoryContext caller = MemoryContextSwitchTo(keep);

		value = datumCopy(value, false, kind->length);
		MemoryContextSwitchTo(caller);
	}
	entry->value = value;
	entry->tagged = (uint16) hash;
	(*tally)->used++;
	return entry;
}

Tally *
mg_tally_create_numbers(const TallyKind *kind, MemoryContext keep)
{
	return allocate(kind, FIRST_ROOM, false, 0, keep);
}

bool
mg_tally_number(Tally **tally, Datum value, MemoryContext keep, uint32 *number)
{
	uint32 used = (*tally)->used;
	TallyEntry *entry = entry_of(tally, value, keep);
	bool new = (*tally)->used > used;

	if (new)
		entry->tagged += ((uint64) used + 1) * ONE;
	*number = mg_tally_entry_number(entry);
	return new;
}

/* ---- small tallies ---- */

/* The same as a hash table; the old one is freed. */
static Tally *
widen(Tally *old, MemoryContext keep)
{
	Tally *tally = allocate(old->kind, MAX_SMALL_ROOM * 2 + 2, false, old->parameter, keep);
	uint32 place = 0;
	TallyEntry entry;
	uint64 count;

	tally->used = old->used;
	while (next_category(old, &place, &entry.value, &count))
	{
		uint32 hash = hash_value(tally->kind, entry.value);

		entry.tagged = count * ONE + (uint16) hash;
		put(tally, hash, entry);
	}
	pfree(old);
	return tally;
}

/* False if it does not fit: then the tally must be widened. */
static bool
add_to_small(Tally **tally, uint32 value, uint64 count, MemoryContext keep)
{
	SmallEntry *entries = (SmallEntry *) (*tally)->entries;
	uint32 used = (*tally)->used;
	uint32 i;

	for (i = 0; i < used; i++)
		if (entries[i].value == value)
		{
			if (count > PG_UINT32_MAX - entries[i].count)
				return false;
			entries[i].count += count;
			return true;
		}
	if (used == MAX_SMALL_ROOM || count > PG_UINT32_MAX)
		return false;
	if (used == (*tally)->room)
	{
		Tally *larger = allocate((*tally)->kind, used * 2 + 3, true, (*tally)->parameter, keep);

		larger->used = used;
		memcpy(larger->entries, entries, used * sizeof(SmallEntry));
		pfree(*tally);
		*tally = larger;
		entries = (SmallEntry *) larger->entries;
	}
	entries[used].value = value;
	entries[used].count = count;
	(*tally)->used++;
	return true;
}

/* ---- adding ---- */

void
mg_tally_add(Tally **tally, Datum value, uint64 count, MemoryContext keep)
{
	TallyEntry *entry;

	if ((*tally)->small)
	{
		if (add_to_small(tally, (uint32) plain_value((*tally)->kind, value), count, keep))
			return;
		*tally = widen(*tally, keep);
	}
	entry = entry_of(tally, value, keep);
	if (count > MG_TALLY_MAX - mg_tally_count(entry))
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("a category has more than " UINT64_FORMAT " rows", MG_TALLY_MAX)));
	entry->tagged += count * ONE;
}

void
mg_tally_add_tally(Tally **tally, const Tally *other, MemoryContext keep)
{
	uint32 steps = 0;
	uint32 place = 0;
	Datum value;
	uint64 count;

	if (*tally == NULL)
		*tally = mg_tally_create(other->kind, other->parameter, keep);
	while (next_category(other, &place, &value, &count))
	{
		mg_step(&steps);
		mg_tally_add(tally, value, count, keep);
	}
}

double *
mg_tally_weights(const Tally *tally)
{
	double *weights = mg_alloc_array(double, tally->used);
	uint32 steps = 0;
	uint32 place = 0;
	uint32 used = 0;
	Datum value;
	uint64 count;

	while (next_category(tally, &place, &value, &count))
	{
		mg_step(&steps);
		weights[used++] = count;
	}
	return weights;
}

/* ---- between processes ---- */

typedef struct TallyHeader
{
	Oid type;
	Oid collation;
	uint32 used;
	double parameter;
} TallyHeader;

void
mg_tally_check_serialized(const Tally *tally, Size size)
{
	if (size <= MaxAllocSize)
		return;
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("too many categories to pass between processes"),
			 errdetail("%u categories take %zu bytes.", tally->used, size),
			 errhint("Aggregate without workers: SET max_parallel_workers_per_gather = 0.")));
}

bytea *
mg_tally_serialize(const Tally *tally)
{
	const TallyKind *kind = tally->kind;
	TallyHeader header = {kind->type, kind->collation, tally->used, tally->parameter};
	Size size = VARHDRSZ + sizeof(header);
	uint32 steps = 0;
	uint32 place = 0;
	Datum value;
	uint64 count;
	bytea *bytes;
	char *at;

	while (next_category(tally, &place, &value, &count))
	{
		mg_step(&steps);
		size += sizeof(count) + datumEstimateSpace(value, false, kind->by_value, kind->length);
	}
	mg_tally_check_serialized(tally, size);
	bytes = palloc(size);
	SET_VARSIZE(bytes, size);
	at = VARDATA(bytes);
	memcpy(at, &header, sizeof(header));
	at += sizeof(header);
	for (place = 0; next_category(tally, &place, &value, &count);)
	{
		mg_step(&steps);
		memcpy(at, &count, sizeof(count));
		at += sizeof(count);
		datumSerialize(value, false, kind->by_value, kind->length, &at);
	}
	return bytes;
}

Tally *
mg_tally_deserialize(FmgrInfo *flinfo, const char **bytes)
{
	TallyHeader header;
	char *at = (char *) *bytes;
	uint32 steps = 0;
	Tally *tally;
	uint32 i;

	memcpy(&header, at, sizeof(header));
	at += sizeof(header);
	tally = allocate(mg_tally_kind(flinfo, header.type, header.collation), header.used, false,
					 header.parameter, CurrentMemoryContext);
	tally->used = header.used;
	tally->room = 0;
	for (i = 0; i < header.used; i++)
	{
		TallyEntry *entry = &tally->entries[i];
		uint64 count;
		bool null;

		mg_step(&steps);
		memcpy(&count, at, sizeof(count));
		at += sizeof(count);
		entry->value = datumRestore(&at, &null);
		entry->tagged = count * ONE;
	}
	*bytes = at;
	return tally;
}
