/*
 * strongest.c - the strongest chain from one person to another, searched from both ends.
 *
 * Order of chains (see length.c): the smaller sum of lengths, then fewer hops, then the people,
 * compared from the start. The cost of a chain is the pair (length, hops). Pairs add up component
 * by component and are compared lexicographically, which addition respects; every tie costs at
 * least (0, 1), so costs grow strictly along a chain, even where all strengths are 1.
 *
 * Two Dijkstra searches, forward from `from` along the ties and backward from `to` against them,
 * settle people in the order of cost. A label is the best known way to a person on one side.
 * Whenever a side labels a person whom the other side has labelled, the sum of both is a chain;
 * `best` is the least such sum. The search stops when
 *
 *     (smallest open cost forward) + (smallest open cost backward) >= best,
 *
 * or when a side has nothing open. Let f and b be the smallest open costs and C the cost of a
 * strongest chain P.
 *
 *  - best = C. Let w be the first person of P whom the forward side has not settled (if there is
 *    none, `to` is settled forward and labelled backward from the start: best = C). The person
 *    before w is settled, so w has its true forward cost, >= f. The rest of P then costs at most
 *    C - f <= best - f <= b. Everyone after w on P costs less than that, hence less than b, is
 *    settled backward, and has given w its true backward label: best <= C.
 *  - The people. Among equal costs a label keeps the way whose people come first: forward by
 *    comparing both ways from the start, backward by the next person alone, as the ways part there.
 *    For P the first of all strongest chains, w as above got its label from the person before it on
 *    P and its backward label from the person after it, both settled, so both parts of P are what
 *    w's labels hold. The answer is the first in order among all people whose two labels sum to C.
 *
 * A label that cannot end below or at best (its cost plus the other side's smallest open cost) is
 * not kept: it is on no strongest chain.
 *
 * With max_hops a person can have several labels on a side: longer ones with fewer hops. A label is
 * kept unless another is at most as long with at most as many hops. Cutting a cycle out of a walk
 * shortens it in hops, so the best walk is a simple chain; and the parts of a strongest chain are
 * themselves undominated (a dominating part would make a better chain), so the proof above holds
 * with "label" for "person".
 *
 * By weakest link, a first search finds the best possible weakest link: the same search with the
 * maximum in place of the sum, done when best <= max(f, b), since whatever a side would still find
 * has a weaker link than its smallest open cost. The second is the search above over ties at least
 * that strong.
 *
 * Without in-ties only the forward side moves; the backward side then stays at `to`, with b = 0.
 *
 * Memory and time follow the people labelled, not the network: a hash table from person to labels,
 * one list of labels, two heaps whose outdated entries are skipped.
 */
#include <limits.h>
#include <string.h>

#include "graph/length.h"
#include "graph/strongest.h"

#define NO_LABEL UINT32_MAX
#define AVOIDED (UINT32_MAX - 1)

enum
{
	FORWARD,
	BACKWARD
};

typedef struct Cost
{
	int64_t length;
	uint32_t hops;
} Cost;

typedef struct Label
{
	int64_t length;
	uint32_t hops;
	uint32_t person;
	uint32_t parent; /* the label it came from */
	uint32_t next;   /* another label of the same person on the same side */
} Label;

typedef struct Place
{
	uint32_t person; /* MG_NOBODY: free */
	uint32_t labels[2];
} Place;

typedef struct Open
{
	int64_t length;
	uint32_t hops;
	uint32_t label;
} Open;

typedef struct Heap
{
	Open *entries;
	uint32_t used;
	uint32_t room;
} Heap;

typedef struct Search
{
	const Graph *graph;
	uint32_t from;
	uint32_t to;
	uint32_t max_hops;
	bool widest;    /* cost is the maximum along the chain, not the sum */
	double weakest; /* ties weaker than this do not count */

	Place *places;
	uint32_t place_mask;
	uint32_t places_used;
	Label *labels;
	uint32_t labels_used;
	uint32_t labels_room;
	Heap heaps[2];
	Cost best;
	uint32_t steps;
} Search;

static inline bool
less(Cost a, Cost b)
{
	return a.length != b.length ? a.length < b.length : a.hops < b.hops;
}

static inline Cost
cost_of(const Label *label)
{
	Cost cost = {label->length, label->hops};

	return cost;
}

/* The cost of one part of a chain followed by another. */
static inline Cost
joined(const Search *search, Cost a, Cost b)
{
	Cost cost;

	cost.hops = a.hops + b.hops;
	if (search->widest)
		cost.length = a.length > b.length ? a.length : b.length;
	else if (__builtin_add_overflow(a.length, b.length, &cost.length))
		mg_raise(MG_ERROR_LIMIT, "a chain is too weak to be compared with others");
	return cost;
}

