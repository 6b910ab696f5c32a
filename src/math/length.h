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

/* A strength as an integer that grows as strengths fall: 0 for 1; and back. */
extern int64_t mg_width(double strength);
extern double mg_width_strength(int64_t width);

/* Raises: a chain is too weak to be compared with others. */
extern void mg_raise_too_weak(void) __attribute__((noreturn));

/* The sum of two lengths. Raises if it is beyond 64 bits. */
static inline int64_t
mg_length_sum(int64_t a, int64_t b)
{
	int64_t sum;

	if (__builtin_add_overflow(a, b, &sum))
		mg_raise_too_weak();
	return sum;
}

/* What is longer than 64 bits can say: a chain too weak to be compared with others like it. */
#define MG_TOO_LONG INT64_MAX

/* The sum of two lengths of at least 0, or MG_TOO_LONG. */
static inline int64_t
mg_length_joined(int64_t a, int64_t b)
{
	int64_t sum;

	return __builtin_add_overflow(a, b, &sum) ? MG_TOO_LONG : sum;
}

#endif
