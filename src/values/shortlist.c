/*
 * shortlist.c - the value of type shortlist: made, checked, opened, compared.
 *
 * Making copies the arrays of the lists behind a header and computes a fingerprint of them.
 * Comparing looks at headers only: equal fingerprints and counts are equal content.
 */
#include "values/shortlist.h"

#include "common/shortest_dec.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

/* Where the parts of a value lie. A part that is absent has no length. */
typedef struct Layout
{
	uint64 thing_ids;
	uint64 person_ids;
	uint64 score;
	uint64 their_score;
	uint64 start;
	uint64 person;
	uint64 openings;
	uint64 capacity;
	uint64 total;
} Layout;

static Layout
layout_of(uint64 things, uint64 people, uint64 pairs, uint8 flags)
{
	Layout layout;

	layout.thing_ids = sizeof(Shortlist);
	layout.person_ids = layout.thing_ids + things * sizeof(int64);
	layout.score = layout.person_ids + people * sizeof(int64);
	layout.their_score = layout.score + (flags & MG_SHORTLIST_UNIT ? 0 : pairs * sizeof(double));
	layout.start = layout.their_score + (flags & MG_SHORTLIST_THEIRS ? pairs * sizeof(double) : 0);
	layout.person = layout.start + (things + 1) * sizeof(uint32);
	layout.openings = layout.person + pairs * sizeof(uint32);
	layout.capacity =
		layout.openings + (flags & MG_SHORTLIST_OPENINGS ? things * sizeof(uint32) : 0);
	layout.total = layout.capacity + (flags & MG_SHORTLIST_CAPACITY ? people * sizeof(uint32) : 0);
	return layout;
}

uint64
mg_shortlist_size(uint64 things, uint64 people, uint64 pairs, uint8 flags)
{
	return layout_of(things, people, pairs, flags).total;
}

uint8
mg_shortlist_flags(const Lists *lists)
{
	return (lists->score ? 0 : MG_SHORTLIST_UNIT) | (lists->their_score ? MG_SHORTLIST_THEIRS : 0) |
		   (lists->openings ? MG_SHORTLIST_OPENINGS : 0) |
		   (lists->capacity ? MG_SHORTLIST_CAPACITY : 0);
}

/* ---- limits ---- */

/* The length of the text, or a bound that is small enough. */
static uint64
text_length(const Lists *lists)
{
	const uint64 scores =
		(lists->score || lists->their_score ? 1 : 0) + (lists->their_score ? 1 : 0);
	const uint64 item = strlen(", ->*4294967295") + MAXINT8LEN;
	uint64 length = ((uint64) lists->things + lists->people) * item;
	char shown[Max(MAXINT8LEN + 1, DOUBLE_SHORTEST_DECIMAL_LEN)];
	uint32 steps = 0;
	uint32 thing;

	if (length + lists->pairs * (strlen(", ->") + 2 * MAXINT8LEN +
								 scores * (1 + DOUBLE_SHORTEST_DECIMAL_LEN)) <=
		MaxAllocSize)
		return length;
	for (thing = 0; thing < lists->things; thing++)
	{
		uint32 digits = pg_lltoa(lists->thing_ids[thing], shown);
		uint32 pair;

		mg_step(&steps);
		for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
		{
			mg_step(&steps);
			length += strlen(", ->") + digits;
			length += pg_lltoa(lists->person_ids[lists->person[pair]], shown);
			if (lists->their_score || mg_score(lists, pair) != 1.0)
				length += 1 + double_to_shortest_decimal_bufn(mg_score(lists, pair), shown);
			if (lists->their_score)
				length += 1 + double_to_shortest_decimal_bufn(lists->their_score[pair], shown);
		}
	}
	return length;
}

static void
check_limits(const Lists *lists, bool with_text)
{
	uint64 size = MaxAllocSize;
	uint64 text = 0;

	if (lists->things <= MG_MAX_LISTED && lists->people <= MG_MAX_LISTED &&
		lists->pairs <= MG_MAX_PAIRS)
	{
		size = mg_shortlist_size(lists->things, lists->people, lists->pairs,
								 mg_shortlist_flags(lists));
		if (size < MaxAllocSize)
			text = with_text ? text_length(lists) : 0;
		if (size < MaxAllocSize && text < MaxAllocSize)
			return;
	}
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("shortlist is too large"),
			 text > 0 ? errdetail(
							"%u pairs of %u things and %u people take more than %zu bytes as text.",
							lists->pairs, lists->things, lists->people, (Size) MaxAllocSize)
					  : errdetail("%u pairs of %u things and %u people take more than %zu bytes.",
								  lists->pairs, lists->things, lists->people, (Size) MaxAllocSize),
			 errhint("Give each thing fewer candidates, or build one shortlist for each part of "
					 "the organisation.")));
}

/* ---- making ---- */

