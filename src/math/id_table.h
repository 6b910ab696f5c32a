/*
 * id_table.h - numbers for ids: 0, 1, 2 ... in the order in which they come.
 */
#ifndef MG_ID_TABLE_H
#define MG_ID_TABLE_H

#include "base/host.h"

/* All bytes zero: an empty table. */
typedef struct IdTable
{
	int64_t *ids;    /* by number */
	uint32_t *slots; /* number + 1; 0: free */
	uint32_t count;
	uint32_t room; /* of ids; slots are twice as many, a power of two */
} IdTable;

/* The number of an id, a new one if need be. O(1); may allocate in the context that is current. */
extern uint32_t mg_id_number(IdTable *table, int64_t id);

/*
 * The ids in ascending order, and the place of each number in that order. O(count). Both arrays
 * are the caller's.
 */
extern int64_t *mg_id_order(const IdTable *table, uint32_t **place);

extern void mg_id_table_free(IdTable *table);

#endif
