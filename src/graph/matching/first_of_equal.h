/*
 * first_of_equal.h - of all best assignments the first.
 */
#ifndef MG_FIRST_OF_EQUAL_H
#define MG_FIRST_OF_EQUAL_H

#include "graph/matching/prices.h"

/*
 * From one best assignment to the one that has the first pair, by thing and person, in which two
 * best ones differ. The prices must prove the assignment (prices.h); they stay.
 */
extern void mg_choose_first(Prices *prices);

#endif
