/*
 * best_candidates.h - shortlists cut to the best candidates of each thing.
 */
#ifndef MG_BEST_CANDIDATES_H
#define MG_BEST_CANDIDATES_H

#include "graph/matching/lists.h"

/*
 * The same things and people, and of the pairs of each thing at most so many, those with the best
 * scores, of equal ones the smaller ids. Arrays that did not change are shared.
 */
extern void mg_best_candidates(const Lists *lists, uint32_t most, Lists *cut);

#endif
