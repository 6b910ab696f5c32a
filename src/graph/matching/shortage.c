/*
 * shortage.c - the things that cannot all be filled, and the people they compete for.
 *
 * From an assignment with the most pairs: a thing with an unfilled opening competes for everybody
 * on its list whom it does not have; whoever has one of these people competes as well. What is
 * reached that way is Dulmage and Mendelsohn's (1958) part with too few people, which is the same
 * for every such assignment. O(pairs) after the assignment.
 */
#include "graph/matching/shortage.h"

#include <string.h>

#include "graph/matching/free_ways.h"

#define REACHED (MG_NONE - 1) /* in the shortage, without a component so far */

/* Marks what competes with a thing that has an unfilled opening. */
static void
mark(Prices *prices, uint32_t start, uint32_t *queue, Shortage *shortage)
{
	const PriceSide *people = &prices->people;
	uint32_t queued = 0;
	uint32_t done;

	if (shortage->thing_component[start] != MG_NONE)
		return;
	shortage->thing_component[start] = REACHED;
	queue[queued++] = start;
	for (done = 0; done < queued; done++)
	{
		uint32_t thing = queue[done];
		uint32_t pair;

		for (pair = prices->things.start[thing]; pair < prices->things.start[thing + 1]; pair++)
		{
			uint32_t person = people->node[pair];
			uint32_t i;

			mg_step(&prices->steps);
			if (prices->is_taken[pair] || shortage->person_component[person] != MG_NONE)
				continue;
			shortage->person_component[person] = REACHED;
			for (i = 0; i < people->used[person]; i++)
			{
				uint32_t holder =
					prices->things.node[people->taken[people->taken_start[person] + i]];

				mg_step(&prices->steps);
				if (shortage->thing_component[holder] != MG_NONE)
					continue;
				shortage->thing_component[holder] = REACHED;
				queue[queued++] = holder;
			}
		}
	}
}

/* Gives everything in the shortage that is connected with a thing its component. */
static void
number(Prices *prices, uint32_t start, uint32_t *queue, Shortage *shortage)
{
	const PriceSide *people = &prices->people;
	uint32_t component = shortage->components++;
	uint64_t missing = 0;
	uint32_t queued = 0;
	uint32_t done;

	shortage->thing_component[start] = component;
	queue[queued++] = start;
	for (done = 0; done < queued; done++)
	{
		uint32_t thing = queue[done];
		uint32_t pair;

		missing += mg_places(&prices->things, thing) - prices->things.used[thing];
		for (pair = prices->things.start[thing]; pair < prices->things.start[thing + 1]; pair++)
		{
			uint32_t person = people->node[pair];
			uint32_t i;

			mg_step(&prices->steps);
			if (shortage->person_component[person] != REACHED)
				continue;
			shortage->person_component[person] = component;
			for (i = people->start[person]; i < people->start[person + 1]; i++)
			{
				uint32_t other = prices->things.node[people->pairs[i]];

				mg_step(&prices->steps);
				if (shortage->thing_component[other] != REACHED)
					continue;
				shortage->thing_component[other] = component;
				queue[queued++] = other;
			}
		}
	}
	shortage->missing[component] = missing;
}

void
mg_shortage(const Lists *lists, Shortage *shortage)
{
	uint32_t *queue = mg_alloc_array(uint32_t, lists->things);
	Prices prices;
	uint32_t thing;

	mg_most_pairs(&prices, lists);
	shortage->components = 0;
	shortage->thing_component = mg_alloc_array(uint32_t, lists->things);
	shortage->person_component = mg_alloc_array(uint32_t, lists->people);
	shortage->missing = mg_alloc_array(uint64_t, lists->things);
	memset(shortage->thing_component, 0xFF, lists->things * sizeof(uint32_t));
	memset(shortage->person_component, 0xFF, lists->people * sizeof(uint32_t));
	for (thing = 0; thing < lists->things; thing++)
	{
		mg_step(&prices.steps);
		if (mg_has_room(&prices.things, thing))
			mark(&prices, thing, queue, shortage);
	}
	for (thing = 0; thing < lists->things; thing++)
	{
		mg_step(&prices.steps);
		if (shortage->thing_component[thing] == REACHED)
			number(&prices, thing, queue, shortage);
	}
	mg_free(queue);
	mg_free(prices.is_taken);
	mg_prices_free(&prices);
}
