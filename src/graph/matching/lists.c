/*
 * lists.c - finding things, people and pairs, and the pairs in other orders.
 */
#include "graph/matching/lists.h"

#include "graph/core/graph.h"
#include "graph/core/row.h"

uint32_t
mg_lists_thing(const Lists *lists, int64_t id)
{
	return mg_find_id(lists->thing_ids, lists->things, id);
}

uint32_t
mg_lists_person(const Lists *lists, int64_t id)
{
	return mg_find_id(lists->person_ids, lists->people, id);
}

uint32_t
mg_lists_pair(const Lists *lists, uint32_t thing, uint32_t person)
{
	uint32_t end = lists->start[thing + 1];
	uint32_t pair = mg_row_place(lists->person, lists->start[thing], end, person);

	return pair < end && lists->person[pair] == person ? pair : MG_NONE;
}

uint32_t *
mg_pair_things(const Lists *lists)
{
	uint32_t *things = mg_alloc_array(uint32_t, lists->pairs);
	uint32_t steps = 0;
	uint32_t thing;
	uint32_t pair;

	for (thing = 0; thing < lists->things; thing++)
	{
		mg_step(&steps);
		for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
		{
			mg_step(&steps);
			things[pair] = thing;
		}
	}
	return things;
}

ByPerson
mg_pairs_by_person(const Lists *lists)
{
	ByPerson by_person = {mg_alloc_zero_array(uint32_t, (size_t) lists->people + 1),
						  mg_alloc_array(uint32_t, lists->pairs)};
	uint32_t steps = 0;
	uint32_t person;
	uint32_t pair;

	for (pair = 0; pair < lists->pairs; pair++)
	{
		mg_step(&steps);
		by_person.start[lists->person[pair]]++;
	}
	/* From counts to the end of each person's range; placing from the back makes it the start. */
	for (person = 1; person <= lists->people; person++)
	{
		mg_step(&steps);
		by_person.start[person] += by_person.start[person - 1];
	}
	for (pair = lists->pairs; pair-- > 0;)
	{
		mg_step(&steps);
		by_person.pair[--by_person.start[lists->person[pair]]] = pair;
	}
	return by_person;
}

void
mg_by_person_free(ByPerson *by_person)
{
	mg_free(by_person->start);
	mg_free(by_person->pair);
}

/* ---- by score ---- */

static inline bool
better(const double *score, uint32_t one, uint32_t other)
{
	return score[one] > score[other] || (score[one] == score[other] && one < other);
}

/* Moves the pair at a place down to where it belongs in a heap whose top is the worst. */
static void
sift_down(uint32_t *heap, uint32_t count, uint32_t place, const double *score)
{
	uint32_t moving = heap[place];

	for (;;)
	{
		uint32_t child = 2 * place + 1;

		if (child >= count)
			break;
		if (child + 1 < count && better(score, heap[child], heap[child + 1]))
			child++;
		if (!better(score, moving, heap[child]))
			break;
		heap[place] = heap[child];
		place = child;
	}
	heap[place] = moving;
}

/* Heap sort: in place, and as fast for the worst order as for any. */
static void
sort_by_score(uint32_t *pairs, uint32_t count, const double *score, uint32_t *steps)
{
	uint32_t i;

	for (i = count / 2; i-- > 0;)
	{
		mg_step(steps);
		sift_down(pairs, count, i, score);
	}
	for (i = count; i-- > 1;)
	{
		uint32_t last = pairs[i];

		mg_step(steps);
		pairs[i] = pairs[0];
		pairs[0] = last;
		sift_down(pairs, i, 0, score);
	}
}

uint32_t *
mg_pairs_by_score(const Lists *lists)
{
	uint32_t *pairs = mg_alloc_array(uint32_t, lists->pairs);
	uint32_t steps = 0;
	uint32_t thing;
	uint32_t pair;

	for (pair = 0; pair < lists->pairs; pair++)
	{
		mg_step(&steps);
		pairs[pair] = pair;
	}
	for (thing = 0; lists->score && thing < lists->things; thing++)
	{
		mg_step(&steps);
		sort_by_score(pairs + lists->start[thing], lists->start[thing + 1] - lists->start[thing],
					  lists->score, &steps);
	}
	return pairs;
}
