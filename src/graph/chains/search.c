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
 * Cost: O(ties seen * log(labels)); 24 bytes a label, 16 an open one, 16 a place in the table
 * (places.c).
 */
#include <string.h>

#include "math/length.h"
#include "graph/chains/search.h"
#include "math/sort.h"

#define AHEAD 16 /* ties whose ends are fetched together */

ChainCost
mg_cost_joined(const ChainSearch *search, ChainCost a, ChainCost b)
{
	ChainCost cost;

	cost.hops = a.hops + b.hops;
	if (search->widest)
		cost.length = a.length > b.length ? a.length : b.length;
	else
		cost.length = mg_length_joined(a.length, b.length);
	return cost;
}

ChainCost
mg_search_tie_cost(const ChainSearch *search, double strength)
{
	return (ChainCost){search->widest ? mg_width(strength) : mg_length(strength), 1};
}

/* ---- from a person to their labels ---- */

/* Where longer ways to a person can be refused at a glance, keeps what they must beat. */
static inline void
note_length(ChainSearch *search, uint32_t person, uint32_t label)
{
	if (search->shortest)
		search->shortest[person] = label == MG_AVOIDED    ? -1
								   : label == MG_NO_LABEL ? INT64_MAX
														  : search->labels[label].length;
}

/* Whether the length of a person's only or first label says all. */
static bool
length_decides(const ChainSearch *search)
{
	return (search->max_hops == MG_ANY_HOPS || search->by_rounds) && !search->first_steps;
}

static void
make_shortest(ChainSearch *search)
{
	uint32_t people = search->graph->people;
	uint32_t person;

	search->shortest = mg_alloc_array(int64_t, people);
	for (person = 0; person < people; person++)
	{
		mg_step(&search->steps);
		note_length(search, person, search->places.dense[person]);
	}
}

/* Where a person's first label stands, made if need be; good until the next call. */
static inline uint32_t *
find_place(ChainSearch *search, uint32_t person)
{
	uint32_t *place;

	if (search->places.dense)
		return &search->places.dense[person];
	place = mg_places_find_sparse(&search->places, person);
	if (search->places.dense && length_decides(search))
		make_shortest(search);
	return place;
}

