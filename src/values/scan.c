/*
 * scan.c - reading the text forms of the types.
 *
 * One left-to-right pass; every error names the position. Numbers are read by strtod, which in a
 * server always means a decimal point, from a copy of bounded length.
 */
#include "values/scan.h"

#include <math.h>

#include "common/int.h"
#include "common/shortest_dec.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#define NUMBER_ROOM 400

void
mg_scan_start(TextScan *scan, const char *type, const char *text, Node *context)
{
	scan->type = type;
	scan->text = scan->at = text;
	scan->context = context;
}

static void
skip_space(TextScan *scan)
{
	while (*scan->at == ' ' || (*scan->at >= '\t' && *scan->at <= '\r'))
		scan->at++;
}

bool
mg_scan_end(TextScan *scan)
{
	skip_space(scan);
	return *scan->at == '\0';
}

bool
mg_scan_sign(TextScan *scan, const char *sign)
{
	Size length = strlen(sign);

	skip_space(scan);
	if (strncmp(scan->at, sign, length) != 0)
		return false;
	scan->at += length;
	return true;
}

int
mg_scan_position(const TextScan *scan)
{
	return pg_mbstrlen_with_len(scan->text, scan->at - scan->text) + 1;
}

const char *
mg_scan_seen(const TextScan *scan)
{
	int length;

	if (*scan->at == '\0')
		return "the end of the text";
	length = pg_mbcliplen(scan->at, strnlen(scan->at, 64), 20);
	return psprintf("\"%.*s\"", length, scan->at);
}

bool
mg_scan_expected(TextScan *scan, const char *what)
{
	mg_soft_error(scan->context, (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
								  errmsg("invalid input syntax for type %s", scan->type),
								  errdetail("Expected %s at position %d, found %s.", what,
											mg_scan_position(scan), mg_scan_seen(scan))));
	return false;
}

bool
mg_scan_out_of_range(TextScan *scan, const char *what)
{
	mg_soft_error(scan->context,
				  (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				   errmsg("%s out of range in text of type %s", what, scan->type),
				   errdetail("At position %d: %s.", mg_scan_position(scan), mg_scan_seen(scan))));
	return false;
}

/* A whole number of 64 bits; the two texts say what it is. */
static bool
scan_integer(TextScan *scan, const char *expected, const char *what, int64 *number)
{
	const char *digit;
	bool negative;
	int64 value = 0;

	skip_space(scan);
	negative = *scan->at == '-';
	digit = scan->at + (negative ? 1 : 0);
	if (*digit < '0' || *digit > '9')
		return mg_scan_expected(scan, expected);
	for (; *digit >= '0' && *digit <= '9'; digit++)
	{
		int64 next = *digit - '0';

		/* Negative numbers count down: the smallest has no positive twin. */
		if (pg_mul_s64_overflow(value, 10, &value) ||
			(negative ? pg_sub_s64_overflow(value, next, &value)
					  : pg_add_s64_overflow(value, next, &value)))
			return mg_scan_out_of_range(scan, what);
	}
	scan->at = digit;
	*number = value;
	return true;
}

bool
mg_scan_id(TextScan *scan, int64 *id)
{
	return scan_integer(scan, "a person's id", "person id", id);
}

bool
mg_scan_thing(TextScan *scan, int64 *id)
{
	return scan_integer(scan, "the id of a thing or \"->\"", "id", id);
}

bool
mg_scan_places(TextScan *scan, int64 most, int64 *places)
{
	const char *start;

	skip_space(scan);
	start = scan->at;
	if (*start == '-' || !scan_integer(scan, "a number of places", "number of places", places))
		return *start == '-' ? mg_scan_expected(scan, "a number of places") : false;
	if (*places <= most)
		return true;
	scan->at = start;
	return mg_scan_out_of_range(scan, "number of places");
}

bool
mg_scan_number(TextScan *scan, double *number)
{
	char copy[NUMBER_ROOM];
	Size length;
	char *end;

	skip_space(scan);
	length = strspn(scan->at, "+-.0123456789eE");
	if (length == 0)
		return mg_scan_expected(scan, "a number");
	if (length >= sizeof(copy))
		return mg_scan_out_of_range(scan, "number of more than 399 characters");
	memcpy(copy, scan->at, length);
	copy[length] = '\0';
	errno = 0;
	*number = strtod(copy, &end);
	if (end == copy)
		return mg_scan_expected(scan, "a number");
	if ((errno == ERANGE && (*number == 0 || isinf(*number))) || isinf(*number))
		return mg_scan_out_of_range(scan, "number");
	scan->at += end - copy;
	return true;
}

/* A number in (0, 1]; the text says what is wrong with others. */
static bool
scan_share(TextScan *scan, const char *refused, double *share)
{
	const char *start;

	skip_space(scan);
	start = scan->at;
	if (!mg_scan_number(scan, share))
		return false;
	if (*share > 0.0 && *share <= 1.0)
		return true;
	scan->at = start;
	mg_soft_error(scan->context,
				  (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("%s", refused),
				   errdetail("At position %d: %s.", mg_scan_position(scan), mg_scan_seen(scan))));
	return false;
}

bool
mg_scan_strength(TextScan *scan, double *strength)
{
	return scan_share(scan, "strength of a tie must be greater than 0 and at most 1", strength);
}

bool
mg_scan_score(TextScan *scan, double *score)
{
	return scan_share(scan, "score must be greater than 0 and at most 1", score);
}

void
mg_append_number(StringInfo out, double number)
{
	enlargeStringInfo(out, DOUBLE_SHORTEST_DECIMAL_LEN);
	out->len += double_to_shortest_decimal_bufn(number, out->data + out->len);
	out->data[out->len] = '\0';
}

void
mg_append_id(StringInfo out, int64 id)
{
	enlargeStringInfo(out, MAXINT8LEN + 1);
	out->len += pg_lltoa(id, out->data + out->len);
}
