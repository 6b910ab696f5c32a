/*
 * random.h - random numbers from a seed, the same on every machine.
 *
 * splitmix64 (Steele, Lea and Flood, OOPSLA 2014): 64 bits of state, passes the usual batteries,
 * any seed is a good one.
 */
#ifndef MG_RANDOM_H
#define MG_RANDOM_H

#include <stdint.h>

typedef struct Random
{
	uint64_t state; /* start with the seed */
} Random;

static inline uint64_t
mg_random_bits(Random *random)
{
	uint64_t z = random->state += UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

/* A number from 0 to below - 1, each as likely; below > 0. */
static inline uint32_t
mg_random_below(Random *random, uint32_t below)
{
	uint64_t limit = UINT64_C(0x100000000) - UINT64_C(0x100000000) % below;
	uint64_t drawn;

	do
		drawn = mg_random_bits(random) >> 32;
	while (drawn >= limit);
	return drawn % below;
}

#endif
