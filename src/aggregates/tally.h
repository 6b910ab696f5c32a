/*
 * tally.h - how often each category was seen: the state of the diversity aggregates.
 */
#ifndef MG_TALLY_H
#define MG_TALLY_H

#include "aggregates/tally_kind.h"

/* A category; empty if tagged is 0. In a small tally they are SmallEntry's instead. */
typedef struct TallyEntry
{
	Datum value;
	uint64 tagged; /* its count, and below it some bits of its hash */
} TallyEntry;

typedef struct SmallEntry
{
	uint16 number; /* of the category, see tally.c */
	uint16 count;
} SmallEntry;

#define MG_TALLY_TAG_BITS 16

/* The largest count. */
#define MG_TALLY_MAX (UINT64_MAX >> MG_TALLY_TAG_BITS)

/*
 * A single piece of memory, so that small groups stay small: first of SmallEntry's; then up to
 * MG_TALLY_FEW categories one after the other, beyond that a hash table of open addressing. A tally
 * of numbers is never small.
 */
typedef struct Tally
{
	TallyKind *kind;
	uint32 used;
	uint32 room : 31;
	uint32 small : 1; /* entries are SmallEntry's, one after the other */
	double parameter; /* the aggregate's; NaN: NULL */
	TallyEntry entries[FLEXIBLE_ARRAY_MEMBER];
} Tally;

#define MG_TALLY_FEW 14

/* Whether two values are one category. */
extern bool mg_tally_same(const TallyKind *kind, Datum one, Datum other);

/* A tally without a category; it and all that is in it lives in keep. */
extern Tally *mg_tally_create(TallyKind *kind, double parameter, MemoryContext keep);

/*
 * In place of counting: the number of a category, from 0 in the order in which they came. True if
 * it is new. The tally must have been created for it, and be used for nothing else.
 */
extern Tally *mg_tally_create_numbers(TallyKind *kind, MemoryContext keep);
extern bool mg_tally_number(Tally **tally, Datum value, MemoryContext keep, uint32 *number);

/* Counts a category. 54000 beyond MG_TALLY_MAX. */
extern void mg_tally_add(Tally **tally, Datum value, uint64 count, MemoryContext keep);

/* Counts all of another tally; creates one if there is none. */
extern void mg_tally_add_tally(Tally **tally, const Tally *other, MemoryContext keep);

/* The next category at or after a place, which starts at 0, and its count; false at the end. */
extern bool mg_tally_next(const Tally *tally, uint32 *place, Datum *value, uint64 *count);

/* The counts as weights, in no order; tally->used of them. */
extern double *mg_tally_weights(const Tally *tally);

/* Between processes of one server: datums as they are. */
extern bytea *mg_tally_serialize(const Tally *tally);

/* 54000 if the serialized form would take so many bytes that it cannot travel. */
extern void mg_tally_check_serialized(const Tally *tally, Size size);

/* The same as a tally that can be read and nothing else; moves bytes behind it. */
extern Tally *mg_tally_deserialize(FmgrInfo *flinfo, const char **bytes);

static inline uint64
mg_tally_count(const TallyEntry *entry)
{
	return entry->tagged >> MG_TALLY_TAG_BITS;
}

/* The number of an entry, in a tally of numbers. */
static inline uint32
mg_tally_entry_number(const TallyEntry *entry)
{
	return mg_tally_count(entry) - 1;
}

/* The places to look at, for all categories: those with a count are taken. Not for small ones. */
static inline uint32
mg_tally_places(const Tally *tally)
{
	return tally->room > MG_TALLY_FEW ? tally->room : tally->used;
}

#endif
