/*
 * search.c - one search along the ties, or against them: Dijkstra (1959) on pairs (length, hops).
 *
 * A label is the best known way to a person. Labels are settled in the order of their cost. Among
 * equal costs a label keeps the way whose people come first: forward by comparing both ways from
 * the start, backward by the next person alone, as the ways part there. A tie costs at least one
 * hop, so whatever a way is made of is settled before it.
 *
 * With max_hops a person can have several labels: longer ones with fewer hops. A label is kept
 * unless another is at most as long with at most as many hops. Cutting a cycle out of a walk
 * shortens it in hops, so the best walk is a simple chain.
 *
 * The widest search has the maximum in place of the sum: the length is how far the bits of a
 * strength are below those of 1, which orders strengths exactly.
 *
 * A search from one person after the other keeps its arrays and has the lengths of ties at hand.
 *
 * Cost: O(ties seen * log(labels)); 32 bytes a label, 16 an open one, 16 a place in the table; once
 * the table would be larger than an array of all people it becomes one.
 */
#include <float.h>
#include <string.h>

#include "math/length.h"
#include "graph/chains/search.h"
#include "math/sort.h"

#define AVOIDED (UINT32_MAX - 1)
#define AHEAD 16 /* ties whose ends are fetched together */

ChainCost
mg_cost_joined(const ChainSearch *search, ChainCost a, ChainCost b)
{
	ChainCost cost;

	cost.hops = a.hops + b.hops;
	if (search->widest)
		cost.length = a.length > b.length ? a.length : b.length;
	else
		cost.length = mg_length_sum(a.length, b.length);
	return cost;
}

int64_t
mg_width(double strength)
{
	static const double one = 1.0;
	int64_t bits;
	int64_t top;

	memcpy(&bits, &strength, sizeof(bits));
	memcpy(&top, &one, sizeof(top));
	return top - bits;
}

double
mg_width_strength(int64_t width)
{
	int64_t bits = mg_width(0.0) - width;
	double strength;

	memcpy(&strength, &bits, sizeof(strength));
	return strength;
}

ChainCost
mg_search_tie_cost(const ChainSearch *search, double strength)
{
	return (ChainCost){search->widest ? mg_width(strength) : mg_length(strength), 1};
}

/* ---- the table from person to labels ---- */

static inline uint32_t
place_of(const ChainSearch *search, uint32_t person)
{
	return mg_hash(person) & search->place_mask;
}

static void
make_places(ChainSearch *search, uint32_t count)
{
	search->places = mg_alloc_array(SearchPlace, count);
	memset(search->places, 0xFF, count * sizeof(SearchPlace));
	search->place_mask = count - 1;
}

/* Where longer ways to a person can be refused at a glance, keeps what they must beat. */
static inline void
note_length(ChainSearch *search, uint32_t person, uint32_t label)
{
	if (search->shortest)
		search->shortest[person] = label == AVOIDED       ? -1
								   : label == MG_NO_LABEL ? INT64_MAX
														  : search->labels[label].length;
}

static void
make_dense(ChainSearch *search)
{
	uint32_t people = search->graph->people;
	uint32_t person;

	search->dense = mg_alloc_array(uint32_t, people);
	if (search->max_hops == MG_ANY_HOPS || search->by_rounds)
		search->shortest = mg_alloc_array(int64_t, people);
	for (person = 0; person < people; person++)
	{
		mg_step(&search->steps);
		search->dense[person] = MG_NO_LABEL;
		note_length(search, person, MG_NO_LABEL);
	}
}

/* Twice as many places, or an array of everyone if that is smaller. */
static void
grow_places(ChainSearch *search)
{
	SearchPlace *old = search->places;
	uint32_t old_count = search->place_mask + 1;
	uint32_t people = search->graph->people;
	uint32_t i;
	uint32_t at;

	if (old_count >= people / 16)
		make_dense(search);
	else
		make_places(search, 2 * old_count);
	for (i = 0; i < old_count; i++)
	{
		mg_step(&search->steps);
		if (old[i].person == MG_NOBODY)
			continue;
		if (search->dense)
		{
			search->dense[old[i].person] = old[i].label;
			note_length(search, old[i].person, old[i].label);
			continue;
		}
		for (at = place_of(search, old[i].person); search->places[at].person != MG_NOBODY;)
			at = (at + 1) & search->place_mask;
		search->places[at] = old[i];
	}
	mg_free(old);
	if (search->dense)
		search->places = NULL;
}

