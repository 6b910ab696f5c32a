/*
 * cover_search.c - the smallest cover of at most 64 things, by branch and bound.
 *
 * Each step takes the thing that the fewest people cover who are still allowed, and tries them in
 * turn, those first who cover most of what is left; who has been tried is not allowed in the
 * branches after. A branch ends when what is left needs too many: as many as the number of things
 * left over the most that one person covers of them, or as things of which no two have a person in
 * common.
 */
#include "graph/matching/cover_search.h"

#include <string.h>

static inline uint32_t
count_bits(uint64_t bits)
{
	return __builtin_popcountll(bits);
}

/* How many people who are allowed cover each thing that is left, and the most that one covers. */
static uint32_t
count_choices(const CoverSearch *search, uint64_t left, const bool *allowed, uint32_t *choices,
			  uint64_t *together)
{
	uint32_t most = 0;
	uint32_t person;

	memset(choices, 0, MG_COVER_THINGS * sizeof(uint32_t));
	memset(together, 0, MG_COVER_THINGS * sizeof(uint64_t));
	for (person = 0; person < search->people; person++)
	{
		uint64_t covers = search->covers[person] & left;
		uint64_t rest;

		if (!allowed[person] || covers == 0)
			continue;
		if (count_bits(covers) > most)
			most = count_bits(covers);
		for (rest = covers; rest; rest &= rest - 1)
		{
			choices[__builtin_ctzll(rest)]++;
			together[__builtin_ctzll(rest)] |= covers;
		}
	}
	return most;
}

/* At least so many more people are needed; UINT32_MAX if somebody who is needed is not allowed. */
static uint32_t
least_needed(uint64_t left, uint32_t most, const uint32_t *choices, const uint64_t *together)
{
	uint64_t apart = left;
	uint32_t needed = 0;
	uint64_t rest;

	for (rest = left; rest; rest &= rest - 1)
		if (choices[__builtin_ctzll(rest)] == 0)
			return UINT32_MAX;
	while (apart)
	{
		uint32_t next = __builtin_ctzll(apart);

		/* The one that has a person in common with the fewest others. */
		for (rest = apart; rest; rest &= rest - 1)
			if (count_bits(together[__builtin_ctzll(rest)] & apart) <
				count_bits(together[next] & apart))
				next = __builtin_ctzll(rest);
		apart &= ~together[next];
		needed++;
	}
	if (most > 0 && (count_bits(left) + most - 1) / most > needed)
		needed = (count_bits(left) + most - 1) / most;
	return needed;
}

static void
branch(CoverSearch *search, uint64_t left, uint32_t used, uint32_t *way, const bool *allowed_before)
{
	uint32_t choices[MG_COVER_THINGS];
	uint64_t together[MG_COVER_THINGS];
	bool *allowed;
	uint32_t most;
	uint32_t needed;
	uint32_t thing;
	uint64_t rest;

	if (left == 0)
	{
		search->best = used;
		search->improved = true;
		memcpy(search->chosen, way, used * sizeof(uint32_t));
		return;
	}
	mg_steps(&search->steps, 1 + search->people / 64);
	if (search->budget < search->people)
	{
		search->budget = 0;
		return;
	}
	search->budget -= search->people;
	most = count_choices(search, left, allowed_before, choices, together);
	needed = least_needed(left, most, choices, together);
	if (needed == UINT32_MAX || used + needed >= search->best)
		return;
	thing = __builtin_ctzll(left);
	for (rest = left; rest; rest &= rest - 1)
		if (choices[__builtin_ctzll(rest)] < choices[thing])
			thing = __builtin_ctzll(rest);

	allowed = mg_alloc_array(bool, search->people);
	memcpy(allowed, allowed_before, search->people * sizeof(bool));
	while (search->budget > 0 && used + 1 < search->best)
	{
		uint32_t next = search->people;
		uint32_t person;

		for (person = 0; person < search->people; person++)
			if (allowed[person] && (search->covers[person] >> thing & 1) &&
				(next == search->people || count_bits(search->covers[person] & left) >
											   count_bits(search->covers[next] & left)))
				next = person;
		if (next == search->people)
			break;
		allowed[next] = false;
		way[used] = next;
		branch(search, left & ~search->covers[next], used + 1, way, allowed);
	}
	mg_free(allowed);
}

bool
mg_cover_search(CoverSearch *search)
{
	uint32_t way[MG_COVER_THINGS];
	bool *allowed = mg_alloc_array(bool, search->people);

	memset(allowed, 1, search->people * sizeof(bool));
	search->improved = false;
	branch(search, search->things, 0, way, allowed);
	mg_free(allowed);
	return search->budget > 0;
}
