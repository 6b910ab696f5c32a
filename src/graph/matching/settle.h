/*
 * settle.h - prices for an assignment that may not be the best one.
 */
#ifndef MG_SETTLE_H
#define MG_SETTLE_H

#include "graph/matching/prices.h"

/*
 * Sets the prices of things and raises those of people until they are as prices.h has them for what
 * is taken; pairs for which no prices are found soon are given back.
 */
extern void mg_settle(Prices *prices);

#endif
