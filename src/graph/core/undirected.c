/*
 * undirected.c - the undirected reading of a network: each person's ties both ways, merged.
 *
 * A first pass counts, a second writes: 4 bytes an entry without weights, 12 with.
 */
#include "graph/core/undirected.h"

#include "graph/core/both_ways.h"

/* Merges the two rows of a person; counts only if undirected is NULL. Gives the number of alters.
 */
static uint32_t
merge_rows(const Graph *graph, uint32_t person, Undirected *undirected, uint32_t start,
		   uint32_t *steps)
{
	BothWays at = mg_both_ways(graph, person);
	uint32_t count = 0;
	uint32_t other;
	uint32_t how;

	for (; (other = mg_next_contact(&at, &how)) != MG_NOBODY; count++)
	{
		mg_step(steps);
		if (!undirected)
			continue;
		undirected->neighbour[start + count] = other;
		if (undirected->weight)
			undirected->weight[start + count] = mg_contact_weight(graph, &at, how);
	}
	return count;
}

void
mg_undirected_make(const Graph *graph, bool weighted, Undirected *undirected)
{
	uint32_t steps = 0;
	uint32_t person;
	uint32_t total = 0;

	undirected->people = graph->people;
	undirected->start = mg_alloc_array(uint32_t, (size_t) graph->people + 1);
	for (person = 0; person < graph->people; person++)
	{
		undirected->start[person] = total;
		total += merge_rows(graph, person, NULL, 0, &steps);
	}
	undirected->start[graph->people] = total;
	undirected->neighbour = mg_alloc_array(uint32_t, total);
	undirected->weight = weighted ? mg_alloc_array(double, total) : NULL;
	for (person = 0; person < graph->people; person++)
		merge_rows(graph, person, undirected, undirected->start[person], &steps);
}

void
mg_undirected_free(Undirected *undirected)
{
	mg_free(undirected->start);
	mg_free(undirected->neighbour);
	if (undirected->weight)
		mg_free(undirected->weight);
}
