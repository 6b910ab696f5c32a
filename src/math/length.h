/*
 * length.h - the length of a tie: a logarithm of its strength, so that lengths add up.
 */
#ifndef MG_LENGTH_H
#define MG_LENGTH_H

#include "base/host.h"

/*
 * -log2(strength) in units of 2^-40, rounded; strength in (0, 1]. 0 for strength 1, exact for
 * powers of 1/2, at most 1074 * 2^40, for the smallest positive number.
 */
extern int64_t mg_length(double strength);

/* The sum of two lengths. Raises if it is beyond 64 bits. */
static inline int64_t
mg_length_sum(int64_t a, int64_t b)
{
	int64_t sum;

	if (__builtin_add_overflow(a, b, &sum))
		mg_raise(MG_ERROR_LIMIT, "a chain is too weak to be compared with others");
	return sum;
}

#endif
