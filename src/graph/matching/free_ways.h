/*
 * free_ways.h - as many more pairs as can be had without moving a price.
 */
#ifndef MG_FREE_WAYS_H
#define MG_FREE_WAYS_H

#include "graph/matching/prices.h"

/*
 * Fills places of nodes of one side that have a price, by ways that cost nothing, until there is no
 * such way any more.
 */
extern void mg_take_free_ways(Prices *prices, const PriceSide *from, const PriceSide *to);

/*
 * The most pairs that can be assigned at once, whatever their scores. Prices are started here; all
 * things are left with price 1, people with 0.
 */
extern void mg_most_pairs(Prices *prices, const Lists *lists);

#endif
