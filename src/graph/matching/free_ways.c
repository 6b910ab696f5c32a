/*
 * free_ways.c - as many more pairs as can be had without moving a price.
 *
 * Hopcroft and Karp 1973, for things and people with several places: each phase finds how far the
 * things that have a place left are from people who have one, breadth first, and then fills places
 * by as many shortest ways as there are, depth first, in which no node comes again without success.
 * With one place each, there are O(sqrt(things)) phases of O(pairs) steps.
 */
#include "graph/matching/free_ways.h"

#include <string.h>

#define NOT_REACHED UINT32_MAX

typedef struct Ways
{
	Prices *prices;
	uint32_t *level;      /* [things] steps from a thing that has a place left */
	uint32_t *queue;      /* [things] */
	uint32_t *next;       /* [things] the next pair to try */
	uint32_t *from_level; /* [people] that of the things from which they are reached first */
	uint32_t *way;        /* [things] the pairs of the way so far */
	uint32_t found_at;    /* the level from which people with a place left are reached */
} Ways;

/* Whether a pair leads from its thing to its person at no cost. */
static inline bool
is_free(const Prices *prices, uint32_t thing, uint32_t pair)
{
	uint32_t person = prices->people.node[pair];

	return !prices->is_taken[pair] &&
		   prices->things.price[thing] + prices->people.price[person] == prices->weight[pair];
}

static inline bool
wants_more(const Prices *prices, uint32_t thing)
{
	return mg_has_room(&prices->things, thing) && prices->things.price[thing] > 0;
}

/* A pair that is taken and costs nothing to give back. */
static inline bool
is_free_back(const Prices *prices, uint32_t pair)
{
	return prices->things.price[prices->things.node[pair]] +
			   prices->people.price[prices->people.node[pair]] ==
		   prices->weight[pair];
}

/* Levels of the things up to where the first places are found; false if there are none. */
static bool
find_levels(Ways *ways)
{
	Prices *prices = ways->prices;
	const PriceSide *people = &prices->people;
	uint32_t queued = 0;
	uint32_t done;
	uint32_t i;

	ways->found_at = NOT_REACHED;
	memset(ways->from_level, 0xFF, people->count * sizeof(uint32_t));
	for (i = 0; i < prices->things.count; i++)
	{
		mg_step(&prices->steps);
		ways->level[i] = wants_more(prices, i) ? 0 : NOT_REACHED;
		if (ways->level[i] == 0)
			ways->queue[queued++] = i;
	}
	for (done = 0; done < queued && ways->level[ways->queue[done]] < ways->found_at; done++)
	{
		uint32_t thing = ways->queue[done];
		uint32_t pair;

		for (pair = prices->things.start[thing]; pair < prices->things.start[thing + 1]; pair++)
		{
			uint32_t person = people->node[pair];

			mg_step(&prices->steps);
			if (ways->from_level[person] != NOT_REACHED || !is_free(prices, thing, pair))
				continue;
			ways->from_level[person] = ways->level[thing];
			if (mg_has_room(people, person))
				ways->found_at = ways->level[thing] + 1;
			for (i = 0; i < people->used[person]; i++)
			{
				uint32_t back = people->taken[people->taken_start[person] + i];
				uint32_t holder = prices->things.node[back];

				mg_step(&prices->steps);
				if (ways->level[holder] != NOT_REACHED || !is_free_back(prices, back))
					continue;
				ways->level[holder] = ways->level[thing] + 1;
				ways->queue[queued++] = holder;
			}
		}
	}
	return ways->found_at != NOT_REACHED;
}

/* A pair taken from a person by whom the next thing of the way is reached, or MG_NONE. */
static uint32_t
way_on(Ways *ways, uint32_t person, uint32_t level)
{
	Prices *prices = ways->prices;
	const PriceSide *people = &prices->people;
	uint32_t i;

	for (i = 0; level + 1 < ways->found_at && i < people->used[person]; i++)
	{
		uint32_t back = people->taken[people->taken_start[person] + i];
		uint32_t holder = prices->things.node[back];

		mg_step(&prices->steps);
		if (ways->level[holder] == level + 1 && is_free_back(prices, back))
			return back;
	}
	return MG_NONE;
}

/*
 * Looks for a shortest way from a thing, and takes it; false if there is none. The way is a list
 * of pairs, not taken and taken in turn; things and people without
 * success lose their levels, so that they are not tried again.
 */
static bool
take_way(Ways *ways, uint32_t start)
{
	Prices *prices = ways->prices;
	const PriceSide *people = &prices->people;
	uint32_t thing = start;
	uint32_t length = 0; /* of the way: two pairs a step */

	for (;;)
	{
		bool on = false;

		while (ways->next[thing] < prices->things.start[thing + 1])
		{
			uint32_t pair = ways->next[thing];
			uint32_t person = people->node[pair];
			uint32_t back;

			mg_step(&prices->steps);
			if (ways->from_level[person] != ways->level[thing] || !is_free(prices, thing, pair))
			{
				ways->next[thing]++;
				continue;
			}
			if (mg_has_room(people, person))
			{
				while (length > 0)
				{
					mg_give_back(prices, ways->way[length - 1]);
					mg_take(prices, pair);
					pair = ways->way[length - 2];
					length -= 2;
				}
				mg_take(prices, pair);
				return true;
			}
			back = way_on(ways, person, ways->level[thing]);
			if (back == MG_NONE)
			{
				ways->from_level[person] = NOT_REACHED;
				ways->next[thing]++;
				continue;
			}
			ways->way[length++] = pair;
			ways->way[length++] = back;
			thing = prices->things.node[back];
			on = true;
			break;
		}
		if (on)
			continue;
		ways->level[thing] = NOT_REACHED;
		if (length == 0)
			return false;
		length -= 2;
		thing = prices->things.node[ways->way[length]];
	}
}

void
mg_take_free_ways(Prices *prices)
{
	uint32_t things = prices->things.count;
	Ways ways = {.prices = prices};
	uint32_t thing;

	ways.level = mg_alloc_array(uint32_t, things);
	ways.queue = mg_alloc_array(uint32_t, things);
	ways.next = mg_alloc_array(uint32_t, things);
	ways.from_level = mg_alloc_array(uint32_t, prices->people.count);
	ways.way = mg_alloc_array(uint32_t, 2 * (size_t) things + 2);
	while (find_levels(&ways))
	{
		mg_copy(ways.next, prices->things.start, things * sizeof(uint32_t));
		for (thing = 0; thing < things; thing++)
		{
			mg_step(&prices->steps);
			while (wants_more(prices, thing) && ways.level[thing] == 0 && take_way(&ways, thing))
				continue;
		}
	}
	mg_free(ways.level);
	mg_free(ways.queue);
	mg_free(ways.next);
	mg_free(ways.from_level);
	mg_free(ways.way);
}

void
mg_most_pairs(Prices *prices, const Lists *lists)
{
	uint32_t i;

	mg_prices_start(prices, lists);
	for (i = 0; i < lists->pairs; i++)
	{
		mg_step(&prices->steps);
		prices->weight[i] = 1;
	}
	for (i = 0; i < lists->things; i++)
	{
		mg_step(&prices->steps);
		prices->things.price[i] = 1;
	}
	mg_take_free_ways(prices);
}
