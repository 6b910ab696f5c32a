/*
 * cover.c - the fewest people who cover every thing that anyone covers.
 *
 * First by Chvatal's (1979) rule: again and again the person who covers most of what is not covered
 * yet, of equal ones the smaller id; then whoever is not needed goes. That is at most 1 + ln(most
 * things a person covers) times the smallest cover. Things of which no two have a person in common
 * need as many people: a bound from below. In each connected part where the two differ, things that
 * are covered whenever another one is are left out, and if at most 64 are left, branch and bound
 * finds the smallest cover (cover_search.c). O(pairs log people) without that.
 */
#include "graph/matching/cover.h"

#include <string.h>

#include "graph/matching/cover_search.h"

#define SEARCH_BUDGET 50000000 /* people looked at, in all parts together */
#define MOST_COMPARED 256      /* things of a part that are compared with each other */

/* How often what people cover is compared, in all parts together: some 28 000 people of a part. */
#define COMPARISONS 400000000

/* A person, and how many more things they covered when they were put into the queue. */
typedef struct Candidate
{
	uint32_t gain;
	uint32_t person;
} Candidate;

typedef struct Covering
{
	const Lists *lists;
	ByPerson by_person;
	uint32_t *thing_of;
	bool *needs;       /* [things] has an opening and somebody who covers it */
	uint32_t *covered; /* [things] by how many of the chosen */
	uint32_t *gain;    /* [people] things that they would cover besides */
	bool *chosen;      /* [people] */
	uint32_t *part;    /* [things] the things of the part that is looked at */
	uint32_t part_count;
	bool *seen_thing;
	bool *seen_person;

	uint32_t *kept; /* [things] those of the part that are not covered with another one anyway */
	uint32_t kept_count;
	uint32_t *number;     /* [people] their numbers in the search; MG_NONE between searches */
	uint32_t *members;    /* [people] by number, and ... */
	uint64_t *covers;     /* ... what they cover of the things kept */
	uint64_t comparisons; /* of people that are left */
	uint64_t budget;
	uint32_t steps;
} Covering;

static inline bool
can_cover(const Covering *covering, uint32_t pair)
{
	return mg_capacity(covering->lists, covering->lists->person[pair]) > 0;
}

static void
start(Covering *covering, const Lists *lists)
{
	uint32_t i;

	covering->lists = lists;
	covering->by_person = mg_pairs_by_person(lists);
	covering->thing_of = mg_pair_things(lists);
	covering->needs = mg_alloc_zero_array(bool, lists->things);
	covering->covered = mg_alloc_zero_array(uint32_t, lists->things);
	covering->gain = mg_alloc_zero_array(uint32_t, lists->people);
	covering->chosen = mg_alloc_zero_array(bool, lists->people);
	covering->part = mg_alloc_array(uint32_t, lists->things);
	covering->seen_thing = mg_alloc_zero_array(bool, lists->things);
	covering->seen_person = mg_alloc_zero_array(bool, lists->people);
	covering->kept = mg_alloc_array(uint32_t, lists->things);
	covering->number = mg_alloc_array(uint32_t, lists->people);
	covering->members = mg_alloc_array(uint32_t, lists->people);
	covering->covers = mg_alloc_array(uint64_t, lists->people);
	covering->comparisons = COMPARISONS;
	covering->budget = SEARCH_BUDGET;
	covering->steps = 0;
	memset(covering->number, 0xFF, lists->people * sizeof(uint32_t));
	for (i = 0; i < lists->pairs; i++)
	{
		uint32_t thing = covering->thing_of[i];

		mg_step(&covering->steps);
		if (mg_openings(lists, thing) == 0 || !can_cover(covering, i))
			continue;
		covering->needs[thing] = true;
		covering->gain[lists->person[i]]++;
	}
}

static void
end(Covering *covering)
{
	mg_by_person_free(&covering->by_person);
	mg_free(covering->thing_of);
	mg_free(covering->needs);
	mg_free(covering->covered);
	mg_free(covering->gain);
	mg_free(covering->part);
	mg_free(covering->seen_thing);
	mg_free(covering->seen_person);
	mg_free(covering->kept);
	mg_free(covering->number);
	mg_free(covering->members);
	mg_free(covering->covers);
}

