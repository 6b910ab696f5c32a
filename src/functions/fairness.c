/*
 * fairness.c - whether groups are treated alike, and what may be shown of small ones: rate_gap, the
 * window functions holm and suppress_small, the aggregate mantel_haenszel.
 *
 * A window function reads its whole partition at the first row, and keeps what it found for the
 * others: O(n) for a partition of n rows.
 */
#include "base/compat.h"

#include <math.h>

#include "catalog/pg_type_d.h"
#include "common/shortest_dec.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "windowapi.h"

#include "aggregates/strata_tally.h"
#include "base/host.h"
#include "math/holm.h"
#include "math/normal.h"
#include "math/rates.h"
#include "math/suppress.h"
#include "server/arguments.h"
#include "server/results.h"

/* ---- rate_gap ---- */

/* x of n, in arguments that lie one after the other; 22023 if they are no counts of a group. */
static void
check_counts(FunctionCallInfo fcinfo, int argument, const char *x_name, const char *n_name)
{
	int64 x = PG_GETARG_INT64(argument);
	int64 n = PG_GETARG_INT64(argument + 1);

	mg_check_at_least(x, 0, x_name, "Give the number of people to whom it applies.");
	mg_check_at_least(n, 0, n_name, "Give the number of people in the group.");
	if (x > n)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"%s\" must be at most \"%s\"", x_name, n_name),
						errdetail("The values are " INT64_FORMAT " and " INT64_FORMAT ".", x, n),
						errhint("Give first to how many people of a group it applies, then how "
								"many there are.")));
	if (n > MG_MAX_GROUP)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("\"%s\" must be at most " INT64_FORMAT, n_name, MG_MAX_GROUP),
						errdetail("The value is " INT64_FORMAT ".", n)));
}

static double
confidence_argument(FunctionCallInfo fcinfo, int argument)
{
	double confidence = PG_GETARG_FLOAT8(argument);

	if (!(confidence > 0 && confidence < 1))
		mg_refuse_number("\"confidence\" must be greater than 0 and less than 1", confidence,
						 "Give a share, for example 0.95.");
	return confidence;
}

/* rate_gap(x1, n1, x2, n2, confidence) */
MG_FUNCTION(mg_sql_rate_gap);
Datum
mg_sql_rate_gap(PG_FUNCTION_ARGS)
{
	enum
	{
		RATE1,
		RATE2,
		DIFFERENCE,
		LOWER,
		UPPER,
		IMPACT_RATIO,
		FISHER_P,
		COLUMNS
	};
	Datum values[COLUMNS];
	bool nulls[COLUMNS];
	RateGap gap;

	check_counts(fcinfo, 0, "x1", "n1");
	check_counts(fcinfo, 2, "x2", "n2");
	mg_rate_gap(PG_GETARG_INT64(0), PG_GETARG_INT64(1), PG_GETARG_INT64(2), PG_GETARG_INT64(3),
				mg_normal_z(confidence_argument(fcinfo, 4)), &gap);
	mg_set_figure(values, nulls, RATE1, gap.rate1);
	mg_set_figure(values, nulls, RATE2, gap.rate2);
	mg_set_figure(values, nulls, DIFFERENCE, gap.difference);
	mg_set_figure(values, nulls, LOWER, gap.lower);
	mg_set_figure(values, nulls, UPPER, gap.upper);
	mg_set_figure(values, nulls, IMPACT_RATIO, gap.impact_ratio);
	mg_set_figure(values, nulls, FISHER_P, gap.fisher_p);
	return mg_one_row(fcinfo, values, nulls);
}

/* ---- mantel_haenszel ---- */

MG_FUNCTION(mg_sql_mantel_haenszel_add);
Datum
mg_sql_mantel_haenszel_add(PG_FUNCTION_ARGS)
{
	StrataTally *tally;

	if (PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(3))
		return mg_unchanged_state(fcinfo);
	if (PG_ARGISNULL(0))
		tally =
			mg_strata_tally_create(mg_tally_argument_kind(fcinfo, 3), mg_aggregate_context(fcinfo));
	else
		tally = (StrataTally *) PG_GETARG_POINTER(0);
	mg_strata_tally_add(tally, PG_GETARG_DATUM(3), PG_GETARG_BOOL(1), PG_GETARG_BOOL(2));
	PG_RETURN_POINTER(tally);
}

