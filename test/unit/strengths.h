/*
 * strengths.h - small random networks and their strengths as a matrix.
 */
#ifndef TEST_STRENGTHS_H
#define TEST_STRENGTHS_H

#include <string.h>

#include "host.h"
#include "graph/core/build.h"

#define MOST 24

static uint32_t people;
static double strength[MOST][MOST]; /* 0: no tie */

static const double scale[] = {1, 0.5, 0.25, 0.9, 0.3, 0.75, 1e-3, 1};

/* A random network of some people, few kinds of strength so that many chains are equal. */
static inline void
random_network(Graph *graph, uint32_t most_people, bool all_one)
{
	Builder *builder = mg_builder_create();
	uint32_t draws;

	people = 1 + random_below(most_people);
	draws = random_below(people * 4);
	memset(strength, 0, sizeof(strength));
	for (uint32_t person = 0; person < people; person++)
		mg_builder_add_person(builder, 10 * person);
	while (draws-- > 0)
	{
		uint32_t a = random_below(people);
		uint32_t b = random_below(people);
		double drawn = all_one ? 1 : scale[random_below(8)];

		if (a == b || strength[a][b] > 0)
			continue;
		strength[a][b] = drawn;
		mg_builder_add_tie(builder, 10 * a, 10 * b, drawn);
	}
	mg_builder_finish(builder, graph);
	mg_graph_add_in_ties(graph);
	CHECK(graph->people == people);
}

#endif
