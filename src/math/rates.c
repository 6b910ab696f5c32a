/*
 * rates.c - two groups and how many of each.
 *
 * The difference of two rates has the limits of Newcombe 1998, method 10: those of each rate alone
 * (Wilson 1927) put together. Fisher's test adds up, as R's fisher.test does, the tables that are
 * no likelier than the one at hand, which is taken a ten millionth too likely, so that ties by
 * rounding count. Tables are weighed against the likeliest, one step of the hypergeometric
 * recurrence after the other, with nothing but + - * /: every machine gives the same bytes, and no
 * logarithm of a factorial loses digits.
 */
#include "math/rates.h"

#include <float.h>
#include <math.h>

/* ---- Fisher's test ---- */

#define TIES 1.0000001

/* A sum of positive terms, and what rounding has lost of it. */
typedef struct Sum
{
	double value;
	double lost;
} Sum;

static inline void
add(Sum *sum, double term)
{
	double value = sum->value + term;

	sum->lost += sum->value >= term ? sum->value - value + term : term - value + sum->value;
	sum->value = value;
}

/* The tables with these margins: x of group 1, and so successes - x of group 2. */
typedef struct Tables
{
	double n1;
	double n2;
	double successes;
	double lowest; /* the least x */
	double highest;
	double likeliest;
	uint32_t steps;
} Tables;

/* How much likelier x + 1 is than x. */
static inline double
ratio_above(const Tables *tables, double x)
{
	return (tables->n1 - x) * (tables->successes - x) /
		   ((x + 1) * (tables->n2 - tables->successes + x + 1));
}

static void
start_tables(Tables *tables, int64_t x1, int64_t n1, int64_t x2, int64_t n2)
{
	tables->n1 = n1;
	tables->n2 = n2;
	tables->successes = x1 + x2;
	tables->lowest = fmax(0, tables->successes - tables->n2);
	tables->highest = fmin(tables->successes, tables->n1);
	tables->steps = 0;
	/* by the formula, and where that was rounded by looking at its neighbours */
	tables->likeliest =
		floor((tables->successes + 1) * (tables->n1 + 1) / (tables->n1 + tables->n2 + 2));
	tables->likeliest = fmin(fmax(tables->likeliest, tables->lowest), tables->highest);
	while (tables->likeliest < tables->highest && ratio_above(tables, tables->likeliest) > 1)
		tables->likeliest++;
	while (tables->likeliest > tables->lowest && ratio_above(tables, tables->likeliest - 1) < 1)
		tables->likeliest--;
}

/*
 * Adds up the weights of all tables that weigh no more than the limit, the likeliest having 1, and
 * notes the weight of the table x. Both ways from the likeliest, until weights vanish.
 */
static double
weigh(Tables *tables, double limit, double x, double *weight_of_x)
{
	Sum sum = {0, 0};
	double weight = 1;
	double at;

	for (at = tables->likeliest; weight >= DBL_MIN; at++)
	{
		mg_step(&tables->steps);
		if (weight <= limit)
			add(&sum, weight);
		if (at == x)
			*weight_of_x = weight;
		if (at == tables->highest)
			break;
		weight *= ratio_above(tables, at);
	}
	weight = 1;
	for (at = tables->likeliest; at > tables->lowest; at--)
	{
		mg_step(&tables->steps);
		weight /= ratio_above(tables, at - 1);
		if (weight < DBL_MIN)
			break;
		if (weight <= limit)
			add(&sum, weight);
		if (at - 1 == x)
			*weight_of_x = weight;
	}
	return sum.value + sum.lost;
}

double
mg_fisher_two_sided(int64_t x1, int64_t n1, int64_t x2, int64_t n2)
{
	Tables tables;
	double weight = 0;
	double all;

	start_tables(&tables, x1, n1, x2, n2);
	all = weigh(&tables, INFINITY, x1, &weight);
	if (weight * TIES >= 1)
		return 1;
	return weigh(&tables, weight * TIES, x1, &weight) / all;
}

/* ---- the difference ---- */

/* Wilson's limits of a rate. */
static void
score_limits(int64_t x, int64_t n, double z, double *lower, double *upper)
{
	double rate = (double) x / n;
	double square = z * z;
	double middle = 2 * x + square;
	double reach = z * sqrt(square + 4 * x * (1 - rate));

	*lower = x == 0 ? 0 : (middle - reach) / (2 * (n + square));
	*upper = x == n ? 1 : (middle + reach) / (2 * (n + square));
}

void
mg_rate_gap(int64_t x1, int64_t n1, int64_t x2, int64_t n2, double z, RateGap *gap)
{
	double lower1;
	double upper1;
	double lower2;
	double upper2;

	gap->fisher_p = mg_fisher_two_sided(x1, n1, x2, n2);
	gap->rate1 = n1 > 0 ? (double) x1 / n1 : NAN;
	gap->rate2 = n2 > 0 ? (double) x2 / n2 : NAN;
	gap->difference = gap->rate1 - gap->rate2;
	gap->lower = gap->upper = gap->impact_ratio = NAN;
	if (n1 == 0 || n2 == 0)
		return;
	score_limits(x1, n1, z, &lower1, &upper1);
	score_limits(x2, n2, z, &lower2, &upper2);
	gap->lower = gap->difference - hypot(gap->rate1 - lower1, upper2 - gap->rate2);
	gap->upper = gap->difference + hypot(upper1 - gap->rate1, gap->rate2 - lower2);
	if (x1 > 0 || x2 > 0)
		gap->impact_ratio = fmin(gap->rate1, gap->rate2) / fmax(gap->rate1, gap->rate2);
}
