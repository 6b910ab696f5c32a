/*
 * json_map.c - reading and writing one flat JSON object, key by key.
 *
 * PostgreSQL's jsonb is not used: it silently keeps the last of several equal keys, and in these
 * types a key that occurs twice is an error. One pass; escapes as RFC 8259 has them.
 */
#include "values/json_map.h"

#include "mb/pg_wchar.h"

#include "base/host.h"

/* Four hexadecimal digits at the present position. */
static bool
read_hex(TextScan *scan, pg_wchar *code)
{
	int i;

	*code = 0;
	for (i = 0; i < 4; i++)
	{
		char c = scan->at[i];

		if (c >= '0' && c <= '9')
			*code = *code * 16 + (c - '0');
		else if (c >= 'a' && c <= 'f')
			*code = *code * 16 + (c - 'a' + 10);
		else if (c >= 'A' && c <= 'F')
			*code = *code * 16 + (c - 'A' + 10);
		else
			return mg_scan_expected(scan, "four hexadecimal digits");
	}
	scan->at += 4;
	return true;
}

/* Refuses an escape that was read already, at its start. */
static bool
refuse_escape(TextScan *scan, const char *start, const char *expected)
{
	scan->at = start;
	return mg_scan_expected(scan, expected);
}

/* What follows \u, surrogate pairs included. */
static bool
read_unicode(TextScan *scan, StringInfo out)
{
	const char *start = scan->at - strlen("\\u");
	unsigned char bytes[MAX_UNICODE_EQUIVALENT_STRING + 1];
	pg_wchar code;
	pg_wchar low;

	if (!read_hex(scan, &code))
		return false;
	if (code == 0)
		return refuse_escape(scan, start, "a character that a text can hold");
	if (is_utf16_surrogate_second(code))
		return refuse_escape(scan, start, "the first half of a surrogate pair before the second");
	if (is_utf16_surrogate_first(code))
	{
		if (scan->at[0] != '\\' || scan->at[1] != 'u')
			return mg_scan_expected(scan, "the second half of a surrogate pair");
		scan->at += 2;
		if (!read_hex(scan, &low))
			return false;
		if (!is_utf16_surrogate_second(low))
			return mg_scan_expected(scan, "the second half of a surrogate pair");
		code = surrogate_pair_to_codepoint(code, low);
	}
	if (!mg_unicode_to_server(code, bytes))
		return refuse_escape(scan, start, "a character that the server's encoding has");
	appendStringInfoString(out, (char *) bytes);
	return true;
}

static bool
read_escape(TextScan *scan, StringInfo out)
{
	static const char escapes[] = "\"\\/bfnrt";
	static const char meanings[] = "\"\\/\b\f\n\r\t";
	const char *found;

	if (*scan->at == 'u')
	{
		scan->at++;
		return read_unicode(scan, out);
	}
	found = *scan->at ? strchr(escapes, *scan->at) : NULL;
	if (!found)
		return mg_scan_expected(scan, "an escape");
	appendStringInfoChar(out, meanings[found - escapes]);
	scan->at++;
	return true;
}

static bool
read_string(TextScan *scan, StringInfo out)
{
	uint32 steps = 0;

	resetStringInfo(out);
	if (!mg_scan_sign(scan, "\""))
		return mg_scan_expected(scan, "a string");
	while (*scan->at != '"')
	{
		const char *start = scan->at;

		while (*scan->at != '"' && *scan->at != '\\' && (unsigned char) *scan->at >= ' ')
		{
			mg_step(&steps);
			scan->at++;
		}
		appendBinaryStringInfo(out, start, scan->at - start);
		if (*scan->at == '\\')
		{
			mg_step(&steps);
			scan->at++;
			if (!read_escape(scan, out))
				return false;
		}
		else if (*scan->at != '"')
			return mg_scan_expected(scan, "the rest of a string");
	}
	scan->at++;
	return true;
}

