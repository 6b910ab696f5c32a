/*
 * affiliation.c - the value of type affiliation: checked, searched, compared.
 */
#include "values/affiliation.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"

#include "graph/core/graph.h"
#include "values/names.h"
#include "values/varlena.h"

static const uint32 *
name_ends(const Affiliation *affiliation)
{
	return mg_affiliation_groups(affiliation) + affiliation->people;
}

static const char *
names(const Affiliation *affiliation)
{
	return (const char *) (name_ends(affiliation) + affiliation->groups);
}

/* The length of everything but the names. */
static Size
fixed_size(uint64 people, uint64 groups)
{
	return offsetof(Affiliation, ids) + people * (sizeof(int64) + sizeof(uint32)) +
		   groups * sizeof(uint32);
}

void
mg_affiliation_check(const Affiliation *affiliation)
{
	Size size = VARSIZE(affiliation);
	Size fixed;

	if (size < fixed_size(0, 0) || affiliation->version != MG_AFFILIATION_VERSION ||
		affiliation->flags != 0 || affiliation->reserved != 0)
		ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
						errmsg("affiliation has a format that this version does not know"),
						errhint("Install the version of mentorgraph that wrote it, or a later "
								"one.")));
	fixed = fixed_size(affiliation->people, affiliation->groups);
	if (fixed > size ||
		size != fixed + (affiliation->groups ? name_ends(affiliation)[affiliation->groups - 1] : 0))
		ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("affiliation is damaged"),
						errdetail("%u people in %u groups do not take %zu bytes.",
								  affiliation->people, affiliation->groups, size)));
}

const Affiliation *
mg_affiliation_argument(FunctionCallInfo fcinfo, int argument)
{
	struct varlena *value = mg_plain_value(PG_GETARG_DATUM(argument));

	mg_affiliation_check((Affiliation *) value);
	return (Affiliation *) value;
}

static const char *
names_problem(const Affiliation *affiliation, const bool *used)
{
	uint32 before = 0;
	uint32 i;

	for (i = 0; i < affiliation->groups; i++)
	{
		uint32 end = name_ends(affiliation)[i];
		const char *name;
		int length;

		if (i % 4096 == 0)
			CHECK_FOR_INTERRUPTS();
		if (end < before || end > name_ends(affiliation)[affiliation->groups - 1])
			return "the names of the groups do not add up";
		if (!used[i])
			return "a group has no people";
		name = mg_affiliation_name(affiliation, i, &length);
		if (!pg_verifymbstr(name, length, true))
			return "the name of a group is not valid in the server's encoding";
		if (i > 0)
		{
			int length_before;
			const char *name_before = mg_affiliation_name(affiliation, i - 1, &length_before);

			if (mg_compare_names(name_before, length_before, name, length) >= 0)
				return "the groups are not in the order of their names";
		}
		before = end;
	}
	return NULL;
}

const char *
mg_affiliation_problem(const Affiliation *affiliation)
{
	bool *used = palloc0(affiliation->groups);
	const char *problem;
	uint32 i;

	for (i = 0; i < affiliation->people; i++)
	{
		uint32 group = mg_affiliation_groups(affiliation)[i];

		if (i % 4096 == 0)
			CHECK_FOR_INTERRUPTS();
		if (i > 0 && affiliation->ids[i] <= affiliation->ids[i - 1])
			return "people are not in ascending order";
		if (group >= affiliation->groups)
			return "a person belongs to a group that does not exist";
		used[group] = true;
	}
	problem = names_problem(affiliation, used);
	pfree(used);
	return problem;
}

bool
mg_affiliation_group(const Affiliation *affiliation, int64 person, uint32 *group)
{
	uint32 place = mg_find_id(affiliation->ids, affiliation->people, person);

	if (place == MG_NOBODY)
		return false;
	*group = mg_affiliation_groups(affiliation)[place];
	return true;
}

const char *
mg_affiliation_name(const Affiliation *affiliation, uint32 group, int *length)
{
	uint32 start = group > 0 ? name_ends(affiliation)[group - 1] : 0;

	*length = name_ends(affiliation)[group] - start;
	return names(affiliation) + start;
}

/* ---- equality and hash ---- */

static bool
same_affiliation(FunctionCallInfo fcinfo)
{
	return mg_same_bytes(fcinfo, mg_affiliation_argument(fcinfo, 0),
						 mg_affiliation_argument(fcinfo, 1));
}

MG_FUNCTION(mg_sql_affiliation_eq);
Datum
mg_sql_affiliation_eq(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(same_affiliation(fcinfo));
}

MG_FUNCTION(mg_sql_affiliation_ne);
Datum
mg_sql_affiliation_ne(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(!same_affiliation(fcinfo));
}

MG_FUNCTION(mg_sql_affiliation_hash);
Datum
mg_sql_affiliation_hash(PG_FUNCTION_ARGS)
{
	return mg_hash_bytes(fcinfo, mg_affiliation_argument(fcinfo, 0), VARHDRSZ);
}

MG_FUNCTION(mg_sql_affiliation_hash_extended);
Datum
mg_sql_affiliation_hash_extended(PG_FUNCTION_ARGS)
{
	return mg_hash_bytes_extended(fcinfo, mg_affiliation_argument(fcinfo, 0), VARHDRSZ);
}
