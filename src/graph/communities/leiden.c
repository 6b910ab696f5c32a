/*
 * leiden.c - what the steps of the Leiden algorithm share.
 */
#include "graph/communities/leiden.h"

/* The order of visits is random within so many neighbours by number: locality is speed. */
#define SHUFFLED 4096

void
mg_leiden_shuffle(LeidenSearch *search, uint32_t *order, uint32_t count)
{
	uint32_t first;
	uint32_t i;

	for (i = 0; i < count; i++)
		order[i] = i;
	for (first = 0; first < count; first += SHUFFLED)
	{
		uint32_t *some = order + first;

		for (i = count - first < SHUFFLED ? count - first : SHUFFLED; i > 1; i--)
		{
			uint32_t other = mg_random_below(&search->random, i);
			uint32_t kept = some[i - 1];

			some[i - 1] = some[other];
			some[other] = kept;
		}
		mg_leiden_worked(search, SHUFFLED);
	}
}

uint32_t
mg_leiden_number(LeidenSearch *search, uint32_t *label, uint32_t count)
{
	uint32_t *number = mg_alloc_array(uint32_t, count);
	uint32_t used = 0;
	uint32_t i;

	memset(number, 0xff, mg_array_size(count, sizeof(uint32_t)));
	for (i = 0; i < count; i++)
	{
		mg_leiden_worked(search, 0);
		if (number[label[i]] == MG_NOBODY)
			number[label[i]] = used++;
		label[i] = number[label[i]];
	}
	mg_free(number);
	return used;
}
