/*
 * tally.c - how often each category was seen.
 *
 * A tally is one chunk. It starts small: 24 bytes, then 4 a category, its number and its count; 64
 * bytes for the first 10 categories. The numbers belong to the kind, which has each of its first
 * 16384 categories of up to 128 bytes once. So a GROUP BY with a million groups, which goes from one
 * to the other in no order, reads few places and little memory a row. A tally of more than 26
 * categories, with a count over 65535 or a category without a number, has 16 bytes a category, up
 * to 14 in a row, beyond that by open addressing with linear probing, three quarters full at most.
 * O(1) a row.
 */
#include "aggregates/tally.h"

#include <math.h>

#include "utils/datum.h"
#include "utils/memutils.h"

#include "base/host.h"

#define FIRST_ROOM 6
#define MAX_ROOM (UINT32_C(1) << 30)
#define FIRST_SMALL_ROOM 10
#define MAX_SMALL_ROOM 26
#define MAX_NUMBERED (16 * 1024)
#define MAX_NUMBERED_BYTES 128
#define ONE (UINT64_C(1) << MG_TALLY_TAG_BITS)

/* The categories that have a number, and which have it. */
struct Numbered
{
	Tally *numbers;
	Datum *values;
	uint32 room;
};

bool
mg_tally_same(const TallyKind *kind, Datum one, Datum other)
{
	return mg_same_category(kind, mg_plain_category(kind, one), mg_plain_category(kind, other));
}

/* ---- places ---- */

static Tally *
allocate(TallyKind *kind, uint32 room, bool small, double parameter, MemoryContext keep)
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
mg_tally_create(TallyKind *kind, double parameter, MemoryContext keep)
{
	return allocate(kind, FIRST_SMALL_ROOM, true, parameter, keep);
}

bool
mg_tally_next(const Tally *tally, uint32 *place, Datum *value, uint64 *count)
{
	if (tally->small)
	{
		const SmallEntry *entry = (const SmallEntry *) tally->entries + *place;

		if (*place == tally->used)
			return false;
		*value = tally->kind->numbered->values[entry->number];
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
				put(tally, mg_hash_category(tally->kind, entry->value), *entry);
		}
	pfree(old);
	return tally;
}

/* Whether so many categories fill so much room. */
static inline bool
fills(uint32 used, uint32 room)
{
	return used >= (room <= MG_TALLY_FEW ? room : room / 4 * 3);
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
				mg_same_category(kind, entries[place].value, value))
				break;
		return place;
	}
	for (place = first_place(tally, hash); entries[place].tagged != 0;
		 place = next_place(tally, place))
		if ((uint16) entries[place].tagged == (uint16) hash &&
			mg_same_category(kind, entries[place].value, value))
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
	TallyKind *kind = (*tally)->kind;
	TallyEntry *entry;
	uint32 place;
	uint32 hash;

	value = mg_plain_category(kind, value);
	hash = mg_hash_category(kind, value);
	place = find(*tally, value, hash);
	if (place < (*tally)->room && (*tally)->entries[place].tagged != 0)
		return &(*tally)->entries[place];
	if (fills((*tally)->used, (*tally)->room))
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
mg_tally_create_numbers(TallyKind *kind, MemoryContext keep)
{
	return allocate(kind, FIRST_ROOM, false, 0, keep);
}

/* The entry of a category in a tally of numbers. */
static TallyEntry *
number_entry(Tally **tally, Datum value, MemoryContext keep)
{
	uint32 used = (*tally)->used;
	TallyEntry *entry = entry_of(tally, value, keep);

	if ((*tally)->used > used)
		entry->tagged += ((uint64) used + 1) * ONE;
	return entry;
}

bool
mg_tally_number(Tally **tally, Datum value, MemoryContext keep, uint32 *number)
{
	uint32 used = (*tally)->used;

	*number = mg_tally_entry_number(number_entry(tally, value, keep));
	return (*tally)->used > used;
}

/* ---- small tallies ---- */

