/*
 * traps.c - the traps that a personal network can be, judged from one person's figures.
 *
 * Each rule needs its own figures; a rule whose figures are NULL is not judged. The rules and their
 * sources stand in the comment of network_traps in SQL, where users look for them.
 */
#include "compat.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "utils/builtins.h"

#include "arguments.h"
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

/* A share in [0, 1]; NaN if it is NULL. */
static double
share_argument(FunctionCallInfo fcinfo, int argument, const char *name)
{
	double share;

	if (PG_ARGISNULL(argument))
		return NAN;
	share = PG_GETARG_FLOAT8(argument);
	mg_check_share(share, name);
	return share;
}

/* A count; NaN if it is NULL. */
static double
count_argument(FunctionCallInfo fcinfo, int argument, const char *name, int32 lowest)
{
	int32 count;

	if (PG_ARGISNULL(argument))
		return NAN;
	count = PG_GETARG_INT32(argument);
	if (count < lowest)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"%s\" must be at least %d", name, lowest),
						errdetail("The value is %d.", count)));
	return count;
}

static Verdict
above(double figure, double cut)
{
	return isnan(figure) || isnan(cut) ? UNKNOWN : figure > cut ? YES : NO;
}

/* Whether both hold: one that does not is enough to know. */
static Verdict
both(Verdict one, Verdict other)
{
	return one == NO || other == NO ? NO : one == UNKNOWN || other == UNKNOWN ? UNKNOWN : YES;
}

static Verdict
formalist(FunctionCallInfo fcinfo)
{
	return above(share_argument(fcinfo, FORMAL_SHARE, "formal_share"),
				 share_argument(fcinfo, FORMAL_CUT, "formal_cut"));
}

static Verdict
overloaded(FunctionCallInfo fcinfo)
{
	return above(share_argument(fcinfo, DEMAND, "demand"),
				 share_argument(fcinfo, DEMAND_CUT, "demand_cut"));
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
	double cut = share_argument(fcinfo, EXCESS_CUT, "excess_cut");
	double needed = count_argument(fcinfo, SAME_ATTRIBUTES, "same_attributes", 1);
	double *excess;
	int count;
	int found[YES + 1] = {0};
	int i;

	if (PG_ARGISNULL(EXCESS_SAME))
		return UNKNOWN;
	excess = mg_figures_argument(fcinfo, EXCESS_SAME, "excess_same", &count);
	for (i = 0; i < count; i++)
	{
		if (!isnan(excess[i]))
			mg_check_range(excess[i], -1, 1, "excess_same");
		found[above(excess[i], cut)]++;
	}
	if (isnan(needed) || count < needed)
		return UNKNOWN;
	return found[YES] >= needed ? YES : found[YES] + found[UNKNOWN] >= needed ? UNKNOWN : NO;
}

static Verdict
superficial(FunctionCallInfo fcinfo)
{
	Verdict many = above(count_argument(fcinfo, ALTERS, "alters", 0),
						 count_argument(fcinfo, ALTERS_CUT, "alters_cut", 0));
	Verdict weak = above(share_argument(fcinfo, STRENGTH_CUT, "strength_cut"),
						 share_argument(fcinfo, MEAN_STRENGTH, "mean_strength"));
	Verdict hollow = above(count_argument(fcinfo, CORE_CUT, "core_cut", 0),
						   count_argument(fcinfo, CORE, "core", 0));

	return both(many, both(weak, hollow));
}

MG_FUNCTION(mg_network_traps);
Datum
mg_network_traps(PG_FUNCTION_ARGS)
{
	static const char *const names[] = {"formalist", "overloaded", "disconnected expert", "biased",
										"superficial"};
	Verdict verdicts[lengthof(names)] = {
		formalist(fcinfo), overloaded(fcinfo),  disconnected(fcinfo),
		biased(fcinfo),    superficial(fcinfo),
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
