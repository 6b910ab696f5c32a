/*
 * roster.c - from (person, group) pairs in any order to an affiliation.
 *
 * Pairs are appended, 16 bytes each; a group's name is stored once and found again by a hash table,
 * so that the roster grows with the people, not with their units' names. Finishing sorts the pairs
 * by person (linear time) and the names by their bytes. Pairs that come again and again, as from a
 * join with ties, are dropped when a million fill the room, and from then on as often as that makes
 * half of the room free; where it does not, it is tried again at 16 times the size only.
 */
#include "values/roster.h"

#include "common/hashfn.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "math/sort.h"
#include "values/json_map.h"
#include "values/names.h"

#define FIRST_ROOM 8
#define NO_NAME UINT32_MAX
#define MG_MAX_ROSTER (UINT32_C(1) << 28)

/* With so many pairs, those that are there twice are dropped for the first time. */
#define FIRST_CROWD (UINT32_C(1) << 20)

typedef struct GroupName
{
	Size start;
	uint32 length;
	uint32 hash;
} GroupName;

struct Roster
{
	NumberedId *pairs; /* person and number of the name */
	uint32 pairs_used;
	uint32 pairs_room;
	uint32 crowd; /* the room that, when full, is searched for doubles first */

	char *bytes;
	Size bytes_used;
	Size bytes_room;
	GroupName *names;
	uint32 names_used;
	uint32 names_room;
	uint32 *slots; /* open addressing: number of the name, or NO_NAME */
	uint32 slot_mask;
};

Roster *
mg_roster_create(void)
{
	Roster *roster = mg_alloc_zero(sizeof(Roster));

	roster->crowd = FIRST_CROWD;
	return roster;
}

/* ---- names ---- */

static void
fill_slots(Roster *roster)
{
	uint32 steps = 0;
	uint32 i;

	memset(roster->slots, 0xFF, ((Size) roster->slot_mask + 1) * sizeof(uint32));
	for (i = 0; i < roster->names_used; i++)
	{
		uint32 at = roster->names[i].hash & roster->slot_mask;

		mg_step(&steps);
		while (roster->slots[at] != NO_NAME)
			at = (at + 1) & roster->slot_mask;
		roster->slots[at] = i;
	}
}

/* Room for one more name of so many bytes. */
static void
make_room_for_name(Roster *roster, int length)
{
	if (roster->bytes_used + length > MaxAllocSize || roster->names_used >= MaxAllocSize / 4)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("affiliation is too large"),
						errdetail("The names of %u groups take more than %zu bytes.",
								  roster->names_used + 1, (Size) MaxAllocSize)));
	if (roster->slots == NULL || roster->names_used == roster->names_room)
	{
		bool first = roster->names_room == 0;
		uint32 room = first ? FIRST_ROOM : roster->names_room * 2;

		roster->names = first ? mg_alloc_array(GroupName, room)
							  : mg_realloc_array(roster->names, GroupName, room);
		if (!first)
			pfree(roster->slots);
		roster->slots = mg_alloc_array(uint32, 2 * (Size) room);
		roster->slot_mask = 2 * room - 1;
		roster->names_room = room;
		fill_slots(roster);
	}
	if (roster->bytes == NULL || roster->bytes_room - roster->bytes_used < (Size) length)
	{
		Size room = Max(roster->bytes_room * 2, roster->bytes_used + length);

		room = Max(room, 64);
		roster->bytes = roster->bytes ? mg_realloc(roster->bytes, room) : mg_alloc(room);
		roster->bytes_room = room;
	}
}

static uint32
number_of_name(Roster *roster, const char *name, int length)
{
	uint32 hash = hash_bytes((const unsigned char *) name, length);
	GroupName *added;
	uint32 at;

	if (roster->slots)
		for (at = hash & roster->slot_mask; roster->slots[at] != NO_NAME;
			 at = (at + 1) & roster->slot_mask)
		{
			const GroupName *known = &roster->names[roster->slots[at]];

			if (known->hash == hash && known->length == (uint32) length &&
				memcmp(roster->bytes + known->start, name, length) == 0)
				return roster->slots[at];
		}

	make_room_for_name(roster, length);
	added = &roster->names[roster->names_used];
	added->start = roster->bytes_used;
	added->length = length;
	added->hash = hash;
	memcpy(roster->bytes + roster->bytes_used, name, length);
	roster->bytes_used += length;
	at = hash & roster->slot_mask;
	while (roster->slots[at] != NO_NAME)
		at = (at + 1) & roster->slot_mask;
	roster->slots[at] = roster->names_used;
	return roster->names_used++;
}

/* ---- pairs ---- */

/* Sorts the pairs by person; of equal neighbours then one stays. */
static void
sort_pairs(Roster *roster)
{
	uint32 kept = 0;
	uint32 steps = 0;
	uint32 i;

	if (roster->pairs_used > 0)
		mg_sort_ids(roster->pairs, roster->pairs_used);
	for (i = 0; i < roster->pairs_used; i++)
	{
		const NumberedId *pair = &roster->pairs[i];

		mg_step(&steps);
		if (kept == 0 || roster->pairs[kept - 1].id != pair->id ||
			roster->pairs[kept - 1].number != pair->number)
			roster->pairs[kept++] = *pair;
	}
	roster->pairs_used = kept;
}

/* A name for a message. */
static const char *
shown(const Roster *roster, uint32 number)
{
	const GroupName *name = &roster->names[number];

	return mg_show_name(roster->bytes + name->start, name->length);
}

