/*
 * product.c - products of strengths that do not depend on the order of the factors. See product.h.
 */
#include <string.h>

#include "math/product.h"

#define HALVING_BITS 11 /* of `low`; more halvings than fit are too many for a double anyway */
#define MOST_HALVINGS ((UINT64_C(1) << HALVING_BITS) - 1)
#define FRACTION_BITS 52 /* of a double */
#define FRACTION ((UINT64_C(1) << FRACTION_BITS) - 1)
#define BIAS 1023
#define SMALLEST 0x1p-1074

/* a * b in 128 bits. */
static inline void
multiply(uint64_t a, uint64_t b, uint64_t *high, uint64_t *low)
{
#ifdef __SIZEOF_INT128__
	unsigned __int128 product = (unsigned __int128) a * b;

	*high = product >> 64;
	*low = product;
#else
	uint64_t a1 = a >> 32, a0 = (uint32_t) a;
	uint64_t b1 = b >> 32, b0 = (uint32_t) b;
	uint64_t middle = a1 * b0 + (a0 * b0 >> 32); /* below 2^64, as a1 * b0 <= (2^32 - 1)^2 */
	uint64_t other = a0 * b1 + (uint32_t) middle;

	*high = a1 * b1 + (middle >> 32) + (other >> 32);
	*low = a * b;
#endif
}

/* A positive double as 53 bits, the first of them 1, and halvings. */
static inline uint64_t
take_apart(double factor, uint64_t *halvings)
{
	uint64_t bits;
	uint64_t exponent;

	memcpy(&bits, &factor, sizeof(bits));
	exponent = bits >> FRACTION_BITS;
	bits &= FRACTION;
	if (exponent > 0)
	{
		*halvings = BIAS - exponent;
		return bits | (FRACTION + 1);
	}
	exponent = __builtin_clzll(bits) - (63 - FRACTION_BITS);
	*halvings = BIAS - 1 + exponent;
	return bits << exponent;
}

Product
mg_product_times(Product product, double factor)
{
	uint64_t halvings;
	uint64_t bits;
	uint64_t high;
	uint64_t low;
	uint64_t rest_high;
	uint64_t rest_low;
	uint64_t rest;

	if (factor == 1.0)
		return product;
	bits = take_apart(factor, &halvings);
	halvings += product.low & MOST_HALVINGS;
	multiply(product.high, bits, &high, &low);
	multiply(product.low >> HALVING_BITS, bits, &rest_high, &rest_low);

	/*
	 * The whole is (high, low) * 2^53 + rest, rest < 2^106. Its bits from the 53rd on are 116 or
	 * 117; one more is taken from below if they are 116.
	 */
	rest = rest_high << 11 | rest_low >> 53;
	low += rest;
	high += low < rest;
	if (high >> 52)
		halvings--;
	else
	{
		high = high << 1 | low >> 63;
		low = low << 1 | (rest_low >> 52 & 1);
	}
	if (halvings > MOST_HALVINGS)
		halvings = MOST_HALVINGS;
	return (Product){high << 11 | low >> 53, low << HALVING_BITS | halvings};
}

double
mg_product_value(Product product)
{
	uint64_t halvings = product.low & MOST_HALVINGS;
	uint64_t below = product.low >> HALVING_BITS;
	uint64_t exponent = 0;
	uint32_t dropped = 63 - FRACTION_BITS;
	uint64_t bits;
	uint64_t half;
	uint64_t rest;
	double value;

	/* below the normal numbers every halving costs a bit */
	if (halvings < BIAS)
		exponent = BIAS - 1 - halvings;
	else
		dropped += halvings - (BIAS - 1);
	if (dropped > 63)
		return SMALLEST;
	bits = product.high >> dropped;
	half = UINT64_C(1) << (dropped - 1);
	rest = product.high & (2 * half - 1);
	bits += rest > half || (rest == half && (below != 0 || (bits & 1)));
	/* the first bit of normal numbers adds one to the exponent; so does rounding up to 2 */
	bits += exponent << FRACTION_BITS;
	memcpy(&value, &bits, sizeof(value));
	return value;
}
