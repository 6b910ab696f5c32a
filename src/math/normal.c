/*
 * normal.c - the normal distribution, by the C library's erfc.
 */
#include "math/normal.h"

#include <math.h>

double
mg_normal_two_sided(double z)
{
	return erfc(fabs(z) / sqrt(2));
}

/*
 * Newton's method for ln erfc(z / sqrt 2) = ln (1 - confidence). The left side is concave and
 * falls, and the first z, from the bound erfc(z / sqrt 2) <= exp(-z^2 / 2), is not below the root:
 * each step comes nearer from above, until rounding stops it.
 */
double
mg_normal_z(double confidence)
{
	double goal = log1p(-confidence);
	double z = sqrt(-2 * goal);

	for (;;)
	{
		double tail = mg_normal_two_sided(z);
		double slope = -sqrt(2 / acos(-1)) * exp(-z * z / 2) / tail;
		double next = z - (log(tail) - goal) / slope;

		if (!(next < z))
			return z;
		z = next;
	}
}
