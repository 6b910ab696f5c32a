/*
 * undirected.c - the undirected reading of a network: each person's ties both ways, merged.
 *
 * Both rows of a person are sorted, so one pass over them finds the pairs with ties both ways. A
 * first pass counts, a second writes: 4 bytes an entry without weights, 12 with.
 */
#include "graph/undirected.h"

/* Merges the two rows of a person; counts only if undirected is NULL. Gives the number of alters.
 */
static uint32_t
merge_rows(const Graph *graph, uint32_t person, Undirected *undirected, uint32_t at,
		   uint32_t *steps)
{
	uint32_t out = graph->out_start[person];
	uint32_t in = graph->in_start[person];
	uint32_t out_end = graph->out_start[person + 1];
	uint32_t in_end = graph->in_start[person + 1];
	uint32_t count = 0;

	for (; out < out_end || in < in_end; count++)
	{
		uint32_t target = out < out_end ? graph->out_target[out] : MG_NOBODY;
		uint32_t source = in < in_end ? graph->in_source[in] : MG_NOBODY;
		double weight = 0;

		mg_step(steps);
		if (target <= source)
			weight += mg_out_strength(graph, out++);
		if (source <= target)
			weight += mg_in_strength(graph, in++);
		if (!undirected)
			continue;
		undirected->neighbour[at + count] = target < source ? target : source;
		if (undirected->weight)
			undirected->weight[at + count] = weight;
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
