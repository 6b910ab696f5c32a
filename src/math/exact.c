/*
 * exact.c - sums of doubles without rounding error.
 *
 * A sum is kept as doubles whose bits do not overlap (Shewchuk 1997, Discrete & Computational
 * Geometry 18:305-363): adding a term takes each part once, splitting every addition into its
 * result and its exact error. Counts and other short binary fractions need one part, most sums two
 * or three. The value is the exact sum rounded once, so neither the order of the terms nor the way
 * in which partial sums were combined can show in it.
 */
#include "math/exact.h"

#include <math.h>
#include <string.h>

/* x + y exactly: the rounded sum and, in error, what rounding lost. */
static inline double
add_two(double x, double y, double *error)
{
	double sum = x + y;
	double of_y = sum - x;

	*error = (x - (sum - of_y)) + (y - of_y);
	return sum;
}

static void
make_room(ExactSum *sum)
{
	double *few = sum->many ? NULL : sum->few;

	if (sum->used < (few ? MG_EXACT_FEW : sum->room))
		return;
	sum->room = few ? 2 * MG_EXACT_FEW : 2 * sum->room;
	if (few)
	{
		sum->many = mg_alloc_array(double, sum->room);
		memcpy(sum->many, few, sizeof(sum->few));
	}
	else
		sum->many = mg_realloc_array(sum->many, double, sum->room);
}

void
mg_exact_add(ExactSum *sum, double term)
{
	double *parts;
	uint32_t kept = 0;
	uint32_t i;

	make_room(sum);
	parts = sum->many ? sum->many : sum->few;
	if (sum->used > 0 && isinf(parts[sum->used - 1]))
		return;
	for (i = 0; i < sum->used; i++)
	{
		double error;

		term = add_two(term, parts[i], &error);
		if (isinf(term))
		{
			kept = 0;
			break;
		}
		if (error != 0)
			parts[kept++] = error;
	}
	if (term != 0)
		parts[kept++] = term;
	sum->used = kept;
}

void
mg_exact_add_sum(ExactSum *sum, const ExactSum *other)
{
	const double *parts = mg_exact_parts(other);
	uint32_t i;

	for (i = 0; i < other->used; i++)
		mg_exact_add(sum, parts[i]);
}

double
mg_exact_value(const ExactSum *sum)
{
	const double *parts = mg_exact_parts(sum);
	uint32_t left = sum->used;
	double value;
	double error = 0;

	if (left == 0)
		return 0;
	value = parts[--left];
	while (left > 0 && error == 0)
		value = add_two(value, parts[--left], &error);

	/* Half a unit in the last place went to even; the parts below may say that it is more. */
	if (left > 0 && error != 0 && (error < 0) == (parts[left - 1] < 0))
	{
		double doubled = value + 2 * error;

		if (doubled - value == 2 * error)
			value = doubled;
	}
	return value;
}

void
mg_exact_clear(ExactSum *sum)
{
	if (sum->many)
		mg_free(sum->many);
	memset(sum, 0, sizeof(*sum));
}
