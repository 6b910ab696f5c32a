/*
 * ranked.h - the k strongest chains from one person to another.
 */
#ifndef MG_RANKED_H
#define MG_RANKED_H

#include "graph/chains/strongest.h"

/*
 * Finds up to k chains of a query (by product), strongest first, all different, nobody twice on
 * one. Writes them to an array allocated here and gives their number. The graph must have its ties
 * by target.
 */
extern uint32_t mg_ranked_chains(const ChainQuery *query, uint32_t k, ChainPath **chains);

#endif
