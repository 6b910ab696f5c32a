/*
 * exact.h - sums of doubles without rounding error: the order of the terms does not matter.
 */
#ifndef MG_EXACT_H
#define MG_EXACT_H

#include "base/host.h"

#define MG_EXACT_FEW 2

/* A sum as parts that do not overlap, the smallest first. All bytes zero: the empty sum, 0. */
typedef struct ExactSum
{
	double *many; /* the parts, once they are more than a few */
	uint32_t used;
	uint32_t room; /* of many */
	double few[MG_EXACT_FEW];
} ExactSum;

/* Adds a finite number. O(parts); may allocate in the context that is current. */
extern void mg_exact_add(ExactSum *sum, double term);

/* Adds all of another sum. */
extern void mg_exact_add_sum(ExactSum *sum, const ExactSum *other);

/* The double nearest to the sum; infinity if it is beyond the range. */
extern double mg_exact_value(const ExactSum *sum);

/* Frees what the sum allocated and makes it empty. */
extern void mg_exact_clear(ExactSum *sum);

static inline const double *
mg_exact_parts(const ExactSum *sum)
{
	return sum->many ? sum->many : sum->few;
}

#endif
