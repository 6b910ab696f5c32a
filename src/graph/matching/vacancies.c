/*
 * vacancies.c - who moves up when a position opens, and what opens next (White 1970).
 *
 * Vacancies are filled in the order in which they open, those that open together by position. Each
 * takes its best candidate, of equal scores the smaller id, who has not moved yet in this cascade,
 * has a capacity, does not hold this position already, and does not hold the position that opened
 * first: its incumbents are those who leave. Every position that the person held opens. So nobody
 * moves twice, and a cascade ends after at most as many steps as there are incumbencies. O(length
 * of the candidates' lists that are looked at).
 */
#include "graph/matching/vacancies.h"

#include <string.h>

struct Vacancies
{
	const Lists *candidates;
	const Lists *incumbents;
	uint32_t *ordered;        /* the candidates' pairs from the best to the last */
	uint32_t *held;           /* [people of candidates] their number among the incumbents */
	uint32_t *position;       /* [pairs of incumbents] of each incumbency, by incumbent ... */
	uint32_t *position_start; /* [people of incumbents + 1] */
	uint32_t *moved;          /* [people of candidates] the cascade in which they moved last */
	uint32_t cascade;         /* counts them, from 1 */
	Vacancy *vacancies;
	uint32_t count;
	uint32_t room;
	uint32_t steps;
};

static uint32_t *
find_held(const Lists *candidates, const Lists *incumbents)
{
	uint32_t *held = mg_alloc_array(uint32_t, candidates->people);
	uint32_t steps = 0;
	uint32_t other = 0;
	uint32_t i;

	for (i = 0; i < candidates->people; i++) /* both are in the order of their ids */
	{
		mg_step(&steps);
		while (other < incumbents->people &&
			   incumbents->person_ids[other] < candidates->person_ids[i])
		{
			mg_step(&steps);
			other++;
		}
		held[i] =
			other < incumbents->people && incumbents->person_ids[other] == candidates->person_ids[i]
				? other
				: MG_NONE;
	}
	return held;
}

Vacancies *
mg_vacancies_create(const Lists *candidates, const Lists *incumbents)
{
	Vacancies *vacancies = mg_alloc_zero(sizeof(Vacancies));
	ByPerson by_person = mg_pairs_by_person(incumbents);
	uint32_t *thing_of = mg_pair_things(incumbents);
	uint32_t i;

	vacancies->candidates = candidates;
	vacancies->incumbents = incumbents;
	vacancies->ordered = mg_pairs_by_score(candidates);
	vacancies->held = find_held(candidates, incumbents);
	for (i = 0; i < incumbents->pairs; i++)
	{
		mg_step(&vacancies->steps);
		by_person.pair[i] = thing_of[by_person.pair[i]];
	}
	vacancies->position = by_person.pair;
	vacancies->position_start = by_person.start;
	vacancies->moved = mg_alloc_zero_array(uint32_t, candidates->people);
	mg_free(thing_of);
	return vacancies;
}

void
mg_vacancies_free(Vacancies *vacancies)
{
	mg_free(vacancies->ordered);
	mg_free(vacancies->held);
	mg_free(vacancies->position);
	mg_free(vacancies->position_start);
	mg_free(vacancies->moved);
	if (vacancies->vacancies)
		mg_free(vacancies->vacancies);
	mg_free(vacancies);
}

const uint32_t *
mg_positions_of(const Vacancies *vacancies, uint32_t held, uint32_t *count)
{
	*count = 0;
	if (held == MG_NONE)
		return NULL;
	*count = vacancies->position_start[held + 1] - vacancies->position_start[held];
	return vacancies->position + vacancies->position_start[held];
}

static void
open_position(Vacancies *vacancies, int64_t position, uint32_t parent)
{
	Vacancy *vacancy;

	if (vacancies->count == vacancies->room)
	{
		vacancies->room = vacancies->room ? 2 * vacancies->room : 8;
		vacancies->vacancies =
			vacancies->vacancies ? mg_realloc_array(vacancies->vacancies, Vacancy, vacancies->room)
								 : mg_alloc_array(Vacancy, vacancies->room);
	}
	vacancy = &vacancies->vacancies[vacancies->count++];
	vacancy->position = position;
	vacancy->parent = parent;
	vacancy->pair = vacancy->held = MG_NONE;
}

/* Whether a person, a number among the incumbents, holds a position, one too. */
static bool
holds(const Vacancies *vacancies, uint32_t held, uint32_t position)
{
	return held != MG_NONE && position != MG_NONE &&
		   mg_lists_pair(vacancies->incumbents, position, held) != MG_NONE;
}

/* Fills a vacancy with its best candidate, and opens what they held. */
static void
fill_vacancy(Vacancies *vacancies, uint32_t number, uint32_t first)
{
	const Lists *candidates = vacancies->candidates;
	int64_t id = vacancies->vacancies[number].position;
	uint32_t thing = mg_lists_thing(candidates, id);
	uint32_t position = mg_lists_thing(vacancies->incumbents, id);
	const uint32_t *positions;
	uint32_t count;
	uint32_t i;

	if (thing == MG_NONE)
		return;
	for (i = candidates->start[thing]; i < candidates->start[thing + 1]; i++)
	{
		uint32_t pair = vacancies->ordered[i];
		uint32_t person = candidates->person[pair];
		uint32_t held = vacancies->held[person];

		mg_step(&vacancies->steps);
		if (vacancies->moved[person] == vacancies->cascade ||
			mg_capacity(candidates, person) == 0 || holds(vacancies, held, position) ||
			holds(vacancies, held, first))
			continue;
		vacancies->moved[person] = vacancies->cascade;
		vacancies->vacancies[number].pair = pair;
		vacancies->vacancies[number].held = held;
		break;
	}
	positions = mg_positions_of(vacancies, vacancies->vacancies[number].held, &count);
	for (i = 0; i < count; i++)
	{
		mg_step(&vacancies->steps);
		open_position(vacancies, vacancies->incumbents->thing_ids[positions[i]], number);
	}
}

const Vacancy *
mg_cascade(Vacancies *vacancies, int64_t position, uint32_t *count)
{
	uint32_t first = mg_lists_thing(vacancies->incumbents, position);
	uint32_t number;

	vacancies->count = 0;
	vacancies->cascade++;
	if (first != MG_NONE || mg_lists_thing(vacancies->candidates, position) != MG_NONE)
		open_position(vacancies, position, MG_NONE);
	for (number = 0; number < vacancies->count; number++)
	{
		mg_step(&vacancies->steps);
		fill_vacancy(vacancies, number, first);
	}
	*count = vacancies->count;
	return vacancies->vacancies;
}
