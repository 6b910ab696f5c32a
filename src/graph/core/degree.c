/*
 * degree.c - how many ties everyone has, which way, how strong together.
 */
#include "graph/core/degree.h"

#include "graph/core/both_ways.h"

static uint32_t
count_mutual(const Graph *graph, uint32_t person, uint32_t *steps)
{
	BothWays at = mg_both_ways(graph, person);
	uint32_t count = 0;
	uint32_t contact;
	bool mutual;

	while (mg_next_of_both(&at, &contact, &mutual))
	{
		mg_step(steps);
		count += mutual;
	}
	return count;
}

void
mg_degrees(const Graph *graph, PersonDegree *degrees)
{
	uint32_t steps = 0;
	uint32_t person;
	uint32_t tie;

	for (person = 0; person < graph->people; person++)
	{
		PersonDegree degree = {
			.in_ties = graph->in_start[person + 1] - graph->in_start[person],
			.out_ties = graph->out_start[person + 1] - graph->out_start[person],
			.mutual = count_mutual(graph, person, &steps),
		};

		mg_step(&steps);
		for (tie = graph->in_start[person]; tie < graph->in_start[person + 1]; tie++)
		{
			mg_step(&steps);
			degree.in_strength += mg_in_strength(graph, tie);
		}
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			mg_step(&steps);
			degree.out_strength += mg_out_strength(graph, tie);
		}
		degrees[person] = degree;
	}
}
