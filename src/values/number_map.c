/*
 * number_map.c - values that map names to numbers: made, and read side by side.
 */
#include "values/number_map.h"

#include <math.h>

#include "common/shortest_dec.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "base/host.h"
#include "math/shares.h"
#include "values/json_map.h"

/* How a name compares with that of an entry. */
static int
compare_with(const NumberMap *map, uint32 entry, const char *name, int length)
{
	int entry_length;
	const char *entry_name = mg_number_map_name(map, entry, &entry_length);

	return mg_compare_names(name, length, entry_name, entry_length);
}

double
mg_number_seek(NumberCursor *cursor, const char *name, int length)
{
	const NumberMap *map = cursor->map;
	uint32 low = cursor->next; /* all before it come before the name */
	uint32 high = low;
	uint32 step = 1;
	int order = 1;

	while (high < map->entries && (order = compare_with(map, high, name, length)) > 0)
	{
		low = high + 1;
		high = Min((uint64) high + step, map->entries);
		step *= 2;
	}
	while (order != 0 && low < high)
	{
		uint32 middle = low + (high - low) / 2;

		order = compare_with(map, middle, name, length);
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	cursor->next = order == 0 ? high + 1 : low;
	return order == 0 ? map->numbers[high] : NAN;
}

bool
mg_number_walk(NumberWalk *walk, const NumberMap *one, const NumberMap *other)
{
	bool has_one = walk->next[0] < one->entries;
	bool has_other = walk->next[1] < other->entries;
	int order = has_one ? -1 : 1;

	if (!has_one && !has_other)
		return false;
	if (has_one && has_other)
	{
		int one_length;
		int other_length;
		const char *one_name = mg_number_map_name(one, walk->next[0], &one_length);
		const char *other_name = mg_number_map_name(other, walk->next[1], &other_length);

		order = mg_compare_names(one_name, one_length, other_name, other_length);
	}
	walk->entry[0] = order <= 0 ? walk->next[0]++ : MG_NO_ENTRY;
	walk->entry[1] = order >= 0 ? walk->next[1]++ : MG_NO_ENTRY;
	return true;
}

/* ---- making ---- */

void
mg_check_number(const NumberMapType *type, double number, const char *name, int length)
{
	char shown[DOUBLE_SHORTEST_DECIMAL_LEN];

	if (mg_number_valid(number))
		return;
	double_to_shortest_decimal_buf(number, shown);
	ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("%s", type->not_valid),
					errdetail(type->not_valid_detail, mg_show_name(name, length), shown)));
}

static int
compare_parts(const void *a, const void *b, void *nothing)
{
	const NamedNumber *one = a;
	const NamedNumber *other = b;

	return mg_compare_names(one->name, one->length, other->name, other->length);
}

/* False after a soft error. The parts are sorted. */
static bool
refuse_doubles(const NumberMapType *type, const NamedNumber *parts, uint32 count, int code,
			   Node *context)
{
	uint32 steps = 0;
	uint32 i;

	for (i = 1; i < count; i++)
	{
		mg_step(&steps);
		if (compare_parts(&parts[i - 1], &parts[i], NULL) != 0)
			continue;
		mg_soft_error(
			context, (errcode(code), errmsg("%s", type->twice),
					  errdetail(type->twice_detail, mg_show_name(parts[i].name, parts[i].length))));
		return false;
	}
	return true;
}

/* Leaves out numbers that are 0; gives how many stay. */
static uint32
drop_zeros(NamedNumber *parts, uint32 count)
{
	uint32 steps = 0;
	uint32 kept = 0;
	uint32 i;

	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		if (parts[i].number > 0)
			parts[kept++] = parts[i];
	}
	return kept;
}

/* The size of the value, whose text must not pass the limit either. */
static Size
checked_size(const NumberMapType *type, const NamedNumber *parts, uint32 count)
{
	Size size = mg_map_fixed_size(&type->map, count, count);
	uint64 text = strlen("{}") + 1;
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < count; i++)
	{
		size += parts[i].length;
		text += DOUBLE_SHORTEST_DECIMAL_LEN + strlen(": , ") +
				mg_json_length(parts[i].name, parts[i].length, &steps);
	}
	if (size > MaxAllocSize || text > MaxAllocSize)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("value of type %s is too large", type->map.name),
						errdetail("%u entries take %zu bytes, as text up to " UINT64_FORMAT
								  "; PostgreSQL holds values of up to %zu bytes.",
								  count, size, text, (Size) MaxAllocSize),
						errhint("Shorten the names, or use fewer.")));
	return size;
}

NumberMap *
mg_number_map_make(const NumberMapType *type, NamedNumber *parts, uint32 count,
				   int code_for_doubles, Node *context)
{
	NumberMap *map;
	uint32 *ends;
	char *names;
	uint32 end = 0;
	uint32 steps = 0;
	uint32 i;

	if (count > 1)
		qsort_interruptible(parts, count, sizeof(NamedNumber), compare_parts, NULL);
	if (!refuse_doubles(type, parts, count, code_for_doubles, context))
		return NULL;
	if (!type->keeps_zeros)
		count = drop_zeros(parts, count);
	map = (NumberMap *) mg_map_create(&type->map, checked_size(type, parts, count), count, count);
	ends = (uint32 *) (map->numbers + count);
	names = (char *) (ends + count);
	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		map->numbers[i] = parts[i].number == 0 ? 0 : parts[i].number; /* no -0 */
		mg_copy(names + end, parts[i].name, parts[i].length);
		end += parts[i].length;
		ends[i] = end;
	}
	if (type->adds_up && !mg_number_valid(mg_shares_total(map->numbers, count)))
	{
		mg_soft_error(context, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
								errmsg("%s", type->sum_not_valid)));
		return NULL;
	}
	return map;
}
