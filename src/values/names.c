/*
 * names.c - names found in a list, and names in messages.
 */
#include "values/names.h"

#include "mb/pg_wchar.h"

/* How much of a name a message shows, in bytes. */
#define NAME_SHOWN 64

bool
mg_find_name(NameList list, const char *name, int length, uint32 *number)
{
	uint32 low = 0;
	uint32 high = list.count;

	while (low < high)
	{
		uint32 middle = low + (high - low) / 2;
		int middle_length;
		const char *middle_name = mg_name(list, middle, &middle_length);
		int order = mg_compare_names(name, length, middle_name, middle_length);

		if (order == 0)
		{
			*number = middle;
			return true;
		}
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

const char *
mg_show_name(const char *name, int length)
{
	int shown = pg_mbcliplen(name, length, NAME_SHOWN);

	return psprintf("\"%.*s%s\"", shown, name, shown < length ? "..." : "");
}
