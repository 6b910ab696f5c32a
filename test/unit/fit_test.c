/*
 * fit_test.c - fit against its definition, in whole numbers.
 */
#include <float.h>
#include <math.h>

#include "host.h"
#include "math/fit.h"

#define MOST 12

static void
test_definition(void)
{
	for (int round = 0; round < 5000; round++)
	{
		uint64_t needed = 0;
		uint64_t known = 0;
		uint64_t met = 0;
		Fit fit = {0};
		uint32_t n = random_below(MOST + 1);

		for (uint32_t i = 0; i < n; i++)
		{
			uint32_t need = random_below(6);
			uint32_t weight = random_below(round % 2 ? 4 : 1000);
			uint32_t have = random_below(8);
			bool unknown = random_below(3) == 0;

			needed += weight * need;
			known += unknown ? 0 : weight * need;
			met += unknown ? 0 : weight * (have < need ? have : need);
			mg_fit_add(&fit, need, unknown ? NAN : have, weight);
		}
		CHECK(needed > 0 ? mg_fit_known(&fit) == (double) known / needed
						 : isnan(mg_fit_known(&fit)));
		CHECK(known > 0 ? mg_fit_met(&fit, 0) == (double) met / known : isnan(mg_fit_met(&fit, 0)));
		CHECK(isnan(mg_fit_met(&fit, 0.5)) == (known == 0 || known * 2 < needed));
		CHECK(mg_fit_in_range(&fit) == (needed > 0));
	}
	finish("fit by its definition");
}

/* Fractions of any size: both shares stay in [0, 1], and all that is met is 1. */
static void
test_range(void)
{
	for (int round = 0; round < 5000; round++)
	{
		Fit fit = {0};
		Fit all = {0};
		uint32_t n = 1 + random_below(MOST);

		for (uint32_t i = 0; i < n; i++)
		{
			double need = ldexp(random_bits() % 1000 + 1, (int) random_below(80) - 40) / 3;
			double weight = ldexp(random_bits() % 1000 + 1, (int) random_below(80) - 40) / 7;
			double have = random_below(4) ? need * random_below(5) / 3 : NAN;

			mg_fit_add(&fit, need, have, weight);
			mg_fit_add(&all, need, need * (1 + random_below(2)), weight);
		}
		CHECK(mg_fit_known(&fit) >= 0 && mg_fit_known(&fit) <= 1);
		CHECK(isnan(mg_fit_met(&fit, 0)) || (mg_fit_met(&fit, 0) >= 0 && mg_fit_met(&fit, 0) <= 1));
		CHECK(mg_fit_known(&all) == 1 && mg_fit_met(&all, 1) == 1);
	}
	finish("fit stays a share");
}

static void
test_edges(void)
{
	Fit large = {0};
	Fit small = {0};

	mg_fit_add(&large, DBL_MAX, DBL_MAX, 2);
	mg_fit_add(&small, 1e-200, 1e-200, 1e-200);
	CHECK(!mg_fit_in_range(&large) && !mg_fit_in_range(&small));
	finish("fit out of range");
}

int
main(void)
{
	test_definition();
	test_range();
	test_edges();
	return 0;
}
