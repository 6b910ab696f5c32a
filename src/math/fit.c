/*
 * fit.c - how much of what is needed somebody has.
 *
 * Of the same terms in the same order, rounded sums are as ordered as the terms are: met is at most
 * known and known at most needed, so that both shares are in [0, 1] without clipping, and 1 where
 * all is met.
 */
#include "math/fit.h"

#include <float.h>
#include <math.h>

bool
mg_fit_in_range(const Fit *fit)
{
	return fit->needed <= DBL_MAX && fit->needed >= DBL_MIN;
}

double
mg_fit_known(const Fit *fit)
{
	return fit->needed > 0 ? fit->known / fit->needed : NAN;
}

double
mg_fit_met(const Fit *fit, double min_known)
{
	return fit->known > 0 && mg_fit_known(fit) >= min_known ? fit->met / fit->known : NAN;
}
