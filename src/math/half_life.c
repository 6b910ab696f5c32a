/*
 * half_life.c - powers of 1/2, the same on every machine.
 *
 * The C library's exp2 differs from one to the next in the last bit, and strengths order chains.
 * Whole powers are exact; the rest, between -1/2 and 1/2, is the sum of the exponential series,
 * whose 18th term is below 1e-23.
 */
#include "math/half_life.h"

#include <math.h>

#define LN_2 0.693147180559945309417
#define TERMS 18

double
mg_halved(double factor, double times)
{
	double whole = floor(times + 0.5);
	double rest = (whole - times) * LN_2;
	double sum = 1;
	int term;

	if (whole > 2000) /* 0, for any factor up to 1 */
		return 0;
	for (term = TERMS; term > 0; term--)
		sum = 1 + sum * rest / term;
	return ldexp(factor * sum, -(int) whole);
}