Shortlist *
mg_shortlist_make_partial(const Lists *lists)
{
	uint8 flags = mg_shortlist_flags(lists);
	Shortlist *shortlist;
	char *base;
	Layout layout;

	check_limits(lists, false);
	layout = layout_of(lists->things, lists->people, lists->pairs, flags);
	shortlist = palloc(layout.total);
	base = (char *) shortlist;
	memset(shortlist, 0, sizeof(Shortlist));
	SET_VARSIZE(shortlist, layout.total);
	shortlist->version = MG_SHORTLIST_VERSION;
	shortlist->flags = flags;
	shortlist->things = lists->things;
	shortlist->people = lists->people;
	shortlist->pairs = lists->pairs;
	mg_copy(base + layout.thing_ids, lists->thing_ids, layout.person_ids - layout.thing_ids);
	mg_copy(base + layout.person_ids, lists->person_ids, layout.score - layout.person_ids);
	mg_copy(base + layout.score, lists->score, layout.their_score - layout.score);
	mg_copy(base + layout.their_score, lists->their_score, layout.start - layout.their_score);
	mg_copy(base + layout.start, lists->start, layout.person - layout.start);
	mg_copy(base + layout.person, lists->person, layout.openings - layout.person);
	mg_copy(base + layout.openings, lists->openings, layout.capacity - layout.openings);
	mg_copy(base + layout.capacity, lists->capacity, layout.total - layout.capacity);
	return shortlist;
}

Shortlist *
mg_shortlist_make(const Lists *lists)
{
	Shortlist *shortlist;

	check_limits(lists, true);
	shortlist = mg_shortlist_make_partial(lists);
	mg_set_fingerprint((struct varlena *) shortlist, offsetof(Shortlist, fingerprint));
	return shortlist;
}

void
mg_refuse_conflict(const ListsConflict *conflict, Node *context)
{
	const char *hint = "Leave the rows out that do not count, or put them together with GROUP BY.";
	char one[DOUBLE_SHORTEST_DECIMAL_LEN];
	char other[DOUBLE_SHORTEST_DECIMAL_LEN];

	if (conflict->kind == MG_NO_CONFLICT)
		return;
	double_to_shortest_decimal_buf(conflict->one, one);
	double_to_shortest_decimal_buf(conflict->other, other);
	switch (conflict->kind)
	{
		case MG_NO_CONFLICT:
			break;
		case MG_TWO_SCORES:
			mg_soft_error(context, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
									errmsg("a person has two scores for the same thing"),
									errdetail("Person " INT64_FORMAT
											  " has scores %s and %s for " INT64_FORMAT ".",
											  conflict->person, one, other, conflict->thing),
									errhint("%s", hint)));
			break;
		case MG_TWO_THEIR_SCORES:
			mg_soft_error(context, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
									errmsg("a person gives the same thing two scores"),
									errdetail("Person " INT64_FORMAT " gives thing " INT64_FORMAT
											  " scores %s and %s.",
											  conflict->person, conflict->thing, one, other),
									errhint("%s", hint)));
			break;
		case MG_TWO_OPENINGS:
			mg_soft_error(context, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
									errmsg("the same thing has two numbers of openings"),
									errdetail("Thing " INT64_FORMAT " has %s and %s openings.",
											  conflict->thing, one, other)));
			break;
		case MG_TWO_CAPACITIES:
			mg_soft_error(context, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
									errmsg("the same person has two capacities"),
									errdetail("Person " INT64_FORMAT " has capacities %s and %s.",
											  conflict->person, one, other)));
			break;
		case MG_SOME_THEIR_SCORES:
			mg_soft_error(context,
						  (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						   errmsg("all pairs or none must have a score from the person's side"),
						   errdetail("Person " INT64_FORMAT " and thing " INT64_FORMAT
									 " differ in this from other pairs.",
									 conflict->person, conflict->thing)));
			break;
	}
}

/* ---- reading ---- */

static void
refuse_format(const char *detail)
{
	ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
					errmsg("unsupported format of a shortlist"), errdetail("%s", detail),
					errhint("Install the version of mentorgraph that wrote it, or a later one.")));
}

/* Refuses values that are no shortlist of this version; length is what there is of it. */
static void
check_header(const Shortlist *shortlist, Size length)
{
	if (length < sizeof(Shortlist))
		refuse_format(psprintf("The value has %zu bytes.", length));
	if (shortlist->version != MG_SHORTLIST_VERSION)
		refuse_format(psprintf("The value has format version %d; known is %d.", shortlist->version,
							   MG_SHORTLIST_VERSION));
	if (shortlist->flags & ~MG_SHORTLIST_FLAGS)
		refuse_format("The value has unknown flags.");
}