/* The cost of a tie: its length, or for the widest search how far its bits are below those of 1. */
static inline int64_t
tie_length(const Search *search, double strength)
{
	static const double one = 1.0;
	int64_t bits;
	int64_t top;

	if (!search->widest)
		return mg_length(strength);
	memcpy(&bits, &strength, sizeof(bits));
	memcpy(&top, &one, sizeof(top));
	return top - bits;
}

/* ---- the table from person to labels ---- */

static inline uint32_t
place_of(const Search *search, uint32_t person)
{
	return (uint32_t) ((person * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & search->place_mask;
}

static void
make_places(Search *search, uint32_t count)
{
	search->places = mg_alloc_array(Place, count);
	memset(search->places, 0xFF, count * sizeof(Place));
	search->place_mask = count - 1;
}

static void
grow_places(Search *search)
{
	Place *old = search->places;
	uint32_t old_count = search->place_mask + 1;
	uint32_t i;
	uint32_t at;

	make_places(search, 2 * old_count);
	for (i = 0; i < old_count; i++)
	{
		mg_step(&search->steps);
		if (old[i].person == MG_NOBODY)
			continue;
		for (at = place_of(search, old[i].person); search->places[at].person != MG_NOBODY;)
			at = (at + 1) & search->place_mask;
		search->places[at] = old[i];
	}
	mg_free(old);
}

/* The place of a person, made if need be; good until the next call. */
static inline Place *
find_place(Search *search, uint32_t person)
{
	uint32_t at = place_of(search, person);

	while (search->places[at].person != MG_NOBODY)
	{
		if (search->places[at].person == person)
			return &search->places[at];
		at = (at + 1) & search->place_mask;
	}
	if (search->places_used > search->place_mask / 2)
	{
		grow_places(search);
		return find_place(search, person);
	}
	search->places_used++;
	search->places[at].person = person;
	return &search->places[at];
}

/* ---- the heaps: four children a node ---- */

static inline bool
opens_before(const Open *a, const Open *b)
{
	return a->length != b->length ? a->length < b->length : a->hops < b->hops;
}

static void
push(Heap *heap, Open entry)
{
	uint32_t at = heap->used;

	if (heap->used == heap->room)
	{
		heap->room = heap->room ? 2 * heap->room : 256;
		heap->entries = heap->entries ? mg_realloc_array(heap->entries, Open, heap->room)
									  : mg_alloc_array(Open, heap->room);
	}
	heap->used++;
	while (at > 0 && opens_before(&entry, &heap->entries[(at - 1) / 4]))
	{
		heap->entries[at] = heap->entries[(at - 1) / 4];
		at = (at - 1) / 4;
	}
	heap->entries[at] = entry;
}

static void
pop(Heap *heap)
{
	Open moving = heap->entries[--heap->used];
	uint32_t at = 0;

	for (;;)
	{
		uint32_t child = 4 * at + 1;
		uint32_t end = child + 4 < heap->used ? child + 4 : heap->used;
		uint32_t least = child;

		if (child >= heap->used)
			break;
		while (++child < end)
			if (opens_before(&heap->entries[child], &heap->entries[least]))
				least = child;
		if (!opens_before(&heap->entries[least], &moving))
			break;
		heap->entries[at] = heap->entries[least];
		at = least;
	}
	heap->entries[at] = moving;
}

/* Drops entries whose label has been improved since; false if nothing is open. */
static bool
settle_top(Search *search, Heap *heap)
{
	while (heap->used > 0)
	{
		const Open *top = &heap->entries[0];
		const Label *label = &search->labels[top->label];

		if (label->length == top->length && label->hops == top->hops)
			return true;
		pop(heap);
	}
	return false;
}

/* ---- labels ---- */

/* Whether the way to a forward label comes before the way by another parent, both as long. */
static bool
way_comes_first(const Search *search, uint32_t a, uint32_t b)
{
	bool first = false;

	/* The difference nearest to the start decides, so the last one seen on the way there. */
	while (a != b)
	{
		const Label *one = &search->labels[a];
		const Label *other = &search->labels[b];

		if (one->person != other->person)
			first = one->person < other->person;
		a = one->parent;
		b = other->parent;
	}
	return first;
}

/* Among ways of equal cost to the same person: is the one through this parent to be preferred? */
static bool
prefer_parent(const Search *search, int side, uint32_t parent, uint32_t than)
{
	if (search->widest)
		return false;
	if (side == FORWARD)
		return way_comes_first(search, parent, than);
	return search->labels[parent].person < search->labels[than].person;
}

static uint32_t
new_label(Search *search)
{
	if (search->labels_used == search->labels_room)
	{
		if (search->labels_room >= AVOIDED / 2)
			mg_raise(MG_ERROR_LIMIT, "too many part chains to compare: more than %u",
					 search->labels_used);
		search->labels_room *= 2;
		search->labels = mg_realloc_array(search->labels, Label, search->labels_room);
	}
	return search->labels_used++;
}

/*
 * The label that a way of this cost improves or becomes, given the person's labels on this side.
 * NO_LABEL if the way is no better than what is known.
 */
static uint32_t
improve(Search *search, int side, Place *place, Cost cost, uint32_t parent)
{
	bool bounded = search->max_hops != UINT32_MAX;
	uint32_t at = place->labels[side];
	uint32_t person = place->person;
	Label *label;

	for (; at != NO_LABEL; at = label->next)
	{
		label = &search->labels[at];
		if (label->length == cost.length && label->hops == cost.hops)
		{
			if (prefer_parent(search, side, parent, label->parent))
				label->parent = parent;
			return NO_LABEL;
		}
		if (bounded ? label->length <= cost.length && label->hops <= cost.hops
					: less(cost_of(label), cost))
			return NO_LABEL;
		if (!bounded)
			break;
	}
	if (at == NO_LABEL)
	{
		at = new_label(search);
		label = &search->labels[at];
		label->person = person;
		label->next = place->labels[side];
		place->labels[side] = at;
	}
	label->length = cost.length;
	label->hops = cost.hops;
	label->parent = parent;
	return at;
}

/* Considers a way to a person on one side. */
static void
reach(Search *search, int side, uint32_t person, Cost cost, uint32_t parent)
{
	Heap *others = &search->heaps[!side];
	Place *place;
	uint32_t at;
	uint32_t other;

	if (cost.hops > search->max_hops)
		return;
	if (others->used > 0)
	{
		Cost rest = {others->entries[0].length, others->entries[0].hops};

		if (less(search->best, joined(search, cost, rest)))
			return;
	}
	place = find_place(search, person);
	if (place->labels[side] == AVOIDED)
		return;
	at = improve(search, side, place, cost, parent);
	if (at == NO_LABEL)
		return;
	push(&search->heaps[side], (Open){cost.length, cost.hops, at});

	for (other = place->labels[!side]; other != NO_LABEL; other = search->labels[other].next)
	{
		Cost whole = joined(search, cost, cost_of(&search->labels[other]));

		if (whole.hops <= search->max_hops && less(whole, search->best))
			search->best = whole;
	}
}

/* Settles the side's smallest open label and considers every tie from there. */
static void
settle(Search *search, int side)
{
	const Graph *graph = search->graph;
	const uint32_t *start = side == FORWARD ? graph->out_start : graph->in_start;
	const uint32_t *neighbour = side == FORWARD ? graph->out_target : graph->in_source;
	const double *strength = side == FORWARD ? graph->out_strength : graph->in_strength;
	uint32_t at = search->heaps[side].entries[0].label;
	Cost reached = cost_of(&search->labels[at]);
	uint32_t person = search->labels[at].person;
	uint32_t tie;

	pop(&search->heaps[side]);
	for (tie = start[person]; tie < start[person + 1]; tie++)
	{
		double link = strength ? strength[tie] : 1.0;

		mg_step(&search->steps);
		if (link < search->weakest)
			continue;
		reach(search, side, neighbour[tie],
			  joined(search, reached, (Cost){tie_length(search, link), 1}), at);
	}
}

/* Both searches; leaves the cost of the strongest chain in best. False if there is no chain. */
static bool
meet(Search *search)
{
	bool both = search->graph->in_start != NULL;
	Heap *heaps = search->heaps;

	search->best = (Cost){INT64_MAX, UINT32_MAX};
	reach(search, BACKWARD, search->to, (Cost){0, 0}, NO_LABEL);
	reach(search, FORWARD, search->from, (Cost){0, 0}, NO_LABEL);
	while (settle_top(search, &heaps[FORWARD]) && settle_top(search, &heaps[BACKWARD]))
	{
		Cost forward = {heaps[FORWARD].entries[0].length, heaps[FORWARD].entries[0].hops};
		Cost backward = {heaps[BACKWARD].entries[0].length, heaps[BACKWARD].entries[0].hops};
		bool found = search->best.hops != UINT32_MAX;

		if (found && search->widest)
		{
			if (search->best.length <= forward.length || search->best.length <= backward.length)
				break;
		}
		else if (found && !less(joined(search, forward, backward), search->best))
			break;
		settle(search, both && heaps[BACKWARD].used < heaps[FORWARD].used ? BACKWARD : FORWARD);
	}
	return search->best.hops != UINT32_MAX;
}

/* The people of a label's way: a forward one's up to the given place, a backward one's from it. */
static void
write_way(const Search *search, int side, uint32_t at, uint32_t *people, uint32_t place)
{
	for (; at != NO_LABEL; at = search->labels[at].parent)
	{
		people[place] = search->labels[at].person;
		place += side == FORWARD ? -1 : 1;
	}
}

/* The first in order of all chains of the best cost. */
static void
first_path(Search *search, ChainPath *path)
{
	uint32_t count = search->best.hops + 1;
	uint32_t *candidate = mg_alloc_array(uint32_t, count);
	bool found = false;
	uint32_t i;

	path->hops = search->best.hops;
	path->people = mg_alloc_array(uint32_t, count);
	for (i = 0; i <= search->place_mask; i++)
	{
		const Place *place = &search->places[i];
		uint32_t forward;
		uint32_t backward;

		mg_step(&search->steps);
		if (place->person == MG_NOBODY || place->labels[FORWARD] == AVOIDED ||
			place->labels[BACKWARD] == NO_LABEL)
			continue;
		for (forward = place->labels[FORWARD]; forward != NO_LABEL;
			 forward = search->labels[forward].next)
			for (backward = place->labels[BACKWARD]; backward != NO_LABEL;
				 backward = search->labels[backward].next)
			{
				const Label *head = &search->labels[forward];
				const Label *tail = &search->labels[backward];
				Cost whole = joined(search, cost_of(head), cost_of(tail));
				uint32_t same = 0;

				if (whole.length != search->best.length || whole.hops != search->best.hops)
					continue;
				write_way(search, FORWARD, forward, candidate, head->hops);
				write_way(search, BACKWARD, backward, candidate, head->hops);
				while (found && same < count && candidate[same] == path->people[same])
					same++;
				if (!found || (same < count && candidate[same] < path->people[same]))
					memcpy(path->people, candidate, count * sizeof(uint32_t));
				found = true;
			}
	}
	mg_free(candidate);
	if (!found)
		mg_raise(MG_ERROR_INTERNAL, "two searches met, but not in a person");
}

static void
start_search(Search *search, const ChainQuery *query)
{
	size_t i;

	memset(search, 0, sizeof(*search));
	search->graph = query->graph;
	search->from = query->from;
	search->to = query->to;
	search->max_hops = query->max_hops;
	make_places(search, 1024);
	search->labels_room = 512;
	search->labels = mg_alloc_array(Label, search->labels_room);
	for (i = 0; i < query->avoid_count; i++)
	{
		Place *place = find_place(search, query->avoid[i]);

		place->labels[FORWARD] = place->labels[BACKWARD] = AVOIDED;
	}
}

static void
end_search(Search *search)
{
	mg_free(search->places);
	mg_free(search->labels);
	if (search->heaps[FORWARD].entries)
		mg_free(search->heaps[FORWARD].entries);
	if (search->heaps[BACKWARD].entries)
		mg_free(search->heaps[BACKWARD].entries);
}

/*
 * The strength of the best possible weakest link, 0 if there is no chain.
 */
static double
best_weakest_link(const ChainQuery *query)
{
	static const double one = 1.0;
	Search search;
	double strength = 0;
	int64_t bits;

	start_search(&search, query);
	search.widest = true;
	if (meet(&search))
	{
		memcpy(&bits, &one, sizeof(bits));
		bits -= search.best.length;
		memcpy(&strength, &bits, sizeof(strength));
	}
	end_search(&search);
	return strength;
}

/*
 * The strongest chain of a query, into path (allocated here). False if there is none, also if
 * `from` or `to` is to be avoided. From a person to themselves: a chain of one.
 */
bool
mg_strongest_chain(const ChainQuery *query, ChainPath *path)
{
	Search search;
	double weakest = 0;
	bool found;

	if (query->by == CHAIN_BY_WEAKEST_LINK && query->graph->out_strength)
	{
		weakest = best_weakest_link(query);
		if (weakest == 0)
			return false;
	}
	start_search(&search, query);
	search.weakest = weakest;
	found = meet(&search);
	if (found)
		first_path(&search, path);
	end_search(&search);
	return found;
}
