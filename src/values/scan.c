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

#include "base/host.h"

#define NUMBER_ROOM 400

/* How much of a string and of a number a message shows, in bytes. */
#define STRING_SHOWN 40
#define NUMBER_SHOWN 40

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
	uint32 steps = 0;

	while (*scan->at == ' ' || (*scan->at >= '\t' && *scan->at <= '\r'))
	{
		mg_step(&steps);
		scan->at++;
	}
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

/* The string at the present position, with its own quotes; NULL if it has no end. */
static const char *
seen_string(const TextScan *scan)
{
	const char *end = scan->at + 1;

	while (*end != '"' && end - scan->at < STRING_SHOWN)
	{
		if (*end == '\\' && end[1] != '\0')
			end++;
		if (*end == '\0')
			return NULL;
		end++;
	}
	if (*end == '"')
		return psprintf("%.*s", (int) (end + 1 - scan->at), scan->at);
	return psprintf("%.*s...\"", pg_mbcliplen(scan->at, end - scan->at, STRING_SHOWN), scan->at);
}

const char *
mg_scan_seen(const TextScan *scan)
{
	const char *string;
	int length;

	if (*scan->at == '\0')
		return "the end of the text";
	if (*scan->at == '"')
	{
		string = seen_string(scan);
		return string ? string : "a double quote";
	}
	/* What is shown has no quotes within, and stops at a whole character. */
	length = pg_mbcliplen(scan->at, strnlen(scan->at, 64), 20);
	return psprintf("\"%.*s\"", (int) Min(length, strcspn(scan->at, "\"")), scan->at);
}

const char *
mg_scan_seen_number(const TextScan *scan)
{
	const char *end = scan->at + (*scan->at == '-' || *scan->at == '+' ? 1 : 0);

	end += strspn(end, "0123456789.");
	if (*end == 'e' || *end == 'E')
	{
		end += end[1] == '-' || end[1] == '+' ? 2 : 1;
		end += strspn(end, "0123456789");
	}
	return psprintf("\"%.*s\"", (int) Min(end - scan->at, NUMBER_SHOWN), scan->at);
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
mg_scan_out_of_range(TextScan *scan, const char *message)
{
	const char *seen = *scan->at == '"' ? mg_scan_seen(scan) : mg_scan_seen_number(scan);

	mg_soft_error(scan->context,
				  (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("%s", message),
				   errdetail("Found %s at position %d.", seen, mg_scan_position(scan))));
	return false;
}

static bool
number_too_long(TextScan *scan)
{
	mg_soft_error(scan->context,
				  (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				   errmsg("number has too many characters"),
				   errdetail("The number at position %d has more than %d characters.",
							 mg_scan_position(scan), NUMBER_ROOM - 1)));
	return false;
}

/* A whole number of 64 bits. */
static bool
scan_integer(TextScan *scan, const char *expected, const char *out_of_range, int64 *number)
{
	const char *digit;
	bool negative;
	int64 value = 0;
	uint32 steps = 0;

	skip_space(scan);
	negative = *scan->at == '-';
	digit = scan->at + (negative ? 1 : 0);
	if (*digit < '0' || *digit > '9')
		return mg_scan_expected(scan, expected);
	for (; *digit >= '0' && *digit <= '9'; digit++)
	{
		int64 next = *digit - '0';

		mg_step(&steps);
		/* Negative numbers are built downwards: the smallest has no positive counterpart. */
		if (pg_mul_s64_overflow(value, 10, &value) ||
			(negative ? pg_sub_s64_overflow(value, next, &value)
					  : pg_add_s64_overflow(value, next, &value)))
			return mg_scan_out_of_range(scan, out_of_range);
	}
	scan->at = digit;
	*number = value;
	return true;
}

bool
mg_scan_id(TextScan *scan, int64 *id)
{
	return scan_integer(scan, "a person's id", "person id is out of range for type bigint", id);
}

bool
mg_scan_thing(TextScan *scan, int64 *id)
{
	return scan_integer(scan, "an id or \"->\"", "id is out of range for type bigint", id);
}

bool
mg_scan_places(TextScan *scan, int64 most, int64 *places)
{
	const char *start;

	skip_space(scan);
	start = scan->at;
	if (*start == '-' ||
		!scan_integer(scan, "a number of places", "number of places is out of range", places))
		return *start == '-' ? mg_scan_expected(scan, "a number of places") : false;
	if (*places <= most)
		return true;
	scan->at = start;
	return mg_scan_out_of_range(scan, "number of places is out of range");
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
		return number_too_long(scan);
	memcpy(copy, scan->at, length);
	copy[length] = '\0';
	errno = 0;
	*number = strtod(copy, &end);
	if (end == copy)
		return mg_scan_expected(scan, "a number");
	if ((errno == ERANGE && (*number == 0 || isinf(*number))) || isinf(*number))
		return mg_scan_out_of_range(scan, "number is out of range for type double precision");
	scan->at += end - copy;
	return true;
}

/* A number in (0, 1]; the message is for others. */
static bool
scan_share(TextScan *scan, const char *message, double *share)
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
				  (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("%s", message),
				   errdetail("The number at position %d is %s.", mg_scan_position(scan),
							 mg_scan_seen_number(scan))));
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
mg_append_rounded(StringInfo out, double number, int digits)
{
	char shown[32];

	if (digits >= MG_ALL_DIGITS)
	{
		mg_append_number(out, number);
		return;
	}
	snprintf(shown, sizeof(shown), "%.*f", digits, number);
	mg_append_number(out, strtod(shown, NULL));
}

void
mg_append_id(StringInfo out, int64 id)
{
	enlargeStringInfo(out, MAXINT8LEN + 1);
	out->len += pg_lltoa(id, out->data + out->len);
}
