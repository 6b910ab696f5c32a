/*
 * exchange.h - the best exchange of pairs that fills one more place, or shows that none should be.
 */
#ifndef MG_EXCHANGE_H
#define MG_EXCHANGE_H

#include "graph/matching/prices.h"

typedef struct Exchange Exchange;

/* For searches from the nodes of one side. */
extern Exchange *mg_exchange_create(Prices *prices, PriceSide *from, PriceSide *to);
extern void mg_exchange_free(Exchange *exchange);

/*
 * For a node that has a place left and a price above 0: afterwards it has one place less, or its
 * price is 0. Prices stay as prices.h has them, and nobody else comes to have a place left and a
 * price above 0.
 */
extern void mg_exchange(Exchange *exchange, uint32_t node);

#endif
