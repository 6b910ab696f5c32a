/*
 * scores.c - weighted scores, kinds of developmental networks, traps: figures of one person put
 * together. Nothing here reads a network.
 */
#include "functions/scores.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "utils/builtins.h"

#include "server/arguments.h"
#include "server/results.h"

/* Shares of a weight are sums of rounded numbers. */
#define ROUNDING 1e-12

/* ---- arguments ---- */

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
					  "It is a number of people, NULL if unknown.");
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
						errmsg("argument \"%s\" must have one dimension", name),
						errhint("Give one figure for each part: ARRAY[a, b, c].")));
	deconstruct_array(array, FLOAT8OID, sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE, &values,
					  &nulls, count);
	figures = palloc(*count * sizeof(double) + 1);
	for (i = 0; i < *count; i++)
	{
		figures[i] = nulls[i] ? NAN : DatumGetFloat8(values[i]);
		if (!nulls[i] && !isfinite(figures[i]))
			mg_refuse_number(name, figures[i], "must hold numbers that are finite",
							 "What is unknown is NULL.");
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
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("there must be a weight for each part"),
						errdetail("Parts: %d, weights: %d.", count, given),
						errhint("Give one to each, 0 to those that do not count.")));
	for (i = 0; i < count; i++)
	{
		if (isnan(weights[i]))
			ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
							errmsg("argument \"weights\" must not contain NULL"),
							errhint("A part that does not count has the weight 0.")));
		if (weights[i] < 0)
			mg_refuse_number("weights", weights[i], "must not hold negative numbers",
							 "A part that does not count has the weight 0.");
		total += weights[i];
	}
	if (isinf(total))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("the sum of \"weights\" is out of range"),
						errhint("Only their proportions count: divide them by the largest.")));
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

/* ---- weighted scores ---- */

Weighted
mg_weigh(const double *parts, const double *weights, int count, ScoreMethod method,
		 double min_known)
{
	Weighted result = {NAN, NAN};
	double total = 0;
	double known = 0;
	double sum = 0;
	double lowest = INFINITY;
	double highest = -INFINITY;
	int i;

	for (i = 0; i < count; i++)
	{
		total += weights[i];
		known += isnan(parts[i]) ? 0.0 : weights[i];
	}
	if (total == 0)
		return result;
	result.known = known / total;
	if (known == 0 || result.known < min_known - ROUNDING)
		return result;
	for (i = 0; i < count; i++)
	{
		double share = weights[i] / known;

		if (weights[i] == 0 || isnan(parts[i]))
			continue;
		lowest = Min(lowest, parts[i]);
		highest = Max(highest, parts[i]);
		sum += share * (method == MG_GEOMETRIC ? log(parts[i]) : parts[i]);
	}
	/* log(0) is -infinity: a known absence makes a geometric mean 0 */
	result.score = method == MG_MINIMUM ? lowest : method == MG_GEOMETRIC ? exp(sum) : sum;
	/* a mean is among its parts, whatever the rounding: of shares it is a share */
	result.score = Min(Max(result.score, lowest), highest);
	return result;
}

/* weighted_score(parts, weights, method, min_known) */
MG_FUNCTION(mg_sql_weighted_score);
Datum
mg_sql_weighted_score(PG_FUNCTION_ARGS)
{
	static const char *const words[] = {
		[MG_ARITHMETIC] = "arithmetic", [MG_GEOMETRIC] = "geometric", [MG_MINIMUM] = "minimum"};
	int count;
	double *parts = mg_figures_argument(fcinfo, 0, "parts", &count);
	double *weights = mg_weights_argument(fcinfo, 1, count);
	ScoreMethod method = mg_choice_argument(fcinfo, 2, "method", words, lengthof(words));
	double min_known = PG_GETARG_FLOAT8(3);
	Weighted weighted;
	int i;

	mg_check_share(min_known, "min_known");
	for (i = 0; method == MG_GEOMETRIC && i < count; i++)
		if (parts[i] < 0)
			mg_refuse_number("parts", parts[i],
							 "must not hold negative numbers for a geometric mean",
							 "Use method => 'arithmetic', or parts from 0.");
	weighted = mg_weigh(parts, weights, count, method, min_known);
	return mg_figure(fcinfo, weighted.score);
}

/* known_weight(parts, weights) */
MG_FUNCTION(mg_sql_known_weight);
Datum
mg_sql_known_weight(PG_FUNCTION_ARGS)
{
	int count;
	double *parts = mg_figures_argument(fcinfo, 0, "parts", &count);
	double *weights = mg_weights_argument(fcinfo, 1, count);
	Weighted weighted = mg_weigh(parts, weights, count, MG_MINIMUM, 0.0);

	return mg_figure(fcinfo, weighted.known);
}

/* ---- kinds of developmental networks ---- */

typedef struct NetworkKind
{
	const char *name; /* NULL: unknown */
	double diversity_margin;
	double strength_margin;
} NetworkKind;

/* Arguments: diversity, strength, diversity_cut, strength_cut, known. */
static NetworkKind
kind_of_network(FunctionCallInfo fcinfo)
{
	static const char *const names[] = {"diversity", "strength", "diversity_cut", "strength_cut"};
	static const char *const kinds[2][2] = {{"receptive", "traditional"},
											{"opportunistic", "entrepreneurial"}};
	NetworkKind kind = {NULL, NAN, NAN};
	double figures[4];
	double known = mg_count_argument(fcinfo, 4, "known");
	int i;

	for (i = 0; i < 4; i++)
		figures[i] = mg_share_argument(fcinfo, i, names[i]);
	if (known == 0)
		kind.name = "none";
	if (known < 2)
		return kind;
	kind.diversity_margin = figures[0] - figures[2];
	kind.strength_margin = figures[1] - figures[3];
	if (!isnan(kind.diversity_margin) && !isnan(kind.strength_margin))
		kind.name = kinds[figures[0] >= figures[2]][figures[1] >= figures[3]];
	return kind;
}

/* network_type(diversity, strength, diversity_cut, strength_cut, known) */
MG_FUNCTION(mg_sql_network_type);
Datum
mg_sql_network_type(PG_FUNCTION_ARGS)
{
	NetworkKind kind = kind_of_network(fcinfo);

	if (!kind.name)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(CStringGetTextDatum(kind.name));
}

/* network_type_margins: the same, and how far from each cut point */
MG_FUNCTION(mg_sql_network_type_margins);
Datum
mg_sql_network_type_margins(PG_FUNCTION_ARGS)
{
	NetworkKind kind = kind_of_network(fcinfo);
	Datum values[3] = {0};
	bool nulls[3] = {false};

	nulls[0] = !kind.name;
	if (kind.name)
		values[0] = CStringGetTextDatum(kind.name);
	mg_set_figure(values, nulls, 1, kind.diversity_margin);
	mg_set_figure(values, nulls, 2, kind.strength_margin);
	return mg_one_row(fcinfo, values, nulls);
}
