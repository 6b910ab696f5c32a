/*
 * unassigned.c - why an assignment leaves openings unfilled.
 */
#include "graph/matching/unassigned.h"

static OpenReason
why_open(const Lists *lists, const bool *assigned, const uint32_t *used, uint32_t thing,
		 uint32_t *steps)
{
	uint32_t open = mg_openings(lists, thing);
	bool can = false;
	bool taken = false;
	bool idle = false;
	uint32_t pair;

	for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
	{
		uint32_t capacity = mg_capacity(lists, lists->person[pair]);

		mg_step(steps);
		can |= capacity > 0;
		if (assigned[pair])
			open--;
		else if (used[lists->person[pair]] < capacity)
			idle = true;
		else
			taken |= capacity > 0;
	}
	if (open == 0)
		return MG_FILLED;
	if (lists->start[thing] == lists->start[thing + 1])
		return MG_NO_CANDIDATES;
	if (!can)
		return MG_NO_CAPACITY;
	if (idle)
		return MG_CANDIDATE_FREE;
	return taken ? MG_CANDIDATES_TAKEN : MG_TOO_FEW_CANDIDATES;
}

uint8_t *
mg_why_open(const Lists *lists, const bool *assigned)
{
	uint8_t *reasons = mg_alloc_array(uint8_t, lists->things);
	uint32_t *used = mg_alloc_zero_array(uint32_t, lists->people);
	uint32_t steps = 0;
	uint32_t i;

	for (i = 0; i < lists->pairs; i++)
	{
		mg_step(&steps);
		used[lists->person[i]] += assigned[i];
	}
	for (i = 0; i < lists->things; i++)
	{
		mg_step(&steps);
		reasons[i] = why_open(lists, assigned, used, i, &steps);
	}
	mg_free(used);
	return reasons;
}
