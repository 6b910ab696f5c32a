/*
 * composition_agg.c - the aggregates composition_agg and composition_union.
 *
 * Without weights the state is a Tally, shared with the measures (diversity_agg.c); with weights,
 * and for the union, it is a Mixture (functions/mixture.c).
 */
#include "base/compat.h"

#include "catalog/pg_collation_d.h"
#include "catalog/pg_type_d.h"

#include "server/arguments.h"
#include "aggregates/mixture.h"

/* composition_agg(category): by bytes, whatever the collation */
MG_FUNCTION(mg_sql_composition_agg_add);
Datum
mg_sql_composition_agg_add(PG_FUNCTION_ARGS)
{
	MemoryContext keep = mg_aggregate_context(fcinfo);
	Tally *tally = PG_ARGISNULL(0) ? NULL : (Tally *) PG_GETARG_POINTER(0);

	if (!PG_ARGISNULL(1))
	{
		if (tally == NULL)
			tally =
				mg_tally_create(mg_tally_kind(fcinfo->flinfo, TEXTOID, C_COLLATION_OID), 0, keep);
		mg_tally_add(&tally, PG_GETARG_DATUM(1), 1, keep);
	}
	if (tally == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(tally);
}

MG_FUNCTION(mg_sql_composition_agg_final);
Datum
mg_sql_composition_agg_final(PG_FUNCTION_ARGS)
{
	const Tally *tally;

	mg_aggregate_context(fcinfo);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	tally = (const Tally *) PG_GETARG_POINTER(0);
	PG_RETURN_POINTER(mg_composition_make(mg_composition_parts(tally), tally->used,
										  ERRCODE_INTERNAL_ERROR, NULL));
}

/* ---- with weights ---- */

/* The state so far, or a new one. */
static Mixture *
state_argument(FunctionCallInfo fcinfo)
{
	MemoryContext keep = mg_aggregate_context(fcinfo);

	if (!PG_ARGISNULL(0))
		return (Mixture *) PG_GETARG_POINTER(0);
	return mg_mixture_create(fcinfo->flinfo, keep);
}

/* composition_agg(category, weight) */
MG_FUNCTION(mg_sql_composition_agg_add_weight);
Datum
mg_sql_composition_agg_add_weight(PG_FUNCTION_ARGS)
{
	Mixture *mixture;

	if (PG_ARGISNULL(1))
		return mg_unchanged_state(fcinfo);
	if (PG_ARGISNULL(2))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
						errmsg("weight of a category must not be NULL"),
						errhint("Leave such rows out with FILTER (WHERE weight IS NOT NULL), or "
								"say what an unknown weight counts with coalesce.")));
	mixture = state_argument(fcinfo);
	mg_mixture_add(mixture, PG_GETARG_TEXT_PP(1), PG_GETARG_FLOAT8(2));
	PG_RETURN_POINTER(mixture);
}

/* composition_union(composition) */
MG_FUNCTION(mg_sql_composition_union_add);
Datum
mg_sql_composition_union_add(PG_FUNCTION_ARGS)
{
	Mixture *mixture;

	if (PG_ARGISNULL(1))
		return mg_unchanged_state(fcinfo);
	mixture = state_argument(fcinfo);
	mg_mixture_add_composition(mixture, mg_composition_argument(fcinfo, 1));
	PG_RETURN_POINTER(mixture);
}

MG_FUNCTION(mg_sql_mixture_agg_combine);
Datum
mg_sql_mixture_agg_combine(PG_FUNCTION_ARGS)
{
	Mixture *mixture;

	if (PG_ARGISNULL(1))
		return mg_unchanged_state(fcinfo);
	mixture = state_argument(fcinfo);
	mg_mixture_add_mixture(mixture, (const Mixture *) PG_GETARG_POINTER(1));
	PG_RETURN_POINTER(mixture);
}

MG_FUNCTION(mg_sql_mixture_agg_serialize);
Datum
mg_sql_mixture_agg_serialize(PG_FUNCTION_ARGS)
{
	mg_aggregate_context(fcinfo);
	PG_RETURN_BYTEA_P(mg_mixture_serialize((const Mixture *) PG_GETARG_POINTER(0)));
}

MG_FUNCTION(mg_sql_mixture_agg_deserialize);
Datum
mg_sql_mixture_agg_deserialize(PG_FUNCTION_ARGS)
{
	bytea *bytes = PG_GETARG_BYTEA_PP(0);

	mg_aggregate_context(fcinfo);
	PG_RETURN_POINTER(mg_mixture_deserialize(fcinfo->flinfo, VARDATA_ANY(bytes)));
}

MG_FUNCTION(mg_sql_mixture_agg_final);
Datum
mg_sql_mixture_agg_final(PG_FUNCTION_ARGS)
{
	mg_aggregate_context(fcinfo);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(mg_mixture_finish((const Mixture *) PG_GETARG_POINTER(0)));
}
