/*
 * auction.h - an assignment and prices to start from: near the best ones.
 */
#ifndef MG_AUCTION_H
#define MG_AUCTION_H

#include "graph/matching/prices.h"

/*
 * What an auction is about. With parts, only pairs within one part count; things of part MG_NONE
 * bid whatever it costs, and each pair of another part weighs more, all of which is in the price of
 * its person. Without, no thing bids more than it has of a person.
 */
typedef struct Auction
{
	int64_t pair;                /* what a pair weighs besides its score */
	const uint32_t *thing_part;  /* [things] NULL: no parts */
	const uint32_t *person_part; /* [people] */
} Auction;

/*
 * Takes pairs and sets the prices of people; those of things are not set, and not all is as
 * prices.h has it. O(pairs) a round, at most some dozen times that; some six rounds.
 */
extern void mg_auction(Prices *prices, const Auction *auction);

#endif