JsonStep
mg_json_next(TextScan *scan, bool first, StringInfo key, const char **start)
{
	if (first && !mg_scan_sign(scan, "{"))
	{
		mg_scan_expected(scan, "\"{\"");
		return JSON_FAILED;
	}
	if (mg_scan_sign(scan, "}"))
	{
		if (mg_scan_end(scan))
			return JSON_END;
		mg_scan_expected(scan, "the end");
		return JSON_FAILED;
	}
	if (!first && !mg_scan_sign(scan, ","))
	{
		mg_scan_expected(scan, "\",\" or \"}\"");
		return JSON_FAILED;
	}
	(void) mg_scan_end(scan);
	*start = scan->at;
	if (!read_string(scan, key))
		return JSON_FAILED;
	if (!mg_scan_sign(scan, ":"))
	{
		mg_scan_expected(scan, "\":\"");
		return JSON_FAILED;
	}
	return JSON_KEY;
}

/* ---- values ---- */

static bool
skip_digits(TextScan *scan)
{
	uint32 steps = 0;

	if (*scan->at < '0' || *scan->at > '9')
		return mg_scan_expected(scan, "a digit");
	while (*scan->at >= '0' && *scan->at <= '9')
	{
		mg_step(&steps);
		scan->at++;
	}
	return true;
}

/* A number of any size; its first character has been seen. No plus, no leading zeros. */
static bool
skip_number(TextScan *scan)
{
	if (*scan->at == '-')
		scan->at++;
	if (*scan->at == '0')
		scan->at++;
	else if (!skip_digits(scan))
		return false;
	if (*scan->at == '.')
	{
		scan->at++;
		if (!skip_digits(scan))
			return false;
	}
	if (*scan->at == 'e' || *scan->at == 'E')
	{
		scan->at++;
		if (*scan->at == '+' || *scan->at == '-')
			scan->at++;
		if (!skip_digits(scan))
			return false;
	}
	return true;
}

static bool
at_number(const TextScan *scan)
{
	return *scan->at == '-' || (*scan->at >= '0' && *scan->at <= '9');
}

/* A value of another kind. Null gets a hint: it is what other tools write for unknown. */
static bool
refuse_value(TextScan *scan, const char *expected)
{
	if (strncmp(scan->at, "null", strlen("null")) != 0)
		return mg_scan_expected(scan, expected);
	mg_soft_error(scan->context, (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
								  errmsg("invalid input syntax for type %s", scan->type),
								  errdetail("Expected %s at position %d, found null.", expected,
											mg_scan_position(scan)),
								  errhint("Leave out a key whose value is unknown.")));
	return false;
}

bool
mg_json_text(TextScan *scan, StringInfo value)
{
	const char *start;

	(void) mg_scan_end(scan);
	if (*scan->at == '"')
		return read_string(scan, value);
	if (!at_number(scan))
		return refuse_value(scan, "a string or a number");
	start = scan->at;
	if (!skip_number(scan))
		return false;
	resetStringInfo(value);
	appendBinaryStringInfo(value, start, scan->at - start);
	return true;
}

bool
mg_json_number(TextScan *scan, double *value)
{
	const char *start;
	const char *end;

	(void) mg_scan_end(scan);
	if (!at_number(scan))
		return refuse_value(scan, "a number");
	start = scan->at;
	if (!skip_number(scan))
		return false;
	end = scan->at;
	scan->at = start;
	if (!mg_scan_number(scan, value))
		return false;
	scan->at = end; /* not behind what JSON does not take for the number: 01 */
	return true;
}

void
mg_json_append(StringInfo out, const char *string, int length)
{
	uint32 steps = 0;
	int i;

	appendStringInfoChar(out, '"');
	for (i = 0; i < length; i++)
	{
		unsigned char c = string[i];

		mg_step(&steps);
		if (c == '"' || c == '\\')
			appendStringInfoChar(out, '\\');
		if (c < ' ')
			appendStringInfo(out, "\\u%04x", c);
		else
			appendStringInfoChar(out, c);
	}
	appendStringInfoChar(out, '"');
}

uint64
mg_json_length(const char *string, int length, uint32 *steps)
{
	uint64 escaped = length + strlen("\"\"");
	int i;

	for (i = 0; i < length; i++)
	{
		mg_step(steps);
		if ((unsigned char) string[i] < ' ')
			escaped += strlen("\\u0000") - 1;
		else if (string[i] == '"' || string[i] == '\\')
			escaped++;
	}
	return escaped;
}
