/*
 * rates.h - two groups and how many of each: x1 of n1, x2 of n2.
 */
#ifndef MG_RATES_H
#define MG_RATES_H

#include "base/host.h"

/* The largest n; with it the exact test takes a second. */
#define MG_MAX_GROUP INT64_C(1000000000000)

/* Undefined is NaN: rates of nobody, and what comes of them. */
typedef struct RateGap
{
	double rate1;
	double rate2;
	double difference; /* rate1 - rate2 */
	double lower;      /* limits of the difference: Newcombe's hybrid of score intervals */
	double upper;
	double impact_ratio; /* the smaller rate by the larger; undefined if both are 0 */
	double fisher_p;     /* Fisher's exact test, two-sided */
} RateGap;

/* 0 <= x <= n <= MG_MAX_GROUP, and the z of the confidence (normal.h). */
extern void mg_rate_gap(int64_t x1, int64_t n1, int64_t x2, int64_t n2, double z, RateGap *gap);

/*
 * How likely, given n1, n2 and x1 + x2, a table is that is no likelier than this one. O(sqrt(n))
 * steps, about 75 standard deviations at most.
 */
extern double mg_fisher_two_sided(int64_t x1, int64_t n1, int64_t x2, int64_t n2);

#endif
