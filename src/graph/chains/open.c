/*
 * open.c - the open labels of a search: growing, spreading and freeing buckets. See open.h.
 */
#include "graph/chains/open.h"

void
mg_open_grow(OpenBucket *bucket)
{
	bucket->room = bucket->room ? 2 * bucket->room : 16;
	bucket->entries = bucket->entries ? mg_realloc_array(bucket->entries, OpenEntry, bucket->room)
									  : mg_alloc_array(OpenEntry, bucket->room);
}

void
mg_open_spread(OpenLabels *open, const SearchLabel *labels)
{
	uint32_t digit = __builtin_ctz(open->digits_used);
	uint32_t value = __builtin_ctz(open->values_used[digit]);
	OpenBucket *bucket = &open->buckets[digit][value];
	ChainCost least = {bucket->entries[0].length, bucket->entries[0].hops};
	uint32_t i;

	for (i = 1; i < bucket->used; i++)
	{
		ChainCost cost = {bucket->entries[i].length, bucket->entries[i].hops};

		mg_step(&open->steps);
		if (mg_cost_less(cost, least))
			least = cost;
	}
	open->least = least;
	for (i = 0; i < bucket->used; i++)
	{
		mg_step(&open->steps);
		/* those that come out next will be looked at */
		__builtin_prefetch(&labels[bucket->entries[i].label]);
		mg_open_place(open, bucket->entries[i]);
	}
	bucket->used = 0;
	open->values_used[digit] &= ~(1 << value);
	if (open->values_used[digit] == 0)
		open->digits_used &= ~(UINT32_C(1) << digit);
}

void
mg_open_free(OpenLabels *open)
{
	OpenBucket *bucket = &open->buckets[0][0];
	OpenBucket *end = bucket + MG_DIGITS * MG_DIGIT_VALUES;

	for (; bucket < end; bucket++)
		if (bucket->entries)
			mg_free(bucket->entries);
	if (open->first.entries)
		mg_free(open->first.entries);
}