/* Where a person's first label stands, made if need be; good until the next call. */
static inline uint32_t *
find_place(ChainSearch *search, uint32_t person)
{
	uint32_t at;

	if (search->dense)
		return &search->dense[person];
	at = place_of(search, person);
	while (search->places[at].person != MG_NOBODY)
	{
		if (search->places[at].person == person)
			return &search->places[at].label;
		at = (at + 1) & search->place_mask;
	}
	if (search->places_used > search->place_mask / 2)
	{
		grow_places(search);
		return find_place(search, person);
	}
	search->places_used++;
	search->places[at].person = person;
	return &search->places[at].label;
}

uint32_t
mg_search_label(const ChainSearch *search, uint32_t person)
{
	uint32_t label = MG_NO_LABEL;
	uint32_t at;

	if (search->dense)
		label = search->dense[person];
	else
		for (at = place_of(search, person); search->places[at].person != MG_NOBODY;
			 at = (at + 1) & search->place_mask)
			if (search->places[at].person == person)
			{
				label = search->places[at].label;
				break;
			}
	return label == AVOIDED ? MG_NO_LABEL : label;
}

uint32_t
mg_search_best(const ChainSearch *search, uint32_t person)
{
	uint32_t best = mg_search_label(search, person);
	uint32_t at = best;

	for (; at != MG_NO_LABEL; at = search->labels[at].next)
		if (mg_cost_less(mg_label_cost(&search->labels[at]), mg_label_cost(&search->labels[best])))
			best = at;
	return best;
}

/* Everyone with a label, from the list of labels. */
static uint32_t
sort_labelled(ChainSearch *search, uint32_t *people)
{
	NumberedId *order = mg_alloc_array(NumberedId, search->labels_used);
	uint32_t count = 0;
	uint32_t i;

	for (i = 0; i < search->labels_used; i++)
		order[i] = (NumberedId){search->labels[i].person, i};
	mg_sort_ids(order, search->labels_used);
	for (i = 0; i < search->labels_used; i++)
	{
		mg_step(&search->steps);
		if (mg_search_label(search, order[i].id) == order[i].number)
			people[count++] = order[i].id;
	}
	mg_free(order);
	return count;
}

uint32_t
mg_search_people(ChainSearch *search, uint32_t **people)
{
	uint32_t count = 0;
	uint32_t i;

	if (!search->dense)
	{
		*people = mg_alloc_array(uint32_t, search->labels_used);
		return sort_labelled(search, *people);
	}
	*people = mg_alloc_array(uint32_t, (size_t) search->graph->people + 1);
	for (i = 0; i < search->graph->people; i++)
	{
		mg_step(&search->steps);
		(*people)[count] = i; /* to stay, or for the next to take the place: no jump to foretell */
		count += search->dense[i] < AVOIDED;
	}
	return count;
}

void
mg_search_forget(ChainSearch *search, uint32_t person)
{
	*find_place(search, person) = MG_NO_LABEL;
	note_length(search, person, MG_NO_LABEL);
}

void
mg_search_avoid(ChainSearch *search, const uint32_t *people, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
	{
		mg_step(&search->steps);
		*find_place(search, people[i]) = AVOIDED;
		note_length(search, people[i], AVOIDED);
	}
}

/* ---- open labels ---- */

static void
push(ChainSearch *search, uint32_t at)
{
	SearchLabel *label = &search->labels[at];

	label->open = 1;
	mg_open_put(&search->open, (OpenEntry){label->length, label->hops, at});
}

bool
mg_search_open(ChainSearch *search, ChainCost *least)
{
	if (!mg_open_any(&search->open, search->labels))
		return false;
	if (least)
		*least = search->open.least;
	return true;
}

uint32_t
mg_search_take(ChainSearch *search)
{
	uint32_t label = mg_open_take(&search->open);

	search->labels[label].open = 0;
	return label;
}

/* ---- labels ---- */

