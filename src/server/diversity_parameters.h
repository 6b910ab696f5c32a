/*
 * diversity_parameters.h - the parameters of the diversity measures, which aggregates and the
 * functions on compositions share.
 */
#ifndef MG_DIVERSITY_PARAMETERS_H
#define MG_DIVERSITY_PARAMETERS_H

#include "base/compat.h"

/* The number of categories of a population; 22023 below 1. */
extern double mg_categories_argument(FunctionCallInfo fcinfo, int argument);

/* The order of a Hill number; 22023 if it is negative or NaN. */
extern double mg_order_argument(FunctionCallInfo fcinfo, int argument);

/* mg_shares_iqv; 22023 if there are more categories than the population has. */
extern double mg_checked_iqv(const double *weights, size_t n, double categories);

#endif
