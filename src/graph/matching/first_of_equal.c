/*
 * first_of_equal.c - of all best assignments the first.
 *
 * By complementary slackness a best assignment takes every pair whose thing and person have
 * together a price below its weight, takes no pair with a price above it, and fills every thing and
 * person that has a price. A pair whose price is its weight costs nothing: it may be taken or not.
 *
 * The pairs are decided in order, by thing and person. One that costs nothing and is not taken is
 * now taken if changes of later pairs can make up for it. That is so if there is a circle of such
 * changes through the pair; it lies within a strong component (equal_parts.c). Two searches look
 * for the circle, one from the pair's person on, one from its thing back. The one with fewer nodes
 * to look at goes a step, until they meet, or one has nowhere left to go. A decided pair changes no
 * more, so that components become smaller: they are made anew when searches without success have
 * taken as many steps as there are pairs.
 *
 * One node, the outside, stands for all places that may stay open. With few equal totals this is
 * O(pairs). Where all scores are equal it takes some hundred steps a thing on random lists, and
 * O(pairs) a pair at worst.
 */
#include "graph/matching/first_of_equal.h"

#include "graph/matching/equal_parts.h"

/* One of the two searches. A node is a thing, or things + a person, or the outside. */
typedef struct Front
{
	uint32_t *seen;  /* [nodes] the number of the search that saw it last */
	uint32_t *via;   /* [nodes] the pair by which it was reached; MG_NONE from or to the outside */
	uint32_t *after; /* [nodes] the node from which it was reached */
	uint32_t *queue; /* [nodes] */
	uint32_t queued;
	uint32_t done;
	bool outside_waits; /* the outside was reached; it is looked at last */
} Front;

typedef struct Search
{
	Prices *prices;
	uint32_t *part;   /* [nodes] of equal_parts.h: the circle stays within one */
	uint32_t outside; /* the node; things and people come before it */
	uint32_t number;
	uint32_t pair;    /* those up to this one are decided */
	Front ahead;      /* from the pair's person */
	Front behind;     /* from its thing, against the direction of changes */
	uint32_t met;     /* the node that both have seen, or MG_NONE */
	uint64_t in_vain; /* steps of searches that found no circle since the parts were made */
} Search;

static void
start_front(Front *front, uint32_t nodes)
{
	front->seen = mg_alloc_zero_array(uint32_t, nodes);
	front->via = mg_alloc_array(uint32_t, nodes);
	front->after = mg_alloc_array(uint32_t, nodes);
	front->queue = mg_alloc_array(uint32_t, nodes);
}

static void
free_front(Front *front)
{
	mg_free(front->seen);
	mg_free(front->via);
	mg_free(front->after);
	mg_free(front->queue);
}

/* A node has been reached from another one. */
static inline void
see(Search *search, Front *front, uint32_t node, uint32_t from, uint32_t via)
{
	const Front *other = front == &search->ahead ? &search->behind : &search->ahead;

	if (front->seen[node] == search->number ||
		search->part[node] != search->part[search->prices->things.node[search->pair]])
		return;
	front->seen[node] = search->number;
	front->via[node] = via;
	front->after[node] = from;
	if (node == search->outside)
		front->outside_waits = true;
	else
		front->queue[front->queued++] = node;
	if (other->seen[node] == search->number)
		search->met = node;
}

/*
 * Where a change goes on from a thing that has lost a pair, or, behind, from where a thing that
 * gains one may have lost another.
 */
static void
step_from_thing(Search *search, Front *front, uint32_t thing)
{
	Prices *prices = search->prices;
	const PriceSide *things = &prices->things;
	uint32_t i;

	if (front == &search->ahead)
	{
		if (mg_may_lose(things, thing))
			see(search, front, search->outside, thing, MG_NONE);
		for (i = things->start[thing]; i < things->start[thing + 1]; i++)
		{
			mg_step(&prices->steps);
			if (i > search->pair && !prices->is_taken[i] && mg_costs_nothing(prices, i))
				see(search, front, things->count + prices->people.node[i], thing, i);
		}
		return;
	}
	if (mg_has_room(things, thing))
		see(search, front, search->outside, thing, MG_NONE);
	for (i = 0; i < things->used[thing]; i++)
	{
		uint32_t pair = things->taken[things->taken_start[thing] + i];

		mg_step(&prices->steps);
		if (pair > search->pair && mg_costs_nothing(prices, pair))
			see(search, front, things->count + prices->people.node[pair], thing, pair);
	}
}

/* The same from a person who has gained a pair, or, behind, who loses one. */
static void
step_from_person(Search *search, Front *front, uint32_t person)
{
	Prices *prices = search->prices;
	const PriceSide *people = &prices->people;
	uint32_t node = prices->things.count + person;
	uint32_t i;

	if (front == &search->ahead)
	{
		if (mg_has_room(people, person))
			see(search, front, search->outside, node, MG_NONE);
		for (i = 0; i < people->used[person]; i++)
		{
			uint32_t pair = people->taken[people->taken_start[person] + i];

			mg_step(&prices->steps);
			if (pair > search->pair && mg_costs_nothing(prices, pair))
				see(search, front, prices->things.node[pair], node, pair);
		}
		return;
	}
	if (mg_may_lose(people, person))
		see(search, front, search->outside, node, MG_NONE);
	for (i = people->start[person + 1]; i-- > people->start[person];)
	{
		uint32_t pair = people->pairs[i];

		mg_step(&prices->steps);
		if (pair <= search->pair)
			break;
		if (!prices->is_taken[pair] && mg_costs_nothing(prices, pair))
			see(search, front, prices->things.node[pair], node, pair);
	}
}

