/*
 * stable.c - stable assignments by deferred acceptance, and the pairs that block an assignment.
 *
 * Things propose to people in the order of their scores; a person keeps the best proposals, up to
 * the capacity, and refuses the others (Gale and Shapley 1962; Roth 1984 for capacities on one
 * side; Blair 1988 for both). The result does not depend on the order of the proposals. O(pairs
 * log pairs of a thing), at most one proposal a pair.
 */
#include "graph/matching/stable.h"

/* Whether a person prefers one pair to another, both theirs. Pairs are in the order of things. */
static inline bool
person_prefers(const Lists *lists, uint32_t pair, uint32_t other)
{
	double one = lists->their_score ? lists->their_score[pair] : 1.0;
	double two = lists->their_score ? lists->their_score[other] : 1.0;

	return one > two || (one == two && pair < other);
}

/* Whether a thing prefers one pair to another, both its own. */
static inline bool
thing_prefers(const Lists *lists, uint32_t pair, uint32_t other)
{
	double one = mg_score(lists, pair);
	double two = mg_score(lists, other);

	return one > two || (one == two && pair < other);
}

/* ---- what people keep ---- */

/* For each person a heap of pairs, the one that they like least on top. */
typedef struct Kept
{
	const Lists *lists;
	uint32_t *start; /* [people] where the person's heap starts in ... */
	uint32_t *pairs;
	uint32_t *count; /* [people] */
} Kept;

static void
start_kept(Kept *kept, const Lists *lists, uint32_t *steps)
{
	uint32_t *listed = mg_alloc_zero_array(uint32_t, lists->people);
	uint64_t room = 0;
	uint32_t i;

	kept->lists = lists;
	kept->start = mg_alloc_array(uint32_t, lists->people);
	kept->count = mg_alloc_zero_array(uint32_t, lists->people);
	for (i = 0; i < lists->pairs; i++)
	{
		mg_step(steps);
		listed[lists->person[i]]++;
	}
	for (i = 0; i < lists->people; i++)
	{
		mg_step(steps);
		kept->start[i] = room;
		room += listed[i] < mg_capacity(lists, i) ? listed[i] : mg_capacity(lists, i);
	}
	kept->pairs = mg_alloc_array(uint32_t, room);
	mg_free(listed);
}

static void
free_kept(Kept *kept)
{
	mg_free(kept->start);
	mg_free(kept->count);
	mg_free(kept->pairs);
}

/* Puts a pair in at the bottom of a person's heap. */
static void
add_kept(Kept *kept, uint32_t person, uint32_t pair)
{
	uint32_t *heap = kept->pairs + kept->start[person];
	uint32_t at = kept->count[person]++;

	while (at > 0 && person_prefers(kept->lists, heap[(at - 1) / 2], pair))
	{
		heap[at] = heap[(at - 1) / 2];
		at = (at - 1) / 2;
	}
	heap[at] = pair;
}

/* Puts a pair in place of the one on top. */
static void
replace_kept(Kept *kept, uint32_t person, uint32_t pair)
{
	uint32_t *heap = kept->pairs + kept->start[person];
	uint32_t count = kept->count[person];
	uint32_t at = 0;

	for (;;)
	{
		uint32_t child = 2 * at + 1;

		if (child >= count)
			break;
		if (child + 1 < count && person_prefers(kept->lists, heap[child], heap[child + 1]))
			child++;
		if (!person_prefers(kept->lists, pair, heap[child]))
			break;
		heap[at] = heap[child];
		at = child;
	}
	heap[at] = pair;
}

/* A person is asked to take a pair; gives the pair that they refuse, or MG_NONE. */
static uint32_t
propose(Kept *kept, uint32_t pair)
{
	uint32_t person = kept->lists->person[pair];
	uint32_t worst;

	if (mg_capacity(kept->lists, person) == 0)
		return pair;
	if (kept->count[person] < mg_capacity(kept->lists, person))
	{
		add_kept(kept, person, pair);
		return MG_NONE;
	}
	worst = kept->pairs[kept->start[person]];
	if (person_prefers(kept->lists, worst, pair))
		return pair;
	replace_kept(kept, person, pair);
	return worst;
}

