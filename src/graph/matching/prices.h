/*
 * prices.h - an assignment under way: which pairs are taken, and a price of each thing and person.
 *
 * The weight of a pair is an integer (best.c). Prices are never negative, and at all times
 *
 *   a pair that is not taken	price of the thing + price of the person >= weight
 *   a pair that is taken		price of the thing + price of the person <= weight
 *
 * If besides everyone who has a place left has price 0, then no assignment has a larger weight: the
 * prices are a solution of the dual linear programme (complementary slackness).
 */
#ifndef MG_PRICES_H
#define MG_PRICES_H

#include "graph/matching/lists.h"

/* The things, or the people. */
typedef struct PriceSide
{
	uint32_t count;
	const uint32_t *start;  /* [count + 1] the pairs of each node: places in ... */
	const uint32_t *pairs;  /* [pairs] ... this; NULL: the place is the pair */
	const uint32_t *node;   /* [pairs] the node of this side in each pair */
	const uint32_t *places; /* [count] openings, or capacities; NULL: all are 1 */
	uint32_t *used;         /* [count] places taken */
	uint32_t *taken_start;  /* [count] where the node's taken pairs start in ... */
	uint32_t *taken;        /* ... this, as many as are used */
	uint32_t *taken_at;     /* [pairs] where a pair that is taken stands there */
	int64_t *price;         /* [count] */
} PriceSide;

typedef struct Prices
{
	uint32_t pairs;
	int64_t *weight; /* [pairs] greater than 0 */
	bool *is_taken;  /* [pairs] */
	PriceSide things;
	PriceSide people;
	ByPerson by_person;
	uint32_t *thing_of; /* [pairs] */
	uint32_t steps;
} Prices;

static inline uint32_t
mg_places(const PriceSide *side, uint32_t node)
{
	return side->places ? side->places[node] : 1;
}

static inline bool
mg_has_room(const PriceSide *side, uint32_t node)
{
	return side->used[node] < mg_places(side, node);
}

/* Nothing taken, all prices 0, and room for the weights. */
extern void mg_prices_start(Prices *prices, const Lists *lists);

/* Frees everything but is_taken. */
extern void mg_prices_free(Prices *prices);

extern void mg_take(Prices *prices, uint32_t pair);
extern void mg_give_back(Prices *prices, uint32_t pair);

#endif
