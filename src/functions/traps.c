/*
 * traps.c - network traps, judged from one person's figures.
 *
 * Each rule needs its own figures; a rule whose figures are NULL is not judged. The rules and their
 * sources are in sql/README.md.
 */
#include "base/compat.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "utils/builtins.h"

#include "server/arguments.h"
#include "server/figures.h"

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
	return above(mg_share_argument(fcinfo, FORMAL_SHARE, "formal_share"),
				 mg_share_argument(fcinfo, FORMAL_CUT, "formal_cut"));
}

static Verdict
overloaded(FunctionCallInfo fcinfo)
{
	return above(mg_share_argument(fcinfo, DEMAND, "demand"),
				 mg_share_argument(fcinfo, DEMAND_CUT, "demand_cut"));
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
	double cut = mg_share_argument(fcinfo, EXCESS_CUT, "excess_cut");
	uint32 needed = mg_limit_argument(
		fcinfo, SAME_ATTRIBUTES, "same_attributes",
		"It is the number of attributes in which the excess must be above \"excess_cut\".");
	double *excess;
	int count;
	uint32 found[YES + 1] = {0};
	int i;

	if (PG_ARGISNULL(EXCESS_SAME))
		return UNKNOWN;
	excess = mg_figures_argument(fcinfo, EXCESS_SAME, "excess_same", &count);
	for (i = 0; i < count; i++)
	{
		if (!isnan(excess[i]))
			mg_check_range(excess[i], -1, 1, "excess_same", NULL);
		found[above(excess[i], cut)]++;
	}
	if (PG_ARGISNULL(SAME_ATTRIBUTES) || count < needed)
		return UNKNOWN;
	return found[YES] >= needed ? YES : found[YES] + found[UNKNOWN] >= needed ? UNKNOWN : NO;
}

static Verdict
superficial(FunctionCallInfo fcinfo)
{
	Verdict many = above(mg_count_argument(fcinfo, ALTERS, "alters"),
						 mg_count_argument(fcinfo, ALTERS_CUT, "alters_cut"));
	Verdict weak = above(mg_share_argument(fcinfo, STRENGTH_CUT, "strength_cut"),
						 mg_share_argument(fcinfo, MEAN_STRENGTH, "mean_strength"));
	Verdict hollow = above(mg_count_argument(fcinfo, CORE_CUT, "core_cut"),
						   mg_count_argument(fcinfo, CORE, "core"));

	return both(many, both(weak, hollow));
}

MG_FUNCTION(mg_sql_network_traps);
Datum
mg_sql_network_traps(PG_FUNCTION_ARGS)
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
