/*
 * number_table.h - the names of a value, prepared for finding their numbers in many other values.
 */
#ifndef MG_NUMBER_TABLE_H
#define MG_NUMBER_TABLE_H

#include "values/number_map.h"

/* All bytes zero: a table that is not made yet, but for the context in which it will live. */
typedef struct NumberTable
{
	MemoryContext keep;
	NumberMap *map; /* a copy */
	Size room;      /* for the copy */
	struct NameKey *keys;
	uint32 *slots; /* a hash table: numbers of the keys from 1, 0 where it is empty */
	uint32 mask;   /* of slots */
} NumberTable;

/* Makes the table of a value, unless it is that already. True if it was made anew. O(names). */
extern bool mg_number_table_make(NumberTable *table, const NumberMap *map);

/*
 * For each name of the table its number in another value, in the order of the names; NaN where the
 * other does not have it. O(names of both), about 5 ns for each.
 */
extern void mg_number_table_find(const NumberTable *table, const NumberMap *other, double *numbers);

#endif
