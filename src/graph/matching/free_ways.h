/*
 * free_ways.h - as many more pairs as can be had without moving a price.
 */
#ifndef MG_FREE_WAYS_H
#define MG_FREE_WAYS_H

#include "graph/matching/prices.h"

/*
 * Fills places of things that have a price, by pairs whose thing and person together cost the
 * pair's weight and no other, until no more can be filled that way.
 */
extern void mg_take_free_ways(Prices *prices);

/*
 * The most pairs that can be assigned at once, whatever their scores. Prices are started here; all
 * things are left with price 1, people with 0.
 */
extern void mg_most_pairs(Prices *prices, const Lists *lists);

#endif