/* ---- Chvatal's rule ---- */

static void
choose(Covering *covering, uint32_t person)
{
	const Lists *lists = covering->lists;
	uint32_t i;

	covering->chosen[person] = true;
	for (i = covering->by_person.start[person]; i < covering->by_person.start[person + 1]; i++)
	{
		uint32_t thing = covering->thing_of[covering->by_person.pair[i]];
		uint32_t pair;

		mg_step(&covering->steps);
		if (!covering->needs[thing] || covering->covered[thing]++ > 0)
			continue;
		for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
		{
			mg_step(&covering->steps);
			if (can_cover(covering, pair))
				covering->gain[lists->person[pair]]--;
		}
	}
}

static inline bool
comes_first(Candidate one, Candidate other)
{
	return one.gain > other.gain || (one.gain == other.gain && one.person < other.person);
}

/* Moves what is on top of the queue down to where it belongs. */
static void
sift_down(Candidate *queue, uint32_t count, uint32_t at)
{
	Candidate moving = queue[at];

	for (;;)
	{
		uint32_t child = 2 * at + 1;

		if (child >= count)
			break;
		if (child + 1 < count && comes_first(queue[child + 1], queue[child]))
			child++;
		if (!comes_first(queue[child], moving))
			break;
		queue[at] = queue[child];
		at = child;
	}
	queue[at] = moving;
}

static void
choose_by_gain(Covering *covering)
{
	uint32_t count = covering->lists->people;
	Candidate *queue = mg_alloc_array(Candidate, count);
	uint32_t i;

	for (i = 0; i < count; i++)
	{
		mg_step(&covering->steps);
		queue[i] = (Candidate){covering->gain[i], i};
	}
	for (i = count / 2; i-- > 0;)
	{
		mg_step(&covering->steps);
		sift_down(queue, count, i);
	}
	while (count > 0 && queue[0].gain > 0)
	{
		uint32_t gain = covering->gain[queue[0].person];

		mg_step(&covering->steps);
		if (gain == queue[0].gain)
		{
			choose(covering, queue[0].person);
			queue[0] = queue[--count];
		}
		else
			queue[0].gain = gain; /* others were chosen meanwhile */
		sift_down(queue, count, 0);
	}
	mg_free(queue);
}

/* Lets those go whose things are all covered by others too, from the largest id down. */
static void
drop_superfluous(Covering *covering)
{
	uint32_t person;

	for (person = covering->lists->people; person-- > 0;)
	{
		uint32_t start = covering->by_person.start[person];
		uint32_t end = covering->by_person.start[person + 1];
		bool needed = false;
		uint32_t i;

		mg_step(&covering->steps);
		if (!covering->chosen[person])
			continue;
		for (i = start; i < end && !needed; i++)
		{
			uint32_t thing = covering->thing_of[covering->by_person.pair[i]];

			mg_step(&covering->steps);
			needed = covering->needs[thing] && covering->covered[thing] == 1;
		}
		if (needed)
			continue;
		covering->chosen[person] = false;
		for (i = start; i < end; i++)
			covering->covered[covering->thing_of[covering->by_person.pair[i]]]--;
	}
}

/* ---- parts ---- */

/* The things that are connected with one, by people who cover both, ascending. */
static void
find_part(Covering *covering, uint32_t first)
{
	const Lists *lists = covering->lists;
	uint32_t done;

	covering->part_count = 0;
	covering->part[covering->part_count++] = first;
	covering->seen_thing[first] = true;
	for (done = 0; done < covering->part_count; done++)
	{
		uint32_t thing = covering->part[done];
		uint32_t pair;

		for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
		{
			uint32_t person = lists->person[pair];
			uint32_t i;

			mg_step(&covering->steps);
			if (covering->seen_person[person] || !can_cover(covering, pair))
				continue;
			covering->seen_person[person] = true;
			for (i = covering->by_person.start[person]; i < covering->by_person.start[person + 1];
				 i++)
			{
				uint32_t other = covering->thing_of[covering->by_person.pair[i]];

				mg_step(&covering->steps);
				if (covering->seen_thing[other] || !covering->needs[other])
					continue;
				covering->seen_thing[other] = true;
				covering->part[covering->part_count++] = other;
			}
		}
	}
}

