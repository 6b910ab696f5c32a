/*
 * markup.c - names inside DOT and XML.
 *
 * In a label of DOT a backslash starts an escape, and a "&" may start an entity of HTML.
 */
#include "values/markup.h"

#include "mb/pg_wchar.h"
#include "utils/memutils.h"

#include "base/host.h"

/*
 * Graphviz reads at most 16384 bytes between two quotes: longer strings are written as a sum. The
 * ends of two names, of a person and of their group, must fit between two quotes.
 */
#define DOT_PIECE 8000

/* Room for what a line has besides names. */
#define LINE_ROOM 1024

/*
 * The length of the first character of a name, and whether XML 1.0 can hold it. A server whose
 * encoding is SQL_ASCII does not know what its bytes mean: they are read as UTF-8, as the reader of
 * a picture will do, and a byte that does not belong to a character cannot be held.
 */
static int
first_character(const char *at, int left, int encoding, bool *held)
{
	unsigned char c = *at;
	int length = 1;

	*held = c >= ' ' || c == '\t' || c == '\n' || c == '\r';
	if (!IS_HIGHBIT_SET(c))
		return length;
	if (encoding != PG_SQL_ASCII)
		length = Min(pg_mblen(at), left);
	else if ((length = pg_encoding_verifymbchar(PG_UTF8, at, left)) < 0)
	{
		*held = false;
		return 1;
	}
	/* U+FFFE and U+FFFF */
	if ((encoding == PG_UTF8 || encoding == PG_SQL_ASCII) && length == 3 && c == 0xEF &&
		(unsigned char) at[1] == 0xBF && (unsigned char) at[2] >= 0xBE)
		*held = false;
	return length;
}

/* What is written for a character of ASCII; NULL: itself. */
static const char *
dot_escape(char c)
{
	switch (c)
	{
		case '"':
			return "\\\"";
		case '\\':
			return "\\\\";
		case '&':
			return "&amp;";
		case '\n':
			return "\\n";
		case '\r':
			return "&#13;";
		default:
			return NULL;
	}
}

static const char *
xml_escape(char c)
{
	switch (c)
	{
		case '"':
			return "&quot;";
		case '&':
			return "&amp;";
		case '<':
			return "&lt;";
		case '>':
			return "&gt;";
		case '\r':
			return "&#13;";
		default:
			return NULL;
	}
}

void
mg_append_markup(StringInfo out, Markup markup, const char *name, int length)
{
	int encoding = GetDatabaseEncoding();
	int piece = out->len;
	uint32 steps = 0;
	int at = 0;

	while (at < length)
	{
		bool held;
		int taken = first_character(name + at, length - at, encoding, &held);
		const char *escape = !held              ? "&#65533;"
							 : markup == MG_DOT ? dot_escape(name[at])
												: xml_escape(name[at]);

		mg_step(&steps);
		if (out->len > (int) (MaxAllocSize - LINE_ROOM))
			mg_raise(MG_ERROR_LIMIT, "name is too long for a picture", "Shorten the names.",
					 "Its line would have more than %zu bytes.", (size_t) MaxAllocSize);
		if (markup == MG_DOT && out->len - piece > DOT_PIECE)
		{
			appendStringInfoString(out, "\" + \"");
			piece = out->len;
		}
		if (escape)
			appendStringInfoString(out, escape);
		else
			appendBinaryStringInfo(out, name + at, taken);
		at += taken;
	}
}
