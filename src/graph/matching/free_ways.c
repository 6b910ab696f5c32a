/*
 * free_ways.c - as many more pairs as can be had without moving a price.
 *
 * Hopcroft and Karp 1973, for nodes with several places: each phase finds how far the nodes of one
 * side that want more are from where a way can end, breadth first, and then takes as many shortest
 * ways as there are, depth first, in which no node comes again without success. A way ends at a
 * node of the other side that has a place left, or at one of the same side that has no price and so
 * can do without a pair. With one place each, there are O(sqrt(nodes)) phases of O(pairs) steps.
 */
#include "graph/matching/free_ways.h"

#include <string.h>

#define NOT_REACHED UINT32_MAX

typedef struct Ways
{
	Prices *prices;
	const PriceSide *from;
	const PriceSide *to;
	uint32_t *level;      /* [from] steps from a node that wants more */
	uint32_t *queue;      /* [from] */
	uint32_t *next;       /* [from] the next pair to try */
	uint32_t *from_level; /* [to] that of the nodes from which they are reached first */
	uint32_t *next_back;  /* [to] the next of their taken pairs to try */
	uint32_t *way;        /* the pairs of the way so far, not taken and taken in turn */
	uint32_t found_at;    /* ways have so many pairs that are not taken */
} Ways;

/* Whether a pair's weight is what its two nodes cost together. */
static inline bool
is_free(const Ways *ways, uint32_t pair)
{
	return ways->from->price[ways->from->node[pair]] + ways->to->price[ways->to->node[pair]] ==
		   ways->prices->weight[pair];
}

static inline bool
wants_more(const PriceSide *from, uint32_t node)
{
	return mg_has_room(from, node) && from->price[node] > 0;
}

/* Who has a pair of this node and can be reached by giving it back at no cost. */
static void
find_holders(Ways *ways, uint32_t node, uint32_t level, uint32_t *queued)
{
	const PriceSide *to = ways->to;
	uint32_t i;

	for (i = 0; i < to->used[node]; i++)
	{
		uint32_t back = to->taken[to->taken_start[node] + i];
		uint32_t holder = ways->from->node[back];

		mg_step(&ways->prices->steps);
		if (ways->level[holder] != NOT_REACHED || !is_free(ways, back))
			continue;
		if (ways->from->price[holder] == 0)
			ways->found_at = level + 1;
		ways->level[holder] = level + 1;
		ways->queue[(*queued)++] = holder;
	}
}

/* Levels of the nodes up to where the first ways end; false if there are none. */
static bool
find_levels(Ways *ways)
{
	const PriceSide *from = ways->from;
	uint32_t *steps = &ways->prices->steps;
	uint32_t queued = 0;
	uint32_t done;
	uint32_t i;

	ways->found_at = NOT_REACHED;
	memset(ways->from_level, 0xFF, ways->to->count * sizeof(uint32_t));
	for (i = 0; i < from->count; i++)
	{
		mg_step(steps);
		ways->level[i] = wants_more(from, i) ? 0 : NOT_REACHED;
		if (ways->level[i] == 0)
			ways->queue[queued++] = i;
	}
	for (done = 0; done < queued && ways->level[ways->queue[done]] < ways->found_at; done++)
	{
		uint32_t node = ways->queue[done];

		for (i = from->start[node]; i < from->start[node + 1]; i++)
		{
			uint32_t pair = from->pairs ? from->pairs[i] : i;
			uint32_t target = ways->to->node[pair];

			mg_step(steps);
			if (ways->from_level[target] != NOT_REACHED || ways->prices->is_taken[pair] ||
				!is_free(ways, pair))
				continue;
			ways->from_level[target] = ways->level[node];
			if (mg_has_room(ways->to, target))
				ways->found_at = ways->level[node] + 1;
			find_holders(ways, target, ways->level[node], &queued);
		}
	}
	return ways->found_at != NOT_REACHED;
}

/*
 * A pair taken that leads on from a node: to somebody who can do without it, or to the next level;
 * MG_NONE if there is none. What has not led on once does not in this phase: it is not tried again.
 * (Where a pair is given back, the last one comes to stand, and is tried there.)
 */