uint32_t
mg_search_label(const ChainSearch *search, uint32_t person)
{
	uint32_t label = mg_places_label(&search->places, person);

	return label == MG_AVOIDED ? MG_NO_LABEL : label;
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

	if (!search->places.dense)
	{
		*people = mg_alloc_array(uint32_t, search->labels_used);
		return sort_labelled(search, *people);
	}
	*people = mg_alloc_array(uint32_t, (size_t) search->graph->people + 1);
	for (i = 0; i < search->graph->people; i++)
	{
		mg_step(&search->steps);
		(*people)[count] = i; /* to stay, or for the next to take the place: no jump to foretell */
		count += search->places.dense[i] < MG_AVOIDED;
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
		*find_place(search, people[i]) = MG_AVOIDED;
		note_length(search, people[i], MG_AVOIDED);
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
	/* The first difference decides. It is here, unless two ways are kept to whoever comes next. */
	while (search->labels[parent].person == search->labels[than].person && parent != than)
	{
		mg_step(&search->steps);
		parent = search->labels[parent].parent;
		than = search->labels[than].parent;
	}
	return search->labels[parent].person < search->labels[than].person;
}

static uint32_t
new_label(ChainSearch *search)
{
	if (search->labels_used == search->labels_room)
	{
		if (search->labels_room >= MG_AVOIDED / 2)
			mg_raise(
				MG_ERROR_LIMIT, "too many part chains to compare",
				"Use a smaller \"max_hops\", or leave out weak ties with at_least(net, strength).",
				"There are more than %u.", search->labels_used);
		search->labels_room *= 2;
		search->labels = mg_realloc_array(search->labels, SearchLabel, search->labels_room);
		if (search->strengths)
			search->strengths = mg_realloc_array(search->strengths, Product, search->labels_room);
		if (search->first_steps)
			search->first_steps =
				mg_realloc_array(search->first_steps, uint32_t, search->labels_room);
	}
	return search->labels_used++;
}

static inline void
keep_strength(ChainSearch *search, uint32_t at, double link)
{
	uint32_t parent = search->labels[at].parent;

	if (search->strengths)
		search->strengths[at] = parent == MG_NO_LABEL
									? MG_PRODUCT_OF_NOTHING
									: mg_product_times(search->strengths[parent], link);
}

/* A way as good as a label's own: does the label take it, and is it to be settled again? */
static bool
take_equal_way(ChainSearch *search, uint32_t at, uint32_t parent, double link)
{
	SearchLabel *label = &search->labels[at];

	if (label->parent != parent)
	{
		if (!prefer_parent(search, parent, label->parent))
			return false;
		label->parent = parent;
	}
	keep_strength(search, at, link);
	if (!search->repeated || label->open)
		return false;
	push(search, at);
	return true;
}

/* Gives a label another way, better than its own. */
static void
take_way(ChainSearch *search, uint32_t at, ChainCost cost, uint32_t parent, double link)
{
	SearchLabel *label = &search->labels[at];

	label->length = cost.length;
	label->hops = cost.hops;
	label->parent = parent;
	label->open = 0;
	keep_strength(search, at, link);
	note_length(search, label->person, at);
	/* Nothing goes on from those with all the hops allowed; rounds follow the labels as they come.
	 */
	if (cost.hops < search->max_hops && !search->by_rounds)
		push(search, at);
}

/* One label more of a person, whose first label stands at this place. */
static uint32_t
add_label(ChainSearch *search, uint32_t person, uint32_t *place)
{
	uint32_t at = new_label(search);

	search->labels[at].person = person;
	search->labels[at].next = *place;
	*place = at;
	return at;
}

/* ---- two ways to a person ---- */

/* Who comes next to the start on a way to a person by a parent label; MG_NOBODY: it is the start.
 */
static uint32_t
first_step_of(const ChainSearch *search, uint32_t person, uint32_t parent)
{
	if (parent == MG_NO_LABEL)
		return MG_NOBODY;
	return search->labels[parent].parent == MG_NO_LABEL ? person : search->first_steps[parent];
}

/* Whether a label is at least as good as a way by another first step. */
static bool
label_beats(ChainSearch *search, uint32_t at, ChainCost cost, uint32_t parent)
{
	ChainCost own = mg_label_cost(&search->labels[at]);

	if (mg_cost_equal(own, cost))
		return !prefer_parent(search, parent, search->labels[at].parent);
	if (search->max_hops != MG_ANY_HOPS)
		return own.length <= cost.length && own.hops <= cost.hops;
	return mg_cost_less(own, cost);
}

/*
 * mg_search_reach where two ways are kept. A way is of no use if one by the same first step is as
 * good, or if two by others are, which differ in theirs: whoever is to be left out, one of them
 * stays. Without a limit on hops a third label is not needed: the new way takes the place of the
 * worst, which has not been settled, as it costs no less.
 */
static uint32_t
reach_two_ways(ChainSearch *search, uint32_t person, ChainCost cost, uint32_t parent, double link,
			   uint32_t *place)
{
	bool bounded = search->max_hops != MG_ANY_HOPS;
	uint32_t first_step = first_step_of(search, person, parent);
	uint32_t better = MG_NO_LABEL;
	uint32_t worse = MG_NO_LABEL;
	uint32_t same = MG_NO_LABEL;
	uint32_t count = 0;
	uint32_t at;

	for (at = *place; at != MG_NO_LABEL; at = search->labels[at].next)
	{
		mg_step(&search->steps);
		count++;
		if (search->labels[at].parent == MG_NO_LABEL)
			return MG_NO_LABEL;
		if (search->first_steps[at] == first_step)
		{
			if (mg_cost_equal(mg_label_cost(&search->labels[at]), cost))
				return take_equal_way(search, at, parent, link) ? at : MG_NO_LABEL;
			if (label_beats(search, at, cost, parent))
				return MG_NO_LABEL;
			same = at;
		}
		else if (!label_beats(search, at, cost, parent))
		{
			if (worse == MG_NO_LABEL ||
				label_beats(search, worse, mg_label_cost(&search->labels[at]),
							search->labels[at].parent))
				worse = at;
		}
		else if (better == MG_NO_LABEL)
			better = at;
		else if (search->first_steps[better] != search->first_steps[at])
			return MG_NO_LABEL;
	}
	if (bounded || (same == MG_NO_LABEL && count < 2))
		at = add_label(search, person, place);
	else
		at = same != MG_NO_LABEL ? same : worse;
	search->first_steps[at] = first_step;
	take_way(search, at, cost, parent, link);
	return at;
}

/* ---- reaching people ---- */

/* Whether a way can be refused at a glance: longer than the person's own. */
static inline bool
is_longer(const ChainSearch *search, uint32_t person, ChainCost cost)
{
	return search->shortest && search->shortest[person] < cost.length;
}

uint32_t
mg_search_reach(ChainSearch *search, uint32_t person, ChainCost cost, uint32_t parent, double link)
{
	bool bounded = search->max_hops != MG_ANY_HOPS;
	uint32_t *place;
	uint32_t at;
	const SearchLabel *label;

	if (cost.hops > search->max_hops || is_longer(search, person, cost))
		return MG_NO_LABEL;
	place = find_place(search, person);
	if (*place == MG_AVOIDED)
		return MG_NO_LABEL;
	if (search->first_steps)
		return reach_two_ways(search, person, cost, parent, link, place);
	for (at = *place; at != MG_NO_LABEL; at = label->next)
	{
		label = &search->labels[at];
		if (label->length == cost.length && label->hops == cost.hops)
			return take_equal_way(search, at, parent, link) ? at : MG_NO_LABEL;
		if (search->fewest_hops && label->hops < cost.hops)
			return MG_NO_LABEL;
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
		at = add_label(search, person, place);
	take_way(search, at, cost, parent, link);
	return at;
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

	return mg_search_reach(search, person, cost, label, link);
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
			link = search->strengths ? mg_search_strength(search, tie) : 1;
			mg_search_reach(search, person, cost, at, link);
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
	mg_places_start(&search->places, graph->people);
	search->labels_room = 256;
	search->labels = mg_alloc_array(SearchLabel, search->labels_room);
}

void
mg_search_keep_strengths(ChainSearch *search)
{
	if (search->graph->out_strength)
		search->strengths = mg_alloc_array(Product, search->labels_room);
}

void
mg_search_keep_two_ways(ChainSearch *search)
{
	search->first_steps = mg_alloc_array(uint32_t, search->labels_room);
}

void
mg_search_start_many(ChainSearch *search, const Graph *graph, bool backward)
{
	const double *strengths = backward ? graph->in_strength : graph->out_strength;
	uint32_t tie;

	mg_search_start(search, graph, backward, MG_ANY_HOPS);
	mg_places_make_dense(&search->places);
	make_shortest(search);
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
	mg_places_end(&search->places);
	if (search->shortest)
		mg_free(search->shortest);
	if (search->tie_lengths)
		mg_free(search->tie_lengths);
	mg_open_free(&search->open);
	mg_free(search->labels);
	if (search->strengths)
		mg_free(search->strengths);
	if (search->first_steps)
		mg_free(search->first_steps);
}
