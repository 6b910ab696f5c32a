/*
 * row.h - looking something up in a row of numbers that ascend, such as the ties of a person.
 */
#ifndef MG_ROW_H
#define MG_ROW_H

#include "base/host.h"

/* The first place from `start` on whose number is not below this one; `end` if there is none. */
static inline uint32_t
mg_row_place(const uint32_t *row, uint32_t start, uint32_t end, uint32_t number)
{
	while (start < end)
	{
		uint32_t middle = start + (end - start) / 2;

		if (row[middle] < number)
			start = middle + 1;
		else
			end = middle;
	}
	return start;
}

/* Whether a number is in a row. O(log count). */
static inline bool
mg_row_has(const uint32_t *row, uint32_t count, uint32_t number)
{
	uint32_t place = mg_row_place(row, 0, count, number);

	return place < count && row[place] == number;
}

#endif
