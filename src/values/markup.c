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

/* Bytes at the start of a name that XML 1.0 cannot hold: 0, 1, or 3 for U+FFFE and U+FFFF. */
static int
forbidden(const char *at, int left)
{
	unsigned char c = *at;

	if (c < ' ')
		return c != '\t' && c != '\n' && c != '\r';
	if (c == 0xEF && left >= 3 && (unsigned char) at[1] == 0xBF && (unsigned char) at[2] >= 0xBE &&
		GetDatabaseEncoding() == PG_UTF8)
		return 3;
	return 0;
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
	int piece = out->len;
	uint32 steps = 0;
	int at = 0;

	while (at < length)
	{
		int skipped = forbidden(name + at, length - at);
		int taken = skipped ? skipped : Min(pg_mblen(name + at), length - at);
		const char *escape = skipped            ? "&#65533;"
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
