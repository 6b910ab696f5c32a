/*
 * sort.h - sorting by integer keys, in linear time.
 */
#ifndef MG_SORT_H
#define MG_SORT_H

#include "base/host.h"

/* A person's id and the number that a builder gave them. */
typedef struct NumberedId
{
	int64_t id;
	uint32_t number;
} NumberedId;

/* By id, in place; equal ids keep their order. O(count). */
extern void mg_sort_ids(NumberedId *ids, uint32_t count);

/* Sorts ties of one person by target, and equal targets by falling strength. */
extern void mg_sort_row(uint32_t *targets, double *strengths, uint32_t count);

#endif
