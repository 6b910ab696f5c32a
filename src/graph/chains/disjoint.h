/*
 * disjoint.h - chains that share nobody in between.
 */
#ifndef MG_DISJOINT_H
#define MG_DISJOINT_H

#include "graph/chains/strongest.h"

/*
 * A largest set of chains, but not more than `limit`, that share nobody but `from` and `to`; a
 * direct tie is one of them. Of all such sets one with the least sum of lengths, each hop counted
 * as 2^-40 besides. Strongest first, in an array allocated here; gives their number. From a person
 * to themselves: one chain. Of the query, max_hops, barred and by are not used; the graph must have
 * its ties by target.
 */
extern uint32_t mg_disjoint_chains(const ChainQuery *query, uint32_t limit, ChainPath **chains);

#endif
