/*
 * weighted.h - weighted means of figures of which some may be unknown.
 */
#ifndef MG_WEIGHTED_H
#define MG_WEIGHTED_H

#include "base/host.h"

typedef enum ScoreMethod
{
	MG_ARITHMETIC,
	MG_GEOMETRIC,
	MG_MINIMUM,
} ScoreMethod;

typedef struct Weighted
{
	double score; /* NaN if too little is known */
	double known; /* share of the weight that is known; NaN without any weight */
} Weighted;

/* Unknown parts are NaN. The weights are finite and not negative. */
extern Weighted mg_weigh(const double *parts, const double *weights, int count, ScoreMethod method,
						 double min_known);

#endif
