/*
 * stable.h - stable assignments: by preferences of both sides.
 *
 * A thing prefers the person with the larger score, of equal ones the smaller id; a person prefers
 * the thing with the larger their_score, of equal ones the smaller id. So nobody is indifferent.
 */
#ifndef MG_STABLE_H
#define MG_STABLE_H

#include "graph/matching/lists.h"

/*
 * Which pairs are assigned: [pairs], the caller's. Of all stable assignments the one that is best
 * for every thing. The lists must have scores from both sides.
 */
extern bool *mg_assign_stable(const Lists *lists);

/* The number of pairs that block an assignment, which are marked in blocking: [pairs]. */
extern uint32_t mg_blocking_pairs(const Lists *lists, const bool *assigned, bool *blocking);

#endif
