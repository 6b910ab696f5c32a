/*
 * vacancies_test.c - cascades of vacancies against the rule, followed by hand.
 */
#include "shortlists.h"

#include "graph/matching/vacancies.h"

#define MOST_STEPS 200

typedef struct Step
{
	int64_t position;
	uint32_t parent;
	int64_t filled_by; /* INT64_MIN: nobody */
} Step;

static bool
holds(const Lists *incumbents, int64_t person, int64_t position)
{
	uint32_t thing = mg_lists_thing(incumbents, position);
	uint32_t number = mg_lists_person(incumbents, person);

	return thing != MG_NONE && number != MG_NONE &&
		   mg_lists_pair(incumbents, thing, number) != MG_NONE;
}

/* The best candidate who may move, or INT64_MIN. */
static int64_t
best_candidate(const Lists *candidates, const Lists *incumbents, const Step *steps, uint32_t done,
			   int64_t position, int64_t first)
{
	uint32_t thing = mg_lists_thing(candidates, position);
	int64_t best = INT64_MIN;
	double best_score = 0;

	if (thing == MG_NONE)
		return best;
	for (uint32_t pair = candidates->start[thing]; pair < candidates->start[thing + 1]; pair++)
	{
		int64_t person = candidates->person_ids[candidates->person[pair]];
		bool moved = false;

		for (uint32_t i = 0; i < done; i++)
			moved |= steps[i].filled_by == person;
		if (moved || holds(incumbents, person, position) || holds(incumbents, person, first) ||
			mg_capacity(candidates, candidates->person[pair]) == 0)
			continue;
		if (mg_score(candidates, pair) > best_score)
		{
			best = person;
			best_score = mg_score(candidates, pair);
		}
	}
	return best;
}

static uint32_t
follow(const Lists *candidates, const Lists *incumbents, int64_t first, Step *steps)
{
	uint32_t count = 0;

	if (mg_lists_thing(candidates, first) == MG_NONE &&
		mg_lists_thing(incumbents, first) == MG_NONE)
		return 0;
	steps[count++] = (Step){first, MG_NONE, INT64_MIN};
	for (uint32_t done = 0; done < count; done++)
	{
		int64_t person =
			best_candidate(candidates, incumbents, steps, done, steps[done].position, first);

		steps[done].filled_by = person;
		for (uint32_t thing = 0; person != INT64_MIN && thing < incumbents->things; thing++)
			if (holds(incumbents, person, incumbents->thing_ids[thing]))
				steps[count++] = (Step){incumbents->thing_ids[thing], done, INT64_MIN};
	}
	return count;
}

int
main(void)
{
	long steps_seen = 0;

	for (int round = 0; round < 4000; round++)
	{
		Lists candidates;
		Lists incumbents;
		Vacancies *vacancies;

		draw_lists(&candidates, 6, 6, round % 4);
		draw_lists(&incumbents, 6, 6, 0);
		vacancies = mg_vacancies_create(&candidates, &incumbents);
		for (int64_t position = -9; position <= 8; position++)
		{
			Step steps[MOST_STEPS];
			uint32_t expected = follow(&candidates, &incumbents, position, steps);
			uint32_t count;
			const Vacancy *vacancy = mg_cascade(vacancies, position, &count);

			CHECK(count == expected);
			steps_seen += count;
			for (uint32_t i = 0; i < count && i < expected; i++)
			{
				bool filled = vacancy[i].pair != MG_NONE;
				uint32_t opened;

				CHECK(vacancy[i].position == steps[i].position);
				CHECK(vacancy[i].parent == steps[i].parent);
				CHECK(filled == (steps[i].filled_by != INT64_MIN));
				CHECK(!filled || candidates.person_ids[candidates.person[vacancy[i].pair]] ==
									 steps[i].filled_by);
				mg_positions_of(vacancies, vacancy[i].held, &opened);
				for (uint32_t later = 0; later < expected; later++)
					opened -= steps[later].parent == i;
				CHECK(opened == 0);
			}
		}
		mg_vacancies_free(vacancies);
		mg_lists_free(&candidates);
		mg_lists_free(&incumbents);
	}
	CHECK(steps_seen > 20000);
	finish("cascades of vacancies");
	return 0;
}
