/*
 * categories.c - the aggregates blau, simpson, iqv, shannon, hill, richness and ei_index.
 *
 * All but the last count categories in a Tally (aggregates/tally.h) and differ in their final
 * functions only, so that several of them over one column share one state. The formulas are in
 * math/shares.c. ei_index keeps two counts.
 */
#include "base/compat.h"

#include <math.h>

#include "aggregates/tally.h"
#include "math/shares.h"
#include "server/arguments.h"
#include "server/diversity_parameters.h"
#include "server/results.h"

/* ---- counting ---- */

MG_FUNCTION(mg_sql_tally_agg_add);
Datum
mg_sql_tally_agg_add(PG_FUNCTION_ARGS)
{
	MemoryContext keep = mg_aggregate_context(fcinfo);
	Tally *tally = PG_ARGISNULL(0) ? NULL : (Tally *) PG_GETARG_POINTER(0);

	if (!PG_ARGISNULL(1))
	{
		if (tally == NULL)
			tally = mg_tally_create(mg_tally_argument_kind(fcinfo, 1), 0, keep);
		mg_tally_add(&tally, PG_GETARG_DATUM(1), 1, keep);
	}
	if (tally == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(tally);
}

static void
refuse_change(const char *name, double one, double other)
{
	if (one == other || (isnan(one) && isnan(other)))
		return;
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("\"%s\" must be the same in all rows of a group", name),
					errhint("Add it to GROUP BY, or use one value.")));
}

/* A category and the parameter of the measure, NaN for NULL. */
static Datum
add_with_parameter(FunctionCallInfo fcinfo, const char *name, double parameter)
{
	MemoryContext keep = mg_aggregate_context(fcinfo);
	Tally *tally = PG_ARGISNULL(0) ? NULL : (Tally *) PG_GETARG_POINTER(0);

	if (tally == NULL)
		tally = mg_tally_create(mg_tally_argument_kind(fcinfo, 1), parameter, keep);
	refuse_change(name, tally->parameter, parameter);
	if (!PG_ARGISNULL(1))
		mg_tally_add(&tally, PG_GETARG_DATUM(1), 1, keep);
	PG_RETURN_POINTER(tally);
}

MG_FUNCTION(mg_sql_iqv_agg_add);
Datum
mg_sql_iqv_agg_add(PG_FUNCTION_ARGS)
{
	double categories = NAN;

	if (!PG_ARGISNULL(2))
		categories = mg_categories_argument(fcinfo, 2);
	return add_with_parameter(fcinfo, "categories", categories);
}

MG_FUNCTION(mg_sql_hill_agg_add);
Datum
mg_sql_hill_agg_add(PG_FUNCTION_ARGS)
{
	double q = NAN;

	if (!PG_ARGISNULL(2))
		q = mg_order_argument(fcinfo, 2);
	return add_with_parameter(fcinfo, "q", q);
}

