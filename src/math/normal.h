/*
 * normal.h - the normal distribution.
 */
#ifndef MG_NORMAL_H
#define MG_NORMAL_H

/* How likely a standard normal number lies as far from 0 as z, either way. */
extern double mg_normal_two_sided(double z);

/* The z for a confidence in (0, 1): how far from 0 so much of the standard normal lies. */
extern double mg_normal_z(double confidence);

#endif
