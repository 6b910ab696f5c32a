/*
 * prices.c - taking pairs and giving them back, known from both sides. O(1) each.
 */
#include "graph/matching/prices.h"

static void
start_side(PriceSide *side, uint32_t count, const uint32_t *start, const uint32_t *pairs,
		   const uint32_t *node, const uint32_t *places, uint32_t pair_count)
{
	uint64_t room = 0;
	uint32_t steps = 0;
	uint32_t i;

	side->count = count;
	side->start = start;
	side->pairs = pairs;
	side->node = node;
	side->places = places;
	side->used = mg_alloc_zero_array(uint32_t, count);
	side->price = mg_alloc_zero_array(int64_t, count);
	side->taken_start = mg_alloc_array(uint32_t, count);
	for (i = 0; i < count; i++)
	{
		uint32_t most = start[i + 1] - start[i];

		mg_step(&steps);
		side->taken_start[i] = room;
		room += mg_places(side, i) < most ? mg_places(side, i) : most;
	}
	side->taken = mg_alloc_array(uint32_t, room);
	side->taken_at = mg_alloc_array(uint32_t, pair_count);
}

void
mg_prices_start(Prices *prices, const Lists *lists)
{
	prices->pairs = lists->pairs;
	prices->weight = mg_alloc_array(int64_t, lists->pairs);
	prices->is_taken = mg_alloc_zero_array(bool, lists->pairs);
	prices->thing_of = mg_pair_things(lists);
	prices->by_person = mg_pairs_by_person(lists);
	prices->steps = 0;
	start_side(&prices->things, lists->things, lists->start, NULL, prices->thing_of,
			   lists->openings, lists->pairs);
	start_side(&prices->people, lists->people, prices->by_person.start, prices->by_person.pair,
			   lists->person, lists->capacity, lists->pairs);
}

static void
free_side(PriceSide *side)
{
	mg_free(side->used);
	mg_free(side->price);
	mg_free(side->taken_start);
	mg_free(side->taken);
	mg_free(side->taken_at);
}

void
mg_prices_free(Prices *prices)
{
	mg_free(prices->weight);
	mg_free(prices->thing_of);
	mg_by_person_free(&prices->by_person);
	free_side(&prices->things);
	free_side(&prices->people);
}

static void
add_taken(PriceSide *side, uint32_t pair)
{
	uint32_t node = side->node[pair];
	uint32_t at = side->taken_start[node] + side->used[node]++;

	side->taken[at] = pair;
	side->taken_at[pair] = at;
}

static void
remove_taken(PriceSide *side, uint32_t pair)
{
	uint32_t node = side->node[pair];
	uint32_t last = side->taken[side->taken_start[node] + --side->used[node]];
	uint32_t at = side->taken_at[pair];

	side->taken[at] = last;
	side->taken_at[last] = at;
}

void
mg_take(Prices *prices, uint32_t pair)
{
	prices->is_taken[pair] = true;
	add_taken(&prices->things, pair);
	add_taken(&prices->people, pair);
}

void
mg_give_back(Prices *prices, uint32_t pair)
{
	prices->is_taken[pair] = false;
	remove_taken(&prices->things, pair);
	remove_taken(&prices->people, pair);
}
