/*
 * shortlists.c - opening shortlists, a kind of opened values whose view is Lists, and assignments
 * given as shortlists.
 */
#include "server/shortlists.h"

#include "miscadmin.h"

#include "values/shortlist.h"

static void
peek(Datum value, ValueHeader *header)
{
	Shortlist shortlist;

	StaticAssertStmt(MG_HEADER_FINGERPRINT == MG_FINGERPRINT_LENGTH,
					 "fingerprints differ in length");
	mg_shortlist_peek(value, &shortlist);
	memset(header, 0, sizeof(*header));
	header->opened =
		mg_shortlist_size(shortlist.things, shortlist.people, shortlist.pairs, shortlist.flags);
	header->form = shortlist.version << 8 | shortlist.flags;
	header->counts[0] = shortlist.things;
	header->counts[1] = shortlist.pairs;
	memcpy(header->fingerprint, shortlist.fingerprint, MG_FINGERPRINT_LENGTH);
}

static void
view(const struct varlena *value, void *lists)
{
	mg_shortlist_view((const Shortlist *) value, lists);
}

static void
add_nothing(void *lists)
{
}

static bool
is_complete(const void *lists)
{
	return true;
}

static const OpenKind shortlists = {
	.context = "mentorgraph shortlist",
	.view_size = sizeof(Lists),
	.peek = peek,
	.view = view,
	.complete = add_nothing,
	.is_complete = is_complete,
};

const Lists *
mg_open_shortlist(FunctionCallInfo fcinfo, int argument, TiesWanted wanted)
{
	return mg_open(&shortlists, fcinfo, argument, wanted);
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
	given = mg_open_shortlist(fcinfo, argument, MG_OUT_TIES);
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
