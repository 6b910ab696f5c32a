/*
 * shares.c - diversity of categories from their weights.
 *
 * Blau 1977 (1 - sum p^2), its unbiased form (Simpson 1949), Shannon 1948 in nats, the numbers of
 * Hill 1973, the divergence of Lin 1991. Counts with a total below 2^32 go through whole numbers,
 * all else through exact sums (exact.c), so that equal weights give equal bytes in any order. Where
 * shares differ little or one of them is nearly everything, log1p and expm1 keep the digits that a
 * literal reading of the formulas would cancel. O(n).
 */
#include "math/shares.h"

#include <float.h>
#include <math.h>

#include "math/exact.h"

/* Squares of totals below this fit 64 bits. */
#define SMALL_TOTAL 4294967296.0

/* Counts with totals up to this are exact as doubles. */
#define EXACT_TOTAL 9007199254740992.0

typedef struct Picture
{
	double total;
	double largest;
	bool even;   /* all weights are equal */
	bool counts; /* whole numbers, exact in total */
} Picture;

static void
look(const double *weights, size_t n, Picture *picture)
{
	ExactSum total = {0};
	uint32_t steps = 0;
	size_t i;

	picture->largest = 0;
	picture->even = true;
	picture->counts = true;
	for (i = 0; i < n; i++)
	{
		double weight = weights[i];

		mg_step(&steps);
		mg_exact_add(&total, weight);
		if (weight > picture->largest)
			picture->largest = weight;
		if (weight != weights[0])
			picture->even = false;
		if (weight != floor(weight))
			picture->counts = false;
	}
	picture->total = mg_exact_value(&total);
	mg_exact_clear(&total);
	picture->counts = picture->counts && picture->total <= EXACT_TOTAL;
}

double
mg_shares_total(const double *weights, size_t n)
{
	Picture picture;

	look(weights, n, &picture);
	return picture.total;
}

/* ---- sums of squares ---- */

/* sum n (N - n) of counts below SMALL_TOTAL; that is N^2 times Blau's index. */
static uint64_t
unlike_pairs(const double *weights, size_t n, const Picture *picture)
{
	uint64_t total = (uint64_t) picture->total;
	uint64_t pairs = 0;
	uint32_t steps = 0;
	size_t i;

	for (i = 0; i < n; i++)
	{
		uint64_t count = (uint64_t) weights[i];

		mg_step(&steps);
		pairs += count * (total - count);
	}
	return pairs;
}

/* sum p (1 - p), when the weights are not small counts. */
static double
unlike_shares(const double *weights, size_t n, const Picture *picture)
{
	ExactSum sum = {0};
	uint32_t steps = 0;
	double value;
	size_t i;

	for (i = 0; i < n; i++)
	{
		mg_step(&steps);
		mg_exact_add(&sum, weights[i] / picture->total *
							   ((picture->total - weights[i]) / picture->total));
	}
	value = mg_exact_value(&sum);
	mg_exact_clear(&sum);
	return value;
}

static double
blau(const double *weights, size_t n, const Picture *picture)
{
	if (picture->counts && picture->total < SMALL_TOTAL)
		return (double) unlike_pairs(weights, n, picture) / (picture->total * picture->total);
	return unlike_shares(weights, n, picture);
}

double
mg_shares_blau(const double *weights, size_t n)
{
	Picture picture;

	if (n == 0)
		return NAN;
	look(weights, n, &picture);
	return blau(weights, n, &picture);
}

double
mg_shares_simpson(const double *weights, size_t n)
{
	Picture picture;

	look(weights, n, &picture);
	if (!picture.counts || picture.total < 2)
		return NAN;
	if (picture.total < SMALL_TOTAL)
		return (double) unlike_pairs(weights, n, &picture) / (picture.total * (picture.total - 1));
	return fmin(unlike_shares(weights, n, &picture) * (picture.total / (picture.total - 1)), 1);
}

double
mg_shares_iqv(const double *weights, size_t n, double categories)
{
	Picture picture;

	if (n == 0 || categories <= 1)
		return NAN;
	look(weights, n, &picture);
	if (picture.counts && picture.total < SMALL_TOTAL)
		return fmin((double) unlike_pairs(weights, n, &picture) * categories /
						(picture.total * picture.total * (categories - 1)),
					1);
	return fmin(blau(weights, n, &picture) * categories / (categories - 1), 1);
}

/* ---- logarithms ---- */

/* ln(a / b), also where the quotient would overflow. */
static double
log_ratio(double a, double b)
{
	double ratio = a / b;

	return ratio <= DBL_MAX && ratio >= DBL_MIN ? log(ratio) : log(a) - log(b);
}

/* ln(total / weight), exact in its last digits near 0 too. */
static double
surprise(double weight, double total)
{
	return weight < total / 2 ? log_ratio(total, weight) : log1p((total - weight) / weight);
}

