/*
 * product_test.c - products of strengths against exact ones, of as many bits as they take.
 */
#include <math.h>
#include <string.h>

#include "host.h"
#include "math/product.h"

#define MOST_FACTORS 24
#define LIMBS (2 * MOST_FACTORS + 4)

/* An integer of many bits, the lowest limb first, times 2^exponent. */
typedef struct Exact
{
	uint32_t limbs[LIMBS];
	int exponent;
} Exact;

static void
exact_times(Exact *exact, double factor)
{
	int exponent;
	uint64_t bits = ldexp(frexp(factor, &exponent), 53);
	uint32_t parts[2] = {bits, bits >> 32};
	Exact product = {{0}, exact->exponent + exponent - 53};

	for (int part = 0; part < 2; part++)
	{
		uint64_t carry = 0;

		for (int i = 0; i + part < LIMBS; i++)
		{
			carry += product.limbs[i + part] + (uint64_t) exact->limbs[i] * parts[part];
			product.limbs[i + part] = carry;
			carry >>= 32;
		}
		CHECK(carry == 0);
	}
	*exact = product;
}

static int
exact_bit(const Exact *exact, int bit)
{
	return bit < 0 ? 0 : exact->limbs[bit / 32] >> (bit % 32) & 1;
}

/* To the nearest double, half-way to the even one; the smallest positive one if that is 0. */
static double
exact_value(const Exact *exact)
{
	int top = 32 * LIMBS - 1;
	int last;
	uint64_t kept = 0;
	bool above = false;
	double value;

	while (!exact_bit(exact, top))
		top--;
	last = top - 52;
	if (last + exact->exponent < -1074)
		last = -1074 - exact->exponent;
	for (int bit = top; bit >= last; bit--)
		kept = kept << 1 | exact_bit(exact, bit);
	for (int bit = 0; bit < last - 1 && bit <= top; bit++)
		above |= exact_bit(exact, bit);
	if (last - 1 <= top && exact_bit(exact, last - 1) && (above || (kept & 1)))
		kept++;
	value = ldexp((double) kept, last + exact->exponent);
	return value > 0 ? value : 0x1p-1074;
}

static double
draw_factor(int kind)
{
	switch (kind)
	{
		case 0: /* as people type them */
			return (1 + random_below(100)) / 100.0;
		case 1: /* all bits */
			return ((random_bits() >> 11) + 1) * 0x1p-53;
		case 2: /* few bits, so that many products are half-way between two doubles */
			return (1 + random_below(1 << 14)) / (double) (1 << 14);
		case 3: /* short beside 1 */
			return 1 - ldexp(1 + random_below(7), -53);
		default: /* down to the smallest */
			return ldexp(1 + random_below(1 << 20), -20 - (int) random_below(1055));
	}
}

static void
test_against_exact(void)
{
	for (int round = 0; round < 400000; round++)
	{
		int kind = round % 6;
		int count = 1 + random_below(MOST_FACTORS);
		Exact exact = {{1}, 0};
		Product there = MG_PRODUCT_OF_NOTHING;
		Product back = MG_PRODUCT_OF_NOTHING;
		double factors[MOST_FACTORS];

		if (kind >= 4 && count > 4)
			count = 4;
		for (int i = 0; i < count; i++)
		{
			factors[i] = draw_factor(kind == 5 ? (int) random_below(5) : kind);
			exact_times(&exact, factors[i]);
		}
		for (int i = 0; i < count; i++)
		{
			there = mg_product_times(there, factors[i]);
			back = mg_product_times(back, factors[count - 1 - i]);
		}
		CHECK(mg_product_value(there) == exact_value(&exact));
		CHECK(mg_product_value(back) == mg_product_value(there));
		if (count <= 2)
			CHECK(mg_product_value(there) ==
				  fmax(factors[0] * (count == 2 ? factors[1] : 1), 0x1p-1074));
	}
	finish("products are exact, rounded once, in either order");
}

/* Half-way between two doubles: to the even one, from either side; and at the ends of the range. */
static void
test_edges(void)
{
	static const struct
	{
		double factors[3];
		double value;
	} cases[] = {
		{{1, 1, 1}, 1},
		{{1 - 0x1p-53, 1, 1}, 1 - 0x1p-53},
		{{0.5 + 0x1p-53, 0.5, 1}, 0.25 + 0x1p-54},
		{{0x1p-1022, 0.5, 1}, 0x1p-1023},
		{{0x1p-1074, 0.5, 1}, 0x1p-1074},
		{{0x1p-1074, 0x1p-1074, 0x1p-1074}, 0x1p-1074},
		{{0x3p-1074, 0.5, 1}, 0x1p-1073},
		{{0x5p-1074, 0.5, 1}, 0x1p-1073},
		{{0x3p-1074, 0.25, 1}, 0x1p-1074},
		{{0x1.fffffffffffffp-1022, 0.5, 1}, 0x1p-1022},
		{{0x1p-1000, 0x1p-74, 1}, 0x1p-1074},
		{{0x1p-1000, 0x1p-75, 1}, 0x1p-1074},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		for (int back = 0; back < 2; back++)
		{
			Product product = MG_PRODUCT_OF_NOTHING;

			for (int j = 0; j < 3; j++)
				product = mg_product_times(product, cases[i].factors[back ? 2 - j : j]);
			CHECK(mg_product_value(product) == cases[i].value);
		}
	finish("products at the ends of the range");
}

/* Ever more halvings stay what they are: as weak as can be. */
static void
test_many(void)
{
	Product product = MG_PRODUCT_OF_NOTHING;

	for (int i = 0; i < 100000; i++)
	{
		product = mg_product_times(product, 0.5);
		CHECK(mg_product_value(product) == (i < 1074 ? ldexp(1, -i - 1) : 0x1p-1074));
	}
	finish("products of many factors");
}

int
main(void)
{
	test_against_exact();
	test_edges();
	test_many();
	return 0;
}
