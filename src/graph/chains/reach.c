/*
 * reach.c - whom a person can lift, or who can speak for them.
 *
 * By product: one search (search.c) from the person until nothing is open. A search for chains of
 * some least strength does not go beyond the length of that strength, with room for rounding.
 *
 * By hops it is a search round by round (rounds.c), in which everyone is reached by the first round
 * that comes to them.
 *
 * By weakest link the best chain to a person need not go on from the best chain to the one before:
 * only ties at least as strong as the person's own best weakest link count. So ties are let in from
 * the strongest down. Whoever is reached first at a level of strength has that level as weakest
 * link, and the best chain among the ties let in so far is theirs. Letting in more ties changes
 * ways that were already settled; the search repairs them (`repeated`) and goes on.
 *
 * Cost: O(ties * log people), by weakest link with the repairs. Memory: some 60 bytes a person
 * reached, by weakest link 40 a tie among them.
 */
#include <float.h>

#include "math/length.h"
#include "graph/chains/reach.h"

#include "graph/chains/rounds.h"
#include "math/sort.h"

#define AHEAD 8 /* whose labels are fetched */

static Reached
reached_by(const ChainSearch *search, uint32_t at)
{
	const SearchLabel *label = &search->labels[at];
	bool known = label->length != MG_TOO_LONG;

	return (Reached){label->person, known ? search->labels[label->parent].person : MG_NOBODY,
					 known ? label->hops : MG_ANY_HOPS, mg_search_way_strength(search, at)};
}

/* Sorts what was reached by person. */
static void
sort_by_person(Reached **reached, uint32_t count)
{
	NumberedId *order = mg_alloc_array(NumberedId, count);
	Reached *sorted = mg_alloc_array(Reached, count);
	uint32_t steps = 0;
	uint32_t i;

	for (i = 0; i < count; i++)
		order[i] = (NumberedId){(*reached)[i].person, i};
	mg_sort_ids(order, count);
	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		sorted[i] = (*reached)[order[i].number];
	}
	mg_free(order);
	mg_free(*reached);
	*reached = sorted;
}

/* ---- by product, by hops ---- */

/* The best chains found, in the order of people. */
static uint32_t
gather(const ReachQuery *query, ChainSearch *search, Reached **reached)
{
	uint32_t *people;
	uint32_t labelled = mg_search_people(search, &people);
	uint32_t count = 0;
	uint32_t i;

	*reached = mg_alloc_array(Reached, labelled);
	for (i = 0; i < labelled; i++)
	{
		uint32_t at = mg_search_best(search, people[i]);

		if (i + AHEAD < labelled)
			__builtin_prefetch(&search->labels[mg_search_label(search, people[i + AHEAD])]);
		mg_step(&search->steps);
		if (search->labels[at].parent != MG_NO_LABEL && !search->labels[at].open &&
			mg_search_way_strength(search, at) >= query->min_strength)
			(*reached)[count++] = reached_by(search, at);
	}
	mg_free(people);
	return count;
}

static uint32_t
reach_by_product(const ReachQuery *query, ChainSearch *search, Reached **reached)
{
	int64_t longest = INT64_MAX;
	ChainCost least;

	/*
	 * A chain's length differs from that of its strength by less than its hops - unless the product
	 * is below the smallest number of full precision, and so has been rounded to more than it is.
	 * By hops a chain that is too weak must be known, so that none of more hops takes its place.
	 */
	if (query->min_strength >= DBL_MIN && !search->fewest_hops)
		longest = mg_length(query->min_strength) + query->graph->people;
	if (search->by_rounds)
		mg_search_run_rounds(search, longest);
	else
		while (mg_search_open(search, &least) && least.length <= longest)
			mg_search_settle(search);
	return gather(query, search, reached);
}

/* ---- by weakest link ---- */

/* The ties of those in reach, strongest first. */
typedef struct Levels
{
	NumberedId *order; /* id: the width of the strength; number: which of the ties below */
	uint32_t *person;  /* from whom the search follows it */
	uint32_t *tie;
	uint32_t count;
} Levels;

