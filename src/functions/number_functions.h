/*
 * number_functions.h - what the SQL functions of the aggregates over a NumberTally do.
 */
#ifndef MG_NUMBER_FUNCTIONS_H
#define MG_NUMBER_FUNCTIONS_H

#include "base/compat.h"

#include "aggregates/number_tally.h"
#include "server/arguments.h"

/* The state so far, or a new one. */
static inline NumberTally *
mg_number_state(FunctionCallInfo fcinfo, NumberRule rule)
{
	MemoryContext keep = mg_aggregate_context(fcinfo);

	if (!PG_ARGISNULL(0))
		return (NumberTally *) PG_GETARG_POINTER(0);
	return mg_number_tally_create(fcinfo->flinfo, rule, keep);
}

/* Adds the value in argument 1; NULL adds nothing. */
static inline Datum
mg_add_number_map(FunctionCallInfo fcinfo, NumberRule rule, const NumberMapType *type)
{
	NumberTally *tally;

	if (PG_ARGISNULL(1))
		return mg_unchanged_state(fcinfo);
	tally = mg_number_state(fcinfo, rule);
	mg_number_tally_add_map(tally, (const NumberMap *) mg_map_argument(fcinfo, 1, &type->map));
	PG_RETURN_POINTER(tally);
}

static inline Datum
mg_combine_numbers(FunctionCallInfo fcinfo)
{
	NumberTally *tally = PG_ARGISNULL(0) ? NULL : (NumberTally *) PG_GETARG_POINTER(0);

	if (PG_ARGISNULL(1))
		return mg_unchanged_state(fcinfo);
	PG_RETURN_POINTER(mg_number_tally_combine(fcinfo->flinfo, tally,
											  (const NumberTally *) PG_GETARG_POINTER(1),
											  mg_aggregate_context(fcinfo)));
}

static inline Datum
mg_serialize_numbers(FunctionCallInfo fcinfo)
{
	mg_aggregate_context(fcinfo);
	PG_RETURN_BYTEA_P(mg_number_tally_serialize((const NumberTally *) PG_GETARG_POINTER(0)));
}

static inline Datum
mg_deserialize_numbers(FunctionCallInfo fcinfo)
{
	bytea *bytes = PG_GETARG_BYTEA_PP(0);

	mg_aggregate_context(fcinfo);
	PG_RETURN_POINTER(mg_number_tally_deserialize(fcinfo->flinfo, VARDATA_ANY(bytes)));
}

static inline Datum
mg_finish_numbers(FunctionCallInfo fcinfo)
{
	mg_aggregate_context(fcinfo);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(mg_number_tally_finish((const NumberTally *) PG_GETARG_POINTER(0)));
}

#endif
