/*
 * keys.c - person ids from text keys, and strengths from survey answers.
 *
 * person_key is frozen: the first 53 bits of the SHA-256 of the text in UTF-8, most significant
 * first. Any language can compute it, and it never changes, as generated columns and stored
 * networks depend on it. JSON, JavaScript and pandas, which know numbers as double precision, keep
 * 53 bits. With a million people, two share a key with a probability of 1 in 18 000 (n^2 / 2^54),
 * which a unique index finds.
 */
#include "base/compat.h"

#include <float.h>
#include <math.h>

#include "common/cryptohash.h"
#include "common/sha2.h"
#include "common/shortest_dec.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/uuid.h"

#include "server/arguments.h"

#define KEY_BITS 53

static int64
key_of(const char *text, int length)
{
	uint8 digest[PG_SHA256_DIGEST_LENGTH];
	const char *utf8 = pg_server_to_any(text, length, PG_UTF8);
	int utf8_length = utf8 == text ? length : (int) strlen(utf8);
	pg_cryptohash_ctx *hash = pg_cryptohash_create(PG_SHA256);
	uint64 key = 0;
	bool done;
	int i;

	done = hash != NULL && pg_cryptohash_init(hash) >= 0 &&
		   pg_cryptohash_update(hash, (const uint8 *) utf8, utf8_length) >= 0 &&
		   pg_cryptohash_final(hash, digest, sizeof(digest)) >= 0;
	pg_cryptohash_free(hash);
	if (!done)
		elog(ERROR, "could not compute a person's key");
	for (i = 0; i < 8; i++)
		key = key << 8 | digest[i];
	return (int64) (key >> (64 - KEY_BITS));
}

MG_FUNCTION(mg_sql_person_key_text);
Datum
mg_sql_person_key_text(PG_FUNCTION_ARGS)
{
	text *value = PG_GETARG_TEXT_PP(0);

	PG_RETURN_INT64(key_of(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value)));
}

MG_FUNCTION(mg_sql_person_key_uuid);
Datum
mg_sql_person_key_uuid(PG_FUNCTION_ARGS)
{
	char *value = DatumGetCString(DirectFunctionCall1(uuid_out, PG_GETARG_DATUM(0)));

	PG_RETURN_INT64(key_of(value, strlen(value)));
}

static const char *
shown(double number)
{
	char *text = palloc(DOUBLE_SHORTEST_DECIMAL_LEN);

	double_to_shortest_decimal_buf(number, text);
	return text;
}

/* The limits of a scale: finite, and in this order. */
static void
check_scale(double lowest, double highest)
{
	if (lowest < highest && !isinf(lowest) && !isinf(highest))
		return;
	if (!isfinite(lowest) || !isfinite(highest))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"lowest\" and \"highest\" must be finite"),
						errdetail("The scale is from %s to %s.", shown(lowest), shown(highest))));
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("\"lowest\" must be less than \"highest\""),
					errdetail("The scale is from %s to %s.", shown(lowest), shown(highest)),
					lowest > highest
						? errhint("If %s is the best answer, negate the answer and both limits: "
								  "strength_from_scale(-value, %s, %s).",
								  shown(highest), shown(-lowest), shown(-highest))
						: 0));
}

/* To 15 digits, which every decimal number of so many digits survives: 0.7375, not
 * 0.7374999999999999. */
static double
rounded(double number)
{
	char shown[32];

	snprintf(shown, sizeof(shown), "%.15g", number);
	return strtod(shown, NULL);
}

/* strength_from_scale(value, lowest, highest, floor, ceiling) */
MG_FUNCTION(mg_sql_strength_from_scale);
Datum
mg_sql_strength_from_scale(PG_FUNCTION_ARGS)
{
	double value = PG_GETARG_FLOAT8(0);
	double lowest = PG_GETARG_FLOAT8(1);
	double highest = PG_GETARG_FLOAT8(2);
	double floor = PG_GETARG_FLOAT8(3);
	double ceiling = PG_GETARG_FLOAT8(4);
	double scale;
	double strength;

	check_scale(lowest, highest);
	if (!mg_strength_valid(ceiling))
		mg_refuse_number("\"ceiling\" must be greater than 0 and at most 1", ceiling, NULL);
	if (!(mg_strength_valid(floor) && floor <= ceiling))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"floor\" must be greater than 0 and at most \"ceiling\""),
				 errdetail("\"floor\" is %s, \"ceiling\" is %s.", shown(floor), shown(ceiling))));
	if (!(value >= lowest && value <= highest))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"value\" must be between \"lowest\" and \"highest\""),
						errdetail("The value is %s, and the scale is from %s to %s.", shown(value),
								  shown(lowest), shown(highest)),
						errhint("Leave out answers that are not on the scale, such as codes for "
								"no answer.")));

	/* Halved where the length of the scale is not finite, and only there: half of 5e-324 is 0. */
	scale = isinf(highest - lowest) ? 0.5 : 1;
	strength = floor + (value * scale - lowest * scale) / (highest * scale - lowest * scale) *
						   (ceiling - floor);
	strength = rounded(strength);
	PG_RETURN_FLOAT8(Min(Max(strength, floor), ceiling));
}
