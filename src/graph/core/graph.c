/*
 * graph.c - finding people and ties, and the ties by target.
 *
 * Finding is binary search: O(log people), O(log ties of the person). The ties by target are a
 * counting sort: O(people + ties), 4 bytes a person and 12 a tie.
 */
#include <string.h>

#include "graph/core/graph.h"
#include "graph/core/row.h"

uint32_t
mg_find_id(const int64_t *ids, uint32_t count, int64_t id)
{
	uint32_t low = 0;
	uint32_t high = count;

	while (low < high)
	{
		uint32_t middle = low + (high - low) / 2;

		if (ids[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && ids[low] == id ? low : MG_NOBODY;
}

/* The number of a person, or MG_NOBODY. */
uint32_t
mg_graph_person(const Graph *graph, int64_t id)
{
	return mg_find_id(graph->ids, graph->people, id);
}

/* The number of the tie between two people, or MG_NOBODY. */
uint32_t
mg_graph_tie(const Graph *graph, uint32_t source, uint32_t target)
{
	uint32_t end = graph->out_start[source + 1];
	uint32_t tie = mg_row_place(graph->out_target, graph->out_start[source], end, target);

	return tie < end && graph->out_target[tie] == target ? tie : MG_NOBODY;
}

/*
 * Adds the ties by target, allocated in the current memory context. Sources come out in ascending
 * order. The graph is changed last, so that an error leaves it as it was.
 */
void
mg_graph_add_in_ties(Graph *graph)
{
	uint32_t people = graph->people;
	uint32_t ties = graph->ties;
	uint32_t *start = mg_alloc_zero_array(uint32_t, (size_t) people + 1);
	uint32_t *source = mg_alloc_array(uint32_t, ties);
	double *strength = graph->out_strength ? mg_alloc_array(double, ties) : NULL;
	uint32_t steps = 0;
	uint32_t person;
	uint32_t tie;

	for (tie = 0; tie < ties; tie++)
	{
		mg_step(&steps);
		start[graph->out_target[tie]]++;
	}

	/* From counts to the end of each person's range; placing from the back makes it the start. */
	for (person = 1; person <= people; person++)
		start[person] += start[person - 1];
	for (person = people; person-- > 0;)
		for (tie = graph->out_start[person + 1]; tie-- > graph->out_start[person];)
		{
			uint32_t place = --start[graph->out_target[tie]];

			mg_step(&steps);
			source[place] = person;
			if (strength)
				strength[place] = graph->out_strength[tie];
		}

	graph->in_start = start;
	graph->in_source = source;
	graph->in_strength = strength;
}
