/*
 * mixture.c - from (category, weight) in any order to a composition.
 *
 * A tally finds the category's number by its name (bytes, not collation), and the weights are added
 * up exactly (math/exact.c): 16 bytes a category for the one, 32 for the other, and the name. O(1)
 * a row for whole numbers.
 */
#include "aggregates/mixture.h"

#include "catalog/pg_collation_d.h"
#include "catalog/pg_type_d.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "math/exact.h"

#define FIRST_ROOM 3

struct Mixture
{
	MemoryContext keep;
	Tally *names; /* in place of counts: numbers, from 1 */
	ExactSum *sums;
	uint32 room; /* of sums */
};

Mixture *
mg_mixture_create(FmgrInfo *flinfo, MemoryContext keep)
{
	Mixture *mixture = MemoryContextAllocZero(keep, sizeof(Mixture));

	mixture->keep = keep;
	mixture->names = mg_tally_create(mg_tally_kind(flinfo, TEXTOID, C_COLLATION_OID), 0, keep);
	return mixture;
}

/* ---- adding ---- */

/* The sum of a category; the mixture's context must be current. */
static ExactSum *
sum_of(Mixture *mixture, const text *name)
{
	uint32 used = mixture->names->used;
	TallyEntry *entry;

	if (used == mixture->room)
	{
		uint32 room = mixture->room * 2 + FIRST_ROOM;

		mixture->sums = mixture->room ? mg_realloc_array(mixture->sums, ExactSum, room)
									  : mg_alloc_array(ExactSum, room);
		mixture->room = room;
	}
	entry = mg_tally_entry(&mixture->names, PointerGetDatum(name), mixture->keep);
	if (mixture->names->used > used)
	{
		memset(&mixture->sums[used], 0, sizeof(ExactSum));
		entry->tagged += (uint64) (used + 1) << MG_TALLY_TAG_BITS;
	}
	return &mixture->sums[mg_tally_count(entry) - 1];
}

void
mg_mixture_add(Mixture *mixture, const text *name, double weight)
{
	MemoryContext caller;

	mg_check_number(&mg_composition_type, weight, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	caller = MemoryContextSwitchTo(mixture->keep);
	mg_exact_add(sum_of(mixture, name), weight);
	MemoryContextSwitchTo(caller);
}

void
mg_mixture_add_composition(Mixture *mixture, const Composition *composition)
{
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < composition->entries; i++)
	{
		int length;
		const char *name = mg_number_map_name(composition, i, &length);
		text *copy = cstring_to_text_with_len(name, length);

		mg_step(&steps);
		mg_mixture_add(mixture, copy, composition->numbers[i]);
		pfree(copy);
	}
}

void
mg_mixture_add_mixture(Mixture *mixture, const Mixture *other)
{
	MemoryContext caller = MemoryContextSwitchTo(mixture->keep);
	uint32 places = mg_tally_places(other->names);
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < places; i++)
	{
		const TallyEntry *entry = &other->names->entries[i];

		mg_step(&steps);
		if (entry->tagged != 0)
			mg_exact_add_sum(sum_of(mixture, (text *) DatumGetPointer(entry->value)),
							 &other->sums[mg_tally_count(entry) - 1]);
	}
	MemoryContextSwitchTo(caller);
}

/* ---- between processes: the tally, then each sum as its parts, in the order of the numbers ----
 */

bytea *
mg_mixture_serialize(const Mixture *mixture)
{
	const Tally *names = mixture->names;
	bytea *tally = mg_tally_serialize(names);
	Size size = VARSIZE(tally);
	uint32 steps = 0;
	bytea *bytes;
	char *at;
	uint32 i;

	for (i = 0; i < names->used; i++)
		size += sizeof(uint32) + mixture->sums[i].used * sizeof(double);
	mg_tally_check_serialized(names, size);
	bytes = palloc(size);
	memcpy(bytes, tally, VARSIZE(tally));
	at = (char *) bytes + VARSIZE(tally);
	pfree(tally);
	SET_VARSIZE(bytes, size);
	for (i = 0; i < names->used; i++)
	{
		const ExactSum *sum = &mixture->sums[i];

		mg_step(&steps);
		memcpy(at, &sum->used, sizeof(uint32));
		at += sizeof(uint32);
		memcpy(at, mg_exact_parts(sum), sum->used * sizeof(double));
		at += sum->used * sizeof(double);
	}
	return bytes;
}

Mixture *
mg_mixture_deserialize(FmgrInfo *flinfo, const char *bytes)
{
	Mixture *mixture = palloc0(sizeof(Mixture));
	uint32 steps = 0;
	uint32 i;

	mixture->keep = CurrentMemoryContext;
	mixture->names = mg_tally_deserialize(flinfo, &bytes);
	mixture->room = mixture->names->used;
	mixture->sums = mg_alloc_zero_array(ExactSum, mixture->room);
	for (i = 0; i < mixture->room; i++)
	{
		uint32 parts;

		mg_step(&steps);
		memcpy(&parts, bytes, sizeof(parts));
		bytes += sizeof(parts);
		for (; parts > 0; parts--)
		{
			double part;

			memcpy(&part, bytes, sizeof(part));
			bytes += sizeof(part);
			mg_exact_add(&mixture->sums[i], part);
		}
	}
	return mixture;
}

/* ---- finishing ---- */

NamedNumber *
mg_composition_parts(const Tally *tally)
{
	NamedNumber *parts = mg_alloc_array(NamedNumber, tally->used);
	uint32 places = mg_tally_places(tally);
	uint32 steps = 0;
	uint32 used = 0;
	uint32 i;

	for (i = 0; i < places; i++)
	{
		const TallyEntry *entry = &tally->entries[i];
		const text *name = (const text *) DatumGetPointer(entry->value);

		mg_step(&steps);
		if (entry->tagged == 0)
			continue;
		parts[used].name = VARDATA_ANY(name);
		parts[used].length = VARSIZE_ANY_EXHDR(name);
		parts[used++].number = mg_tally_count(entry);
	}
	return parts;
}

Composition *
mg_mixture_finish(const Mixture *mixture)
{
	const Tally *names = mixture->names;
	NamedNumber *parts = mg_composition_parts(names);
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < names->used; i++)
	{
		const ExactSum *sum = &mixture->sums[(uint64) parts[i].number - 1];

		mg_step(&steps);
		parts[i].number = mg_exact_value(sum);
		if (!mg_number_valid(parts[i].number))
			ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
							errmsg("%s", mg_composition_type.sum_not_valid)));
	}
	return mg_number_map_make(&mg_composition_type, parts, names->used, ERRCODE_INTERNAL_ERROR,
							  NULL);
}
