/*
 * id_table.c - numbers for ids, by a hash table with open addressing that is at most half full.
 *
 * 16 bytes an id at least, 32 at most.
 */
#include "math/id_table.h"

#include <string.h>

#include "math/sort.h"

#define FIRST_ROOM 8

static uint32_t
free_slot(const IdTable *table, int64_t id)
{
	uint32_t mask = 2 * table->room - 1;
	uint32_t at = mg_hash_id(id) & mask;

	while (table->slots[at])
		at = (at + 1) & mask;
	return at;
}

static void
grow(IdTable *table)
{
	uint32_t steps = 0;
	uint32_t i;

	if (table->room >= UINT32_C(1) << 30)
		mg_raise(MG_ERROR_LIMIT, "too many different ids", NULL, "There are more than %u.",
				 table->room);
	table->room = table->room ? 2 * table->room : FIRST_ROOM;
	table->ids = table->ids ? mg_realloc_array(table->ids, int64_t, table->room)
							: mg_alloc_array(int64_t, table->room);
	if (table->slots)
		mg_free(table->slots);
	table->slots = mg_alloc_zero_array(uint32_t, 2 * (size_t) table->room);
	for (i = 0; i < table->count; i++)
	{
		mg_step(&steps);
		table->slots[free_slot(table, table->ids[i])] = i + 1;
	}
}

uint32_t
mg_id_number(IdTable *table, int64_t id)
{
	uint32_t mask = 2 * table->room - 1;
	uint32_t at;

	for (at = mg_hash_id(id) & mask; table->slots && table->slots[at]; at = (at + 1) & mask)
		if (table->ids[table->slots[at] - 1] == id)
			return table->slots[at] - 1;
	if (table->count == table->room)
	{
		grow(table);
		at = free_slot(table, id);
	}
	table->ids[table->count++] = id;
	table->slots[at] = table->count;
	return table->count - 1;
}

int64_t *
mg_id_order(const IdTable *table, uint32_t **place)
{
	NumberedId *sorted = mg_alloc_array(NumberedId, table->count);
	int64_t *ids = mg_alloc_array(int64_t, table->count);
	uint32_t steps = 0;
	uint32_t i;

	*place = mg_alloc_array(uint32_t, table->count);
	for (i = 0; i < table->count; i++)
	{
		mg_step(&steps);
		sorted[i].id = table->ids[i];
		sorted[i].number = i;
	}
	mg_sort_ids(sorted, table->count);
	for (i = 0; i < table->count; i++)
	{
		mg_step(&steps);
		ids[i] = sorted[i].id;
		(*place)[sorted[i].number] = i;
	}
	mg_free(sorted);
	return ids;
}

void
mg_id_table_free(IdTable *table)
{
	if (table->ids)
	{
		mg_free(table->ids);
		mg_free(table->slots);
	}
	memset(table, 0, sizeof(*table));
}
