/*
 * half_life_test.c - powers of 1/2 against the C library and against frozen values.
 */
#include <math.h>

#include "host.h"
#include "math/half_life.h"

int
main(void)
{
	for (int i = 0; i <= 1000; i++)
		CHECK(mg_halved(1, i) == ldexp(1, -i));
	for (int i = 0; i < 100000; i++)
	{
		double times = random_below(1000000) / 10000.0;
		double factor = (1 + random_below(1000)) / 1000.0;
		double expected = factor * exp2(-times);

		CHECK(fabs(mg_halved(factor, times) - expected) <= 1e-15 * expected);
	}
	/* The same bits on every machine. */
	CHECK(mg_halved(1, 0.5) == 0x1.6a09e667f3bccp-1);
	CHECK(mg_halved(0.8, 1.0 / 3) == 0x1.45198843124fep-1);
	CHECK(mg_halved(1, 1074) == 0x1p-1074);
	CHECK(mg_halved(1, 5000) == 0 && mg_halved(1, HUGE_VAL) == 0);
	finish("powers of 1/2");
	return 0;
}
