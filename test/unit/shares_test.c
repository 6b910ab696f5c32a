/*
 * shares_test.c - exact sums against whole numbers, measures of weights in any order and size.
 */
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "math/exact.h"
#include "math/shares.h"

#define TERMS 200
#define MANY 3000

static void
shuffle(double *terms, size_t n)
{
	for (size_t i = n; i > 1; i--)
	{
		size_t j = random_below(i);
		double term = terms[i - 1];

		terms[i - 1] = terms[j];
		terms[j] = term;
	}
}

static double
sum_of(const double *terms, size_t n)
{
	ExactSum sum = {0};
	double value;

	for (size_t i = 0; i < n; i++)
		mg_exact_add(&sum, terms[i]);
	value = mg_exact_value(&sum);
	mg_exact_clear(&sum);
	return value;
}

/* Whole numbers below 2^30 times powers of two down to 2^-60: exact in 128 bits. */
static void
test_whole_numbers(void)
{
	for (int round = 0; round < 2000; round++)
	{
		double terms[TERMS];
		__int128 exact = 0;
		size_t n = 1 + random_below(TERMS);
		double value;

		for (size_t i = 0; i < n; i++)
		{
			int shift = random_below(61);
			int64_t number = (int64_t) random_below(1 << 30) - (round % 2 ? 1 << 29 : 0);

			terms[i] = ldexp(number, shift - 60);
			exact += (__int128) number * ((__int128) 1 << shift);
		}
		value = sum_of(terms, n);
		CHECK(value == ldexp((double) exact, -60));
		shuffle(terms, n);
		CHECK(sum_of(terms, n) == value);
	}
	finish("exact sums of whole numbers");
}

/* Parts as far apart as doubles go; the sum of half and half is put together from any split. */
static void
test_parts(void)
{
	double terms[2098];
	size_t n = 0;

	for (int power = -1074; power < 1022; power += 2)
		terms[n++] = ldexp(1, power);
	for (int round = 0; round < 20; round++)
	{
		ExactSum half = {0};
		ExactSum other = {0};
		size_t cut = random_below(n);
		double nearest = ldexp(4.0 / 3, 1020);

		shuffle(terms, n);
		for (size_t i = 0; i < n; i++)
			mg_exact_add(i < cut ? &half : &other, terms[i]);
		mg_exact_add_sum(&half, &other);
		CHECK(mg_exact_value(&half) == nearest);
		for (size_t i = 0; i < n; i++)
			if (terms[i] > 1)
				mg_exact_add(&half, -terms[i]);
		CHECK(mg_exact_value(&half) == 4.0 / 3);
		mg_exact_clear(&half);
		mg_exact_clear(&other);
	}

	/* halves go to even unless something lies below them, however little */
	CHECK(sum_of((double[]){1, ldexp(1, -53)}, 2) == 1);
	CHECK(sum_of((double[]){1, ldexp(1, -53), DBL_TRUE_MIN}, 3) == 1 + DBL_EPSILON);
	CHECK(sum_of((double[]){1, ldexp(1, -53), -DBL_TRUE_MIN}, 3) == 1);
	CHECK(sum_of((double[]){1 + DBL_EPSILON, ldexp(1, -53)}, 2) == 1 + 2 * DBL_EPSILON);
	CHECK(sum_of((double[]){1 + DBL_EPSILON, ldexp(1, -53), -DBL_TRUE_MIN}, 3) == 1 + DBL_EPSILON);
	CHECK(isinf(sum_of((double[]){1, DBL_MAX, DBL_MAX, 1}, 4)));
	CHECK(sum_of((double[]){0, -0.0}, 2) == 0);
	CHECK(sum_of(NULL, 0) == 0);
	finish("exact sums of far parts");
}

static bool
near(double a, double b)
{
	return fabs(a - b) <= 1e-12 * fmax(fabs(a), 1);
}

/* The formulas as they are written, in long double. */
static void
check_measures(const double *weights, size_t n, double q)
{
	long double total = 0;
	long double squares = 0;
	long double logs = 0;
	long double powers = 0;

	for (size_t i = 0; i < n; i++)
		total += weights[i];
	for (size_t i = 0; i < n; i++)
	{
		long double p = weights[i] / total;

		squares += p * p;
		logs -= p * logl(p);
		powers += powl(p, q);
	}
	CHECK(near(mg_shares_total(weights, n), total));
	CHECK(near(mg_shares_blau(weights, n), 1 - squares));
	CHECK(near(mg_shares_shannon(weights, n), logs));
	CHECK(near(mg_shares_hill(weights, n, q), powl(powers, 1 / (1 - q))));
	CHECK(near(mg_shares_hill(weights, n, 2), 1 / squares));
	CHECK(near(mg_shares_iqv(weights, n, n + 1), (1 - squares) / (1 - 1.0L / (n + 1))));
	if (n > 1)
		CHECK(near(mg_shares_evenness(weights, n), logs / logl(n)));
}

