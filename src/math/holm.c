/*
 * holm.c - p values of several tests, adjusted.
 *
 * In ascending order the first of n is multiplied by n, the next by n - 1 and so on; none is below
 * the one before or above 1. Equal p values become equal, whatever their order.
 */
#include "math/holm.h"

#include <math.h>
#include <string.h>

#include "math/sort.h"

void
mg_holm(double *p, size_t n)
{
	NumberedId *sorted = mg_alloc_array(NumberedId, n);
	uint32_t steps = 0;
	uint32_t tests = 0;
	double least = 0;

	for (size_t i = 0; i < n; i++)
	{
		double plain = p[i] + 0.0; /* no -0 */

		mg_step(&steps);
		if (isnan(p[i]))
			continue;
		/* numbers that are not negative are ordered as their bits are */
		memcpy(&sorted[tests].id, &plain, sizeof(plain));
		sorted[tests++].number = i;
	}
	if (tests > 1)
		mg_sort_ids(sorted, tests);
	for (uint32_t i = 0; i < tests; i++)
	{
		double *own = &p[sorted[i].number];

		mg_step(&steps);
		least = fmax(least, fmin(1, (tests - i) * *own));
		*own = least;
	}
	mg_free(sorted);
}
