/*
 * odds.h - one two-by-two table a stratum, and the odds ratio that they have in common.
 */
#ifndef MG_ODDS_H
#define MG_ODDS_H

#include "math/exact.h"

/* How many of a stratum: exposed with and without the outcome, the others with and without it. */
typedef struct Stratum
{
	int64_t count[2][2]; /* [not exposed][no outcome] */
} Stratum;

/* The sums over strata, exact: their order does not matter. All bytes zero: no stratum. */
typedef struct Strata
{
	ExactSum for_odds;     /* sum a d / n */
	ExactSum against_odds; /* sum b c / n */
	ExactSum variance[3];  /* of the logarithm of the odds ratio */
	ExactSum excess;       /* a less its expectation */
	ExactSum spread;       /* the variance of a */
} Strata;

extern void mg_strata_add(Strata *strata, const Stratum *stratum);

/* Undefined is NaN. */
typedef struct CommonOdds
{
	double odds_ratio;
	double lower; /* 95 % limits */
	double upper;
	double p;
} CommonOdds;

extern CommonOdds mg_strata_odds(const Strata *strata);

/* Frees what the sums allocated. */
extern void mg_strata_clear(Strata *strata);

#endif