MG_FUNCTION(mg_sql_mantel_haenszel_combine);
Datum
mg_sql_mantel_haenszel_combine(PG_FUNCTION_ARGS)
{
	StrataTally *tally = PG_ARGISNULL(0) ? NULL : (StrataTally *) PG_GETARG_POINTER(0);

	if (PG_ARGISNULL(1))
		return mg_unchanged_state(fcinfo);
	PG_RETURN_POINTER(mg_strata_tally_combine(tally, (const StrataTally *) PG_GETARG_POINTER(1),
											  mg_aggregate_context(fcinfo)));
}

MG_FUNCTION(mg_sql_mantel_haenszel_serialize);
Datum
mg_sql_mantel_haenszel_serialize(PG_FUNCTION_ARGS)
{
	mg_aggregate_context(fcinfo);
	PG_RETURN_BYTEA_P(mg_strata_tally_serialize((const StrataTally *) PG_GETARG_POINTER(0)));
}

MG_FUNCTION(mg_sql_mantel_haenszel_deserialize);
Datum
mg_sql_mantel_haenszel_deserialize(PG_FUNCTION_ARGS)
{
	bytea *bytes = PG_GETARG_BYTEA_PP(0);

	mg_aggregate_context(fcinfo);
	PG_RETURN_POINTER(mg_strata_tally_deserialize(fcinfo->flinfo, VARDATA_ANY(bytes)));
}

MG_FUNCTION(mg_sql_mantel_haenszel_final);
Datum
mg_sql_mantel_haenszel_final(PG_FUNCTION_ARGS)
{
	enum
	{
		ODDS_RATIO,
		LOWER,
		UPPER,
		P,
		COLUMNS
	};
	Datum values[COLUMNS];
	bool nulls[COLUMNS];
	CommonOdds odds;

	mg_aggregate_context(fcinfo);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	odds = mg_strata_tally_odds((const StrataTally *) PG_GETARG_POINTER(0));
	mg_set_figure(values, nulls, ODDS_RATIO, odds.odds_ratio);
	mg_set_figure(values, nulls, LOWER, odds.lower);
	mg_set_figure(values, nulls, UPPER, odds.upper);
	mg_set_figure(values, nulls, P, odds.p);
	return mg_one_row(fcinfo, values, nulls);
}

/* ---- window functions ---- */

/* Memory for the partition, the same at each of its rows and zero at the first, with one element a
 * row. */
static void *
partition_memory(WindowObject window, Size header, Size element)
{
	Size rows = WinGetPartitionRowCount(window);

	if (rows > (MaxAllocSize - header) / element)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("a window partition has too many rows"),
						errdetail("It has %zu rows; at most %zu are possible.", rows,
								  (MaxAllocSize - header) / element)));
	return WinGetPartitionLocalMemory(window, header + rows * element);
}

/* An argument at a row of the partition. */
static Datum
argument_at(WindowObject window, int argument, int64 row, bool *null)
{
	bool outside;

	return WinGetFuncArgInPartition(window, argument, row, WINDOW_SEEK_HEAD, false, null, &outside);
}

typedef struct HolmPartition
{
	bool ready;
	double p[FLEXIBLE_ARRAY_MEMBER]; /* NaN for NULL */
} HolmPartition;

/* holm(p) OVER (...) */
MG_FUNCTION(mg_sql_holm);
Datum
mg_sql_holm(PG_FUNCTION_ARGS)
{
	WindowObject window = PG_WINDOW_OBJECT();
	HolmPartition *partition = partition_memory(window, offsetof(HolmPartition, p), sizeof(double));

	if (!partition->ready)
	{
		int64 rows = WinGetPartitionRowCount(window);
		uint32 steps = 0;
		int64 row;

		for (row = 0; row < rows; row++)
		{
			bool null;
			double p = DatumGetFloat8(argument_at(window, 0, row, &null));

			mg_step(&steps);
			if (!null)
				mg_check_range(p, 0, 1, "p", NULL);
			partition->p[row] = null ? NAN : p;
		}
		mg_holm(partition->p, rows);
		partition->ready = true;
	}
	return mg_figure(fcinfo, partition->p[WinGetCurrentPosition(window)]);
}

