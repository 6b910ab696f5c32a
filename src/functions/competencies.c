/*
 * competencies.c - the type competencies, what somebody has against what is needed, and the
 * aggregates competencies_agg, competencies_best and competencies_mean.
 *
 * fit keeps the names of what is needed in a hash table for the calls of one query: O(n + m) for n
 * competencies needed and m that somebody has. All else reads values side by side in the order of
 * their names, O(n log(m / n)).
 */
#include "base/compat.h"

#include <float.h>
#include <math.h>

#include "catalog/pg_type_d.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "base/host.h"
#include "functions/map_functions.h"
#include "functions/number_functions.h"
#include "math/fit.h"
#include "server/arguments.h"
#include "server/results.h"
#include "values/competencies.h"
#include "values/number_table.h"
#include "values/varlena.h"

/* ---- the type ---- */

#define TYPE (&mg_competencies_type.map)

MAP_FUNCTION(mg_sql_competencies_in, mg_map_in(fcinfo, &mg_competencies_forms));
MAP_FUNCTION(mg_sql_competencies_out, mg_map_out(fcinfo, &mg_competencies_forms));
MAP_FUNCTION(mg_sql_competencies_recv, mg_map_recv(fcinfo, &mg_competencies_forms));
MAP_FUNCTION(mg_sql_competencies_send, mg_map_sent(fcinfo, &mg_competencies_forms));
MAP_FUNCTION(mg_sql_competencies_to_jsonb, mg_map_jsonb(fcinfo, &mg_competencies_forms));
MAP_FUNCTION(mg_sql_competencies_to_json, mg_map_json(fcinfo, &mg_competencies_forms));
MAP_FUNCTION(mg_sql_competencies_from_jsonb, mg_map_of_jsonb(fcinfo, &mg_competencies_forms));
MAP_FUNCTION(mg_sql_competencies_from_json, mg_map_of_json(fcinfo, &mg_competencies_forms));
MAP_FUNCTION(mg_sql_competencies_eq, BoolGetDatum(mg_map_same(fcinfo, TYPE)));
MAP_FUNCTION(mg_sql_competencies_ne, BoolGetDatum(!mg_map_same(fcinfo, TYPE)));
MAP_FUNCTION(mg_sql_competencies_hash, mg_map_hash(fcinfo, TYPE));
MAP_FUNCTION(mg_sql_competencies_hash_extended, mg_map_hash_extended(fcinfo, TYPE));

/* ---- fit ---- */

/*
 * What the calls of one place in a query have in common: as a rule one need, or few after each
 * other, is compared with many people.
 */
typedef struct FitPlace
{
	NumberTable need;
	Competencies *weights; /* a copy, or NULL */
	double *weight;        /* of each name in need; 1 where there is none */
	double *level;         /* room for what somebody has of each */
} FitPlace;

static FitPlace *
fit_place(FmgrInfo *flinfo)
{
	FitPlace *place = flinfo->fn_extra;

	if (place == NULL)
	{
		place = MemoryContextAllocZero(flinfo->fn_mcxt, sizeof(FitPlace));
		place->need.keep = flinfo->fn_mcxt;
		flinfo->fn_extra = place;
	}
	return place;
}

static bool
same_weights(const Competencies *one, const Competencies *other)
{
	if (one == NULL || other == NULL)
		return one == other;
	return VARSIZE(one) == VARSIZE(other) && memcmp(one, other, VARSIZE(one)) == 0;
}

/* Prepares the place for this need and these weights, unless it is prepared. */
static void
prepare(FitPlace *place, const Competencies *need, const Competencies *weights)
{
	bool known = !mg_number_table_make(&place->need, need) && place->weight;
	MemoryContext caller;
	uint32 i;

	if (known && same_weights(place->weights, weights))
		return;
	if (place->weight)
	{
		pfree(place->weight);
		pfree(place->level);
		place->weight = NULL;
	}
	if (place->weights)
		pfree(place->weights);
	place->weights = NULL;
	caller = MemoryContextSwitchTo(place->need.keep);
	place->level = mg_alloc_array(double, need->entries);
	place->weight = mg_alloc_array(double, need->entries);
	if (weights)
	{
		place->weights = mg_alloc(VARSIZE(weights));
		mg_copy(place->weights, weights, VARSIZE(weights));
		mg_number_table_find(&place->need, weights, place->weight);
	}
	for (i = 0; i < need->entries; i++)
		if (!weights || isnan(place->weight[i]))
			place->weight[i] = 1;
	MemoryContextSwitchTo(caller);
}

