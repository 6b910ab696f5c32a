/*
 * composition.c - the type composition, its measures, and the aggregates composition_agg and
 * composition_union.
 */
#include "base/compat.h"

#include <math.h>

#include "catalog/pg_collation_d.h"
#include "catalog/pg_type_d.h"
#include "utils/builtins.h"

#include "base/host.h"
#include "functions/map_functions.h"
#include "functions/number_functions.h"
#include "math/shares.h"
#include "server/arguments.h"
#include "server/diversity_parameters.h"
#include "server/results.h"
#include "values/composition.h"

/* ---- the type ---- */

#define TYPE (&mg_composition_type.map)

MAP_FUNCTION(mg_sql_composition_in, mg_map_in(fcinfo, &mg_composition_forms));
MAP_FUNCTION(mg_sql_composition_out, mg_map_out(fcinfo, &mg_composition_forms));
MAP_FUNCTION(mg_sql_composition_recv, mg_map_recv(fcinfo, &mg_composition_forms));
MAP_FUNCTION(mg_sql_composition_send, mg_map_sent(fcinfo, &mg_composition_forms));
MAP_FUNCTION(mg_sql_composition_to_jsonb, mg_map_jsonb(fcinfo, &mg_composition_forms));
MAP_FUNCTION(mg_sql_composition_to_json, mg_map_json(fcinfo, &mg_composition_forms));
MAP_FUNCTION(mg_sql_composition_from_jsonb, mg_map_of_jsonb(fcinfo, &mg_composition_forms));
MAP_FUNCTION(mg_sql_composition_from_json, mg_map_of_json(fcinfo, &mg_composition_forms));
MAP_FUNCTION(mg_sql_composition_eq, BoolGetDatum(mg_map_same(fcinfo, TYPE)));
MAP_FUNCTION(mg_sql_composition_ne, BoolGetDatum(!mg_map_same(fcinfo, TYPE)));
MAP_FUNCTION(mg_sql_composition_hash, mg_map_hash(fcinfo, TYPE));
MAP_FUNCTION(mg_sql_composition_hash_extended, mg_map_hash_extended(fcinfo, TYPE));

/* ---- measures ---- */

/* A measure of the weights w of n categories. */
#define MEASURE(name, formula)                                               \
	MG_FUNCTION(name);                                                       \
	Datum name(PG_FUNCTION_ARGS)                                             \
	{                                                                        \
		const Composition *composition = mg_composition_argument(fcinfo, 0); \
		const double *w = composition->numbers;                              \
		uint32 n = composition->entries;                                     \
                                                                             \
		return mg_figure(fcinfo, formula);                                   \
	}                                                                        \
	extern Datum name(PG_FUNCTION_ARGS)

MEASURE(mg_sql_composition_blau, mg_shares_blau(w, n));
MEASURE(mg_sql_composition_simpson, mg_shares_simpson(w, n));
MEASURE(mg_sql_composition_iqv, mg_checked_iqv(w, n, mg_categories_argument(fcinfo, 1)));
MEASURE(mg_sql_composition_shannon, mg_shares_shannon(w, n));
MEASURE(mg_sql_composition_evenness, mg_shares_evenness(w, n));
MEASURE(mg_sql_composition_hill, mg_shares_hill(w, n, mg_order_argument(fcinfo, 1)));

MG_FUNCTION(mg_sql_composition_richness);
Datum
mg_sql_composition_richness(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(mg_composition_argument(fcinfo, 0)->entries);
}

static double
total_of(const Composition *composition)
{
	return mg_shares_total(composition->numbers, composition->entries);
}

MG_FUNCTION(mg_sql_composition_total);
Datum
mg_sql_composition_total(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(total_of(mg_composition_argument(fcinfo, 0)));
}

MG_FUNCTION(mg_sql_composition_share);
Datum
mg_sql_composition_share(PG_FUNCTION_ARGS)
{
	const Composition *composition = mg_composition_argument(fcinfo, 0);
	const text *name = PG_GETARG_TEXT_PP(1);
	uint32 category;

	if (composition->entries == 0)
		PG_RETURN_NULL();
	if (!mg_find_name(mg_number_map_names(composition), VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name),
					  &category))
		PG_RETURN_FLOAT8(0);
	PG_RETURN_FLOAT8(composition->numbers[category] / total_of(composition));
}

/* ---- two compositions ---- */

/* The weight of a category in the walk; 0 where it is not there. */
static double
weight_of(const Composition *composition, uint32 category)
{
	return category == MG_NO_ENTRY ? 0 : composition->numbers[category];
}

