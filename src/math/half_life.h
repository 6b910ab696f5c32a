/*
 * half_life.h - powers of 1/2.
 */
#ifndef MG_HALF_LIFE_H
#define MG_HALF_LIFE_H

/* factor * 2^-times, times >= 0; the same on every machine, within 1e-15 of the true value. */
extern double mg_halved(double factor, double times);

#endif
