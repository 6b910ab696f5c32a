/*
 * scores.h - figures put together with weights, where some may be unknown.
 */
#ifndef MG_SCORES_H
#define MG_SCORES_H

#include "base/compat.h"

#include "utils/array.h"

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

/*
 * A share argument in [0, 1], and a count (bigint, as count(*) gives it) of at least 0; NaN for
 * NULL. 22023.
 */
extern double mg_share_argument(FunctionCallInfo fcinfo, int argument, const char *name);
extern double mg_count_argument(FunctionCallInfo fcinfo, int argument, const char *name);

/*
 * A float8[] argument of one dimension; NULL elements become NaN, so that NaN itself is refused,
 * and infinity. 22023 and 2202E.
 */
extern double *mg_figures_argument(FunctionCallInfo fcinfo, int argument, const char *name,
								   int *count);

/* A float8[] argument of weights, as many as asked for; all 1 for NULL. 22023 and 22004. */
extern double *mg_weights_argument(FunctionCallInfo fcinfo, int argument, int count);

/* A float8[] that is filled again for each row. */
typedef struct FiguresDatum
{
	ArrayType *array; /* NULL before the first row */
	int count;
	bool nulls;
} FiguresDatum;

/* Figures as float8[]; NaN becomes NULL. Valid until the next call. */
extern Datum mg_figures_datum(FiguresDatum *datum, const double *figures, int count);

#endif
