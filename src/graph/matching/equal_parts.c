/*
 * equal_parts.c - which pairs equally good assignments can differ in.
 */
#include "graph/matching/equal_parts.h"

#include "graph/core/graph.h"
#include "graph/structure/components.h"

typedef struct Arcs
{
	uint32_t *start;
	uint32_t *target;
	uint32_t count;
} Arcs;

static void
add_thing(Prices *prices, Arcs *arcs, uint32_t thing)
{
	const PriceSide *things = &prices->things;
	uint32_t pair;

	for (pair = things->start[thing]; pair < things->start[thing + 1]; pair++)
	{
		mg_step(&prices->steps);
		if (!prices->is_taken[pair] && mg_costs_nothing(prices, pair))
			arcs->target[arcs->count++] = things->count + prices->people.node[pair];
	}
	if (mg_may_lose(things, thing))
		arcs->target[arcs->count++] = things->count + prices->people.count;
}

static void
add_person(Prices *prices, Arcs *arcs, uint32_t person)
{
	const PriceSide *people = &prices->people;
	uint32_t i;

	for (i = 0; i < people->used[person]; i++)
	{
		uint32_t pair = people->taken[people->taken_start[person] + i];

		mg_step(&prices->steps);
		if (mg_costs_nothing(prices, pair))
			arcs->target[arcs->count++] = prices->things.node[pair];
	}
	if (mg_has_room(people, person))
		arcs->target[arcs->count++] = prices->things.count + people->count;
}

static void
add_outside(Prices *prices, Arcs *arcs)
{
	uint32_t i;

	for (i = 0; i < prices->things.count; i++)
	{
		mg_step(&prices->steps);
		if (mg_has_room(&prices->things, i))
			arcs->target[arcs->count++] = i;
	}
	for (i = 0; i < prices->people.count; i++)
	{
		mg_step(&prices->steps);
		if (mg_may_lose(&prices->people, i))
			arcs->target[arcs->count++] = prices->things.count + i;
	}
}

uint32_t *
mg_equal_parts(Prices *prices)
{
	uint32_t things = prices->things.count;
	uint32_t nodes = things + prices->people.count + 1;
	uint32_t *component = mg_alloc_array(uint32_t, nodes);
	Arcs arcs = {mg_alloc_array(uint32_t, (size_t) nodes + 1),
				 mg_alloc_array(uint32_t, prices->pairs + 2 * (size_t) nodes), 0};
	Graph graph = {.people = nodes};
	uint32_t node;

	for (node = 0; node < nodes; node++)
	{
		mg_step(&prices->steps);
		arcs.start[node] = arcs.count;
		if (node < things)
			add_thing(prices, &arcs, node);
		else if (node < nodes - 1)
			add_person(prices, &arcs, node - things);
		else
			add_outside(prices, &arcs);
	}
	arcs.start[nodes] = arcs.count;
	graph.ties = arcs.count;
	graph.out_start = arcs.start;
	graph.out_target = arcs.target;
	mg_strong_components_sorted(&graph, component);
	mg_free(arcs.start);
	mg_free(arcs.target);
	return component;
}
