/*
 * names.h - names in values: their order (bytes, then length, whatever the locale), lists of them,
 * and how messages show them.
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

/*
 * Names as values store them: where each one ends, then the bytes of all, in the server's encoding
 * and not terminated.
 */
typedef struct NameList
{
	const uint32 *ends;
	uint32 count;
} NameList;

static inline const char *
mg_name(NameList list, uint32 number, int *length)
{
	uint32 start = number > 0 ? list.ends[number - 1] : 0;

	*length = list.ends[number] - start;
	return (const char *) (list.ends + list.count) + start;
}

/* Bytes of all names together. */
static inline uint32
mg_names_bytes(NameList list)
{
	return list.count > 0 ? list.ends[list.count - 1] : 0;
}

/* The number of a name in a list that ascends; false if it is not there. O(log count). */
extern bool mg_find_name(NameList list, const char *name, int length, uint32 *number);

/* A name for a message: in quotes, and shortened. */
extern const char *mg_show_name(const char *name, int length);

#endif
