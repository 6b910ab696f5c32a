/*
 * arguments.c - reading the arguments of SQL functions, with errors that say what was seen.
 */
#include "server/arguments.h"

#include "catalog/pg_type.h"
#include "common/shortest_dec.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "values/scan.h"

const int64 *
mg_people_argument(FunctionCallInfo fcinfo, int argument, const char *name, size_t *count)
{
	ArrayType *array = PG_GETARG_ARRAYTYPE_P(argument);

	if (array_contains_nulls(array))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
						errmsg("\"%s\" must not contain NULL", name),
						errhint("Remove the NULLs, for example with array_remove(..., NULL).")));
	Assert(ARR_ELEMTYPE(array) == INT8OID);
	*count = ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
	return (const int64 *) ARR_DATA_PTR(array);
}

uint32 *
mg_known_people_argument(FunctionCallInfo fcinfo, int argument, const char *name,
						 const Graph *graph, size_t *count)
{
	size_t given;
	const int64 *ids = mg_people_argument(fcinfo, argument, name, &given);
	uint32 *people = mg_alloc_array(uint32, given);
	uint8 *seen = given > 1 ? mg_alloc_zero((size_t) graph->people / 8 + 1) : NULL;
	uint32 steps = 0;
	size_t i;

	*count = 0;
	for (i = 0; i < given; i++)
	{
		uint32 person = mg_graph_person(graph, ids[i]);

		mg_step(&steps);
		if (person == MG_NOBODY || (seen && (seen[person / 8] >> (person % 8) & 1)))
			continue;
		if (seen)
			seen[person / 8] |= 1 << (person % 8);
		people[(*count)++] = person;
	}
	if (seen)
		pfree(seen);
	return people;
}

bool *
mg_marked_people_argument(FunctionCallInfo fcinfo, int argument, const char *name,
						  const Graph *graph)
{
	size_t count;
	const uint32 *people = mg_known_people_argument(fcinfo, argument, name, graph, &count);
	bool *marked = count > 0 ? mg_alloc_zero_array(bool, graph->people) : NULL;
	size_t i;

	for (i = 0; i < count; i++)
		marked[people[i]] = true;
	return marked;
}

int
mg_choice_argument(FunctionCallInfo fcinfo, int argument, const char *name,
				   const char *const *words, int count)
{
	char *value = text_to_cstring(PG_GETARG_TEXT_PP(argument));
	StringInfoData list;
	int i;

	for (i = 0; i < count; i++)
		if (strcmp(value, words[i]) == 0)
			return i;

	initStringInfo(&list);
	for (i = 0; i < count; i++)
		appendStringInfo(&list, "%s\"%s\"", i == 0 ? "" : ", ", words[i]);
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("invalid value for argument \"%s\": \"%s\"", name, value),
					errhint("Available values: %s.", list.data)));
	return -1;
}

Direction
mg_direction_argument(FunctionCallInfo fcinfo, int argument)
{
	static const char *const directions[] = {[DIRECTION_OUT] = "out", [DIRECTION_IN] = "in"};

	return mg_choice_argument(fcinfo, argument, "direction", directions, lengthof(directions));
}

Neighbours
mg_neighbours_argument(FunctionCallInfo fcinfo, int argument)
{
	static const char *const words[] = {[MG_BOTH] = "both",
										[MG_SUPPORTERS] = "supporters",
										[MG_SUPPORTED] = "supported",
										[MG_MUTUAL] = "mutual"};

	return mg_choice_argument(fcinfo, argument, "neighbours", words, lengthof(words));
}

void
mg_check_at_least(int64 value, int32 minimum, const char *name, const char *hint)
{
	if (value < minimum)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"%s\" must be at least %d", name, minimum),
						errdetail("The value is " INT64_FORMAT ".", value), errhint("%s", hint)));
}

uint32
mg_limit_argument(FunctionCallInfo fcinfo, int argument, const char *name, const char *hint)
{
	if (PG_ARGISNULL(argument))
		return PG_INT32_MAX;
	mg_check_at_least(PG_GETARG_INT32(argument), 1, name, hint);
	return PG_GETARG_INT32(argument);
}

int
mg_digits_argument(FunctionCallInfo fcinfo, int argument)
{
	if (PG_ARGISNULL(argument))
		return MG_ALL_DIGITS;
	mg_check_at_least(PG_GETARG_INT32(argument), 0, "digits", "NULL shows strengths as they are.");
	return Min(PG_GETARG_INT32(argument), MG_ALL_DIGITS);
}

void
mg_refuse_number(const char *message, double number, const char *hint)
{
	char shown[DOUBLE_SHORTEST_DECIMAL_LEN];

	double_to_shortest_decimal_buf(number, shown);
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("%s", message),
					errdetail("The value is %s.", shown), hint ? errhint("%s", hint) : 0));
}

void
mg_check_range(double number, int lowest, int highest, const char *name, const char *hint)
{
	if (number >= lowest && number <= highest)
		return;
	mg_refuse_number(psprintf("\"%s\" must be between %d and %d", name, lowest, highest), number,
					 hint);
}

void
mg_check_share(double share, const char *name)
{
	char of_hundred[64];

	if (share > 1 && share <= 100)
		snprintf(of_hundred, sizeof(of_hundred), "As a share, %.4g%% is %.4g.", share, share / 100);
	mg_check_range(share, 0, 1, name, share > 1 && share <= 100 ? of_hundred : NULL);
}

double
mg_least_strength_argument(FunctionCallInfo fcinfo, int argument, const char *name)
{
	if (PG_ARGISNULL(argument))
		return 0;
	mg_check_share(PG_GETARG_FLOAT8(argument), name);
	return PG_GETARG_FLOAT8(argument);
}

void
mg_check_strength(double strength, int64 source, int64 target)
{
	char shown[DOUBLE_SHORTEST_DECIMAL_LEN];

	if (mg_strength_valid(strength))
		return;
	double_to_shortest_decimal_buf(strength, shown);
	ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					errmsg("strength of a tie must be greater than 0 and at most 1"),
					errdetail("The tie from person " INT64_FORMAT " to person " INT64_FORMAT
							  " has strength %s.",
							  source, target, shown),
					errhint("Leave out ties that do not count, or convert survey answers with "
							"strength_from_scale.")));
}

void
mg_check_not_self(int64 source, int64 target)
{
	if (source != target)
		return;
	ereport(ERROR,
			(errcode(ERRCODE_DATA_EXCEPTION), errmsg("a person cannot have a tie to themselves"),
			 errdetail("Source and target are both person " INT64_FORMAT ".", source),
			 errhint("Leave such rows out: WHERE source <> target.")));
}

MemoryContext
mg_aggregate_context(FunctionCallInfo fcinfo)
{
	MemoryContext aggregate;

	if (!AggCheckCallContext(fcinfo, &aggregate))
		ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
						errmsg("this function can be called only as part of an aggregate")));
	return aggregate;
}

Datum
mg_unchanged_state(FunctionCallInfo fcinfo)
{
	mg_aggregate_context(fcinfo);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	PG_RETURN_DATUM(PG_GETARG_DATUM(0));
}

MemoryContext
mg_enter_aggregate(FunctionCallInfo fcinfo)
{
	return MemoryContextSwitchTo(mg_aggregate_context(fcinfo));
}
