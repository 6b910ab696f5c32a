/*
 * traps.c - the traps that a personal network can be, judged from one person's figures.
 *
 * Each rule needs its own figures; a rule whose figures are NULL is not judged. The rules and their
 * sources stand in the comment of network_traps in SQL, where users look for them.
 */
#include "compat.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "functions/scores.h"

enum
{
	FORMAL_SHARE,
	DEMAND,
	NEW_SKILLS,
	EXCESS_SAME,
	ALTERS,
	MEAN_STRENGTH,
	CORE,
	FORMAL_CUT,
	DEMAND_CUT,
	EXCESS_CUT,
	SAME_ATTRIBUTES,
	ALTERS_CUT,
	STRENGTH_CUT,
	CORE_CUT
};

typedef enum Verdict
{
	UNKNOWN,
	NO,
	YES
} Verdict;

/* A share in [0, 1]; false if it is NULL. */
static bool
share_argument(FunctionCallInfo fcinfo, int argument, const char *name, double *share)
{
	if (PG_ARGISNULL(argument))
		return false;
	*share = PG_GETARG_FLOAT8(argument);
	mg_check_share(*share, name);
	return true;
}

/* A count; false if it is NULL. */
static bool
count_argument(FunctionCallInfo fcinfo, int argument, const char *name, int32 lowest, int32 *count)
{
	if (PG_ARGISNULL(argument))
		return false;
	*count = PG_GETARG_INT32(argument);
	if (*count < lowest)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"%s\" must be at least %d", name, lowest),
						errdetail("The value is %d.", *count)));
	return true;
}

/* Whether a share is above its cut point. */
static Verdict
above(FunctionCallInfo fcinfo, int figure, const char *figure_name, int cut, const char *cut_name)
{
	double share = 0;
	double limit = 1;
	bool known = share_argument(fcinfo, figure, figure_name, &share);

	known &= share_argument(fcinfo, cut, cut_name, &limit);
	return !known ? UNKNOWN : share > limit ? YES : NO;
}

static Verdict
disconnected(FunctionCallInfo fcinfo)
{
	return PG_ARGISNULL(NEW_SKILLS) ? UNKNOWN : PG_GETARG_BOOL(NEW_SKILLS) ? NO : YES;
}

/* Whether the excess over chance is above the cut point in enough attributes. */
static Verdict
biased(FunctionCallInfo fcinfo)
{
	double cut = 1;
	int32 needed = 1;
	int32 found = 0;
	int32 open = 0; /* attributes of which nothing is known */
	int32 all = 0;
	bool known = share_argument(fcinfo, EXCESS_CUT, "excess_cut", &cut);
	ArrayIterator each;
	Datum value;
	bool null;

	known &= count_argument(fcinfo, SAME_ATTRIBUTES, "same_attributes", 1, &needed);
	if (PG_ARGISNULL(EXCESS_SAME))
		return UNKNOWN;
	each = array_create_iterator(PG_GETARG_ARRAYTYPE_P(EXCESS_SAME), 0, NULL);
	for (; array_iterate(each, &value, &null); all++)
	{
		open += null;
		if (null)
			continue;
		mg_check_range(DatumGetFloat8(value), -1, 1, "excess_same");
		found += DatumGetFloat8(value) > cut;
	}
	if (!known || all == 0)
		return UNKNOWN;
	return found >= needed ? YES : found + open >= needed ? UNKNOWN : NO;
}

static Verdict
superficial(FunctionCallInfo fcinfo)
{
	double strength = 1;
	double strength_cut = 0;
	int32 alters = 0;
	int32 alters_cut = 0;
	int32 core = 0;
	int32 core_cut = 0;
	bool known = share_argument(fcinfo, MEAN_STRENGTH, "mean_strength", &strength);

	known &= share_argument(fcinfo, STRENGTH_CUT, "strength_cut", &strength_cut);
	known &= count_argument(fcinfo, ALTERS, "alters", 0, &alters);
	known &= count_argument(fcinfo, ALTERS_CUT, "alters_cut", 0, &alters_cut);
	known &= count_argument(fcinfo, CORE, "core", 0, &core);
	known &= count_argument(fcinfo, CORE_CUT, "core_cut", 0, &core_cut);
	if (!known)
		return UNKNOWN;
	return alters > alters_cut && strength < strength_cut && core < core_cut ? YES : NO;
}

MG_FUNCTION(mg_network_traps);
Datum
mg_network_traps(PG_FUNCTION_ARGS)
{
	static const char *const names[] = {"formalist", "overloaded", "disconnected expert", "biased",
										"superficial"};
	Verdict verdicts[lengthof(names)] = {
		above(fcinfo, FORMAL_SHARE, "formal_share", FORMAL_CUT, "formal_cut"),
		above(fcinfo, DEMAND, "demand", DEMAND_CUT, "demand_cut"),
		disconnected(fcinfo),
		biased(fcinfo),
		superficial(fcinfo),
	};
	Datum traps[lengthof(names)];
	bool judged = false;
	int count = 0;
	int i;

	for (i = 0; i < lengthof(names); i++)
	{
		judged |= verdicts[i] != UNKNOWN;
		if (verdicts[i] == YES)
			traps[count++] = CStringGetTextDatum(names[i]);
	}
	if (!judged)
		PG_RETURN_NULL();
	PG_RETURN_ARRAYTYPE_P(construct_array(traps, count, TEXTOID, -1, false, TYPALIGN_INT));
}
