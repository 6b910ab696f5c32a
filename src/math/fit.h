/*
 * fit.h - how much of what is needed somebody has.
 *
 * need, have and weight are finite and not negative; what somebody has may be unknown (NaN). Each
 * competency counts at most in full, and what is unknown counts neither way.
 */
#ifndef MG_FIT_H
#define MG_FIT_H

#include "base/host.h"

/* Sums of weight * need over all that is needed and over what is known of it, and of what is met.
 */
typedef struct Fit
{
	double needed;
	double known;
	double met;
} Fit;

static inline void
mg_fit_add(Fit *fit, double need, double have, double weight)
{
	double part = weight * need;
	double met = weight * (have < need ? have : need);

	fit->needed += part;
	fit->known += have == have ? part : 0;
	fit->met += have == have ? met : 0;
}

/* Whether the sums can be divided: nothing has overflowed, or vanished by underflow. */
extern bool mg_fit_in_range(const Fit *fit);

/* The share of the need that is known; undefined without any need. In [0, 1]. */
extern double mg_fit_known(const Fit *fit);

/* The share of the known need that is met; undefined below so large a known share, and where
 * nothing is known. In [0, 1]. */
extern double mg_fit_met(const Fit *fit, double min_known);

#endif
