/*
 * number_table.c - the names of a value, prepared for finding their numbers in many other values.
 *
 * Two values that are read side by side in the order of their names cost a wrongly guessed branch
 * for nearly every name. A hash table costs less: its keys are the first and the last eight bytes
 * of a name and its length, which is all of a name of up to 16 bytes.
 */
#include "values/number_table.h"

#include <math.h>

#include "base/host.h"

typedef struct NameKey
{
	uint64 first;
	uint64 last;
	const char *name;
	uint32 length;
} NameKey;

static inline uint64
few_bytes(const char *bytes, uint32 count)
{
	uint64 word = 0;

	memcpy(&word, bytes, count);
	return word;
}

static inline uint64
eight_bytes(const char *bytes)
{
	uint64 word;

	memcpy(&word, bytes, sizeof(word));
	return word;
}

static inline void
make_key(NameKey *key, const char *name, uint32 length)
{
	bool few = length < sizeof(uint64);

	key->first = few ? few_bytes(name, length) : eight_bytes(name);
	key->last = few ? 0 : eight_bytes(name + length - sizeof(uint64));
	key->name = name;
	key->length = length;
}

static inline uint64
hash_key(const NameKey *key)
{
	uint64 mixed = key->first ^ key->last * UINT64_C(0x9E3779B97F4A7C15) ^ key->length;

	return mixed * UINT64_C(0xBF58476D1CE4E5B9) >> 32;
}

static inline bool
same_key(const NameKey *one, const NameKey *other)
{
	if (one->first != other->first || one->last != other->last || one->length != other->length)
		return false;
	return one->length <= 2 * sizeof(uint64) || memcmp(one->name, other->name, one->length) == 0;
}

/* The first slot for a key; upper bits, as they depend on all of the key. */
static inline uint32
first_slot(uint32 mask, const NameKey *key)
{
	return hash_key(key) * ((uint64) mask + 1) >> 32;
}

/* Room for a copy of so many bytes with so many names. */
static void
make_room(NumberTable *table, Size size, uint32 names)
{
	MemoryContext caller = MemoryContextSwitchTo(table->keep);
	uint64 slots = 64;

	if (table->map)
	{
		pfree(table->map);
		pfree(table->keys);
		pfree(table->slots);
		table->map = NULL;
	}
	while (slots < (uint64) names * 4)
		slots *= 2;
	table->room = size;
	table->map = mg_alloc(size);
	table->keys = mg_alloc_array(NameKey, Max(names, slots / 4));
	table->slots = mg_alloc_array(uint32, slots);
	table->mask = slots - 1;
	MemoryContextSwitchTo(caller);
}

bool
mg_number_table_make(NumberTable *table, const NumberMap *map)
{
	Size size = VARSIZE(map);
	uint32 steps = 0;
	uint32 i;

	if (table->map && VARSIZE(table->map) == size && memcmp(table->map, map, size) == 0)
		return false;
	if (!table->map || table->room < size || map->entries > (table->mask + (uint64) 1) / 4)
		make_room(table, size, map->entries);
	memset(table->slots, 0, (table->mask + (Size) 1) * sizeof(uint32));
	SET_VARSIZE(table->map, 0); /* equal to nothing, should an error come */
	for (i = 0; i < map->entries; i++)
	{
		int length;
		const char *name = mg_number_map_name(map, i, &length);
		uint32 slot;

		mg_step(&steps);
		name = (const char *) table->map + (name - (const char *) map);
		make_key(&table->keys[i], mg_number_map_name(map, i, &length), length);
		table->keys[i].name = name;
		for (slot = first_slot(table->mask, &table->keys[i]); table->slots[slot];
			 slot = (slot + 1) & table->mask)
			;
		table->slots[slot] = i + 1;
	}
	memcpy(table->map, map, size);
	return true;
}

void
mg_number_table_find(const NumberTable *table, const NumberMap *other, double *numbers)
{
	const uint32 *ends = mg_number_map_names(other).ends;
	const uint32 count = other->entries;
	const char *names = (const char *) (ends + count);
	const NameKey *keys = table->keys;
	const uint32 *slots = table->slots;
	const uint32 mask = table->mask;
	uint32 start = 0;
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < table->map->entries; i++)
		numbers[i] = NAN;
	for (i = 0; i < count; i++)
	{
		NameKey key;
		uint32 slot;

		mg_step(&steps);
		make_key(&key, names + start, ends[i] - start);
		start = ends[i];
		for (slot = first_slot(mask, &key); slots[slot]; slot = (slot + 1) & mask)
			if (same_key(&keys[slots[slot] - 1], &key))
			{
				numbers[slots[slot] - 1] = other->numbers[i];
				break;
			}
	}
}