MG_FUNCTION(mg_sql_composition_divergence);
Datum
mg_sql_composition_divergence(PG_FUNCTION_ARGS)
{
	const Composition *one = mg_composition_argument(fcinfo, 0);
	const Composition *other = mg_composition_argument(fcinfo, 1);
	size_t most = (size_t) one->entries + other->entries;
	double *one_weights = mg_alloc_array(double, most);
	double *other_weights = mg_alloc_array(double, most);
	NumberWalk walk = {0};
	uint32 steps = 0;
	size_t n = 0;

	for (; mg_number_walk(&walk, one, other); n++)
	{
		mg_step(&steps);
		one_weights[n] = weight_of(one, walk.entry[0]);
		other_weights[n] = weight_of(other, walk.entry[1]);
	}
	return mg_figure(fcinfo, mg_shares_divergence(one_weights, other_weights, n));
}

MG_FUNCTION(mg_sql_composition_plus);
Datum
mg_sql_composition_plus(PG_FUNCTION_ARGS)
{
	const Composition *one = mg_composition_argument(fcinfo, 0);
	const Composition *other = mg_composition_argument(fcinfo, 1);
	NamedNumber *parts = mg_alloc_array(NamedNumber, (size_t) one->entries + other->entries);
	NumberWalk walk = {0};
	uint32 steps = 0;
	uint32 n = 0;

	for (; mg_number_walk(&walk, one, other); n++)
	{
		bool here = walk.entry[0] != MG_NO_ENTRY;

		mg_step(&steps);
		parts[n].name =
			mg_number_map_name(here ? one : other, walk.entry[here ? 0 : 1], &parts[n].length);
		parts[n].number = weight_of(one, walk.entry[0]) + weight_of(other, walk.entry[1]);
	}
	PG_RETURN_POINTER(
		mg_number_map_make(&mg_composition_type, parts, n, ERRCODE_INTERNAL_ERROR, NULL));
}

enum
{
	ROW_CATEGORY,
	ROW_SHARE,
	ROW_POPULATION_SHARE,
	ROW_RATIO,
	ROW_COLUMNS
};

MG_FUNCTION(mg_sql_composition_representation);
Datum
mg_sql_composition_representation(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Composition *composition = mg_composition_argument(fcinfo, 0);
	const Composition *population = mg_composition_argument(fcinfo, 1);
	double total = total_of(composition);
	double population_total = total_of(population);
	NumberWalk walk = {0};

	mg_start_rows(fcinfo, &rows);
	while (mg_number_walk(&walk, composition, population))
	{
		bool here = walk.entry[0] != MG_NO_ENTRY;
		double share = weight_of(composition, walk.entry[0]) / total;
		double population_share = weight_of(population, walk.entry[1]) / population_total;
		Datum values[ROW_COLUMNS];
		bool nulls[ROW_COLUMNS];
		int length;
		const char *name =
			mg_number_map_name(here ? composition : population, walk.entry[here ? 0 : 1], &length);
		text *category = cstring_to_text_with_len(name, length);

		nulls[ROW_CATEGORY] = false;
		values[ROW_CATEGORY] = PointerGetDatum(category);
		mg_set_figure(values, nulls, ROW_SHARE, share);
		mg_set_figure(values, nulls, ROW_POPULATION_SHARE, population_share);
		mg_set_figure(values, nulls, ROW_RATIO, mg_shares_ratio(share, population_share));
		mg_put_row(&rows, values, nulls);
		pfree(category);
	}
	PG_RETURN_NULL();
}

/*
 * ---- aggregates ----
 *
 * Without weights the state is a Tally, shared with the measures (categories.c); with weights, and
 * for the union, it is a NumberTally.
 */

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
	PG_RETURN_POINTER(mg_number_map_make(&mg_composition_type, mg_tally_parts(tally), tally->used,
										 ERRCODE_INTERNAL_ERROR, NULL));
}

/* ---- with weights ---- */

/* composition_agg(category, weight) */
MG_FUNCTION(mg_sql_composition_agg_add_weight);
Datum
mg_sql_composition_agg_add_weight(PG_FUNCTION_ARGS)
{
	NumberTally *tally;

	if (PG_ARGISNULL(1))
		return mg_unchanged_state(fcinfo);
	if (PG_ARGISNULL(2))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
						errmsg("weight of a category must not be NULL"),
						errhint("Leave such rows out with FILTER (WHERE weight IS NOT NULL), or "
								"replace NULL with coalesce.")));
	tally = mg_number_state(fcinfo, NUMBERS_ADDED);
	mg_number_tally_add(tally, PG_GETARG_TEXT_PP(1), PG_GETARG_FLOAT8(2));
	PG_RETURN_POINTER(tally);
}

MAP_FUNCTION(mg_sql_composition_union_add,
			 mg_add_number_map(fcinfo, NUMBERS_ADDED, &mg_composition_type));
MAP_FUNCTION(mg_sql_composition_union_combine, mg_combine_numbers(fcinfo));
MAP_FUNCTION(mg_sql_composition_union_serialize, mg_serialize_numbers(fcinfo));
MAP_FUNCTION(mg_sql_composition_union_deserialize, mg_deserialize_numbers(fcinfo));
MAP_FUNCTION(mg_sql_composition_union_final, mg_finish_numbers(fcinfo));
