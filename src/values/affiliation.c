/*
 * affiliation.c - the value of type affiliation: checked and searched.
 */
#include "values/affiliation.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"

#include "graph/core/graph.h"

const MapType mg_affiliation_type = {.name = "affiliation", .shares_names = true};

static NameList
names_of(const Affiliation *affiliation)
{
	return mg_map_names((const Map *) affiliation, &mg_affiliation_type);
}

void
mg_affiliation_check(const Affiliation *affiliation)
{
	mg_map_check((const Map *) affiliation, &mg_affiliation_type);
}

const Affiliation *
mg_affiliation_argument(FunctionCallInfo fcinfo, int argument)
{
	return (const Affiliation *) mg_map_argument(fcinfo, argument, &mg_affiliation_type);
}

static const char *
names_problem(const Affiliation *affiliation, const bool *used)
{
	NameList names = names_of(affiliation);
	uint32 before = 0;
	uint32 i;

	for (i = 0; i < names.count; i++)
	{
		uint32 end = names.ends[i];
		const char *name;
		int length;

		if (i % 4096 == 0)
			CHECK_FOR_INTERRUPTS();
		if (end < before || end > mg_names_bytes(names))
			return "The lengths of the group names do not add up to the length of the value.";
		if (!used[i])
			return "A group has no people.";
		name = mg_name(names, i, &length);
		if (!pg_verifymbstr(name, length, true))
			return "The name of a group is not valid in the server's encoding.";
		if (i > 0)
		{
			int length_before;
			const char *name_before = mg_name(names, i - 1, &length_before);

			if (mg_compare_names(name_before, length_before, name, length) >= 0)
				return "The groups are not in the order of their names.";
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
			return "The people are not in ascending order.";
		if (group >= affiliation->groups)
			return "A person belongs to a group that is not in the value.";
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
	return mg_name(names_of(affiliation), group, length);
}
