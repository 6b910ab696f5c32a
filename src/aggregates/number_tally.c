/*
 * number_tally.c - from (name, number) in any order to a composition or to competencies.
 *
 * A tally finds the number of a name (bytes, not collation), 16 bytes a name and the name itself.
 * Beside it lies what was gathered: an exact sum (math/exact.c, 32 bytes), for means a count as
 * well, or the one level, 8 bytes. O(1) a row for whole numbers.
 */
#include "aggregates/number_tally.h"

#include "catalog/pg_collation_d.h"
#include "catalog/pg_type_d.h"
#include "common/shortest_dec.h"
#include "utils/builtins.h"

#include "math/exact.h"

#define FIRST_ROOM 3

struct NumberTally
{
	MemoryContext keep;
	NumberRule rule;
	uint32 room;     /* of the arrays */
	Tally *names;    /* with numbers, which are places in the arrays */
	ExactSum *sums;  /* for sums and means */
	uint64 *counts;  /* for means */
	double *numbers; /* for all else */
};

static bool
has_sums(const NumberTally *tally)
{
	return tally->rule == NUMBERS_ADDED || tally->rule == NUMBERS_MEAN;
}

static const NumberMapType *
type_of(const NumberTally *tally)
{
	return tally->rule == NUMBERS_ADDED ? &mg_composition_type : &mg_competencies_type;
}

NumberTally *
mg_number_tally_create(FmgrInfo *flinfo, NumberRule rule, MemoryContext keep)
{
	NumberTally *tally = MemoryContextAllocZero(keep, sizeof(NumberTally));

	tally->keep = keep;
	tally->rule = rule;
	tally->names = mg_tally_create_numbers(mg_tally_kind(flinfo, TEXTOID, C_COLLATION_OID), keep);
	return tally;
}

/* ---- adding; the tally's context is current in the functions that are static ---- */

static void
make_room(NumberTally *tally, uint32 room)
{
	bool first = tally->room == 0;

	if (has_sums(tally))
		tally->sums =
			first ? mg_alloc_array(ExactSum, room) : mg_realloc_array(tally->sums, ExactSum, room);
	else
		tally->numbers =
			first ? mg_alloc_array(double, room) : mg_realloc_array(tally->numbers, double, room);
	if (tally->rule == NUMBERS_MEAN)
		tally->counts =
			first ? mg_alloc_array(uint64, room) : mg_realloc_array(tally->counts, uint64, room);
	tally->room = room;
}

/* The place of a name; true if it is new and nothing stands there yet. */
static bool
place_of(NumberTally *tally, const text *name, uint32 *place)
{
	if (tally->names->used == tally->room)
		make_room(tally, tally->room * 2 + FIRST_ROOM);
	return mg_tally_number(&tally->names, PointerGetDatum(name), tally->keep, place);
}

static void
refuse_two_levels(const text *name, double one, double other)
{
	char lower[DOUBLE_SHORTEST_DECIMAL_LEN];
	char higher[DOUBLE_SHORTEST_DECIMAL_LEN];

	double_to_shortest_decimal_buf(Min(one, other), lower);
	double_to_shortest_decimal_buf(Max(one, other), higher);
	ereport(
		ERROR,
		(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("a competency cannot have two levels"),
		 errdetail("Competency %s has level %s and level %s.",
				   mg_show_name(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name)), lower, higher),
		 errhint(
			 "Use one row for each competency, for example the latest rating, or merge the values "
			 "of several raters with competencies_best or competencies_mean.")));
}

/* A number, or a partial sum of so many. */
static void
add(NumberTally *tally, const text *name, double number, const ExactSum *sum, uint64 count)
{
	uint32 place;
	bool new = place_of(tally, name, &place);

	if (has_sums(tally))
	{
		if (new)
			memset(&tally->sums[place], 0, sizeof(ExactSum));
		if (sum)
			mg_exact_add_sum(&tally->sums[place], sum);
		else
			mg_exact_add(&tally->sums[place], number);
		if (tally->rule == NUMBERS_MEAN)
			tally->counts[place] = (new ? 0 : tally->counts[place]) + count;
	}
	else if (new)
		tally->numbers[place] = number;
	else if (tally->rule == NUMBERS_BEST)
		tally->numbers[place] = Max(tally->numbers[place], number);
	else if (tally->numbers[place] != number)
		refuse_two_levels(name, tally->numbers[place], number);
}

void
mg_number_tally_add(NumberTally *tally, const text *name, double number)
{
	MemoryContext caller;

	mg_check_number(type_of(tally), number, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	caller = MemoryContextSwitchTo(tally->keep);
	add(tally, name, number, NULL, 1);
	MemoryContextSwitchTo(caller);
}

void
mg_number_tally_add_map(NumberTally *tally, const NumberMap *map)
{
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < map->entries; i++)
	{
		int length;
		const char *name = mg_number_map_name(map, i, &length);
		text *copy = cstring_to_text_with_len(name, length);

		mg_step(&steps);
		mg_number_tally_add(tally, copy, map->numbers[i]);
		pfree(copy);
	}
}