static struct Numbered *
create_numbered(TallyKind *kind)
{
	struct Numbered *numbered = MemoryContextAlloc(kind->keep, sizeof(struct Numbered));

	numbered->numbers = mg_tally_create_numbers(kind, kind->keep);
	numbered->room = 16;
	numbered->values = MemoryContextAlloc(kind->keep, numbered->room * sizeof(Datum));
	return numbered;
}

/* Gives a category a number, if it can have one. */
static bool
add_number(TallyKind *kind, Datum value, uint16 *number)
{
	struct Numbered *numbered = kind->numbered;
	uint32 used = numbered->numbers->used;

	if (used == MAX_NUMBERED ||
		datumGetSize(value, kind->by_value, kind->length) > MAX_NUMBERED_BYTES)
		return false;
	if (used == numbered->room)
	{
		numbered->room *= 2;
		numbered->values = repalloc(numbered->values, numbered->room * sizeof(Datum));
	}
	numbered->values[used] = number_entry(&numbered->numbers, value, kind->keep)->value;
	*number = used;
	return true;
}

/* The number of a category; false if it has none. */
static inline bool
number_of(TallyKind *kind, Datum value, uint16 *number)
{
	const Tally *numbers;
	uint32 place;

	if (!kind->numbered)
		kind->numbered = create_numbered(kind);
	numbers = kind->numbered->numbers;
	place = find(numbers, value, mg_hash_category(kind, value));
	if (place == numbers->room || numbers->entries[place].tagged == 0)
		return add_number(kind, value, number);
	*number = mg_tally_entry_number(&numbers->entries[place]);
	return true;
}

/* The same with room for one more category of any kind and count; the old one is freed. */
static Tally *
widen(Tally *old, MemoryContext keep)
{
	uint32 room = FIRST_ROOM;
	uint32 place = 0;
	Tally *tally;
	TallyEntry entry;
	uint64 count;

	while (fills(old->used, room))
		room = room * 2 + 2;
	tally = allocate(old->kind, room, false, old->parameter, keep);
	while (mg_tally_next(old, &place, &entry.value, &count))
	{
		uint32 hash = mg_hash_category(tally->kind, entry.value);

		entry.tagged = count * ONE + (uint16) hash;
		if (room <= MG_TALLY_FEW)
			tally->entries[tally->used] = entry;
		else
			put(tally, hash, entry);
		tally->used++;
	}
	pfree(old);
	return tally;
}

/* False if it does not fit: then the tally must be widened. */
static bool
add_to_small(Tally **tally, Datum value, uint64 count, MemoryContext keep)
{
	SmallEntry *entries = (SmallEntry *) (*tally)->entries;
	uint32 used = (*tally)->used;
	uint16 number;
	uint32 i;

	if (count > PG_UINT16_MAX || !number_of((*tally)->kind, value, &number))
		return false;
	for (i = 0; i < used; i++)
		if (entries[i].number == number)
		{
			if (count > PG_UINT16_MAX - entries[i].count)
				return false;
			entries[i].count += count;
			return true;
		}
	if (used == MAX_SMALL_ROOM)
		return false;
	if (used == (*tally)->room)
	{
		Tally *larger = allocate((*tally)->kind, MAX_SMALL_ROOM, true, (*tally)->parameter, keep);

		larger->used = used;
		memcpy(larger->entries, entries, used * sizeof(SmallEntry));
		pfree(*tally);
		*tally = larger;
		entries = (SmallEntry *) larger->entries;
	}
	entries[used].number = number;
	entries[used].count = count;
	(*tally)->used++;
	return true;
}

/* ---- adding ---- */

void
mg_tally_add(Tally **tally, Datum value, uint64 count, MemoryContext keep)
{
	TallyEntry *entry;

	value = mg_plain_category((*tally)->kind, value);
	if ((*tally)->small)
	{
		if (add_to_small(tally, value, count, keep))
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
	while (mg_tally_next(other, &place, &value, &count))
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

	while (mg_tally_next(tally, &place, &value, &count))
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

	while (mg_tally_next(tally, &place, &value, &count))
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
	for (place = 0; mg_tally_next(tally, &place, &value, &count);)
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
