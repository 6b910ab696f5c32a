/*
 * composition.c - the value of type composition: made, checked, searched, compared.
 */
#include "values/composition.h"

#include "common/shortest_dec.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "base/host.h"
#include "math/shares.h"
#include "values/json_map.h"
#include "values/names.h"
#include "values/varlena.h"

static const uint32 *
name_ends(const Composition *composition)
{
	return (const uint32 *) (composition->weights + composition->categories);
}

/* The length of everything but the names. */
static Size
fixed_size(uint64 categories)
{
	return offsetof(Composition, weights) + categories * (sizeof(double) + sizeof(uint32));
}

/* ---- reading ---- */

static void
check(const Composition *composition)
{
	Size size = VARSIZE(composition);
	uint32 categories;
	Size fixed;

	if (size < fixed_size(0) || composition->version != MG_COMPOSITION_VERSION ||
		composition->flags != 0 || composition->reserved != 0 || composition->reserved_too != 0)
		ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
						errmsg("composition has a format that this version does not know"),
						errhint("Install the version of mentorgraph that wrote it, or a later "
								"one.")));
	categories = composition->categories;
	fixed = fixed_size(categories);
	if (fixed > size || size != fixed + (categories ? name_ends(composition)[categories - 1] : 0))
		ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("composition is damaged"),
						errdetail("%u categories do not take %zu bytes.", categories, size)));
}

const Composition *
mg_composition_argument(FunctionCallInfo fcinfo, int argument)
{
	struct varlena *value = mg_plain_value(PG_GETARG_DATUM(argument));

	check((Composition *) value);
	return (Composition *) value;
}

const char *
mg_composition_name(const Composition *composition, uint32 category, int *length)
{
	const uint32 *ends = name_ends(composition);
	uint32 start = category > 0 ? ends[category - 1] : 0;

	*length = ends[category] - start;
	return (const char *) (ends + composition->categories) + start;
}

bool
mg_composition_find(const Composition *composition, const char *name, int length, uint32 *category)
{
	uint32 low = 0;
	uint32 high = composition->categories;

	while (low < high)
	{
		uint32 middle = low + (high - low) / 2;
		int middle_length;
		const char *middle_name = mg_composition_name(composition, middle, &middle_length);
		int order = mg_compare_names(name, length, middle_name, middle_length);

		if (order == 0)
		{
			*category = middle;
			return true;
		}
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

bool
mg_composition_walk(CompositionWalk *walk, const Composition *one, const Composition *other)
{
	bool has_one = walk->next[0] < one->categories;
	bool has_other = walk->next[1] < other->categories;
	int order = has_one ? -1 : 1;

	if (!has_one && !has_other)
		return false;
	if (has_one && has_other)
	{
		int one_length;
		int other_length;
		const char *one_name = mg_composition_name(one, walk->next[0], &one_length);
		const char *other_name = mg_composition_name(other, walk->next[1], &other_length);

		order = mg_compare_names(one_name, one_length, other_name, other_length);
	}
	walk->category[0] = order <= 0 ? walk->next[0]++ : MG_NO_CATEGORY;
	walk->category[1] = order >= 0 ? walk->next[1]++ : MG_NO_CATEGORY;
	return true;
}

/* ---- making ---- */

void
mg_check_weight(double weight, const char *name, int length)
{
	char shown[DOUBLE_SHORTEST_DECIMAL_LEN];

	if (mg_weight_valid(weight))
		return;
	double_to_shortest_decimal_buf(weight, shown);
	ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					errmsg("weight of a category must be finite and not negative"),
					errdetail("Category %s has weight %s.", mg_show_name(name, length), shown)));
}

static int
compare_parts(const void *a, const void *b, void *nothing)
{
	const NamedWeight *one = a;
	const NamedWeight *other = b;

	return mg_compare_names(one->name, one->length, other->name, other->length);
}

/* False after a soft error. The parts are sorted. */
static bool
refuse_doubles(const NamedWeight *parts, uint32 count, int code, Node *context)
{
	uint32 steps = 0;
	uint32 i;

	for (i = 1; i < count; i++)
	{
		mg_step(&steps);
		if (compare_parts(&parts[i - 1], &parts[i], NULL) != 0)
			continue;
		mg_soft_error(context,
					  (errcode(code), errmsg("a category can stand in a composition only once"),
					   errdetail("Category %s stands in it twice.",
								 mg_show_name(parts[i].name, parts[i].length))));
		return false;
	}
	return true;
}

/* Leaves out weights of 0; gives how many stay. */
static uint32
drop_zeros(NamedWeight *parts, uint32 count)
{
	uint32 steps = 0;
	uint32 kept = 0;
	uint32 i;

	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		if (parts[i].weight > 0)
			parts[kept++] = parts[i];
	}
	return kept;
}

/* The size of the value, whose text must not pass the limit either. */
static Size
checked_size(const NamedWeight *parts, uint32 count)
{
	Size size = fixed_size(count);
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
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("composition is too large"),
						errdetail("%u categories take %zu bytes, as text up to " UINT64_FORMAT
								  "; PostgreSQL holds values of up to %zu bytes.",
								  count, size, text, (Size) MaxAllocSize),
						errhint("Shorten the names of the categories, or use fewer.")));
	return size;
}

Composition *
mg_composition_make(NamedWeight *parts, uint32 count, int code_for_doubles, Node *context)
{
	Composition *composition;
	uint32 *ends;
	char *names;
	Size size;
	uint32 end = 0;
	uint32 steps = 0;
	uint32 i;

	if (count > 1)
		qsort_interruptible(parts, count, sizeof(NamedWeight), compare_parts, NULL);
	if (!refuse_doubles(parts, count, code_for_doubles, context))
		return NULL;
	count = drop_zeros(parts, count);
	size = checked_size(parts, count);
	composition = palloc(size);
	memset(composition, 0, offsetof(Composition, weights));
	SET_VARSIZE(composition, size);
	composition->version = MG_COMPOSITION_VERSION;
	composition->categories = count;
	ends = (uint32 *) (composition->weights + count);
	names = (char *) (ends + count);
	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		composition->weights[i] = parts[i].weight;
		mg_copy(names + end, parts[i].name, parts[i].length);
		end += parts[i].length;
		ends[i] = end;
	}
	if (!mg_weight_valid(mg_shares_total(composition->weights, count)))
	{
		mg_soft_error(context, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
								errmsg("total weight of a composition is out of range")));
		return NULL;
	}
	return composition;
}

/* ---- equality and hash ---- */

static bool
same_composition(FunctionCallInfo fcinfo)
{
	return mg_same_bytes(fcinfo, mg_composition_argument(fcinfo, 0),
						 mg_composition_argument(fcinfo, 1));
}

MG_FUNCTION(mg_sql_composition_eq);
Datum
mg_sql_composition_eq(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(same_composition(fcinfo));
}

MG_FUNCTION(mg_sql_composition_ne);
Datum
mg_sql_composition_ne(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(!same_composition(fcinfo));
}

MG_FUNCTION(mg_sql_composition_hash);
Datum
mg_sql_composition_hash(PG_FUNCTION_ARGS)
{
	return mg_hash_bytes(fcinfo, mg_composition_argument(fcinfo, 0), VARHDRSZ);
}

MG_FUNCTION(mg_sql_composition_hash_extended);
Datum
mg_sql_composition_hash_extended(PG_FUNCTION_ARGS)
{
	return mg_hash_bytes_extended(fcinfo, mg_composition_argument(fcinfo, 0), VARHDRSZ);
}
