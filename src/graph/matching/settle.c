/*
 * settle.c - prices for an assignment that may not be the best one.
 *
 * What a thing has of a person is weight - price. A thing whose openings are all filled can have as
 * its price the least that it has of one of its people, if it would not have more of anybody else.
 * The prices of people of whom it would have more are raised by the difference, and the things that
 * have them look again (Bellman 1958; Ford 1956, from a queue). For a best assignment that ends with
 * prices for all of it. For another one it would go on for ever: so a price is raised some times
 * only. After that the thing gives back the pairs that are worse than one with that person.
 *
 * A thing looks again at most as often as the prices of its people are raised, each time at all of
 * its pairs: with few openings a thing that is O(pairs).
 */
#include "graph/matching/settle.h"

#define MOST_RAISES 8

typedef struct Settling
{
	Prices *prices;
	uint8_t *raised; /* [people] how often the price was */
	uint32_t *queue; /* [things] a ring of those that must look again */
	uint32_t first;
	uint32_t count;
	bool *queued; /* [things] */
} Settling;

static inline int64_t
left_of(const Prices *prices, uint32_t pair)
{
	return prices->weight[pair] - prices->people.price[prices->people.node[pair]];
}

/* The most that a thing would have of a person whom it does not have; at least 0. */
static int64_t
most_of_others(Prices *prices, uint32_t thing)
{
	const PriceSide *things = &prices->things;
	int64_t most = 0;
	uint32_t pair;

	for (pair = things->start[thing]; pair < things->start[thing + 1]; pair++)
	{
		mg_step(&prices->steps);
		if (!prices->is_taken[pair] && left_of(prices, pair) > most)
			most = left_of(prices, pair);
	}
	return most;
}

/* The least that a thing has of one of its people; the most there is if it has nobody. */
static int64_t
least_of_own(Prices *prices, uint32_t thing)
{
	const PriceSide *things = &prices->things;
	int64_t least = INT64_MAX;
	uint32_t i;

	for (i = 0; i < things->used[thing]; i++)
	{
		uint32_t pair = things->taken[things->taken_start[thing] + i];

		mg_step(&prices->steps);
		if (left_of(prices, pair) < least)
			least = left_of(prices, pair);
	}
	return least;
}

/* Gives back what is not as good as the best that the thing does not have: that is its price. */
static void
give_back_worse(Prices *prices, uint32_t thing, int64_t price)
{
	const PriceSide *things = &prices->things;
	uint32_t i;

	for (i = 0; i < things->used[thing];)
	{
		uint32_t pair = things->taken[things->taken_start[thing] + i];

		mg_step(&prices->steps);
		if (left_of(prices, pair) < price)
			mg_give_back(prices, pair); /* another one comes to stand here */
		else
			i++;
	}
	prices->things.price[thing] = price;
}

/* Whether everybody of whom a thing would have more than this can become dearer. */
static bool
can_raise(const Settling *settling, uint32_t thing, int64_t least)
{
	Prices *prices = settling->prices;
	const PriceSide *people = &prices->people;
	uint32_t pair;

	for (pair = prices->things.start[thing]; pair < prices->things.start[thing + 1]; pair++)
	{
		uint32_t person = people->node[pair];

		mg_step(&prices->steps);
		if (!prices->is_taken[pair] && left_of(prices, pair) > least &&
			(settling->raised[person] == MOST_RAISES || mg_has_room(people, person)))
			return false;
	}
	return true;
}

/* Makes everybody dearer of whom a thing would have more than this. */
static void
raise_others(Settling *settling, uint32_t thing, int64_t least)
{
	Prices *prices = settling->prices;
	PriceSide *people = &prices->people;
	uint32_t pair;
	uint32_t i;

	for (pair = prices->things.start[thing]; pair < prices->things.start[thing + 1]; pair++)
	{
		uint32_t person = people->node[pair];

		mg_step(&prices->steps);
		if (prices->is_taken[pair] || left_of(prices, pair) <= least)
			continue;
		people->price[person] = prices->weight[pair] - least;
		settling->raised[person]++;
		for (i = 0; i < people->used[person]; i++)
		{
			uint32_t holder = prices->things.node[people->taken[people->taken_start[person] + i]];
			uint32_t place = settling->first + settling->count;

			mg_step(&prices->steps);
			if (settling->queued[holder])
				continue;
			settling->queued[holder] = true;
			settling->queue[place < prices->things.count ? place : place - prices->things.count] =
				holder;
			settling->count++;
		}
	}
}

static void
look(Settling *settling, uint32_t thing)
{
	Prices *prices = settling->prices;
	int64_t most = most_of_others(prices, thing);
	int64_t least = least_of_own(prices, thing);

	if (mg_places(&prices->things, thing) == 0)
		prices->things.price[thing] = most;
	else if (mg_has_room(&prices->things, thing))
		give_back_worse(prices, thing, most);
	else if (most <= least)
		prices->things.price[thing] = least;
	else if (least < 0 || !can_raise(settling, thing, least))
		give_back_worse(prices, thing, most);
	else
	{
		raise_others(settling, thing, least);
		prices->things.price[thing] = least;
	}
}

void
mg_settle(Prices *prices)
{
	uint32_t things = prices->things.count;
	Settling settling = {.prices = prices, .count = things};
	uint32_t i;

	settling.raised = mg_alloc_zero_array(uint8_t, prices->people.count);
	settling.queue = mg_alloc_array(uint32_t, things);
	settling.queued = mg_alloc_array(bool, things);
	for (i = 0; i < things; i++)
	{
		mg_step(&prices->steps);
		settling.queue[i] = i;
		settling.queued[i] = true;
	}
	while (settling.count > 0)
	{
		uint32_t thing = settling.queue[settling.first];

		mg_step(&prices->steps);
		settling.first = settling.first + 1 < things ? settling.first + 1 : 0;
		settling.count--;
		settling.queued[thing] = false;
		look(&settling, thing);
	}
	mg_free(settling.raised);
	mg_free(settling.queue);
	mg_free(settling.queued);
}