/* How many of the part's people are chosen; with forget, they are chosen no more. */
static uint32_t
count_chosen(Covering *covering, bool forget)
{
	const Lists *lists = covering->lists;
	uint32_t count = 0;
	uint32_t i;

	for (i = 0; i < covering->part_count; i++)
	{
		uint32_t thing = covering->part[i];
		uint32_t pair;

		for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
		{
			uint32_t person = lists->person[pair];

			mg_step(&covering->steps);
			/* Each is counted where it is seen; seen_person is set for all of the part. */
			if (!covering->chosen[person] || !covering->seen_person[person])
				continue;
			covering->seen_person[person] = false;
			count++;
		}
	}
	for (i = 0; i < covering->part_count; i++)
	{
		uint32_t thing = covering->part[i];
		uint32_t pair;

		for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
		{
			uint32_t person = lists->person[pair];

			mg_step(&covering->steps);
			if (!can_cover(covering, pair))
				continue;
			covering->seen_person[person] = true;
			covering->chosen[person] &= !forget;
		}
	}
	return count;
}

/* As many things of the part of which no two have a person in common as are found by size. */
static uint32_t
count_apart(Covering *covering, bool *marked)
{
	const Lists *lists = covering->lists;
	uint32_t longest = 0;
	uint32_t apart = 0;
	uint32_t length;
	uint32_t i;

	for (i = 0; i < covering->part_count; i++)
	{
		uint32_t thing = covering->part[i];
		uint32_t listed = lists->start[thing + 1] - lists->start[thing];

		longest = listed > longest ? listed : longest;
	}
	for (length = 1; length <= longest; length = 2 * length) /* the shortest lists first */
		for (i = 0; i < covering->part_count; i++)
		{
			uint32_t thing = covering->part[i];
			uint32_t listed = lists->start[thing + 1] - lists->start[thing];
			bool met = false;
			uint32_t pair;

			mg_step(&covering->steps);
			if (listed < length || listed >= 2 * length)
				continue;
			for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
			{
				mg_step(&covering->steps);
				met |= marked[lists->person[pair]] && can_cover(covering, pair);
			}
			for (pair = lists->start[thing]; !met && pair < lists->start[thing + 1]; pair++)
				marked[lists->person[pair]] = true;
			apart += !met;
		}
	return apart;
}

/* ---- search ---- */

/* Whether everybody who covers a thing covers another one too. */
static bool
implies(Covering *covering, uint32_t thing, uint32_t other)
{
	const Lists *lists = covering->lists;
	uint32_t at = lists->start[other];
	uint32_t pair;

	for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
	{
		mg_step(&covering->steps);
		if (!can_cover(covering, pair))
			continue;
		while (at < lists->start[other + 1] && lists->person[at] < lists->person[pair])
		{
			mg_step(&covering->steps);
			at++;
		}
		if (at == lists->start[other + 1] || lists->person[at] != lists->person[pair])
			return false;
	}
	return true;
}

/* Keeps those things of the part that are not covered whenever another one is. */
static void
keep_things(Covering *covering)
{
	const uint32_t *part = covering->part;
	uint32_t i;
	uint32_t j;

	covering->kept_count = 0;
	for (i = 0; i < covering->part_count; i++)
	{
		bool implied = false;

		for (j = 0; j < covering->kept_count && !implied; j++)
			implied = implies(covering, covering->kept[j], part[i]);
		for (j = i + 1; j < covering->part_count && !implied; j++)
			implied = implies(covering, part[j], part[i]) && !implies(covering, part[i], part[j]);
		if (!implied)
			covering->kept[covering->kept_count++] = part[i];
	}
}

