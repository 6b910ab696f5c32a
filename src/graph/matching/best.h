/*
 * best.h - the assignment with the largest total score.
 */
#ifndef MG_BEST_H
#define MG_BEST_H

#include "graph/matching/lists.h"

/*
 * Which pairs are assigned: [pairs], the caller's. No thing has more people than openings, nobody
 * has more things than capacity. The sum of the scores is the largest; with most, the number of
 * pairs is the largest, and the sum the largest among those. Scores count in units of 2^-40, or,
 * with more than 2 million places, coarser ones (best.c).
 */
extern bool *mg_assign_best(const Lists *lists, bool most);

/* The weight of a score, and the weight that a pair has besides for being one. */
typedef struct WeightScale
{
	double unit;
	int64_t pair;
} WeightScale;

extern WeightScale mg_weight_scale(const Lists *lists, bool most);

static inline int64_t
mg_weight(WeightScale scale, double score)
{
	int64_t weight = (int64_t) (score * scale.unit + 0.5);

	return (weight > 0 ? weight : 1) + scale.pair;
}

#endif
