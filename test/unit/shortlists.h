/*
 * shortlists.h - small random shortlists, for tests that try every assignment.
 */
#ifndef TEST_SHORTLISTS_H
#define TEST_SHORTLISTS_H

#include <string.h>

#include "host.h"
#include "graph/matching/lists_build.h"

#define MOST_PAIRS 12

/* Kinds of scores: 0 all 1; 1 few, so that many totals are equal; 2 any; 3 by the person alone. */
static inline double
draw_score(int kind, uint32_t person)
{
	static const double few[] = {1, 0.5, 0.25, 0.75};

	switch (kind)
	{
		case 0:
			return 1;
		case 1:
			return few[random_below(4)];
		case 2:
			return (1 + random_below(1000000)) / 1000000.0;
		default:
			return few[person % 4];
	}
}

static bool draw_full =
	false; /* everybody for everything, one place each, scores from both sides */

/* Ids are spread so that they are not numbers; openings and capacities from 0 to 3. */
static inline void
draw_lists(Lists *lists, uint32_t most_things, uint32_t most_people, int kind)
{
	ListsBuilder *builder = mg_lists_builder_create();
	uint32_t things = 1 + random_below(most_things);
	uint32_t people = 1 + random_below(most_people);
	uint32_t draws = random_below(MOST_PAIRS + 1);
	bool places = !draw_full && random_below(3) > 0;
	bool theirs = draw_full || random_below(2);
	bool all; /* everybody is considered for everything */
	bool listed[16][16] = {{false}};
	ListsConflict conflict;

	for (uint32_t i = 0; i < things; i++)
		mg_lists_add_thing(builder, 7 - 3 * (int64_t) i, places ? random_below(4) : MG_NOT_SAID);
	for (uint32_t j = 0; j < people; j++)
		mg_lists_add_person(builder, 5 * (int64_t) j - 9, places ? random_below(4) : MG_NOT_SAID);
	all = things * people <= MOST_PAIRS && (draw_full || random_below(4) == 0);
	if (all)
		draws = things * people;
	while (draws-- > 0)
	{
		uint32_t i = all ? draws / people : random_below(things);
		uint32_t j = all ? draws % people : random_below(people);

		if (listed[i][j])
			continue;
		listed[i][j] = true;
		mg_lists_add_pair(builder, 7 - 3 * (int64_t) i, 5 * (int64_t) j - 9, draw_score(kind, j),
						  theirs ? draw_score(kind == 3 ? 2 : kind, i) : MG_NO_SCORE);
	}
	mg_lists_finish(builder, lists, &conflict);
	CHECK(conflict.kind == MG_NO_CONFLICT);
	CHECK(lists->things == things && lists->people == people);
}

/* Whether a set of pairs, a bit each, keeps to openings and capacities. */
static inline bool
is_allowed(const Lists *lists, const uint32_t *thing_of, uint32_t set)
{
	uint32_t filled[16] = {0};
	uint32_t used[16] = {0};

	for (uint32_t pair = 0; pair < lists->pairs; pair++)
		if (set >> pair & 1)
		{
			if (++filled[thing_of[pair]] > mg_openings(lists, thing_of[pair]))
				return false;
			if (++used[lists->person[pair]] > mg_capacity(lists, lists->person[pair]))
				return false;
		}
	return true;
}

static inline uint32_t
as_set(const Lists *lists, const bool *assigned)
{
	uint32_t set = 0;

	for (uint32_t pair = 0; pair < lists->pairs && pair < MOST_PAIRS; pair++)
		set |= (uint32_t) assigned[pair] << pair;
	return set;
}

#endif
