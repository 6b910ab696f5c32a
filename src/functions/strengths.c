/*
 * strengths.c - strengths that fade with the time since the last contact.
 */
#include "base/compat.h"

#include "datatype/timestamp.h"
#include "utils/builtins.h"
#include "utils/timestamp.h"

#include "math/half_life.h"
#include "server/arguments.h"

#define SMALLEST 4.9406564584124654e-324 /* a strength is never 0 */

/* The length of an interval in seconds: years of 365.25 days, other months of 30 days. */
static double
seconds_of(const Interval *interval)
{
	double days = (interval->month / MONTHS_PER_YEAR) * DAYS_PER_YEAR +
				  (double) (interval->month % MONTHS_PER_YEAR) * DAYS_PER_MONTH + interval->day;

	return days * SECS_PER_DAY + interval->time / (double) USECS_PER_SEC;
}

static void
refuse_time(const char *problem, Timestamp last_contact, Timestamp as_of, const char *hint)
{
	const char *contact =
		DatumGetCString(DirectFunctionCall1(timestamp_out, TimestampGetDatum(last_contact)));
	const char *date =
		DatumGetCString(DirectFunctionCall1(timestamp_out, TimestampGetDatum(as_of)));

	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("%s", problem),
					errdetail("The last contact was at %s; \"as_of\" is %s.", contact, date),
					errhint("%s", hint)));
}

/* decayed_strength(strength, last_contact, as_of, half_life) */
MG_FUNCTION(mg_sql_decayed_strength);
Datum
mg_sql_decayed_strength(PG_FUNCTION_ARGS)
{
	double strength = PG_GETARG_FLOAT8(0);
	Timestamp last_contact = PG_GETARG_TIMESTAMP(1);
	Timestamp as_of = PG_GETARG_TIMESTAMP(2);
	const Interval *half_life = PG_GETARG_INTERVAL_P(3);
	double length = seconds_of(half_life);
	double decayed;

	if (!mg_strength_valid(strength))
		mg_refuse_number("\"strength\" must be greater than 0 and at most 1", strength, NULL);
	if (!(length > 0))
		mg_refuse_number("\"half_life\" must be longer than 0 seconds", length, NULL);
	if (TIMESTAMP_NOT_FINITE(last_contact) || TIMESTAMP_NOT_FINITE(as_of))
		refuse_time("times of contacts must be finite", last_contact, as_of,
					"An unknown last contact is NULL.");
	if (last_contact > as_of)
		refuse_time("last contact must not be after \"as_of\"", last_contact, as_of,
					"Leave such contacts out, or choose a later date.");
	decayed =
		mg_halved(strength, ((double) as_of - (double) last_contact) / USECS_PER_SEC / length);
	PG_RETURN_FLOAT8(decayed > 0 ? decayed : SMALLEST);
}
