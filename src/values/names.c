/*
 * names.c - names in messages.
 */
#include "values/names.h"

#include "mb/pg_wchar.h"

/* How much of a name a message shows, in bytes. */
#define NAME_SHOWN 64

const char *
mg_show_name(const char *name, int length)
{
	int shown = pg_mbcliplen(name, length, NAME_SHOWN);

	return psprintf("\"%.*s%s\"", shown, name, shown < length ? "..." : "");
}