static double
shannon(const double *weights, size_t n, const Picture *picture)
{
	ExactSum sum = {0};
	uint32_t steps = 0;
	double value;
	size_t i;

	if (picture->even)
		return log((double) n);
	for (i = 0; i < n; i++)
	{
		mg_step(&steps);
		mg_exact_add(&sum, weights[i] / picture->total * surprise(weights[i], picture->total));
	}
	value = mg_exact_value(&sum);
	mg_exact_clear(&sum);
	return fmin(value, log((double) n));
}

double
mg_shares_shannon(const double *weights, size_t n)
{
	Picture picture;

	if (n == 0)
		return NAN;
	look(weights, n, &picture);
	return shannon(weights, n, &picture);
}

double
mg_shares_evenness(const double *weights, size_t n)
{
	Picture picture;

	if (n < 2)
		return NAN;
	look(weights, n, &picture);
	return shannon(weights, n, &picture) / log((double) n);
}

/*
 * The logarithm of Hill's number. Near q = 1, where both sides of the fraction vanish:
 * sum p^q = 1 + sum p (p^(q - 1) - 1). Elsewhere the largest share is taken out of the sum, so that
 * no power of it can vanish.
 */
static double
log_hill(const double *weights, size_t n, double q, const Picture *picture)
{
	bool near = fabs(q - 1) < 0.25;
	ExactSum sum = {0};
	uint32_t steps = 0;
	double value;
	size_t i;

	for (i = 0; i < n; i++)
	{
		double share = weights[i] / picture->total;

		mg_step(&steps);
		if (near)
			mg_exact_add(&sum, share * expm1((1 - q) * surprise(weights[i], picture->total)));
		else
			mg_exact_add(&sum, exp(q * log_ratio(weights[i], picture->largest)));
	}
	value = mg_exact_value(&sum);
	mg_exact_clear(&sum);
	if (near)
		return log1p(value) / (1 - q);
	return q / (q - 1) * surprise(picture->largest, picture->total) + log(value) / (1 - q);
}

double
mg_shares_hill(const double *weights, size_t n, double q)
{
	Picture picture;
	double number;

	if (n == 0)
		return NAN;
	look(weights, n, &picture);
	if (q == 0 || picture.even)
		return (double) n;
	if (q == 1)
		number = exp(shannon(weights, n, &picture));
	else if (q == 2 && picture.counts && picture.total < SMALL_TOTAL)
		number = picture.total * picture.total /
				 (double) ((uint64_t) picture.total * (uint64_t) picture.total -
						   unlike_pairs(weights, n, &picture));
	else if (isinf(q))
		number = picture.total / picture.largest;
	else
		number = exp(log_hill(weights, n, q, &picture));
	return fmin(fmax(number, 1), (double) n);
}

double
mg_shares_ratio(double share, double other)
{
	double ratio = share / other;

	return other > 0 && ratio <= DBL_MAX ? ratio : NAN;
}

/* ---- divergence ---- */

/* (1 + x) ln(1 + x) + (1 - x) ln(1 - x) for a small x: sum x^2k / (k (2k - 1)). */
static double
even_series(double x)
{
	double square = x * x;
	double sum = 0;
	int k;

	for (k = 12; k > 0; k--)
		sum = square * (sum + 1.0 / (k * (2 * k - 1)));
	return sum;
}

/*
 * p ln(p / m) + q ln(q / m) with m = (p + q) / 2; never negative. With p > q and
 * x = (p - q) / (p + q), p is m (1 + x) and q is m (1 - x): where they are alike the logarithms
 * nearly cancel each other, and where q is next to nothing 1 - x is 0.
 */
static double
divergence_of(double p, double q)
{
	double larger = fmax(p, q);
	double smaller = fmin(p, q);
	double m = (larger + smaller) / 2;
	double x = (larger - smaller) / (larger + smaller);

	if (larger == 0)
		return 0;
	if (x < 0.25)
		return m * even_series(x);
	return larger * log(larger / m) + (smaller > 0 ? smaller * log_ratio(smaller, m) : 0);
}

double
mg_shares_divergence(const double *one, const double *other, size_t n)
{
	Picture first;
	Picture second;
	ExactSum sum = {0};
	uint32_t steps = 0;
	double value;
	size_t i;

	look(one, n, &first);
	look(other, n, &second);
	if (first.total == 0 || second.total == 0)
		return NAN;
	for (i = 0; i < n; i++)
	{
		mg_step(&steps);
		mg_exact_add(&sum, divergence_of(one[i] / first.total, other[i] / second.total));
	}
	value = mg_exact_value(&sum) / 2 / log(2);
	mg_exact_clear(&sum);
	return fmin(value, 1);
}
