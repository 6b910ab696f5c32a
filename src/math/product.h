/*
 * product.h - products of strengths that do not depend on the order of the factors.
 *
 * A product of doubles that is rounded at every step differs in its last bits from the left and
 * from the right. Here it is carried with 117 bits and rounded once, at the end. No product that
 * needs more bits than that is a double or lies half-way between two, as a factor never takes bits
 * away; so ties of rounding are exact. The bits dropped are below hops * 2^-116 of the product:
 * that they decide how it is rounded happens once in 2^63 / hops products.
 *
 * Two 64-bit multiplications a factor, integers only: the same on every machine.
 */
#ifndef MG_PRODUCT_H
#define MG_PRODUCT_H

#include "base/host.h"

/* high and the upper 53 bits of low: a number in [1, 2), its first bit 1; the rest: halvings. */
typedef struct Product
{
	uint64_t high;
	uint64_t low;
} Product;

#define MG_PRODUCT_OF_NOTHING ((Product){UINT64_C(1) << 63, 0})

/* A product with one factor more, in (0, 1]. */
extern Product mg_product_times(Product product, double factor);

/* The double nearest to a product; the smallest positive one if that is 0. */
extern double mg_product_value(Product product);

#endif
