/*
 * between.h - the strongest chains between many people and many others.
 */
#ifndef MG_BETWEEN_H
#define MG_BETWEEN_H

#include "graph/chains/strongest.h"

/* What to do with a chain that was found; the path is the caller's. */
typedef void (*ChainSink)(void *state, uint32_t from, uint32_t to, ChainPath *path);

/*
 * Finds the strongest chain from each of the `from` people to each of the `to` people; `from` and
 * `to` of the query are not used. Chains come in the order of the first array, then the second;
 * pairs without a chain are left out.
 */
extern void mg_chains_between(const ChainQuery *query, const uint32_t *from, size_t from_count,
							  const uint32_t *to, size_t to_count, ChainSink sink, void *state);

#endif