static uint32_t
way_on(Ways *ways, uint32_t node, uint32_t level)
{
	const PriceSide *to = ways->to;

	for (; ways->next_back[node] < to->used[node]; ways->next_back[node]++)
	{
		uint32_t back = to->taken[to->taken_start[node] + ways->next_back[node]];
		uint32_t holder = ways->from->node[back];

		mg_step(&ways->prices->steps);
		if (is_free(ways, back) &&
			(ways->from->price[holder] == 0 ||
			 (ways->level[holder] == level + 1 && level + 1 < ways->found_at)))
			return back;
	}
	return MG_NONE;
}

/* Changes the pairs of a way; the last one is not taken yet. */
static void
take_pairs(Ways *ways, uint32_t pair, uint32_t length)
{
	while (length > 0)
	{
		mg_give_back(ways->prices, ways->way[length - 1]);
		mg_take(ways->prices, pair);
		pair = ways->way[length - 2];
		length -= 2;
	}
	mg_take(ways->prices, pair);
}

/*
 * Goes a step on from a node, or takes the way if it ends there. The next node; MG_NONE if there is
 * nowhere to go; ways->from->count if the way was taken.
 */
static uint32_t
go_on(Ways *ways, uint32_t node, uint32_t *length)
{
	const PriceSide *from = ways->from;

	for (; ways->next[node] < from->start[node + 1]; ways->next[node]++)
	{
		uint32_t pair = from->pairs ? from->pairs[ways->next[node]] : ways->next[node];
		uint32_t target = ways->to->node[pair];
		uint32_t back;

		mg_step(&ways->prices->steps);
		if (ways->from_level[target] != ways->level[node] || ways->prices->is_taken[pair] ||
			!is_free(ways, pair))
			continue;
		if (mg_has_room(ways->to, target))
		{
			take_pairs(ways, pair, *length);
			return from->count;
		}
		back = way_on(ways, target, ways->level[node]);
		if (back == MG_NONE)
		{
			ways->from_level[target] = NOT_REACHED;
			continue;
		}
		if (from->price[from->node[back]] == 0)
		{
			mg_give_back(ways->prices, back);
			take_pairs(ways, pair, *length);
			return from->count;
		}
		ways->way[(*length)++] = pair;
		ways->way[(*length)++] = back;
		return from->node[back];
	}
	return MG_NONE;
}

/*
 * Looks for a shortest way from a node, and takes it; false if there is none. Nodes without success
 * lose their levels, so that they are not tried again.
 */
static bool
take_way(Ways *ways, uint32_t node)
{
	uint32_t length = 0;

	for (;;)
	{
		uint32_t next = go_on(ways, node, &length);

		if (next == ways->from->count)
			return true;
		if (next == MG_NONE)
		{
			ways->level[node] = NOT_REACHED;
			if (length == 0)
				return false;
			length -= 2;
			next = ways->from->node[ways->way[length]];
		}
		node = next;
	}
}

void
mg_take_free_ways(Prices *prices, const PriceSide *from, const PriceSide *to)
{
	Ways ways = {.prices = prices, .from = from, .to = to};
	uint32_t node;

	ways.level = mg_alloc_array(uint32_t, from->count);
	ways.queue = mg_alloc_array(uint32_t, from->count);
	ways.next = mg_alloc_array(uint32_t, from->count);
	ways.from_level = mg_alloc_array(uint32_t, to->count);
	ways.next_back = mg_alloc_array(uint32_t, to->count);
	ways.way = mg_alloc_array(uint32_t, 2 * (size_t) from->count + 2);
	while (find_levels(&ways))
	{
		mg_copy(ways.next, from->start, from->count * sizeof(uint32_t));
		memset(ways.next_back, 0, to->count * sizeof(uint32_t));
		for (node = 0; node < from->count; node++)
		{
			mg_step(&prices->steps);
			while (ways.level[node] == 0 && wants_more(from, node) && take_way(&ways, node))
				continue;
		}
	}
	mg_free(ways.level);
	mg_free(ways.queue);
	mg_free(ways.next);
	mg_free(ways.from_level);
	mg_free(ways.next_back);
	mg_free(ways.way);
}

void
mg_most_pairs(Prices *prices, const Lists *lists)
{
	uint32_t i;

	mg_prices_start(prices, lists);
	for (i = 0; i < lists->pairs; i++)
	{
		mg_step(&prices->steps);
		prices->weight[i] = 1;
	}
	for (i = 0; i < lists->things; i++)
	{
		mg_step(&prices->steps);
		prices->things.price[i] = 1;
	}
	mg_take_free_ways(prices, &prices->things, &prices->people);
}
