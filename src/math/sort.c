/*
 * sort.c - sorting by integer keys.
 *
 * Short runs by insertion, long ones by least-significant-digit radix sort with 8-bit digits that
 * skips digits in which all keys agree: ids of a company of a million differ in three bytes of
 * eight. O(count) time and as much scratch memory for the long ones.
 */
#include <string.h>

#include "math/sort.h"

#define INSERTION_LIMIT 32

/* The key's order as an unsigned number: signed ids with the sign bit turned. */
#define ID_KEY(entry) ((uint64_t) (entry).id ^ (UINT64_C(1) << 63))

static void
insert_ids(NumberedId *ids, uint32_t count)
{
	uint32_t i;
	uint32_t j;

	for (i = 1; i < count; i++)
	{
		NumberedId moving = ids[i];

		for (j = i; j > 0 && ids[j - 1].id > moving.id; j--)
			ids[j] = ids[j - 1];
		ids[j] = moving;
	}
}

/* The starts of the 256 buckets from their counts; false if one bucket holds all. */
static bool
bucket_starts(uint32_t *counts, uint32_t total)
{
	uint32_t start = 0;
	int i;

	for (i = 0; i < 256; i++)
	{
		uint32_t count = counts[i];

		if (count == total)
			return false;
		counts[i] = start;
		start += count;
	}
	return true;
}

void
mg_sort_ids(NumberedId *ids, uint32_t count)
{
	uint32_t counts[8][256];
	NumberedId *from = ids;
	NumberedId *scratch;
	NumberedId *to;
	uint32_t steps = 0;
	uint32_t i;
	int digit;

	if (count <= INSERTION_LIMIT)
	{
		insert_ids(ids, count);
		return;
	}

	memset(counts, 0, sizeof(counts));
	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		for (digit = 0; digit < 8; digit++)
			counts[digit][(ID_KEY(ids[i]) >> (8 * digit)) & 255]++;
	}

	scratch = to = mg_alloc_array(NumberedId, count);
	for (digit = 0; digit < 8; digit++)
	{
		NumberedId *sorted = to;

		if (!bucket_starts(counts[digit], count))
			continue;
		for (i = 0; i < count; i++)
		{
			mg_step(&steps);
			to[counts[digit][(ID_KEY(from[i]) >> (8 * digit)) & 255]++] = from[i];
		}
		to = from;
		from = sorted;
	}
	if (from != ids)
		mg_copy(ids, from, mg_array_size(count, sizeof(NumberedId)));
	mg_free(scratch);
}

static void
insert_ties(uint32_t *targets, double *strengths, uint32_t count)
{
	uint32_t i;
	uint32_t j;

	for (i = 1; i < count; i++)
	{
		uint32_t target = targets[i];
		double strength = strengths[i];

		for (j = i; j > 0 && (targets[j - 1] > target ||
							  (targets[j - 1] == target && strengths[j - 1] < strength));
			 j--)
		{
			targets[j] = targets[j - 1];
			strengths[j] = strengths[j - 1];
		}
		targets[j] = target;
		strengths[j] = strength;
	}
}

/* Brings the strongest tie of each run of equal targets to its front. */
static void
strongest_first(const uint32_t *targets, double *strengths, uint32_t count)
{
	uint32_t first = 0;
	uint32_t i;

	for (i = 1; i < count; i++)
	{
		if (targets[i] != targets[first])
			first = i;
		else if (strengths[i] > strengths[first])
		{
			double weaker = strengths[first];

			strengths[first] = strengths[i];
			strengths[i] = weaker;
		}
	}
}

void
mg_sort_row(uint32_t *targets, double *strengths, uint32_t count)
{
	uint32_t counts[4][256];
	uint32_t *scratch_targets;
	double *scratch_strengths;
	uint32_t *from_targets = targets;
	double *from_strengths = strengths;
	uint32_t *to_targets;
	double *to_strengths;
	uint32_t steps = 0;
	uint32_t i;
	int digit;

	if (count <= INSERTION_LIMIT)
	{
		insert_ties(targets, strengths, count);
		return;
	}

	memset(counts, 0, sizeof(counts));
	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		for (digit = 0; digit < 4; digit++)
			counts[digit][(targets[i] >> (8 * digit)) & 255]++;
	}

	scratch_targets = to_targets = mg_alloc_array(uint32_t, count);
	scratch_strengths = to_strengths = mg_alloc_array(double, count);
	for (digit = 0; digit < 4; digit++)
	{
		uint32_t *sorted_targets = to_targets;
		double *sorted_strengths = to_strengths;

		if (!bucket_starts(counts[digit], count))
			continue;
		for (i = 0; i < count; i++)
		{
			uint32_t place = counts[digit][(from_targets[i] >> (8 * digit)) & 255]++;

			mg_step(&steps);
			to_targets[place] = from_targets[i];
			to_strengths[place] = from_strengths[i];
		}
		to_targets = from_targets;
		to_strengths = from_strengths;
		from_targets = sorted_targets;
		from_strengths = sorted_strengths;
	}
	if (from_targets != targets)
	{
		mg_copy(targets, from_targets, mg_array_size(count, sizeof(uint32_t)));
		mg_copy(strengths, from_strengths, mg_array_size(count, sizeof(double)));
	}
	mg_free(scratch_targets);
	mg_free(scratch_strengths);
	strongest_first(targets, strengths, count);
}
