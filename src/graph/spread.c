/*
 * spread.c - the strongest chains from one person to everyone.
 *
 * Dijkstra's algorithm on (length, hops), in the order of strongest.c: integer lengths of ties,
 * computed once, so that sums are exact. Ties of strength 1 have length 0, but each is a hop, so
 * costs grow along a chain and equal ones are all known before either is settled. The heap has four
 * children a node; an entry that has been improved since is skipped.
 *
 * Equal chains to a person have as many people; which comes first is seen on the way back from
 * both, up to the person where they part. Equal parts of the way are the same chain, because the
 * parents of a settled person do not change.
 */
#include "graph/length.h"
#include "graph/spread.h"

void
mg_spread_make(const Graph *graph, Spread *spread)
{
	uint32_t person;
	uint32_t tie;

	*spread = (Spread){.graph = graph, .heap_room = 256};
	spread->places = mg_alloc_array(SpreadPlace, graph->people);
	spread->order = mg_alloc_array(uint32_t, graph->people);
	spread->heap = mg_alloc_array(SpreadEntry, spread->heap_room);
	for (person = 0; person < graph->people; person++)
	{
		mg_step(&spread->steps);
		spread->places[person] = (SpreadPlace){INT64_MAX, UINT32_MAX, MG_NOBODY};
	}
	if (!graph->out_strength)
		return;
	spread->tie_length = mg_alloc_array(int64_t, graph->ties);
	for (tie = 0; tie < graph->ties; tie++)
	{
		mg_step(&spread->steps);
		spread->tie_length[tie] = mg_length(graph->out_strength[tie]);
	}
}

void
mg_spread_free(Spread *spread)
{
	mg_free(spread->places);
	mg_free(spread->order);
	mg_free(spread->heap);
	if (spread->tie_length)
		mg_free(spread->tie_length);
}

static inline bool
comes_before(const SpreadEntry *a, const SpreadEntry *b)
{
	return a->length != b->length ? a->length < b->length : a->hops < b->hops;
}

static void
push(Spread *spread, SpreadEntry entry)
{
	SpreadEntry *heap;
	uint32_t at = spread->heap_used;

	if (spread->heap_used == spread->heap_room)
	{
		spread->heap_room *= 2;
		spread->heap = mg_realloc_array(spread->heap, SpreadEntry, spread->heap_room);
	}
	heap = spread->heap;
	spread->heap_used++;
	while (at > 0 && comes_before(&entry, &heap[(at - 1) / 4]))
	{
		heap[at] = heap[(at - 1) / 4];
		at = (at - 1) / 4;
	}
	heap[at] = entry;
}

static SpreadEntry
pop(Spread *spread)
{
	SpreadEntry *heap = spread->heap;
	SpreadEntry first = heap[0];
	SpreadEntry moving = heap[--spread->heap_used];
	uint32_t used = spread->heap_used;
	uint32_t at = 0;

	for (;;)
	{
		uint32_t child = 4 * at + 1;
		uint32_t end = child + 4 < used ? child + 4 : used;
		uint32_t least = child;

		if (child >= used)
			break;
		while (++child < end)
			if (comes_before(&heap[child], &heap[least]))
				least = child;
		if (!comes_before(&heap[least], &moving))
			break;
		heap[at] = heap[least];
		at = least;
	}
	heap[at] = moving;
	return first;
}

/* Whether the chain to a, of as many people as that to b, comes first. */
static bool
way_comes_first(const Spread *spread, uint32_t a, uint32_t b)
{
	bool first = false;

	for (; a != b; a = spread->places[a].parent, b = spread->places[b].parent)
		first = a < b;
	return first;
}

void
mg_spread_from(Spread *spread, uint32_t source, bool exact)
{
	const Graph *graph = spread->graph;
	SpreadPlace *places = spread->places;
	uint32_t i;

	for (i = 0; i < spread->reached; i++)
	{
		mg_step(&spread->steps);
		places[spread->order[i]] = (SpreadPlace){INT64_MAX, UINT32_MAX, MG_NOBODY};
	}
	spread->reached = spread->heap_used = 0;
	places[source] = (SpreadPlace){0, 0, MG_NOBODY};
	push(spread, (SpreadEntry){0, 0, source});
	while (spread->heap_used > 0)
	{
		SpreadEntry from = pop(spread);
		uint32_t tie;

		mg_step(&spread->steps);
		if (places[from.person].length != from.length || places[from.person].hops != from.hops)
			continue;
		spread->order[spread->reached++] = from.person;
		for (tie = graph->out_start[from.person]; tie < graph->out_start[from.person + 1]; tie++)
		{
			uint32_t person = graph->out_target[tie];
			SpreadPlace *place = &places[person];
			SpreadEntry to = {0, from.hops + 1, person};

			mg_step(&spread->steps);
			if (__builtin_add_overflow(from.length, mg_spread_tie_length(spread, tie), &to.length))
				mg_raise(MG_ERROR_LIMIT, "a chain is too weak to be compared with others");
			if (to.length == place->length && to.hops == place->hops)
			{
				if (exact && way_comes_first(spread, from.person, place->parent))
					place->parent = from.person;
			}
			else if (to.length != place->length ? to.length < place->length : to.hops < place->hops)
			{
				*place = (SpreadPlace){to.length, to.hops, from.person};
				push(spread, to);
			}
		}
	}
}
