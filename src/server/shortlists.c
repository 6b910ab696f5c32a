/*
 * shortlists.c - opening shortlists, and assignments given as shortlists.
 */
#include "server/shortlists.h"

#include "miscadmin.h"

#include "values/shortlist.h"
#include "values/varlena.h"

const Lists *
mg_open_shortlist(FunctionCallInfo fcinfo, int argument)
{
	Lists *lists = palloc(sizeof(Lists));

	mg_shortlist_view((Shortlist *) mg_plain_value(PG_GETARG_DATUM(argument)), lists);
	return lists;
}

static void
refuse_pair(int64 thing, int64 person)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("assignment has a pair that the shortlist does not have"),
			 errdetail("Person " INT64_FORMAT " is not considered for thing " INT64_FORMAT ".",
					   person, thing)));
}

/* The number of a thing's or person's pairs in an assignment must not exceed what there is. */
static void
check_places(const Lists *lists, const bool *assigned)
{
	uint32 *used = mg_alloc_zero_array(uint32, lists->people);
	uint32 steps = 0;
	uint32 thing;

	for (thing = 0; thing < lists->things; thing++)
	{
		uint32 people = 0;
		uint32 pair;

		mg_step(&steps);
		for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
		{
			uint32 person = lists->person[pair];

			mg_step(&steps);
			if (!assigned[pair])
				continue;
			if (++people > mg_openings(lists, thing))
				ereport(ERROR,
						(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						 errmsg("assignment has more people for a thing than it has openings"),
						 errdetail("Thing " INT64_FORMAT " has %u openings.",
								   lists->thing_ids[thing], mg_openings(lists, thing))));
			if (++used[person] > mg_capacity(lists, person))
				ereport(ERROR,
						(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						 errmsg("assignment has more things for a person than their capacity"),
						 errdetail("Person " INT64_FORMAT " has capacity %u.",
								   lists->person_ids[person], mg_capacity(lists, person))));
		}
	}
	mg_free(used);
}

bool *
mg_assigned_argument(FunctionCallInfo fcinfo, int argument, const Lists *lists)
{
	bool *assigned = mg_alloc_zero_array(bool, lists->pairs);
	const Lists *given;
	uint32 steps = 0;
	uint32 i;

	if (PG_ARGISNULL(argument))
		return assigned;
	given = mg_open_shortlist(fcinfo, argument);
	for (i = 0; i < given->things; i++)
	{
		uint32 thing = mg_lists_thing(lists, given->thing_ids[i]);
		uint32 pair;

		mg_step(&steps);
		for (pair = given->start[i]; pair < given->start[i + 1]; pair++)
		{
			int64 id = given->person_ids[given->person[pair]];
			uint32 person = mg_lists_person(lists, id);
			uint32 found = thing == MG_NONE || person == MG_NONE
							   ? MG_NONE
							   : mg_lists_pair(lists, thing, person);

			mg_step(&steps);
			if (found == MG_NONE)
				refuse_pair(given->thing_ids[i], id);
			assigned[found] = true;
		}
	}
	check_places(lists, assigned);
	return assigned;
}