static void
order_ties(ChainSearch *found, Levels *levels)
{
	size_t ties = 0;
	uint32_t at;

	for (at = 0; at < found->labels_used; at++)
		ties += mg_search_first_tie(found, found->labels[at].person + 1) -
				mg_search_first_tie(found, found->labels[at].person);
	levels->count = 0;
	levels->order = mg_alloc_array(NumberedId, ties);
	levels->person = mg_alloc_array(uint32_t, ties);
	levels->tie = mg_alloc_array(uint32_t, ties);
	for (at = 0; at < found->labels_used; at++)
	{
		uint32_t person = found->labels[at].person;
		uint32_t tie = mg_search_first_tie(found, person);

		mg_step(&found->steps);
		if (mg_search_best(found, person) != at)
			continue;
		for (; tie < mg_search_first_tie(found, person + 1); tie++)
		{
			mg_step(&found->steps);
			levels->order[levels->count].id = mg_width(mg_search_strength(found, tie));
			levels->order[levels->count].number = levels->count;
			levels->person[levels->count] = person;
			levels->tie[levels->count++] = tie;
		}
	}
	mg_sort_ids(levels->order, levels->count);
}

/* Lets in all ties of the strength of levels->order[next]; gives the place of the next level. */
static uint32_t
let_in(ChainSearch *search, const Levels *levels, uint32_t next)
{
	int64_t width = levels->order[next].id;
	double strength = mg_width_strength(width);

	search->weakest = strength;
	for (; next < levels->count && levels->order[next].id == width; next++)
	{
		uint32_t number = levels->order[next].number;
		uint32_t neighbour = mg_search_neighbour(search, levels->tie[number]);
		uint32_t at = mg_search_label(search, levels->person[number]);

		mg_step(&search->steps);
		for (; at != MG_NO_LABEL; at = search->labels[at].next)
			if (!search->labels[at].open)
				mg_search_follow(search, at, neighbour, strength);
	}
	mg_search_run(search);
	return next;
}

static uint32_t
reach_by_weakest_link(const ReachQuery *query, ChainSearch *search, Reached **reached)
{
	bool *known = mg_alloc_zero_array(bool, query->graph->people);
	ChainSearch found;
	Levels levels;
	uint32_t count = 0;
	uint32_t next = 0;
	uint32_t at = 0;

	mg_search_start(&found, query->graph, query->direction == DIRECTION_IN, query->max_hops);
	mg_search_avoid(&found, query->avoid, query->avoid_count);
	mg_search_reach(&found, query->person, (ChainCost){0, 0}, MG_NO_LABEL, 1);
	mg_search_run(&found);
	order_ties(&found, &levels);
	*reached = mg_alloc_array(Reached, found.labels_used);
	mg_search_end(&found);

	search->repeated = true;
	known[query->person] = true;
	while (next < levels.count)
	{
		next = let_in(search, &levels, next);
		for (; at < search->labels_used; at++)
		{
			uint32_t person = search->labels[at].person;
			uint32_t best = mg_search_best(search, person);

			mg_step(&search->steps);
			if (!known[person] && mg_search_way_strength(search, best) >= query->min_strength)
				(*reached)[count++] = reached_by(search, best);
			known[person] = true;
		}
	}
	mg_free(known);
	mg_free(levels.order);
	mg_free(levels.person);
	mg_free(levels.tie);
	sort_by_person(reached, count);
	return count;
}

uint32_t
mg_reach(const ReachQuery *query, Reached **reached)
{
	bool widest = query->by == CHAIN_BY_WEAKEST_LINK && query->graph->out_strength;
	ChainSearch search;
	uint32_t count;

	mg_search_start(&search, query->graph, query->direction == DIRECTION_IN, query->max_hops);
	mg_search_keep_strengths(&search);
	search.fewest_hops = query->by == CHAIN_BY_HOPS;
	search.by_rounds = search.fewest_hops || (!widest && query->max_hops != MG_ANY_HOPS);
	mg_search_avoid(&search, query->avoid, query->avoid_count);
	mg_search_reach(&search, query->person, (ChainCost){0, 0}, MG_NO_LABEL, 1);
	if (widest)
		count = reach_by_weakest_link(query, &search, reached);
	else
		count = reach_by_product(query, &search, reached);
	mg_search_end(&search);
	return count;
}
