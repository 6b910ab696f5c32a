/*
 * krackhardt_bounds.h - which pairs of people have a least upper bound.
 */
#ifndef MG_KRACKHARDT_BOUNDS_H
#define MG_KRACKHARDT_BOUNDS_H

#include "graph/structure/condensation.h"

/* Over the weak components of more than two people. */
typedef struct KrackhardtBounds
{
	uint64_t violations; /* pairs without such a person */
	uint64_t most;       /* the most there can be */
} KrackhardtBounds;

/* Pairs of different people, in any order. */
static inline uint64_t
mg_pairs_of(uint64_t people)
{
	return people * (people - (people > 0)) / 2;
}

/*
 * weak[person] is the number of a person's weak component, size how many people each has. Raises
 * MG_ERROR_LIMIT where it would run for very long.
 */
extern void mg_count_bounds(const Condensation *net, const uint32_t *weak, const uint32_t *size,
							uint32_t count, KrackhardtBounds *bounds);

#endif
