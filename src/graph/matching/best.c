/*
 * best.c - the assignment with the largest total score, or the largest of those with most pairs.
 *
 * Scores become integers, so that totals are exact and do not depend on the order of adding: units
 * of 2^-40, a score below one unit counts as one. Where as many pairs as possible are wanted, each
 * pair weighs more besides than all scores together can; for that to fit into 62 bits the unit is
 * coarser beyond 2 million places. Then things are filled one place at a time, each by the best
 * exchange (exchange.c).
 */
#include "graph/matching/best.h"

#include "graph/matching/exchange.h"
#include "graph/matching/first_of_equal.h"
#include "graph/matching/free_ways.h"

#define FINEST_UNIT 40

WeightScale
mg_weight_scale(const Lists *lists, bool most)
{
	WeightScale scale;
	uint64_t openings = 0;
	uint64_t capacity = 0;
	uint64_t places;
	int unit = FINEST_UNIT;
	int bits = 0;
	uint32_t steps = 0;
	uint32_t i;

	for (i = 0; i < lists->things; i++)
	{
		mg_step(&steps);
		openings += mg_openings(lists, i);
	}
	for (i = 0; i < lists->people; i++)
	{
		mg_step(&steps);
		capacity += mg_capacity(lists, i);
	}
	places = openings < capacity ? openings : capacity;
	if (places > lists->pairs)
		places = lists->pairs;
	while (places >> bits)
		bits++;
	if (unit + bits > 61)
		unit = 61 - bits;
	scale.unit = (double) (INT64_C(1) << unit);
	scale.pair = most ? INT64_C(1) << (unit + bits) : 0;
	return scale;
}

/* Fills the places of all nodes of a side that have a price. */
static void
fill(Prices *prices, PriceSide *from, PriceSide *to)
{
	Exchange *exchange = mg_exchange_create(prices, from, to);
	uint32_t node;

	for (node = 0; node < from->count; node++)
		while (mg_has_room(from, node) && from->price[node] > 0)
			mg_exchange(exchange, node);
	mg_exchange_free(exchange);
}

/*
 * Sets the price of each thing to what the prices of the people leave of its best pair; takes that
 * pair if the person has room.
 */
static void
start_things(Prices *prices)
{
	PriceSide *things = &prices->things;
	PriceSide *people = &prices->people;
	uint32_t thing;

	for (thing = 0; thing < things->count; thing++)
	{
		uint32_t best = MG_NONE;
		uint32_t pair;

		mg_step(&prices->steps);
		for (pair = things->start[thing]; pair < things->start[thing + 1]; pair++)
		{
			int64_t left = prices->weight[pair] - people->price[people->node[pair]];

			mg_step(&prices->steps);
			if (left > things->price[thing] || (left == things->price[thing] && best != MG_NONE &&
												!mg_has_room(people, people->node[best])))
			{
				things->price[thing] = left;
				best = pair;
			}
		}
		if (best != MG_NONE && mg_has_room(things, thing) &&
			mg_has_room(people, people->node[best]))
			mg_take(prices, best);
	}
}

bool *
mg_assign_best(const Lists *lists, bool most)
{
	WeightScale scale = mg_weight_scale(lists, most);
	Prices prices;
	uint32_t i;

	mg_prices_start(&prices, lists);
	for (i = 0; i < lists->pairs; i++)
	{
		mg_step(&prices.steps);
		prices.weight[i] = mg_weight(scale, mg_score(lists, i));
	}
	start_things(&prices);
	mg_take_free_ways(&prices);
	fill(&prices, &prices.things, &prices.people);
	mg_choose_first(&prices);
	mg_prices_free(&prices);
	return prices.is_taken;
}
