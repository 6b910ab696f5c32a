/*
 * auction.c - an assignment and prices to start from, by an auction in rounds of smaller steps.
 *
 * Bertsekas 1979, 1988, with people who have several places. In a round each thing in turn bids for
 * the person of whom it has most, weight - price. It bids so much that it would have as much of its
 * second best, and a step more. A person keeps the highest bids. Their price is the lowest of these
 * as soon as there is no place left. Who is outbid bids again. Each round starts with nothing
 * assigned and the prices of the round before, somewhat lowered: nobody would bid for people whose
 * prices are too high.
 *
 * A bid looks at all pairs of its thing, so that a thing with a long list, outbid again and again,
 * would take the square of the pairs. A round ends when it has looked at each pair some two dozen
 * times, on average.
 *
 * With steps below 1 / things of a unit the last round would end with a best assignment. The rounds
 * end long before that. What is still wrong is put right by exact means (settle.c, exchange.c),
 * which would take very long without an auction where things want the same people.
 */
#include "graph/matching/auction.h"

#define FIRST_STEPS 8 /* the first step is this part of the range of scores */
#define STEP_RATIO 6  /* from round to round */
#define LAST_STEPS (INT64_C(1) << 16)
#define LOWERED 2 /* so many steps of the round before are taken off prices */
#define HIGHEST_PRICE (INT64_C(1) << 61) /* so that sums of two prices do not overflow */
#define LOOKS_A_PAIR 24                  /* in a round, on average, at most */

typedef struct Bidding
{
	Prices *prices;
	const Auction *auction;
	int64_t step;
	int64_t *level; /* of the bids kept, places as in people.taken: heaps, the lowest on top */
	uint32_t *bid;  /* the pairs of these bids */
	uint32_t *kept; /* [people] how many */
	bool *is_kept;  /* [pairs] */
	int64_t looks;  /* at pairs that are left in this round */
} Bidding;

static void
put_bid(Bidding *bidding, uint32_t person, uint32_t at, int64_t level, uint32_t pair)
{
	uint32_t start = bidding->prices->people.taken_start[person];

	bidding->level[start + at] = level;
	bidding->bid[start + at] = pair;
}

/* Adds a bid to those that a person keeps. */
static void
add_bid(Bidding *bidding, uint32_t person, int64_t level, uint32_t pair)
{
	uint32_t start = bidding->prices->people.taken_start[person];
	uint32_t at = bidding->kept[person]++;

	while (at > 0 && bidding->level[start + (at - 1) / 2] > level)
	{
		uint32_t parent = (at - 1) / 2;

		put_bid(bidding, person, at, bidding->level[start + parent], bidding->bid[start + parent]);
		at = parent;
	}
	put_bid(bidding, person, at, level, pair);
}

/* Puts a bid in place of the lowest one; gives the pair of that. */
static uint32_t
outbid(Bidding *bidding, uint32_t person, int64_t level, uint32_t pair)
{
	uint32_t start = bidding->prices->people.taken_start[person];
	uint32_t count = bidding->kept[person];
	uint32_t lowest = bidding->bid[start];
	uint32_t at = 0;

	for (;;)
	{
		uint32_t child = 2 * at + 1;

		if (child >= count)
			break;
		if (child + 1 < count && bidding->level[start + child + 1] < bidding->level[start + child])
			child++;
		if (bidding->level[start + child] >= level)
			break;
		put_bid(bidding, person, at, bidding->level[start + child], bidding->bid[start + child]);
		at = child;
	}
	put_bid(bidding, person, at, level, pair);
	return lowest;
}

