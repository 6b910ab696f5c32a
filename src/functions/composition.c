/*
 * composition.c - the functions on compositions: measures, shares, comparisons.
 */
#include "base/compat.h"

#include <math.h>

#include "utils/builtins.h"

#include "server/arguments.h"
#include "functions/diversity.h"
#include "base/host.h"
#include "server/results.h"
#include "values/composition.h"

/* ---- parameters ---- */

static const char categories_hint[] = "Count the categories of the whole population.";

double
mg_check_categories(int32 categories)
{
	mg_check_at_least(categories, 1, "categories", categories_hint);
	return categories;
}

double
mg_check_order(double q)
{
	if (!(q >= 0))
		mg_refuse_number("\"q\" must be 0 or greater", q,
						 "0 is richness, 1 is exp(shannon), 2 is 1 / sum p^2.");
	return q;
}

double
mg_checked_iqv(const double *weights, size_t n, double categories)
{
	if (n > categories)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"categories\" must be at least the number of categories present"),
				 errdetail("The value is %.0f, and %zu categories are present.", categories, n),
				 errhint("%s", categories_hint)));
	return mg_shares_iqv(weights, n, categories);
}

/* ---- measures ---- */

/* A measure of the weights w of n categories. */
#define MEASURE(name, formula)                                               \
	MG_FUNCTION(name);                                                       \
	Datum name(PG_FUNCTION_ARGS)                                             \
	{                                                                        \
		const Composition *composition = mg_composition_argument(fcinfo, 0); \
		const double *w = composition->weights;                              \
		uint32 n = composition->categories;                                  \
                                                                             \
		return mg_figure(fcinfo, formula);                                   \
	}                                                                        \
	extern Datum name(PG_FUNCTION_ARGS)

MEASURE(mg_sql_composition_blau, mg_shares_blau(w, n));
MEASURE(mg_sql_composition_simpson, mg_shares_simpson(w, n));
MEASURE(mg_sql_composition_iqv, mg_checked_iqv(w, n, mg_check_categories(PG_GETARG_INT32(1))));
MEASURE(mg_sql_composition_shannon, mg_shares_shannon(w, n));
MEASURE(mg_sql_composition_evenness, mg_shares_evenness(w, n));
MEASURE(mg_sql_composition_hill, mg_shares_hill(w, n, mg_check_order(PG_GETARG_FLOAT8(1))));

MG_FUNCTION(mg_sql_composition_richness);
Datum
mg_sql_composition_richness(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(mg_composition_argument(fcinfo, 0)->categories);
}

static double
total_of(const Composition *composition)
{
	return mg_shares_total(composition->weights, composition->categories);
}

MG_FUNCTION(mg_sql_composition_total);
Datum
mg_sql_composition_total(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(total_of(mg_composition_argument(fcinfo, 0)));
}

MG_FUNCTION(mg_sql_composition_share);
Datum
mg_sql_composition_share(PG_FUNCTION_ARGS)
{
	const Composition *composition = mg_composition_argument(fcinfo, 0);
	const text *name = PG_GETARG_TEXT_PP(1);
	uint32 category;

	if (composition->categories == 0)
		PG_RETURN_NULL();
	if (!mg_composition_find(composition, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), &category))
		PG_RETURN_FLOAT8(0);
	PG_RETURN_FLOAT8(composition->weights[category] / total_of(composition));
}

/* ---- two compositions ---- */

/* The weight of a category in the walk; 0 where it is not there. */
static double
weight_of(const Composition *composition, uint32 category)
{
	return category == MG_NO_CATEGORY ? 0 : composition->weights[category];
}

MG_FUNCTION(mg_sql_composition_divergence);
Datum
mg_sql_composition_divergence(PG_FUNCTION_ARGS)
{
	const Composition *one = mg_composition_argument(fcinfo, 0);
	const Composition *other = mg_composition_argument(fcinfo, 1);
	size_t most = (size_t) one->categories + other->categories;
	double *one_weights = mg_alloc_array(double, most);
	double *other_weights = mg_alloc_array(double, most);
	CompositionWalk walk = {0};
	uint32 steps = 0;
	size_t n = 0;

	for (; mg_composition_walk(&walk, one, other); n++)
	{
		mg_step(&steps);
		one_weights[n] = weight_of(one, walk.category[0]);
		other_weights[n] = weight_of(other, walk.category[1]);
	}
	return mg_figure(fcinfo, mg_shares_divergence(one_weights, other_weights, n));
}

MG_FUNCTION(mg_sql_composition_plus);
Datum
mg_sql_composition_plus(PG_FUNCTION_ARGS)
{
	const Composition *one = mg_composition_argument(fcinfo, 0);
	const Composition *other = mg_composition_argument(fcinfo, 1);
	NamedWeight *parts = mg_alloc_array(NamedWeight, (size_t) one->categories + other->categories);
	CompositionWalk walk = {0};
	uint32 steps = 0;
	uint32 n = 0;

	for (; mg_composition_walk(&walk, one, other); n++)
	{
		bool here = walk.category[0] != MG_NO_CATEGORY;

		mg_step(&steps);
		parts[n].name =
			mg_composition_name(here ? one : other, walk.category[here ? 0 : 1], &parts[n].length);
		parts[n].weight = weight_of(one, walk.category[0]) + weight_of(other, walk.category[1]);
	}
	PG_RETURN_POINTER(mg_composition_make(parts, n, ERRCODE_INTERNAL_ERROR, NULL));
}

enum
{
	ROW_CATEGORY,
	ROW_SHARE,
	ROW_POPULATION_SHARE,
	ROW_RATIO,
	ROW_COLUMNS
};

MG_FUNCTION(mg_sql_composition_representation);
Datum
mg_sql_composition_representation(PG_FUNCTION_ARGS)
{
	const Composition *composition = mg_composition_argument(fcinfo, 0);
	const Composition *population = mg_composition_argument(fcinfo, 1);
	double total = total_of(composition);
	double population_total = total_of(population);
	CompositionWalk walk = {0};

	mg_start_rows(fcinfo);
	while (mg_composition_walk(&walk, composition, population))
	{
		bool here = walk.category[0] != MG_NO_CATEGORY;
		double share = weight_of(composition, walk.category[0]) / total;
		double population_share = weight_of(population, walk.category[1]) / population_total;
		Datum values[ROW_COLUMNS];
		bool nulls[ROW_COLUMNS];
		int length;
		const char *name = mg_composition_name(here ? composition : population,
											   walk.category[here ? 0 : 1], &length);
		text *category = cstring_to_text_with_len(name, length);

		nulls[ROW_CATEGORY] = false;
		values[ROW_CATEGORY] = PointerGetDatum(category);
		mg_set_figure(values, nulls, ROW_SHARE, share);
		mg_set_figure(values, nulls, ROW_POPULATION_SHARE, population_share);
		mg_set_figure(values, nulls, ROW_RATIO,
					  population_share > 0 ? share / population_share : NAN);
		mg_put_row(fcinfo, values, nulls);
		pfree(category);
	}
	PG_RETURN_NULL();
}