/* The power of 2 that brings the largest of some numbers to about 1. */
static double
scale_of(const double *numbers, uint32 count)
{
	double largest = 0;
	int exponent;
	uint32 i;

	for (i = 0; i < count; i++)
		largest = Max(largest, numbers[i]);
	(void) frexp(largest, &exponent);
	return ldexp(1, Min(-exponent, DBL_MAX_EXP - 1));
}

/* Sums over what is needed; levels and weights are multiplied by their scales first. */
static Fit
sum_up(const FitPlace *place, double level_scale, double weight_scale)
{
	const Competencies *need = place->need.map;
	Fit fit = {0};
	uint32 i;

	for (i = 0; i < need->entries; i++)
		mg_fit_add(&fit, need->numbers[i] * level_scale, place->level[i] * level_scale,
				   place->weight[i] * weight_scale);
	return fit;
}

/* The sums over arguments 0 to 2; false if one is NULL that must not be. */
static bool
fit_of_arguments(FunctionCallInfo fcinfo, Fit *fit)
{
	FitPlace *place = fit_place(fcinfo->flinfo);
	const Competencies *need;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		return false;
	need = mg_competencies_argument(fcinfo, 1);
	prepare(place, need, PG_ARGISNULL(2) ? NULL : mg_competencies_argument(fcinfo, 2));
	mg_number_table_find(&place->need, mg_competencies_argument(fcinfo, 0), place->level);
	*fit = sum_up(place, 1, 1);
	if (need->entries > 0 && !mg_fit_in_range(fit))
		*fit = sum_up(place, scale_of(need->numbers, need->entries),
					  scale_of(place->weight, need->entries));
	return true;
}

/* fit(have, need, weights, min_known) */
MG_FUNCTION(mg_sql_fit);
Datum
mg_sql_fit(PG_FUNCTION_ARGS)
{
	double min_known;
	Fit fit;

	if (PG_ARGISNULL(3))
		PG_RETURN_NULL();
	min_known = PG_GETARG_FLOAT8(3);
	mg_check_share(min_known, "min_known");
	if (!fit_of_arguments(fcinfo, &fit))
		PG_RETURN_NULL();
	return mg_figure(fcinfo, mg_fit_met(&fit, min_known));
}

/* known_fit(have, need, weights) */
MG_FUNCTION(mg_sql_known_fit);
Datum
mg_sql_known_fit(PG_FUNCTION_ARGS)
{
	Fit fit;

	if (!fit_of_arguments(fcinfo, &fit))
		PG_RETURN_NULL();
	return mg_figure(fcinfo, mg_fit_known(&fit));
}

/* ---- one competency after the other ---- */

/* gaps(have, need) */
MG_FUNCTION(mg_sql_gaps);
Datum
mg_sql_gaps(PG_FUNCTION_ARGS)
{
	enum
	{
		COMPETENCY,
		HAVE,
		NEED,
		GAP,
		COLUMNS
	};
	NumberCursor had = {mg_competencies_argument(fcinfo, 0), 0};
	const Competencies *need = mg_competencies_argument(fcinfo, 1);
	Rows rows;
	uint32 i;

	mg_start_rows(fcinfo, &rows);
	for (i = 0; i < need->entries; i++)
	{
		int length;
		const char *name = mg_number_map_name(need, i, &length);
		double level = mg_number_seek(&had, name, length);
		text *competency = cstring_to_text_with_len(name, length);
		Datum values[COLUMNS];
		bool nulls[COLUMNS] = {false};

		values[COMPETENCY] = PointerGetDatum(competency);
		mg_set_figure(values, nulls, HAVE, level);
		mg_set_figure(values, nulls, NEED, need->numbers[i]);
		mg_set_figure(values, nulls, GAP, level >= need->numbers[i] ? 0 : need->numbers[i] - level);
		mg_put_row(&rows, values, nulls);
		pfree(competency);
	}
	return (Datum) 0;
}

