/*
 * chains_gin.c - searching chains for people, and indexing chains by their people.
 *
 * chain @> person and chain && people scan the chain: O(people on it). The GIN operator class has a
 * key for each person. Both operators are exact on the keys, so that no recheck is needed.
 */
#include "base/compat.h"

#include "access/gin.h"
#include "access/stratnum.h"
#include "miscadmin.h"

#include "server/arguments.h"
#include "values/chain.h"

#define CONTAINS_STRATEGY 1

static bool
on_chain(const Chain *chain, int64 person)
{
	uint32 i;

	for (i = 0; i <= chain->hops; i++)
		if (chain->people[i] == person)
			return true;
	return false;
}

MG_FUNCTION(mg_sql_chain_has_person);
Datum
mg_sql_chain_has_person(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(on_chain(mg_chain_argument(fcinfo, 0), PG_GETARG_INT64(1)));
}

MG_FUNCTION(mg_sql_chain_overlaps);
Datum
mg_sql_chain_overlaps(PG_FUNCTION_ARGS)
{
	const Chain *chain = mg_chain_argument(fcinfo, 0);
	size_t count;
	const int64 *people = mg_people_argument(fcinfo, 1, "people", &count);
	size_t i;

	for (i = 0; i < count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (on_chain(chain, people[i]))
			PG_RETURN_BOOL(true);
	}
	PG_RETURN_BOOL(false);
}

static Datum *
keys_of(const int64 *people, size_t count)
{
	Datum *keys = palloc(count * sizeof(Datum));
	size_t i;

	for (i = 0; i < count; i++)
		keys[i] = Int64GetDatum(people[i]);
	return keys;
}

/* The keys of a chain: its people. */
MG_FUNCTION(mg_sql_chain_gin_extract);
Datum
mg_sql_chain_gin_extract(PG_FUNCTION_ARGS)
{
	const Chain *chain = mg_chain_argument(fcinfo, 0);
	int32 *count = (int32 *) PG_GETARG_POINTER(1);

	*count = (int32) chain->hops + 1;
	PG_RETURN_POINTER(keys_of(chain->people, *count));
}

/* The keys of a question: the person, or the people. */
MG_FUNCTION(mg_sql_chain_gin_extract_query);
Datum
mg_sql_chain_gin_extract_query(PG_FUNCTION_ARGS)
{
	int32 *count = (int32 *) PG_GETARG_POINTER(1);
	StrategyNumber strategy = PG_GETARG_UINT16(2);
	const int64 *people;
	size_t asked;
	int64 person;

	if (strategy == CONTAINS_STRATEGY)
	{
		person = PG_GETARG_INT64(0);
		*count = 1;
		PG_RETURN_POINTER(keys_of(&person, 1));
	}
	people = mg_people_argument(fcinfo, 0, "people", &asked);
	*count = (int32) asked;
	PG_RETURN_POINTER(keys_of(people, asked));
}

/* One key is asked for by @>, and any will do for &&: whoever is found matches. */
MG_FUNCTION(mg_sql_chain_gin_consistent);
Datum
mg_sql_chain_gin_consistent(PG_FUNCTION_ARGS)
{
	bool *found = (bool *) PG_GETARG_POINTER(0);
	int32 count = PG_GETARG_INT32(3);
	bool *recheck = (bool *) PG_GETARG_POINTER(5);
	int32 i;

	*recheck = false;
	for (i = 0; i < count; i++)
		if (found[i])
			PG_RETURN_BOOL(true);
	PG_RETURN_BOOL(false);
}

MG_FUNCTION(mg_sql_chain_gin_triconsistent);
Datum
mg_sql_chain_gin_triconsistent(PG_FUNCTION_ARGS)
{
	GinTernaryValue *found = (GinTernaryValue *) PG_GETARG_POINTER(0);
	int32 count = PG_GETARG_INT32(3);
	GinTernaryValue result = GIN_FALSE;
	int32 i;

	for (i = 0; i < count; i++)
	{
		if (found[i] == GIN_TRUE)
			PG_RETURN_GIN_TERNARY_VALUE(GIN_TRUE);
		if (found[i] == GIN_MAYBE)
			result = GIN_MAYBE;
	}
	PG_RETURN_GIN_TERNARY_VALUE(result);
}
