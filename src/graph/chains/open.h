/*
 * open.h - the open labels of a search, least cost first: a radix heap (Ahuja, Mehlhorn, Orlin and
 * Tarjan, J. ACM 1990).
 *
 * As costs taken out never fall, what is put in costs at least the least one. An entry lies in the
 * bucket of the highest digit in which its cost differs from the least, and of its value there.
 * Once the least cost is used up, the lowest bucket is spread over lower digits, from its own least
 * cost. So an entry moves at most once a digit, mostly far less often, without any comparison.
 */
#ifndef MG_OPEN_H
#define MG_OPEN_H

#include "base/host.h"

/*
 * What a chain costs: the sum of the lengths of its ties (see length.h), then its hops. Sums add up
 * component by component and are compared lexicographically, which addition respects; each tie
 * costs at least (0, 1), so costs grow strictly along a chain.
 */
typedef struct ChainCost
{
	int64_t length;
	uint32_t hops;
} ChainCost;

static inline bool
mg_cost_less(ChainCost a, ChainCost b)
{
	return a.length != b.length ? a.length < b.length : a.hops < b.hops;
}

static inline bool
mg_cost_equal(ChainCost a, ChainCost b)
{
	return a.length == b.length && a.hops == b.hops;
}

/* The best known way to a person. With a limit on hops there can be several, on a list. */
typedef struct SearchLabel
{
	int64_t length;
	uint32_t hops;
	uint32_t person : 31;
	uint32_t open : 1;
	uint32_t parent; /* the label it came from */
	uint32_t next;   /* another label of the same person */
} SearchLabel;

static inline ChainCost
mg_label_cost(const SearchLabel *label)
{
	return (ChainCost){label->length, label->hops};
}

/* An entry; outdated if the label has been improved or settled since. */
typedef struct OpenEntry
{
	int64_t length;
	uint32_t hops;
	uint32_t label;
} OpenEntry;

typedef struct OpenBucket
{
	OpenEntry *entries;
	uint32_t used;
	uint32_t room;
} OpenBucket;

/* Costs as numbers of 96 bits, the hops being the lower 32, in digits of 4 bits. */
#define MG_DIGIT_BITS 4
#define MG_DIGITS (96 / MG_DIGIT_BITS)
#define MG_DIGIT_VALUES (1 << MG_DIGIT_BITS)

/* Starts as zeros. */
typedef struct OpenLabels
{
	OpenBucket first; /* of the least cost */
	OpenBucket buckets[MG_DIGITS][MG_DIGIT_VALUES];
	uint32_t digits_used; /* bits: which buckets are not empty */
	uint16_t values_used[MG_DIGITS];
	ChainCost least; /* nothing in here costs less */
	uint32_t count;
	uint32_t steps;
} OpenLabels;

/* Frees the buckets. */
extern void mg_open_free(OpenLabels *open);

/* Makes room in a bucket that is full. */
extern void mg_open_grow(OpenBucket *bucket);

/* Fills the first bucket, if it is empty; something must be in another. */
extern void mg_open_spread(OpenLabels *open, const SearchLabel *labels);

/* Where a cost belongs. */
static inline OpenBucket *
mg_open_bucket(OpenLabels *open, const OpenEntry *entry)
{
	uint64_t differs = (uint64_t) entry->length ^ (uint64_t) open->least.length;
	uint64_t number = entry->length;
	uint32_t digit = 32 / MG_DIGIT_BITS;
	uint32_t place;
	uint32_t value;

	if (differs == 0)
	{
		differs = entry->hops ^ open->least.hops;
		number = entry->hops;
		digit = 0;
		if (differs == 0)
			return &open->first;
	}
	place = (63 - __builtin_clzll(differs)) / MG_DIGIT_BITS;
	value = number >> (place * MG_DIGIT_BITS) & (MG_DIGIT_VALUES - 1);
	digit += place;
	open->digits_used |= UINT32_C(1) << digit;
	open->values_used[digit] |= 1 << value;
	return &open->buckets[digit][value];
}

static inline void
mg_open_place(OpenLabels *open, OpenEntry entry)
{
	OpenBucket *bucket = mg_open_bucket(open, &entry);

	if (bucket->used == bucket->room)
		mg_open_grow(bucket);
	bucket->entries[bucket->used++] = entry;
}

/* Puts in an entry; unless nothing is in here, it must not cost less than the least. */
static inline void
mg_open_put(OpenLabels *open, OpenEntry entry)
{
	if (open->count++ == 0)
		open->least = (ChainCost){0, 0};
	mg_open_place(open, entry);
}

/* Whether any label is open; the outdated entries before the least one are gone then. */
static inline bool
mg_open_any(OpenLabels *open, const SearchLabel *labels)
{
	for (; open->count > 0; open->count--)
	{
		const OpenEntry *entry;
		const SearchLabel *label;

		if (open->first.used == 0)
			mg_open_spread(open, labels);
		entry = &open->first.entries[open->first.used - 1];
		label = &labels[entry->label];
		if (label->open && label->length == entry->length && label->hops == entry->hops)
			return true;
		mg_step(&open->steps);
		open->first.used--;
	}
	return false;
}

/* A label of the least cost; mg_open_any must have said that there is one. */
static inline uint32_t
mg_open_least(const OpenLabels *open)
{
	return open->first.entries[open->first.used - 1].label;
}

/* Takes out a label of the least cost; mg_open_any must have said that there is one. */
static inline uint32_t
mg_open_take(OpenLabels *open)
{
	uint32_t label = mg_open_least(open);

	open->count--;
	open->first.used--;
	return label;
}

#endif
