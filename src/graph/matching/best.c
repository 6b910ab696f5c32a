/*
 * best.c - the assignment with the largest total score, or the largest of those with most pairs.
 *
 * Scores become integers, so that totals are exact and do not depend on the order of adding: units
 * of 2^-40, a score below one unit counts as one. Where as many pairs as possible are wanted, each
 * pair weighs more besides than all scores together can; for that to fit into 62 bits the unit is
 * coarser beyond 2 million places. An auction finds an assignment that is nearly the best one
 * (auction.c); as much of it is kept as has prices that prove it (settle.c); the places that are
 * then left are filled one at a time, each by the best exchange (exchange.c), from either side. Of
 * equally good assignments the first is chosen at last (first_of_equal.c).
 */
#include "graph/matching/best.h"

#include "graph/matching/auction.h"
#include "graph/matching/exchange.h"
#include "graph/matching/first_of_equal.h"
#include "graph/matching/free_ways.h"
#include "graph/matching/settle.h"
#include "graph/matching/shortage.h"

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
	Exchange *exchange;
	uint32_t node;

	mg_take_free_ways(prices, from, to);
	exchange = mg_exchange_create(prices, from, to);
	for (node = 0; node < from->count; node++)
	{
		mg_step(&prices->steps);
		while (mg_has_room(from, node) && from->price[node] > 0)
			mg_exchange(exchange, node);
	}
	mg_exchange_free(exchange);
}

/*
 * An auction for as many pairs as possible: things that are short of people bid among themselves
 * for those they compete for, and the others, all of which can be filled, bid for the others.
 */
static void
auction_for_most(Prices *prices, const Lists *lists, int64_t pair)
{
	Shortage shortage;

	mg_shortage(lists, &shortage);
	mg_auction(prices, &(Auction){pair, shortage.thing_component, shortage.person_component});
	mg_free(shortage.thing_component);
	mg_free(shortage.person_component);
	mg_free(shortage.missing);
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
	if (most)
		auction_for_most(&prices, lists, scale.pair);
	else
		mg_auction(&prices, &(Auction){0});
	mg_settle(&prices);
	fill(&prices, &prices.things, &prices.people);
	fill(&prices, &prices.people, &prices.things);
	mg_choose_first(&prices);
	mg_prices_free(&prices);
	return prices.is_taken;
}
