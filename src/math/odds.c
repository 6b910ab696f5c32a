/*
 * odds.c - the odds ratio that the tables of all strata have in common.
 *
 * Mantel and Haenszel 1959: the odds ratio and the test with continuity correction, as R's
 * mantelhaen.test gives them; limits by the variance of Robins, Breslow and Greenland 1986. A
 * stratum of one person says nothing and adds nothing.
 */
#include "math/odds.h"

#include <math.h>

#include "math/normal.h"

void
mg_strata_add(Strata *strata, const Stratum *stratum)
{
	double a = stratum->count[0][0];
	double b = stratum->count[0][1];
	double c = stratum->count[1][0];
	double d = stratum->count[1][1];
	double n = a + b + c + d;

	if (n < 2)
		return;
	mg_exact_add(&strata->for_odds, a * d / n);
	mg_exact_add(&strata->against_odds, b * c / n);
	mg_exact_add(&strata->variance[0], (a + d) / n * (a * d / n));
	mg_exact_add(&strata->variance[1], (a + d) / n * (b * c / n) + (b + c) / n * (a * d / n));
	mg_exact_add(&strata->variance[2], (b + c) / n * (b * c / n));
	/* a - (a + b) (a + c) / n */
	mg_exact_add(&strata->excess, a * d / n);
	mg_exact_add(&strata->excess, -(b * c / n));
	mg_exact_add(&strata->spread, (a + b) / n * (c + d) * ((a + c) / n) * ((b + d) / (n - 1)));
}

CommonOdds
mg_strata_odds(const Strata *strata)
{
	double for_odds = mg_exact_value(&strata->for_odds);
	double against_odds = mg_exact_value(&strata->against_odds);
	double excess = fabs(mg_exact_value(&strata->excess));
	double spread = mg_exact_value(&strata->spread);
	CommonOdds odds = {NAN, NAN, NAN, NAN};

	if (against_odds > 0)
		odds.odds_ratio = for_odds / against_odds;
	if (against_odds > 0 && for_odds > 0)
	{
		double variance = mg_exact_value(&strata->variance[0]) / (2 * for_odds * for_odds) +
						  mg_exact_value(&strata->variance[1]) / (2 * for_odds * against_odds) +
						  mg_exact_value(&strata->variance[2]) / (2 * against_odds * against_odds);
		double reach = exp(mg_normal_z(0.95) * sqrt(variance));

		odds.lower = odds.odds_ratio / reach;
		odds.upper = odds.odds_ratio * reach;
	}
	if (spread > 0)
		odds.p = mg_normal_two_sided((excess - (excess >= 0.5 ? 0.5 : 0)) / sqrt(spread));
	return odds;
}

void
mg_strata_clear(Strata *strata)
{
	int i;

	mg_exact_clear(&strata->for_odds);
	mg_exact_clear(&strata->against_odds);
	mg_exact_clear(&strata->excess);
	mg_exact_clear(&strata->spread);
	for (i = 0; i < 3; i++)
		mg_exact_clear(&strata->variance[i]);
}
