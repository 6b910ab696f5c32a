/*
 * holm.h - p values of several tests, adjusted.
 */
#ifndef MG_HOLM_H
#define MG_HOLM_H

#include "base/host.h"

/*
 * Adjusts p values, each in [0, 1] or NaN (not there, and stays), so that the chance of one or more
 * false alarms among all tests stays below the level that each is compared with (Holm 1979). O(n).
 */
extern void mg_holm(double *p, size_t n);

#endif