/* One bid of a thing; gives the thing that is outbid, or MG_NONE. */
static uint32_t
bid_once(Bidding *bidding, uint32_t thing)
{
	Prices *prices = bidding->prices;
	const Auction *auction = bidding->auction;
	PriceSide *people = &prices->people;
	bool must = auction->thing_part && auction->thing_part[thing] == MG_NONE;
	int64_t best = must ? INT64_MIN / 4 : 0;
	int64_t second = best;
	uint32_t best_pair = MG_NONE;
	uint32_t person;
	uint32_t pair;
	int64_t level;

	bidding->looks -= prices->things.start[thing + 1] - prices->things.start[thing];
	for (pair = prices->things.start[thing]; pair < prices->things.start[thing + 1]; pair++)
	{
		int64_t left;

		person = people->node[pair];
		left = prices->weight[pair] - auction->pair - people->price[person];
		mg_step(&prices->steps);
		if (left <= second || bidding->is_kept[pair] || mg_places(people, person) == 0 ||
			(auction->thing_part && auction->thing_part[thing] != auction->person_part[person]))
			continue;
		if (left > best)
		{
			second = best;
			best = left;
			best_pair = pair;
		}
		else
			second = left;
	}
	if (best_pair == MG_NONE)
		return MG_NONE;
	person = people->node[best_pair];
	if (second <= INT64_MIN / 4) /* nobody else */
		second = best;
	level = people->price[person] + (best - second) + bidding->step;
	if (level > HIGHEST_PRICE)
		level = HIGHEST_PRICE;
	bidding->is_kept[best_pair] = true;
	if (bidding->kept[person] < mg_places(people, person) &&
		bidding->kept[person] < people->start[person + 1] - people->start[person])
	{
		add_bid(bidding, person, level, best_pair);
		pair = MG_NONE;
	}
	else
		pair = outbid(bidding, person, level, best_pair);
	if (bidding->kept[person] == mg_places(people, person))
		people->price[person] = bidding->level[people->taken_start[person]];
	if (pair == MG_NONE)
		return MG_NONE;
	bidding->is_kept[pair] = false;
	return prices->things.node[pair];
}

/* A round: everybody bids until all have what they want, or pairs were looked at too often. */
static void
bid_round(Bidding *bidding)
{
	Prices *prices = bidding->prices;
	int64_t lowered = LOWERED * STEP_RATIO * bidding->step;
	uint32_t thing;
	uint32_t i;

	bidding->looks = (int64_t) prices->pairs * LOOKS_A_PAIR;
	for (i = 0; i < prices->pairs; i++)
	{
		mg_step(&prices->steps);
		bidding->is_kept[i] = false;
	}
	for (i = 0; i < prices->people.count; i++)
	{
		mg_step(&prices->steps);
		prices->people.price[i] -=
			prices->people.price[i] < lowered ? prices->people.price[i] : lowered;
		bidding->kept[i] = 0;
	}
	for (i = 0; i < prices->things.count; i++)
	{
		uint32_t tries = prices->things.start[i + 1] - prices->things.start[i];

		/* Whoever is outbid bids at once; a thing with several openings for each of them. */
		if (tries > mg_places(&prices->things, i))
			tries = mg_places(&prices->things, i);
		for (; tries > 0; tries--)
			for (thing = i; thing != MG_NONE && bidding->looks > 0;)
				thing = bid_once(bidding, thing);
	}
}

/* Takes the pairs of the bids that are kept. Who has a place left has no price. */
static void
take_kept(Bidding *bidding)
{
	Prices *prices = bidding->prices;
	PriceSide *people = &prices->people;
	uint32_t i;

	for (i = 0; i < prices->pairs; i++)
	{
		mg_step(&prices->steps);
		if (bidding->is_kept[i])
			mg_take(prices, i);
	}
	for (i = 0; i < people->count; i++)
	{
		mg_step(&prices->steps);
		if (mg_has_room(people, i))
			people->price[i] = 0;
		else if (bidding->auction->person_part && bidding->auction->person_part[i] != MG_NONE)
			people->price[i] += bidding->auction->pair;
	}
}

void
mg_auction(Prices *prices, const Auction *auction)
{
	Bidding bidding = {.prices = prices, .auction = auction};
	PriceSide *people = &prices->people;
	int64_t lowest = INT64_MAX;
	int64_t highest = 0;
	uint64_t room = 0;
	uint32_t i;

	for (i = 0; i < prices->pairs; i++)
	{
		int64_t weight = prices->weight[i] - auction->pair;

		mg_step(&prices->steps);
		lowest = weight < lowest ? weight : lowest;
		highest = weight > highest ? weight : highest;
	}
	if (highest <= lowest)
		return;
	for (i = 0; i < people->count; i++)
	{
		uint32_t most = people->start[i + 1] - people->start[i];

		mg_step(&prices->steps);
		room += mg_places(people, i) < most ? mg_places(people, i) : most;
	}
	bidding.level = mg_alloc_array(int64_t, room);
	bidding.bid = mg_alloc_array(uint32_t, room);
	bidding.kept = mg_alloc_array(uint32_t, people->count);
	bidding.is_kept = mg_alloc_array(bool, prices->pairs);
	for (bidding.step = (highest - lowest) / FIRST_STEPS;
		 bidding.step > 0 && bidding.step >= (highest - lowest) / LAST_STEPS;
		 bidding.step /= STEP_RATIO)
		bid_round(&bidding);
	take_kept(&bidding);
	mg_free(bidding.level);
	mg_free(bidding.bid);
	mg_free(bidding.kept);
	mg_free(bidding.is_kept);
}
