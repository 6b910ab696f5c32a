/*
 * weighted.c - weighted means of figures of which some may be unknown.
 */
#include "math/weighted.h"

#include <math.h>

/*
 * Shares of a weight are sums of rounded numbers: they are rounded once more, so that three times a
 * tenth of the weight is three tenths of it, for whoever reads the share and for the comparison.
 */
static double
rounded_share(double share)
{
	return nearbyint(share * 1e12) / 1e12;
}

Weighted
mg_weigh(const double *parts, const double *weights, int count, ScoreMethod method,
		 double min_known)
{
	Weighted result = {NAN, NAN};
	double total = 0;
	double known = 0;
	double sum = 0;
	double lowest = INFINITY;
	double highest = -INFINITY;
	int i;

	for (i = 0; i < count; i++)
	{
		total += weights[i];
		known += isnan(parts[i]) ? 0.0 : weights[i];
	}
	if (total == 0)
		return result;
	result.known = rounded_share(known / total);
	if (known == 0 || result.known < min_known)
		return result;
	for (i = 0; i < count; i++)
	{
		double share = weights[i] / known;

		if (weights[i] == 0 || isnan(parts[i]))
			continue;
		lowest = fmin(lowest, parts[i]);
		highest = fmax(highest, parts[i]);
		sum += share * (method == MG_GEOMETRIC ? log(parts[i]) : parts[i]);
	}
	/* log(0) is -infinity: a known absence makes a geometric mean 0 */
	result.score = method == MG_MINIMUM ? lowest : method == MG_GEOMETRIC ? exp(sum) : sum;
	/* a mean is among its parts, whatever the rounding: of shares it is a share */
	result.score = fmin(fmax(result.score, lowest), highest);
	return result;
}
