/*
 * diversity.h - what the diversity measures of aggregates and of compositions have in common.
 */
#ifndef MG_FUNCTIONS_DIVERSITY_H
#define MG_FUNCTIONS_DIVERSITY_H

#include "base/compat.h"

#include "math/shares.h"

/* The number of categories of a population; 22023 below 1. */
extern double mg_check_categories(int32 categories);

/* The order of a Hill number; 22023 if it is negative or NaN. */
extern double mg_check_order(double q);

/* mg_shares_iqv; 22023 if there are more categories than the population has. */
extern double mg_checked_iqv(const double *weights, size_t n, double categories);

#endif
