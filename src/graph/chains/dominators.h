/*
 * dominators.h - who stands on every chain.
 */
#ifndef MG_DOMINATORS_H
#define MG_DOMINATORS_H

#include "graph/chains/strongest.h"

/*
 * For everyone in reach of the root the last person who stands on every chain from the root to
 * them (themselves left out): dominator[person]. MG_NOBODY for the root and for those out of reach.
 * An entry a person. Ties by target are needed.
 */
extern void mg_dominators(const Graph *graph, uint32_t root, uint32_t *dominator);

/*
 * The people between two others who stand on every chain from the first to the second, in the order
 * of the chains; allocated here. False if there is no chain.
 */
extern bool mg_indispensable(const Graph *graph, uint32_t from, uint32_t to, uint32_t **people,
							 uint32_t *count);

#endif