static void
test_measures(void)
{
	static const double orders[] = {0.1, 0.5, 0.74, 0.76, 0.9, 1.1, 1.24, 1.26, 3, 17.5};

	for (int round = 0; round < 3000; round++)
	{
		double weights[TERMS];
		double before[6];
		size_t n = 1 + random_below(round % 3 ? 8 : TERMS);

		/* counts, large counts, fractions */
		for (size_t i = 0; i < n; i++)
			weights[i] = round % 5 == 0   ? 1e9 * (1 + random_below(1000000))
						 : round % 5 == 1 ? (1 + random_below(1000)) / 7.0
										  : 1 + random_below(20);
		check_measures(weights, n, orders[random_below(10)]);
		before[0] = mg_shares_blau(weights, n);
		before[1] = mg_shares_simpson(weights, n);
		before[2] = mg_shares_shannon(weights, n);
		before[3] = mg_shares_hill(weights, n, 0.9);
		before[4] = mg_shares_hill(weights, n, 4);
		before[5] = mg_shares_total(weights, n);
		shuffle(weights, n);
		CHECK(before[0] == mg_shares_blau(weights, n));
		CHECK(memcmp(&before[1], (double[]){mg_shares_simpson(weights, n)}, sizeof(double)) == 0);
		CHECK(before[2] == mg_shares_shannon(weights, n));
		CHECK(before[3] == mg_shares_hill(weights, n, 0.9));
		CHECK(before[4] == mg_shares_hill(weights, n, 4));
		CHECK(before[5] == mg_shares_total(weights, n));
	}
	finish("measures of weights");
}

static void
test_edges(void)
{
	static double many[MANY];
	double far[] = {DBL_TRUE_MIN, DBL_MAX / 2};
	double lone[] = {3.7};

	CHECK(isnan(mg_shares_blau(NULL, 0)) && isnan(mg_shares_shannon(NULL, 0)));
	CHECK(isnan(mg_shares_hill(NULL, 0, 1)) && isnan(mg_shares_simpson(NULL, 0)));
	CHECK(isnan(mg_shares_iqv(NULL, 0, 3)) && isnan(mg_shares_evenness(lone, 1)));
	CHECK(isnan(mg_shares_iqv(lone, 1, 1)) && isnan(mg_shares_simpson(lone, 1)));
	CHECK(mg_shares_blau(lone, 1) == 0 && mg_shares_shannon(lone, 1) == 0);
	CHECK(mg_shares_hill(lone, 1, 1) == 1);
	for (double q = 0; q < 4; q += 0.01)
		CHECK(mg_shares_hill(far, 2, q) >= 1 && mg_shares_hill(far, 2, q) <= 2);
	CHECK(mg_shares_hill(far, 2, 0.001) > 1.2);
	CHECK(mg_shares_blau(far, 2) >= 0 && mg_shares_shannon(far, 2) >= 0);

	/* equal shares: the largest values, exactly */
	for (size_t i = 0; i < MANY; i++)
		many[i] = 0.1;
	CHECK(mg_shares_hill(many, MANY, 1.5) == MANY && mg_shares_evenness(many, MANY) == 1);
	for (size_t i = 0; i < MANY; i++)
		many[i] = 12;
	CHECK(mg_shares_iqv(many, MANY, MANY) == 1);
	CHECK(mg_shares_divergence(many, many, MANY) == 0);
	host_cancel_after = host_interrupt_checks + 2;
	host_catches = true;
	if (setjmp(host_error) == 0)
	{
		for (int i = 0; i < 1000; i++)
			(void) mg_shares_shannon(many, MANY);
		mg_check_interrupts();
		mg_check_interrupts();
		mg_check_interrupts();
		CHECK(false);
	}
	host_catches = false;
	host_cancel_after = -1;
	host_free_all();
	finish("edges of the measures");
}

/* The divergence of two categories by the literal formula, in long double. */
static double
literal_divergence(const double *one, const double *other)
{
	long double sum = 0;

	for (int i = 0; i < 2; i++)
	{
		long double p = one[i] / ((long double) one[0] + one[1]);
		long double q = other[i] / ((long double) other[0] + other[1]);

		if (p > 0)
			sum += p * logl(2 * p / (p + q));
		if (q > 0)
			sum += q * logl(2 * q / (p + q));
	}
	return sum / 2 / logl(2);
}

static void
test_divergence(void)
{
	for (int power = -300; power <= 0; power++)
	{
		double small = pow(10, power);
		double one[] = {1, 0};
		double half[] = {1, 1};
		double other[] = {small, 1};

		CHECK(fabs(mg_shares_divergence(one, other, 2) - literal_divergence(one, other)) < 1e-15);
		CHECK(fabs(mg_shares_divergence(half, other, 2) - literal_divergence(half, other)) < 1e-15);
		CHECK(mg_shares_divergence(half, other, 2) == mg_shares_divergence(other, half, 2));
	}
	for (double apart = 1e-9; apart < 1; apart *= 1.3)
	{
		double one[] = {1, 1};
		double other[] = {1 - apart, 1 + apart};
		double literal = literal_divergence(one, other);
		/* near 0 the literal formula cancels, and apart * apart / 8 ln 2 and on is all of it */
		double series = apart * apart * (1.0 / 8 + apart * apart * 7 / 192) / log(2);

		CHECK(fabs(mg_shares_divergence(one, other, 2) - (apart < 1e-3 ? series : literal)) <=
			  literal * 1e-6);
	}
	CHECK(mg_shares_ratio(1, 0.25) == 4 && mg_shares_ratio(0, 1) == 0);
	CHECK(isnan(mg_shares_ratio(1, 0)) && isnan(mg_shares_ratio(1, 1e-310)));
	CHECK(isnan(mg_shares_ratio(NAN, 1)) && isnan(mg_shares_ratio(1, NAN)));
	finish("divergence");
}

int
main(void)
{
	test_whole_numbers();
	test_parts();
	test_measures();
	test_edges();
	test_divergence();
	return 0;
}