NumberTally *
mg_number_tally_combine(FmgrInfo *flinfo, NumberTally *tally, const NumberTally *other,
						MemoryContext keep)
{
	MemoryContext caller = MemoryContextSwitchTo(keep);
	uint32 places = mg_tally_places(other->names);
	uint32 steps = 0;
	uint32 i;

	if (tally == NULL)
		tally = mg_number_tally_create(flinfo, other->rule, keep);
	for (i = 0; i < places; i++)
	{
		const TallyEntry *entry = &other->names->entries[i];
		uint32 place = mg_tally_entry_number(entry);

		mg_step(&steps);
		if (entry->tagged != 0)
			add(tally, (const text *) DatumGetPointer(entry->value),
				other->numbers ? other->numbers[place] : 0,
				other->sums ? &other->sums[place] : NULL, other->counts ? other->counts[place] : 1);
	}
	MemoryContextSwitchTo(caller);
	return tally;
}

/*
 * ---- between processes ----
 *
 * The tally, the rule, then in the order of the places each sum as its parts, with its count where
 * there are means, or each number.
 */

static Size
serialized_size(const NumberTally *tally, Size names)
{
	Size size = names + sizeof(NumberRule);
	uint32 i;

	for (i = 0; i < tally->names->used; i++)
		if (has_sums(tally))
			size += sizeof(uint32) + sizeof(uint64) + tally->sums[i].used * sizeof(double);
		else
			size += sizeof(double);
	return size;
}

static void
put(char **at, const void *from, Size size)
{
	memcpy(*at, from, size);
	*at += size;
}

static void
take(void *to, const char **at, Size size)
{
	memcpy(to, *at, size);
	*at += size;
}

bytea *
mg_number_tally_serialize(const NumberTally *tally)
{
	bytea *names = mg_tally_serialize(tally->names);
	Size size = serialized_size(tally, VARSIZE(names));
	uint32 steps = 0;
	bytea *bytes;
	char *at;
	uint32 i;

	mg_tally_check_serialized(tally->names, size);
	bytes = palloc(size);
	memcpy(bytes, names, VARSIZE(names));
	at = (char *) bytes + VARSIZE(names);
	pfree(names);
	SET_VARSIZE(bytes, size);
	put(&at, &tally->rule, sizeof(NumberRule));
	for (i = 0; i < tally->names->used; i++)
	{
		mg_step(&steps);
		if (has_sums(tally))
		{
			const ExactSum *sum = &tally->sums[i];
			uint64 count = tally->counts ? tally->counts[i] : 1;

			put(&at, &sum->used, sizeof(uint32));
			put(&at, &count, sizeof(uint64));
			put(&at, mg_exact_parts(sum), sum->used * sizeof(double));
		}
		else
			put(&at, &tally->numbers[i], sizeof(double));
	}
	return bytes;
}

NumberTally *
mg_number_tally_deserialize(FmgrInfo *flinfo, const char *bytes)
{
	NumberTally *tally = palloc0(sizeof(NumberTally));
	uint32 steps = 0;
	uint32 i;

	tally->keep = CurrentMemoryContext;
	tally->names = mg_tally_deserialize(flinfo, &bytes);
	take(&tally->rule, &bytes, sizeof(NumberRule));
	make_room(tally, Max(tally->names->used, 1));
	for (i = 0; i < tally->names->used; i++)
	{
		uint32 parts;
		uint64 count;

		mg_step(&steps);
		if (!has_sums(tally))
		{
			take(&tally->numbers[i], &bytes, sizeof(double));
			continue;
		}
		memset(&tally->sums[i], 0, sizeof(ExactSum));
		take(&parts, &bytes, sizeof(parts));
		take(&count, &bytes, sizeof(count));
		if (tally->counts)
			tally->counts[i] = count;
		for (; parts > 0; parts--)
		{
			double part;

			take(&part, &bytes, sizeof(part));
			mg_exact_add(&tally->sums[i], part);
		}
	}
	return tally;
}

/* ---- finishing ---- */

NamedNumber *
mg_tally_parts(const Tally *tally)
{
	NamedNumber *parts = mg_alloc_array(NamedNumber, tally->used);
	uint32 steps = 0;
	uint32 used = 0;
	uint32 place = 0;
	Datum value;
	uint64 count;

	while (mg_tally_next(tally, &place, &value, &count))
	{
		const text *name = (const text *) DatumGetPointer(value);

		mg_step(&steps);
		parts[used].name = VARDATA_ANY(name);
		parts[used].length = VARSIZE_ANY_EXHDR(name);
		parts[used++].number = count;
	}
	return parts;
}

/* What a place's number is in the end. */
static double
finished(const NumberTally *tally, uint32 place)
{
	double sum;

	if (!has_sums(tally))
		return tally->numbers[place];
	sum = mg_exact_value(&tally->sums[place]);
	if (!mg_number_valid(sum))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("%s", type_of(tally)->sum_not_valid)));
	return tally->counts ? sum / tally->counts[place] : sum;
}

NumberMap *
mg_number_tally_finish(const NumberTally *tally)
{
	NamedNumber *parts = mg_tally_parts(tally->names);
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < tally->names->used; i++)
	{
		mg_step(&steps);
		parts[i].number = finished(tally, (uint32) parts[i].number - 1);
	}
	return mg_number_map_make(type_of(tally), parts, tally->names->used, ERRCODE_INTERNAL_ERROR,
							  NULL);
}
