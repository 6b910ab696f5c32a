/*
 * names.h - names in values: their order (bytes, then length, whatever the locale), and how
 * messages show them.
 */
#ifndef MG_NAMES_H
#define MG_NAMES_H

#include "base/compat.h"

static inline int
mg_compare_names(const char *one, int one_length, const char *other, int other_length)
{
	int order = memcmp(one, other, Min(one_length, other_length));

	if (order != 0)
		return order;
	return one_length < other_length ? -1 : one_length > other_length;
}

/* A name for a message: in quotes, and shortened. */
extern const char *mg_show_name(const char *name, int length);

#endif