/* ---- suppress_small ---- */

typedef struct SuppressPartition
{
	bool ready;
	GroupFigure groups[FLEXIBLE_ARRAY_MEMBER];
} SuppressPartition;

#define DEFAULT_MIN_GROUP 5

/* A figure as a number; NaN if its type is no number. */
static double
number_of(Oid type, Datum figure)
{
	switch (type)
	{
		case INT2OID:
			return DatumGetInt16(figure);
		case INT4OID:
			return DatumGetInt32(figure);
		case INT8OID:
			return DatumGetInt64(figure);
		case FLOAT4OID:
			return DatumGetFloat4(figure);
		case FLOAT8OID:
			return DatumGetFloat8(figure);
		case NUMERICOID:
			return DatumGetFloat8(DirectFunctionCall1(numeric_float8_no_overflow, figure));
		default:
			return NAN;
	}
}

/* At which limits of its range a figure stands: a count from 0 to the people, a share or a
 * percentage. */
static uint8
limits_of(double figure, int64 people)
{
	return (figure == 0) | (figure == 1) << 1 | (figure == 100) << 2 | (figure == people) << 3;
}

/* The minimum for a group, or whether the total is known: the same in all rows. */
static int64
parameter_at(WindowObject window, int argument, int64 row, int64 before, const char *name)
{
	bool null;
	Datum datum = argument_at(window, argument, row, &null);
	int64 value;

	if (null)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("\"%s\" must not be NULL", name)));
	value = argument == 2 ? DatumGetInt64(datum) : DatumGetBool(datum);
	if (row > 0 && value != before)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"%s\" must be the same in all rows of a window partition", name),
						errhint("Add it to PARTITION BY, or use one value.")));
	return value;
}

static void
read_group(WindowObject window, Oid type, int64 row, GroupFigure *group)
{
	bool no_figure;
	bool no_people;
	Datum figure = argument_at(window, 0, row, &no_figure);
	Datum people;
	double number = no_figure ? NAN : number_of(type, figure);

	people = argument_at(window, 1, row, &no_people);
	if (!no_people)
		mg_check_at_least(DatumGetInt64(people), 0, "people",
						  "Give the number of people in the group.");
	group->there = !no_figure;
	group->people = no_people ? MG_UNKNOWN_PEOPLE : DatumGetInt64(people);
	group->limits = limits_of(number, group->people);
}

static void
suppress_partition(FunctionCallInfo fcinfo, SuppressPartition *partition)
{
	WindowObject window = PG_WINDOW_OBJECT();
	Oid type = getBaseType(get_fn_expr_argtype(fcinfo->flinfo, 0));
	int64 rows = WinGetPartitionRowCount(window);
	int64 min_group = DEFAULT_MIN_GROUP;
	int64 total_known = true;
	uint32 steps = 0;
	int64 row;

	for (row = 0; row < rows; row++)
	{
		mg_step(&steps);
		if (PG_NARGS() > 2)
			min_group = parameter_at(window, 2, row, min_group, "min_group");
		if (PG_NARGS() > 3)
			total_known = parameter_at(window, 3, row, total_known, "total_known");
		read_group(window, type, row, &partition->groups[row]);
	}
	mg_check_at_least(min_group, 1, "min_group",
					  "Give the fewest people that a figure may be about, for example 5.");
	mg_suppress(partition->groups, rows, min_group, total_known);
	partition->ready = true;
}

/* suppress_small(value, people, min_group, total_known) OVER (...), the last two or one left out */
MG_FUNCTION(mg_sql_suppress_small);
Datum
mg_sql_suppress_small(PG_FUNCTION_ARGS)
{
	WindowObject window = PG_WINDOW_OBJECT();
	SuppressPartition *partition =
		partition_memory(window, offsetof(SuppressPartition, groups), sizeof(GroupFigure));
	Datum figure;
	bool null;

	if (!partition->ready)
		suppress_partition(fcinfo, partition);
	if (partition->groups[WinGetCurrentPosition(window)].hidden)
		PG_RETURN_NULL();
	figure = WinGetFuncArgCurrent(window, 0, &null);
	if (null)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(figure);
}