/* Whether the way to a forward label comes before the way by another parent, both as long. */
static bool
way_comes_first(ChainSearch *search, uint32_t a, uint32_t b)
{
	bool first = false;

	/*
	 * The difference nearest to the start decides, so the last one seen on the way there. Ways can
	 * be of unequal length only where one of them has been improved further up and this is not yet
	 * known here (`repeated`); then what is decided now will be overruled.
	 */
	while (a != b && a != MG_NO_LABEL && b != MG_NO_LABEL)
	{
		const SearchLabel *one = &search->labels[a];
		const SearchLabel *other = &search->labels[b];

		mg_step(&search->steps);
		if (one->person != other->person)
			first = one->person < other->person;
		a = one->parent;
		b = other->parent;
	}
	return first;
}

/* Among ways of equal cost to the same person: is the one through this parent to be preferred? */
static bool
prefer_parent(ChainSearch *search, uint32_t parent, uint32_t than)
{
	if (search->widest || search->costs_only)
		return false;
	if (!search->backward)
		return way_comes_first(search, parent, than);
	return search->labels[parent].person < search->labels[than].person;
}

static uint32_t
new_label(ChainSearch *search)
{
	if (search->labels_used == search->labels_room)
	{
		if (search->labels_room >= AVOIDED / 2)
			mg_raise(
				MG_ERROR_LIMIT, "too many part chains to compare",
				"Use a smaller \"max_hops\", or leave out weak ties with at_least(net, strength).",
				"There are more than %u.", search->labels_used);
		search->labels_room *= 2;
		search->labels = mg_realloc_array(search->labels, SearchLabel, search->labels_room);
	}
	return search->labels_used++;
}

/* A way as good as a label's own: does the label take it, and is it to be settled again? */
static bool
take_equal_way(ChainSearch *search, uint32_t at, uint32_t parent, double strength)
{
	SearchLabel *label = &search->labels[at];

	if (label->parent != parent)
	{
		if (!prefer_parent(search, parent, label->parent))
			return false;
		label->parent = parent;
	}
	label->strength = strength;
	if (!search->repeated || label->open)
		return false;
	push(search, at);
	return true;
}

/* Whether a way can be refused at a glance: longer than the person's own. */
static inline bool
is_longer(const ChainSearch *search, uint32_t person, ChainCost cost)
{
	return search->shortest && search->shortest[person] < cost.length;
}

uint32_t
mg_search_reach(ChainSearch *search, uint32_t person, ChainCost cost, uint32_t parent,
				double strength)
{
	bool bounded = search->max_hops != MG_ANY_HOPS;
	uint32_t *place;
	uint32_t at;
	SearchLabel *label;

	if (cost.hops > search->max_hops || is_longer(search, person, cost))
		return MG_NO_LABEL;
	place = find_place(search, person);
	if (*place == AVOIDED)
		return MG_NO_LABEL;
	for (at = *place; at != MG_NO_LABEL; at = label->next)
	{
		label = &search->labels[at];
		if (label->length == cost.length && label->hops == cost.hops)
			return take_equal_way(search, at, parent, strength) ? at : MG_NO_LABEL;
		if (bounded ? label->length <= cost.length && label->hops <= cost.hops
					: mg_cost_less(mg_label_cost(label), cost))
			return MG_NO_LABEL;
		/* In rounds the first label is the shortest; it is improved if it is of this round. */
		if (search->by_rounds && label->hops < cost.hops)
			at = MG_NO_LABEL;
		if (!bounded || search->by_rounds)
			break;
	}
	if (at == MG_NO_LABEL)
	{
		at = new_label(search);
		search->labels[at].person = person;
		search->labels[at].next = *place;
		*place = at;
	}
	label = &search->labels[at];
	label->length = cost.length;
	label->hops = cost.hops;
	label->parent = parent;
	label->strength = strength;
	label->open = 0;
	note_length(search, person, at);
	/* Nothing goes on from those with all the hops allowed; rounds follow the labels as they come.
	 */
	if (cost.hops < search->max_hops && !search->by_rounds)
		push(search, at);
	return at;
}

/* The strength of a way and one tie more; never 0. */
static inline double
strength_joined(double strength, double link)
{
	strength *= link;
	return strength > 0 ? strength : DBL_MIN * DBL_EPSILON;
}

