/*
 * diversity_parameters.c - the parameters of the diversity measures.
 */
#include "server/diversity_parameters.h"

#include "math/shares.h"
#include "server/arguments.h"

static const char categories_hint[] = "Count the categories of the whole population.";

double
mg_categories_argument(FunctionCallInfo fcinfo, int argument)
{
	int64 categories = PG_GETARG_INT64(argument);

	mg_check_at_least(categories, 1, "categories", categories_hint);
	return categories;
}

double
mg_order_argument(FunctionCallInfo fcinfo, int argument)
{
	double q = PG_GETARG_FLOAT8(argument);

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
