/*
 * between.h - the strongest chains between many people and many others.
 */
#ifndef MG_BETWEEN_H
#define MG_BETWEEN_H

#include "graph/chains/strongest.h"

/*
 * Finds the strongest chain from each of the `from` people to each of the `to` people; `from` and
 * `to` of the query are not used. Chains come in the order of the first array, then the second;
 * pairs without a chain are left out.
 */
extern void mg_chains_between(const ChainQuery *query, const uint32_t *from, size_t from_count,
							  const uint32_t *to, size_t to_count, ChainSink sink, void *state);

#endif
