/*
 * figures.h - arguments and results that are shares, counts or arrays of figures.
 */
#ifndef MG_FIGURES_H
#define MG_FIGURES_H

#include "base/compat.h"

#include "utils/array.h"

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
