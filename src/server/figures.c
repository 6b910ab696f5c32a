/*
 * figures.c - arguments and results that are shares, counts or arrays of figures.
 */
#include "server/figures.h"

#include <math.h>

#include "catalog/pg_type.h"

#include "server/arguments.h"
#include "server/results.h"

double
mg_share_argument(FunctionCallInfo fcinfo, int argument, const char *name)
{
	double share;

	if (PG_ARGISNULL(argument))
		return NAN;
	share = PG_GETARG_FLOAT8(argument);
	mg_check_share(share, name);
	return share;
}

double
mg_count_argument(FunctionCallInfo fcinfo, int argument, const char *name)
{
	if (PG_ARGISNULL(argument))
		return NAN;
	mg_check_at_least(PG_GETARG_INT64(argument), 0, name,
					  "It is a number of people. Use NULL if it is unknown.");
	return PG_GETARG_INT64(argument);
}

double *
mg_figures_argument(FunctionCallInfo fcinfo, int argument, const char *name, int *count)
{
	ArrayType *array = PG_GETARG_ARRAYTYPE_P(argument);
	Datum *values;
	bool *nulls;
	double *figures;
	int i;

	if (ARR_NDIM(array) > 1)
		ereport(ERROR, (errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR),
						errmsg("\"%s\" must be a one-dimensional array", name),
						errhint("Give one figure for each part: ARRAY[a, b, c].")));
	deconstruct_array(array, FLOAT8OID, sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE, &values,
					  &nulls, count);
	figures = palloc(*count * sizeof(double) + 1);
	for (i = 0; i < *count; i++)
	{
		figures[i] = nulls[i] ? NAN : DatumGetFloat8(values[i]);
		if (!nulls[i] && !isfinite(figures[i]))
			mg_refuse_number(psprintf("\"%s\" must contain only finite numbers", name), figures[i],
							 "Use NULL for a figure that is unknown.");
	}
	return figures;
}

double *
mg_weights_argument(FunctionCallInfo fcinfo, int argument, int count)
{
	double *weights;
	double total = 0;
	int given;
	int i;

	if (PG_ARGISNULL(argument))
	{
		weights = palloc(count * sizeof(double) + 1);
		for (i = 0; i < count; i++)
			weights[i] = 1.0;
		return weights;
	}
	weights = mg_figures_argument(fcinfo, argument, "weights", &given);
	if (given != count)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"weights\" must contain one weight for each part"),
				 errdetail("The number of parts is %d, the number of weights is %d.", count, given),
				 errhint("Use 0 for a part that does not count.")));
	for (i = 0; i < count; i++)
	{
		if (isnan(weights[i]))
			ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
							errmsg("\"weights\" must not contain NULL"),
							errhint("Use 0 for a part that does not count.")));
		if (weights[i] < 0)
			mg_refuse_number("\"weights\" must not contain negative numbers", weights[i],
							 "Use 0 for a part that does not count.");
		total += weights[i];
	}
	if (isinf(total))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("the sum of \"weights\" is out of range"),
						errhint("Only proportions count: divide all weights by the greatest.")));
	return weights;
}

Datum
mg_figures_datum(FiguresDatum *datum, const double *figures, int count)
{
	bool unknown = false;
	int i;

	for (i = 0; i < count; i++)
		unknown |= isnan(figures[i]);
	if (!datum->array || datum->nulls || unknown || datum->count != count)
	{
		Datum *values = palloc(count * sizeof(Datum) + 1);
		bool *nulls = palloc(count * sizeof(bool) + 1);
		int lower = 1;

		if (datum->array)
			pfree(datum->array);
		for (i = 0; i < count; i++)
			mg_set_figure(values, nulls, i, figures[i]);
		datum->array = construct_md_array(values, nulls, 1, &count, &lower, FLOAT8OID,
										  sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE);
		datum->count = count;
		datum->nulls = unknown;
		pfree(values);
		pfree(nulls);
	}
	else
		memcpy(ARR_DATA_PTR(datum->array), figures, count * sizeof(double));
	return PointerGetDatum(datum->array);
}
