/*
 * normal.c - the normal distribution, by the C library's erfc.
 */
#include "math/normal.h"

#include <math.h>
#include <stdbool.h>

double
mg_normal_two_sided(double z)
{
	return erfc(fabs(z) / sqrt(2));
}

/* The density at z, twice: how fast the two-sided tail falls. */
static double
slope_at(double z)
{
	return sqrt(2 / acos(-1)) * exp(-z * z / 2);
}

/*
 * Newton's method. Below a half for erf(z / sqrt 2) = confidence, which rises and is concave, from
 * 0: each step comes nearer from below. Above for ln erfc(z / sqrt 2) = ln(1 - confidence), which
 * falls and is concave, from the bound erfc(z / sqrt 2) <= exp(-z^2 / 2): each step comes nearer
 * from above. Rounding ends both.
 */
double
mg_normal_z(double confidence)
{
	bool low = confidence < 0.5;
	double goal = low ? confidence : log1p(-confidence);
	double z = low ? 0 : sqrt(-2 * goal);

	for (;;)
	{
		double tail = mg_normal_two_sided(z);
		double next;

		if (low)
			next = z + (goal - erf(z / sqrt(2))) / slope_at(z);
		else
			next = z + (log(tail) - goal) / (slope_at(z) / tail);
		if (low ? !(next > z) : !(next < z))
			return z;
		z = next;
	}
}