/* Whether each level that is needed is known to be there. Frees the copies. */
static bool
reaches(FunctionCallInfo fcinfo, int having, int needing)
{
	NumberCursor had = {mg_competencies_argument(fcinfo, having), 0};
	const Competencies *need = mg_competencies_argument(fcinfo, needing);
	bool reached = need->entries <= had.map->entries;
	uint32 steps = 0;
	uint32 i;

	for (i = 0; reached && i < need->entries; i++)
	{
		int length;
		const char *name = mg_number_map_name(need, i, &length);

		mg_step(&steps);
		reached = mg_number_seek(&had, name, length) >= need->numbers[i];
	}
	mg_free_copy(fcinfo, having, had.map);
	mg_free_copy(fcinfo, needing, need);
	return reached;
}

MAP_FUNCTION(mg_sql_competencies_contains, BoolGetDatum(reaches(fcinfo, 0, 1)));
MAP_FUNCTION(mg_sql_competencies_contained, BoolGetDatum(reaches(fcinfo, 1, 0)));

/* can_teach(offers, have, need) */
MG_FUNCTION(mg_sql_can_teach);
Datum
mg_sql_can_teach(PG_FUNCTION_ARGS)
{
	NumberCursor offered = {mg_competencies_argument(fcinfo, 0), 0};
	NumberCursor had = {mg_competencies_argument(fcinfo, 1), 0};
	const Competencies *need = mg_competencies_argument(fcinfo, 2);
	Datum *names = mg_alloc_array(Datum, need->entries);
	uint32 steps = 0;
	int found = 0;
	uint32 i;

	for (i = 0; i < need->entries; i++)
	{
		int length;
		const char *name = mg_number_map_name(need, i, &length);
		double level = mg_number_seek(&had, name, length);

		mg_step(&steps);
		if (mg_number_seek(&offered, name, length) >= need->numbers[i] &&
			!(level >= need->numbers[i]))
			names[found++] = PointerGetDatum(cstring_to_text_with_len(name, length));
	}
	PG_RETURN_ARRAYTYPE_P(construct_array(names, found, TEXTOID, -1, false, TYPALIGN_INT));
}

/* ---- aggregates: the state is a NumberTally ---- */

/* competencies_agg(competency, level): a row without one of them is skipped */
MG_FUNCTION(mg_sql_competencies_agg_add);
Datum
mg_sql_competencies_agg_add(PG_FUNCTION_ARGS)
{
	NumberTally *tally;

	if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
		return mg_unchanged_state(fcinfo);
	tally = mg_number_state(fcinfo, NUMBERS_ALIKE);
	mg_number_tally_add(tally, PG_GETARG_TEXT_PP(1), PG_GETARG_FLOAT8(2));
	PG_RETURN_POINTER(tally);
}

MAP_FUNCTION(mg_sql_competencies_best_add,
			 mg_add_number_map(fcinfo, NUMBERS_BEST, &mg_competencies_type));
MAP_FUNCTION(mg_sql_competencies_mean_add,
			 mg_add_number_map(fcinfo, NUMBERS_MEAN, &mg_competencies_type));
MAP_FUNCTION(mg_sql_competencies_agg_combine, mg_combine_numbers(fcinfo));
MAP_FUNCTION(mg_sql_competencies_agg_serialize, mg_serialize_numbers(fcinfo));
MAP_FUNCTION(mg_sql_competencies_agg_deserialize, mg_deserialize_numbers(fcinfo));
MAP_FUNCTION(mg_sql_competencies_agg_final, mg_finish_numbers(fcinfo));
