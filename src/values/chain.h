/*
 * chain.h - the value of type chain: a path with the strength of each link.
 */
#ifndef MG_CHAIN_H
#define MG_CHAIN_H

#include "base/compat.h"

#define MG_CHAIN_VERSION 1

/* Keeps a chain and its text below 1 GB. */
#define MG_MAX_HOPS 10000000

/*
 * The stored value, native byte order: the header, then
 *
 *   int64  people[hops + 1]	no two alike
 *   double strengths[hops]		(0, 1]
 *
 * The type is aligned as double; equal chains are equal bytes.
 */
typedef struct Chain
{
	int32 vl_len_;
	uint8 version;
	uint8 flags;     /* always zero */
	uint16 reserved; /* always zero */
	uint32 hops;
	uint32 padding; /* always zero */
	int64 people[FLEXIBLE_ARRAY_MEMBER];
} Chain;

static inline const double *
mg_chain_strengths(const Chain *chain)
{
	return (const double *) (chain->people + chain->hops + 1);
}

/* A chain of these people and strengths, which are copied. They must pass mg_chain_problem. */
extern Chain *mg_chain_make(uint32 hops, const int64 *people, const double *strengths);

/* The only validator: NULL, or what is wrong, as a sentence. */
extern const char *mg_chain_problem(uint32 hops, const int64 *people, const double *strengths);

/* A chain argument, in memory and aligned; checked for version and length. */
extern const Chain *mg_chain_argument(FunctionCallInfo fcinfo, int argument);

/* The product of the strengths from start to end; never 0, however weak. */
extern double mg_chain_strength(const Chain *chain);

/* The link with the smallest strength, the first of several, from 0; 0 for a chain without links. */
extern uint32 mg_chain_weakest_link(const Chain *chain);

/* Stronger first, then fewer hops, then by people, then by single strengths; 0 only if equal. */
extern int mg_chain_compare(const Chain *one, const Chain *other);

#endif