void
mg_shortlist_view(const Shortlist *shortlist, Lists *lists)
{
	const char *base = (const char *) shortlist;
	Layout layout;

	check_header(shortlist, VARSIZE(shortlist));
	layout = layout_of(shortlist->things, shortlist->people, shortlist->pairs, shortlist->flags);
	if (VARSIZE(shortlist) != layout.total)
		ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("shortlist is damaged"),
						errdetail("%u pairs of %u things and %u people do not take %zu bytes.",
								  shortlist->pairs, shortlist->things, shortlist->people,
								  (Size) VARSIZE(shortlist))));
	lists->things = shortlist->things;
	lists->people = shortlist->people;
	lists->pairs = shortlist->pairs;
	lists->thing_ids = (const int64 *) (base + layout.thing_ids);
	lists->person_ids = (const int64 *) (base + layout.person_ids);
	lists->score =
		shortlist->flags & MG_SHORTLIST_UNIT ? NULL : (const double *) (base + layout.score);
	lists->their_score = shortlist->flags & MG_SHORTLIST_THEIRS
							 ? (const double *) (base + layout.their_score)
							 : NULL;
	lists->start = (const uint32 *) (base + layout.start);
	lists->person = (const uint32 *) (base + layout.person);
	lists->openings =
		shortlist->flags & MG_SHORTLIST_OPENINGS ? (const uint32 *) (base + layout.openings) : NULL;
	lists->capacity =
		shortlist->flags & MG_SHORTLIST_CAPACITY ? (const uint32 *) (base + layout.capacity) : NULL;
}

void
mg_shortlist_peek(Datum value, Shortlist *header)
{
	struct varlena *slice = PG_DETOAST_DATUM_SLICE(value, 0, sizeof(Shortlist) - VARHDRSZ);
	Size length = VARSIZE_ANY_EXHDR(slice);

	memset(header, 0, sizeof(*header));
	memcpy((char *) header + VARHDRSZ, VARDATA_ANY(slice),
		   Min(length, sizeof(Shortlist) - VARHDRSZ));
	check_header(header, length + VARHDRSZ);
	if ((Pointer) slice != DatumGetPointer(value))
		pfree(slice);
}

bool
mg_same_shortlist(const Shortlist *one, const Shortlist *other)
{
	return one->things == other->things && one->people == other->people &&
		   one->pairs == other->pairs && one->flags == other->flags &&
		   memcmp(one->fingerprint, other->fingerprint, MG_FINGERPRINT_LENGTH) == 0;
}

/* ---- checking ---- */

static bool
ascending(const int64 *ids, uint32 count)
{
	uint32 steps = 0;
	uint32 i;

	for (i = 1; i < count; i++)
	{
		mg_step(&steps);
		if (ids[i] <= ids[i - 1])
			return false;
	}
	return true;
}

/* What is wrong with numbers of places that are stored because not all are 1. */
static const char *
places_problem(const uint32 *places, uint32 count)
{
	bool all_one = true;
	uint32 steps = 0;
	uint32 i;

	for (i = 0; places && i < count; i++)
	{
		mg_step(&steps);
		if (places[i] > MG_MAX_PLACES)
			return "A number of openings or a capacity is too large.";
		all_one &= places[i] == 1;
	}
	return places && all_one ? "openings or capacities are stored although all are 1" : NULL;
}

/* What is wrong with one of the two scores of the pairs. */
static const char *
scores_problem(const double *score, uint32 count, bool may_be_one)
{
	bool all_one = true;
	uint32 steps = 0;
	uint32 i;

	for (i = 0; score && i < count; i++)
	{
		mg_step(&steps);
		if (!(score[i] > 0.0 && score[i] <= 1.0))
			return "A score is not greater than 0 and at most 1.";
		all_one &= score[i] == 1.0;
	}
	if (score && (may_be_one ? count == 0 : all_one))
		return may_be_one ? "scores are stored although there are no pairs"
						  : "scores are stored although all are 1";
	return NULL;
}

static const char *
pairs_problem(const Lists *lists)
{
	uint32 steps = 0;
	uint32 thing;

	if (lists->start[0] != 0 || lists->start[lists->things] != lists->pairs)
		return "The numbers of pairs do not add up to the number of pairs.";
	for (thing = 0; thing < lists->things; thing++)
	{
		uint32 start = lists->start[thing];
		uint32 end = lists->start[thing + 1];
		uint32 pair;

		mg_step(&steps);
		if (end < start || end > lists->pairs)
			return "The numbers of pairs do not add up to the number of pairs.";
		for (pair = start; pair < end; pair++)
		{
			mg_step(&steps);
			if (lists->person[pair] >= lists->people)
				return "A pair has a person who is not in the value.";
			if (pair > start && lists->person[pair] <= lists->person[pair - 1])
				return "The people of a thing are not in ascending order.";
		}
	}
	return NULL;
}

const char *
mg_shortlist_problem(const Lists *lists)
{
	const char *problem;

	if (!ascending(lists->thing_ids, lists->things))
		return "The things are not in ascending order.";
	if (!ascending(lists->person_ids, lists->people))
		return "The people are not in ascending order.";
	if ((problem = pairs_problem(lists)) != NULL ||
		(problem = scores_problem(lists->score, lists->pairs, false)) != NULL ||
		(problem = scores_problem(lists->their_score, lists->pairs, true)) != NULL ||
		(problem = places_problem(lists->openings, lists->things)) != NULL ||
		(problem = places_problem(lists->capacity, lists->people)) != NULL)
		return problem;
	return NULL;
}