/* Gives the people of the part numbers, and collects what they cover of the things kept. */
static uint32_t
collect_people(Covering *covering)
{
	const Lists *lists = covering->lists;
	uint32_t count = 0;
	uint32_t i;

	for (i = 0; i < covering->kept_count; i++)
	{
		uint32_t thing = covering->kept[i];
		uint32_t pair;

		for (pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
		{
			uint32_t person = lists->person[pair];

			mg_step(&covering->steps);
			if (!can_cover(covering, pair))
				continue;
			if (covering->number[person] == MG_NONE)
			{
				covering->number[person] = count;
				covering->members[count] = person;
				covering->covers[count++] = 0;
			}
			covering->covers[covering->number[person]] |= UINT64_C(1) << i;
		}
	}
	for (i = 0; i < count; i++)
		covering->number[covering->members[i]] = MG_NONE;
	return count;
}

/*
 * Leaves out people who cover nothing that another one does not cover too, as far as comparisons
 * are left: with more people the search finds less, but it would be the square of their number.
 */
static uint32_t
leave_out_lesser(Covering *covering, uint32_t count)
{
	uint32_t *people = covering->members;
	uint64_t *covers = covering->covers;
	uint32_t kept = 0;
	uint32_t i;
	uint32_t j;

	for (i = 0; i < count; i++)
	{
		bool lesser = false;
		bool compared = covering->comparisons > kept;

		mg_steps(&covering->steps, compared ? 1 + kept / 8 : 1);
		if (compared)
			covering->comparisons -= kept;
		for (j = 0; compared && j < kept && !lesser; j++)
			lesser =
				(covers[i] & ~covers[j]) == 0 && (covers[i] != covers[j] || people[j] < people[i]);
		if (lesser)
			continue;
		/* Those kept so far who cover no more than this one go. */
		for (j = 0; compared && j < kept;)
			if ((covers[j] & ~covers[i]) == 0)
			{
				covers[j] = covers[--kept];
				people[j] = people[kept];
			}
			else
				j++;
		covers[kept] = covers[i];
		people[kept++] = people[i];
	}
	return kept;
}

/*
 * Looks for a cover of the part that is smaller than the one which is known. True if the smallest
 * is known afterwards: the part's chosen people are those, as many as counted.
 */
static bool
search_part(Covering *covering, uint32_t *counted)
{
	CoverSearch search = {.best = *counted, .budget = covering->budget};
	bool smallest;
	uint32_t i;

	if (covering->part_count > MOST_COMPARED)
		return false;
	keep_things(covering);
	if (covering->kept_count > MG_COVER_THINGS)
		return false;
	search.people = leave_out_lesser(covering, collect_people(covering));
	search.covers = covering->covers;
	for (i = 0; i < covering->kept_count; i++)
		search.things |= UINT64_C(1) << i;
	smallest = mg_cover_search(&search);
	covering->budget = search.budget;
	if (search.improved)
	{
		count_chosen(covering, true);
		*counted = search.best;
		for (i = 0; i < search.best; i++)
			covering->chosen[covering->members[search.chosen[i]]] = true;
	}
	return smallest;
}

void
mg_smallest_cover(const Lists *lists, Cover *cover)
{
	Covering covering;
	bool *marked = mg_alloc_zero_array(bool, lists->people);
	uint32_t thing;

	start(&covering, lists);
	choose_by_gain(&covering);
	drop_superfluous(&covering);
	cover->count = cover->at_least = 0;
	for (thing = 0; thing < lists->things; thing++)
	{
		uint32_t counted;
		uint32_t apart;

		mg_step(&covering.steps);
		if (!covering.needs[thing] || covering.seen_thing[thing])
			continue;
		find_part(&covering, thing);
		counted = count_chosen(&covering, false);
		apart = count_apart(&covering, marked);
		if (apart < counted && search_part(&covering, &counted))
			apart = counted;
		cover->count += counted;
		cover->at_least += apart;
	}
	cover->chosen = covering.chosen;
	end(&covering);
	mg_free(marked);
}