/* From the outside everybody is reached who has a place left, or may have one more. */
static void
step_from_outside(Search *search, Front *front)
{
	Prices *prices = search->prices;
	bool ahead = front == &search->ahead;
	uint32_t i;

	front->outside_waits = false;
	for (i = 0; i < prices->things.count; i++)
	{
		mg_step(&prices->steps);
		if (ahead ? mg_has_room(&prices->things, i) : mg_may_lose(&prices->things, i))
			see(search, front, i, search->outside, MG_NONE);
	}
	for (i = 0; i < prices->people.count; i++)
	{
		mg_step(&prices->steps);
		if (ahead ? mg_may_lose(&prices->people, i) : mg_has_room(&prices->people, i))
			see(search, front, prices->things.count + i, search->outside, MG_NONE);
	}
}

/* One step; false if there is nowhere left to go. */
static bool
step(Search *search, Front *front)
{
	uint32_t things = search->prices->things.count;

	if (front->done < front->queued)
	{
		uint32_t node = front->queue[front->done++];

		if (node < things)
			step_from_thing(search, front, node);
		else
			step_from_person(search, front, node - things);
		return true;
	}
	if (!front->outside_waits)
		return false;
	step_from_outside(search, front);
	return true;
}

static void
start_search(Search *search, Front *front, uint32_t node)
{
	front->queued = front->done = 0;
	front->outside_waits = false;
	see(search, front, node, MG_NONE, MG_NONE);
}

/* Collects the pairs of the circle on one side of where the searches met. */
static uint32_t
collect(Search *search, const Front *front, uint32_t *pairs, uint32_t count)
{
	uint32_t node;

	for (node = search->met; front->after[node] != MG_NONE; node = front->after[node])
	{
		mg_step(&search->prices->steps);
		if (front->via[node] != MG_NONE)
			pairs[count++] = front->via[node];
	}
	return count;
}

/* Takes the pair by changes of later pairs; false if that cannot be done. */
static bool
try_pair(Search *search, uint32_t pair, uint32_t *changed)
{
	Prices *prices = search->prices;
	uint32_t taken;
	uint32_t count;
	uint32_t i;

	search->number++;
	search->pair = pair;
	search->met = MG_NONE;
	start_search(search, &search->ahead, prices->things.count + prices->people.node[pair]);
	start_search(search, &search->behind, prices->things.node[pair]);
	while (search->met == MG_NONE)
		if (!step(search, search->ahead.queued - search->ahead.done <=
								  search->behind.queued - search->behind.done
							  ? &search->ahead
							  : &search->behind))
			return false;

	count = collect(search, &search->ahead, changed, 0);
	count = collect(search, &search->behind, changed, count);
	for (i = taken = 0; i < count; i++) /* nobody has more than they can take in between */
	{
		mg_step(&prices->steps);
		if (prices->is_taken[changed[i]])
			mg_give_back(prices, changed[i]);
		else
			changed[taken++] = changed[i];
	}
	for (i = 0; i < taken; i++)
	{
		mg_step(&prices->steps);
		mg_take(prices, changed[i]);
	}
	mg_take(prices, pair);
	return true;
}

/* Goes through the pairs of a thing that may be taken instead of others. */
static void
choose_for_thing(Search *search, uint32_t thing, uint32_t *changed)
{
	Prices *prices = search->prices;
	const PriceSide *things = &prices->things;
	uint32_t kept = 0; /* taken pairs of the thing that are decided */
	uint32_t pair;

	for (pair = things->start[thing]; pair < things->start[thing + 1]; pair++)
	{
		uint32_t person = things->count + prices->people.node[pair];
		uint32_t steps = prices->steps;

		mg_step(&prices->steps);
		if (prices->is_taken[pair])
		{
			kept++;
			continue;
		}
		if (kept == mg_places(things, thing))
			return;
		if (search->part[thing] != search->part[person] || !mg_costs_nothing(prices, pair))
			continue;
		if (try_pair(search, pair, changed))
		{
			kept++;
			continue;
		}
		search->in_vain += prices->steps - steps;
		if (search->in_vain > prices->pairs)
		{
			mg_equal_parts(prices, pair + 1, search->part);
			search->in_vain = 0;
		}
	}
}

void
mg_choose_first(Prices *prices)
{
	uint32_t nodes = prices->things.count + prices->people.count + 1;
	uint32_t *changed = mg_alloc_array(uint32_t, 2 * (size_t) nodes);
	Search search = {.prices = prices, .outside = nodes - 1};
	uint32_t thing;

	search.part = mg_alloc_array(uint32_t, nodes);
	mg_equal_parts(prices, 0, search.part);
	start_front(&search.ahead, nodes);
	start_front(&search.behind, nodes);
	for (thing = 0; thing < prices->things.count; thing++)
	{
		mg_step(&prices->steps);
		choose_for_thing(&search, thing, changed);
	}
	free_front(&search.ahead);
	free_front(&search.behind);
	mg_free(changed);
	mg_free(search.part);
}