static Datum
combine(FunctionCallInfo fcinfo, const char *parameter)
{
	MemoryContext keep = mg_aggregate_context(fcinfo);
	Tally *tally = PG_ARGISNULL(0) ? NULL : (Tally *) PG_GETARG_POINTER(0);
	const Tally *other = PG_ARGISNULL(1) ? NULL : (const Tally *) PG_GETARG_POINTER(1);

	if (tally && other && parameter)
		refuse_change(parameter, tally->parameter, other->parameter);
	if (other)
		mg_tally_add_tally(&tally, other, keep);
	if (tally == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(tally);
}

MG_FUNCTION(mg_sql_tally_agg_combine);
Datum
mg_sql_tally_agg_combine(PG_FUNCTION_ARGS)
{
	return combine(fcinfo, NULL);
}

MG_FUNCTION(mg_sql_iqv_agg_combine);
Datum
mg_sql_iqv_agg_combine(PG_FUNCTION_ARGS)
{
	return combine(fcinfo, "categories");
}

MG_FUNCTION(mg_sql_hill_agg_combine);
Datum
mg_sql_hill_agg_combine(PG_FUNCTION_ARGS)
{
	return combine(fcinfo, "q");
}

MG_FUNCTION(mg_sql_tally_agg_serialize);
Datum
mg_sql_tally_agg_serialize(PG_FUNCTION_ARGS)
{
	mg_aggregate_context(fcinfo);
	PG_RETURN_BYTEA_P(mg_tally_serialize((Tally *) PG_GETARG_POINTER(0)));
}

MG_FUNCTION(mg_sql_tally_agg_deserialize);
Datum
mg_sql_tally_agg_deserialize(PG_FUNCTION_ARGS)
{
	bytea *bytes = PG_GETARG_BYTEA_PP(0);
	const char *at = VARDATA_ANY(bytes);

	mg_aggregate_context(fcinfo);
	PG_RETURN_POINTER(mg_tally_deserialize(fcinfo->flinfo, &at));
}

/* ---- final functions ---- */

/* The state as weights, or NULL if there is no category. */
static const Tally *
weights_argument(FunctionCallInfo fcinfo, double **weights)
{
	const Tally *tally;

	mg_aggregate_context(fcinfo);
	tally = PG_ARGISNULL(0) ? NULL : (const Tally *) PG_GETARG_POINTER(0);
	if (tally == NULL || tally->used == 0 || isnan(tally->parameter))
		return NULL;
	*weights = mg_tally_weights(tally);
	return tally;
}

/* Returns a figure, once the weights are no longer needed. */
static Datum
figure(FunctionCallInfo fcinfo, double *weights, double value)
{
	pfree(weights);
	return mg_figure(fcinfo, value);
}

#define FINAL(name, formula)                                     \
	MG_FUNCTION(name);                                           \
	Datum name(PG_FUNCTION_ARGS)                                 \
	{                                                            \
		double *weights;                                         \
		const Tally *tally = weights_argument(fcinfo, &weights); \
                                                                 \
		if (tally == NULL)                                       \
			PG_RETURN_NULL();                                    \
		return figure(fcinfo, weights, formula);                 \
	}                                                            \
	extern Datum name(PG_FUNCTION_ARGS)

FINAL(mg_sql_blau_agg_final, mg_shares_blau(weights, tally->used));
FINAL(mg_sql_simpson_agg_final, mg_shares_simpson(weights, tally->used));
FINAL(mg_sql_iqv_agg_final, mg_checked_iqv(weights, tally->used, tally->parameter));
FINAL(mg_sql_shannon_agg_final, mg_shares_shannon(weights, tally->used));
FINAL(mg_sql_hill_agg_final, mg_shares_hill(weights, tally->used, tally->parameter));

MG_FUNCTION(mg_sql_richness_agg_final);
Datum
mg_sql_richness_agg_final(PG_FUNCTION_ARGS)
{
	mg_aggregate_context(fcinfo);
	PG_RETURN_INT64(PG_ARGISNULL(0) ? 0 : ((Tally *) PG_GETARG_POINTER(0))->used);
}

/* ---- ei_index ---- */

typedef struct EiState
{
	int64 external;
	int64 internal;
} EiState;

static EiState *
ei_state(FunctionCallInfo fcinfo)
{
	if (!PG_ARGISNULL(0))
		return (EiState *) PG_GETARG_POINTER(0);
	return MemoryContextAllocZero(mg_aggregate_context(fcinfo), sizeof(EiState));
}

MG_FUNCTION(mg_sql_ei_agg_add);
Datum
mg_sql_ei_agg_add(PG_FUNCTION_ARGS)
{
	EiState *state;

	if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
		return mg_unchanged_state(fcinfo);
	state = ei_state(fcinfo);
	if (mg_tally_same(mg_tally_argument_kind(fcinfo, 1), PG_GETARG_DATUM(1), PG_GETARG_DATUM(2)))
		state->internal++;
	else
		state->external++;
	PG_RETURN_POINTER(state);
}

MG_FUNCTION(mg_sql_ei_agg_combine);
Datum
mg_sql_ei_agg_combine(PG_FUNCTION_ARGS)
{
	EiState *state;

	if (PG_ARGISNULL(0) && PG_ARGISNULL(1))
		PG_RETURN_NULL();
	state = ei_state(fcinfo);
	if (!PG_ARGISNULL(1))
	{
		const EiState *other = (const EiState *) PG_GETARG_POINTER(1);

		state->external += other->external;
		state->internal += other->internal;
	}
	PG_RETURN_POINTER(state);
}

MG_FUNCTION(mg_sql_ei_agg_serialize);
Datum
mg_sql_ei_agg_serialize(PG_FUNCTION_ARGS)
{
	bytea *bytes = palloc(VARHDRSZ + sizeof(EiState));

	mg_aggregate_context(fcinfo);
	SET_VARSIZE(bytes, VARHDRSZ + sizeof(EiState));
	memcpy(VARDATA(bytes), PG_GETARG_POINTER(0), sizeof(EiState));
	PG_RETURN_BYTEA_P(bytes);
}

MG_FUNCTION(mg_sql_ei_agg_deserialize);
Datum
mg_sql_ei_agg_deserialize(PG_FUNCTION_ARGS)
{
	bytea *bytes = PG_GETARG_BYTEA_PP(0);
	EiState *state = palloc(sizeof(EiState));

	mg_aggregate_context(fcinfo);
	memcpy(state, VARDATA_ANY(bytes), sizeof(EiState));
	PG_RETURN_POINTER(state);
}

MG_FUNCTION(mg_sql_ei_agg_final);
Datum
mg_sql_ei_agg_final(PG_FUNCTION_ARGS)
{
	const EiState *state;

	mg_aggregate_context(fcinfo);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	state = (const EiState *) PG_GETARG_POINTER(0);
	PG_RETURN_FLOAT8((double) (state->external - state->internal) /
					 (double) (state->external + state->internal));
}