bool *
mg_assign_stable(const Lists *lists)
{
	bool *assigned = mg_alloc_zero_array(bool, lists->pairs);
	uint32_t *ordered = mg_pairs_by_score(lists);
	uint32_t *thing_of = mg_pair_things(lists);
	uint32_t *next = mg_alloc_array(uint32_t, lists->things);
	uint32_t steps = 0;
	Kept kept;
	uint32_t i;

	start_kept(&kept, lists, &steps);
	mg_copy(next, lists->start, lists->things * sizeof(uint32_t));
	for (i = 0; i < lists->things; i++)
	{
		uint32_t open = mg_openings(lists, i);
		uint32_t thing = i;

		/* Whoever is refused goes on at once: there is one thing at a time that looks on. */
		mg_step(&steps);
		while (open > 0)
		{
			uint32_t refused;

			mg_step(&steps);
			if (next[thing] == lists->start[thing + 1])
			{
				if (thing == i)
					break; /* nobody left for the other openings either */
				refused = MG_NONE;
			}
			else
				refused = propose(&kept, ordered[next[thing]++]);
			if (refused != MG_NONE)
				thing = thing_of[refused];
			else
			{
				open--;
				thing = i;
			}
		}
	}
	for (i = 0; i < lists->people; i++)
	{
		uint32_t at;

		mg_step(&steps);
		for (at = 0; at < kept.count[i]; at++)
		{
			mg_step(&steps);
			assigned[kept.pairs[kept.start[i] + at]] = true;
		}
	}
	free_kept(&kept);
	mg_free(ordered);
	mg_free(thing_of);
	mg_free(next);
	return assigned;
}

/* ---- who would rather have each other ---- */

typedef bool (*Prefers)(const Lists *lists, uint32_t pair, uint32_t other);

/* Counts a pair that a node has, and keeps the one that it likes least. */
static void
note_pair(const Lists *lists, uint32_t pair, uint32_t *has, uint32_t *worst, Prefers prefers)
{
	if ((*has)++ == 0 || prefers(lists, *worst, pair))
		*worst = pair;
}

static bool
would_take(const Lists *lists, uint32_t pair, uint32_t places, uint32_t has, uint32_t worst,
		   Prefers prefers)
{
	return has < places || (has > 0 && prefers(lists, pair, worst));
}

uint32_t
mg_blocking_pairs(const Lists *lists, const bool *assigned, bool *blocking)
{
	uint32_t *thing_has = mg_alloc_zero_array(uint32_t, lists->things);
	uint32_t *thing_worst = mg_alloc_array(uint32_t, lists->things);
	uint32_t *person_has = mg_alloc_zero_array(uint32_t, lists->people);
	uint32_t *person_worst = mg_alloc_array(uint32_t, lists->people);
	uint32_t *thing_of = mg_pair_things(lists);
	uint32_t found = 0;
	uint32_t steps = 0;
	uint32_t i;

	for (i = 0; i < lists->pairs; i++)
	{
		uint32_t thing = thing_of[i];
		uint32_t person = lists->person[i];

		mg_step(&steps);
		if (!assigned[i])
			continue;
		note_pair(lists, i, &thing_has[thing], &thing_worst[thing], thing_prefers);
		note_pair(lists, i, &person_has[person], &person_worst[person], person_prefers);
	}
	for (i = 0; i < lists->pairs; i++)
	{
		uint32_t thing = thing_of[i];
		uint32_t person = lists->person[i];

		mg_step(&steps);
		blocking[i] = !assigned[i] &&
					  would_take(lists, i, mg_openings(lists, thing), thing_has[thing],
								 thing_worst[thing], thing_prefers) &&
					  would_take(lists, i, mg_capacity(lists, person), person_has[person],
								 person_worst[person], person_prefers);
		found += blocking[i];
	}
	mg_free(thing_has);
	mg_free(thing_worst);
	mg_free(person_has);
	mg_free(person_worst);
	mg_free(thing_of);
	return found;
}