static inline ChainCost
tie_cost(const ChainSearch *search, uint32_t tie)
{
	if (search->tie_lengths)
		return (ChainCost){search->tie_lengths[tie], 1};
	return mg_search_tie_cost(search, mg_search_strength(search, tie));
}

uint32_t
mg_search_follow(ChainSearch *search, uint32_t label, uint32_t person, double link)
{
	ChainCost cost = mg_cost_joined(search, mg_label_cost(&search->labels[label]),
									mg_search_tie_cost(search, link));

	return mg_search_reach(search, person, cost, label,
						   strength_joined(search->labels[label].strength, link));
}

void
mg_search_follow_ties(ChainSearch *search, uint32_t at)
{
	SearchLabel from = search->labels[at];
	uint32_t tie = mg_search_first_tie(search, from.person);
	uint32_t end = mg_search_first_tie(search, from.person + 1);

	while (tie < end)
	{
		uint32_t part_end = end - tie > AHEAD ? tie + AHEAD : end;

		if (search->shortest)
			mg_search_fetch(search, tie, part_end);
		for (; tie < part_end; tie++)
		{
			uint32_t person = mg_search_neighbour(search, tie);
			ChainCost cost;
			double link;

			mg_step(&search->steps);
			if (is_longer(search, person, mg_label_cost(&from)))
				continue;
			if (search->weakest > 0 && mg_search_strength(search, tie) < search->weakest)
				continue;
			cost = mg_cost_joined(search, mg_label_cost(&from), tie_cost(search, tie));
			if (is_longer(search, person, cost))
				continue;
			link = search->costs_only ? 1 : mg_search_strength(search, tie);
			mg_search_reach(search, person, cost, at, strength_joined(from.strength, link));
		}
	}
}

uint32_t
mg_search_settle(ChainSearch *search)
{
	uint32_t at = mg_search_take(search);

	mg_search_follow_ties(search, at);
	return at;
}

void
mg_search_run(ChainSearch *search)
{
	while (mg_search_open(search, NULL))
		mg_search_settle(search);
}

void
mg_search_way(const ChainSearch *search, uint32_t label, uint32_t *people)
{
	int32_t step = search->backward ? 1 : -1;
	uint32_t place = search->backward ? 0 : search->labels[label].hops;

	for (; label != MG_NO_LABEL; label = search->labels[label].parent)
	{
		people[place] = search->labels[label].person;
		place += step;
	}
}

void
mg_search_start(ChainSearch *search, const Graph *graph, bool backward, uint32_t max_hops)
{
	memset(search, 0, sizeof(*search));
	search->graph = graph;
	search->backward = backward;
	search->max_hops = max_hops;
	make_places(search, 256);
	search->labels_room = 256;
	search->labels = mg_alloc_array(SearchLabel, search->labels_room);
}

void
mg_search_start_many(ChainSearch *search, const Graph *graph, bool backward)
{
	const double *strengths = backward ? graph->in_strength : graph->out_strength;
	uint32_t tie;

	mg_search_start(search, graph, backward, MG_ANY_HOPS);
	mg_free(search->places);
	search->places = NULL;
	make_dense(search);
	if (!strengths)
		return;
	search->tie_lengths = mg_alloc_array(int64_t, graph->ties);
	for (tie = 0; tie < graph->ties; tie++)
	{
		mg_step(&search->steps);
		search->tie_lengths[tie] = mg_length(strengths[tie]);
	}
}

void
mg_search_again(ChainSearch *search)
{
	uint32_t at;

	while (mg_search_open(search, NULL))
		mg_search_take(search);
	for (at = 0; at < search->labels_used; at++)
	{
		mg_step(&search->steps);
		mg_search_forget(search, search->labels[at].person);
	}
	search->labels_used = 0;
}

void
mg_search_end(ChainSearch *search)
{
	if (search->places)
		mg_free(search->places);
	if (search->dense)
		mg_free(search->dense);
	if (search->shortest)
		mg_free(search->shortest);
	if (search->tie_lengths)
		mg_free(search->tie_lengths);
	mg_open_free(&search->open);
	mg_free(search->labels);
}
