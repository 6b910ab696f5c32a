/*
 * length.h - the length of a tie: its strength on a scale that adds up.
 */
#ifndef MG_LENGTH_H
#define MG_LENGTH_H

#include <stdint.h>

/*
 * -ln(strength) in units of 2^-40, rounded; strength in (0, 1]. 0 for strength 1, at most
 * 2^50 for the smallest positive number.
 */
extern int64_t mg_length(double strength);

#endif
