/*
 * strata_tally.c - a two-by-two table for each stratum.
 *
 * A tally numbers the strata, whatever their type; their tables lie beside it in that order, 32
 * bytes each. O(1) a row.
 */
#include "aggregates/strata_tally.h"

#include "base/host.h"

#define FIRST_ROOM 6

struct StrataTally
{
	MemoryContext keep;
	Tally *strata; /* with numbers, which are places in tables */
	Stratum *tables;
	uint32 room;
};

StrataTally *
mg_strata_tally_create(TallyKind *kind, MemoryContext keep)
{
	StrataTally *tally = MemoryContextAllocZero(keep, sizeof(StrataTally));

	tally->keep = keep;
	tally->strata = mg_tally_create_numbers(kind, keep);
	return tally;
}

/* The table of a stratum. */
static Stratum *
table_of(StrataTally *tally, Datum stratum)
{
	uint32 place;

	if (tally->strata->used == tally->room)
	{
		MemoryContext caller = MemoryContextSwitchTo(tally->keep);
		uint32 room = tally->room * 2 + FIRST_ROOM;

		tally->tables = tally->room ? mg_realloc_array(tally->tables, Stratum, room)
									: mg_alloc_array(Stratum, room);
		tally->room = room;
		MemoryContextSwitchTo(caller);
	}
	if (mg_tally_number(&tally->strata, stratum, tally->keep, &place))
		memset(&tally->tables[place], 0, sizeof(Stratum));
	return &tally->tables[place];
}

void
mg_strata_tally_add(StrataTally *tally, Datum stratum, bool exposed, bool outcome)
{
	table_of(tally, stratum)->count[!exposed][!outcome]++;
}

StrataTally *
mg_strata_tally_combine(StrataTally *tally, const StrataTally *other, MemoryContext keep)
{
	uint32 places = mg_tally_places(other->strata);
	uint32 steps = 0;
	uint32 i;

	if (tally == NULL)
		tally = mg_strata_tally_create(other->strata->kind, keep);
	for (i = 0; i < places; i++)
	{
		const TallyEntry *entry = &other->strata->entries[i];
		const Stratum *from;
		Stratum *to;

		mg_step(&steps);
		if (entry->tagged == 0)
			continue;
		from = &other->tables[mg_tally_entry_number(entry)];
		to = table_of(tally, entry->value);
		to->count[0][0] += from->count[0][0];
		to->count[0][1] += from->count[0][1];
		to->count[1][0] += from->count[1][0];
		to->count[1][1] += from->count[1][1];
	}
	return tally;
}

CommonOdds
mg_strata_tally_odds(const StrataTally *tally)
{
	Strata strata = {0};
	CommonOdds odds;
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < tally->strata->used; i++)
	{
		mg_step(&steps);
		mg_strata_add(&strata, &tally->tables[i]);
	}
	odds = mg_strata_odds(&strata);
	mg_strata_clear(&strata);
	return odds;
}

/* ---- between processes: the tally, then the tables in the order of the numbers ---- */

bytea *
mg_strata_tally_serialize(const StrataTally *tally)
{
	bytea *strata = mg_tally_serialize(tally->strata);
	Size tables = mg_array_size(tally->strata->used, sizeof(Stratum));
	Size size = VARSIZE(strata) + tables;
	bytea *bytes;

	mg_tally_check_serialized(tally->strata, size);
	bytes = palloc(size);
	memcpy(bytes, strata, VARSIZE(strata));
	memcpy((char *) bytes + VARSIZE(strata), tally->tables, tables);
	SET_VARSIZE(bytes, size);
	pfree(strata);
	return bytes;
}

StrataTally *
mg_strata_tally_deserialize(FmgrInfo *flinfo, const char *bytes)
{
	StrataTally *tally = palloc0(sizeof(StrataTally));

	tally->keep = CurrentMemoryContext;
	tally->strata = mg_tally_deserialize(flinfo, &bytes);
	tally->room = tally->strata->used;
	tally->tables = mg_alloc_array(Stratum, tally->room);
	memcpy(tally->tables, bytes, mg_array_size(tally->room, sizeof(Stratum)));
	return tally;
}