/* Refuses a person with two groups; the pairs are sorted. False after a soft error. */
static bool
refuse_two_groups(const Roster *roster, Node *context)
{
	const NumberedId *pair = roster->pairs;
	uint32 steps = 0;
	uint32 i;

	for (i = 1; i < roster->pairs_used; i++, pair++)
	{
		mg_step(&steps);
		if (pair[0].id != pair[1].id)
			continue;
		mg_soft_error(context,
					  (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					   errmsg("a person cannot belong to two groups of one affiliation"),
					   errdetail("Person " INT64_FORMAT " belongs to %s and to %s.", pair->id,
								 shown(roster, Min(pair[0].number, pair[1].number)),
								 shown(roster, Max(pair[0].number, pair[1].number))),
					   errhint("Use one row for each person, for example the current one.")));
		return false;
	}
	return true;
}

/* Room for one more pair, where there is none. */
static void
make_room_for_pair(Roster *roster)
{
	uint32 room = roster->pairs_room;

	if (room >= roster->crowd)
	{
		sort_pairs(roster);
		if (roster->pairs_used <= room / 2)
			return;
		roster->crowd = Min((uint64) room * 16, MG_MAX_ROSTER);
	}
	if (room >= MG_MAX_ROSTER && refuse_two_groups(roster, NULL))
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("affiliation is too large"),
						errdetail("It has more than %u people.", roster->pairs_used - 1)));
	roster->pairs_room = room ? room * 2 : FIRST_ROOM;
	roster->pairs = room ? mg_realloc_array(roster->pairs, NumberedId, roster->pairs_room)
						 : mg_alloc_array(NumberedId, roster->pairs_room);
}

void
mg_roster_add(Roster *roster, int64 person, const char *name, int length)
{
	uint32 number = number_of_name(roster, name, length);

	if (roster->pairs_used == roster->pairs_room)
		make_room_for_pair(roster);
	roster->pairs[roster->pairs_used].id = person;
	roster->pairs[roster->pairs_used].number = number;
	roster->pairs_used++;
}

void
mg_roster_add_affiliation(Roster *roster, const Affiliation *affiliation)
{
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < affiliation->people; i++)
	{
		int length;
		const char *name =
			mg_affiliation_name(affiliation, mg_affiliation_groups(affiliation)[i], &length);

		mg_step(&steps);
		mg_roster_add(roster, affiliation->ids[i], name, length);
	}
}

/* ---- finishing ---- */

static int
compare_names(const void *a, const void *b, void *bytes)
{
	const GroupName *one = a;
	const GroupName *other = b;
	const char *names = bytes;

	return mg_compare_names(names + one->start, one->length, names + other->start, other->length);
}

/* Sorts the names by their bytes and renumbers the pairs accordingly. */
static void
sort_names(Roster *roster)
{
	uint32 *place = mg_alloc_array(uint32, roster->names_used);
	uint32 steps = 0;
	uint32 i;

	/* The hash is of no more use: it carries the old number through the sort. */
	for (i = 0; i < roster->names_used; i++)
		roster->names[i].hash = i;
	if (roster->names_used > 1)
		qsort_interruptible(roster->names, roster->names_used, sizeof(GroupName), compare_names,
							roster->bytes);
	for (i = 0; i < roster->names_used; i++)
		place[roster->names[i].hash] = i;
	for (i = 0; i < roster->pairs_used; i++)
	{
		mg_step(&steps);
		roster->pairs[i].number = place[roster->pairs[i].number];
	}
	pfree(place);
}

/* The length of the value's text at most: each person's id, quotes and signs, and the name. */
static uint64
text_length(const Roster *roster)
{
	uint64 *escaped = mg_alloc_array(uint64, roster->names_used);
	uint64 length = strlen("{}") + 1;
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < roster->names_used; i++)
		escaped[i] =
			mg_json_length(roster->bytes + roster->names[i].start, roster->names[i].length, &steps);
	for (i = 0; i < roster->pairs_used; i++)
	{
		mg_step(&steps);
		length += MAXINT8LEN + strlen("\"\": , ") + escaped[roster->pairs[i].number];
	}
	pfree(escaped);
	return length;
}

static void
check_limits(const Roster *roster, Size size)
{
	uint64 text = text_length(roster);

	if (size <= MaxAllocSize && text <= MaxAllocSize)
		return;
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("affiliation is too large"),
			 errdetail("%u people in %u groups take %zu bytes, as text up to " UINT64_FORMAT
					   "; PostgreSQL holds values of up to %zu bytes.",
					   roster->pairs_used, roster->names_used, size, text, (Size) MaxAllocSize),
			 errhint("Shorten the names of the groups.")));
}

Affiliation *
mg_roster_finish(Roster *roster, Node *context)
{
	Affiliation *affiliation;
	uint32 *group;
	uint32 *name_end;
	char *names;
	Size size;
	uint32 end = 0;
	uint32 steps = 0;
	uint32 i;

	sort_names(roster);
	sort_pairs(roster);
	if (!refuse_two_groups(roster, context))
		return NULL;

	size = mg_map_fixed_size(&mg_affiliation_type, roster->pairs_used, roster->names_used) +
		   roster->bytes_used;
	check_limits(roster, size);
	affiliation = (Affiliation *) mg_map_create(&mg_affiliation_type, size, roster->pairs_used,
												roster->names_used);
	group = (uint32 *) (affiliation->ids + affiliation->people);
	name_end = group + affiliation->people;
	names = (char *) (name_end + affiliation->groups);
	for (i = 0; i < affiliation->people; i++)
	{
		mg_step(&steps);
		affiliation->ids[i] = roster->pairs[i].id;
		group[i] = roster->pairs[i].number;
	}
	for (i = 0; i < affiliation->groups; i++)
	{
		const GroupName *name = &roster->names[i];

		mg_step(&steps);
		mg_copy(names + end, roster->bytes + name->start, name->length);
		end += name->length;
		name_end[i] = end;
	}
	return affiliation;
}
