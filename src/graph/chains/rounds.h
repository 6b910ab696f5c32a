/*
 * rounds.h - a search with a limit on hops, settled round by round.
 */
#ifndef MG_ROUNDS_H
#define MG_ROUNDS_H

#include "graph/chains/search.h"

/*
 * Settles everyone by hops (rounds.c): first the start, then all who are one tie away, and so on,
 * up to the limit on hops. Ways longer than `longest` are not followed. For a search that is
 * `by_rounds` from its beginning. A label is the best way of just so many hops; a person's labels
 * are the shorter the more hops they have.
 */
extern void mg_search_run_rounds(ChainSearch *search, int64_t longest);

#endif
