/*
 * alters.c - whom a person is tied to: a row of the graph, or two rows merged.
 */
#include "graph/alters.h"

void
mg_alters_start(const Graph *graph, Neighbours neighbours, Alters *alters)
{
	uint32_t steps = 0;
	uint32_t largest = 0;
	uint32_t person;

	for (person = 0; person < graph->people; person++)
	{
		uint32_t alters_here = 0;

		mg_step(&steps);
		if (neighbours != MG_SUPPORTERS)
			alters_here += graph->out_start[person + 1] - graph->out_start[person];
		if (neighbours == MG_SUPPORTERS || neighbours == MG_BOTH)
			alters_here += graph->in_start[person + 1] - graph->in_start[person];
		if (alters_here > largest)
			largest = alters_here;
	}
	alters->graph = graph;
	alters->neighbours = neighbours;
	alters->largest = largest;
	alters->row = NULL;
	if (neighbours == MG_BOTH || neighbours == MG_MUTUAL)
		alters->row = mg_alloc_array(uint32_t, (size_t) largest + 1);
}

void
mg_alters_free(Alters *alters)
{
	if (alters->row)
		mg_free(alters->row);
}

/* The row written is one longer than what counts: every step writes, not every step counts. */
static const uint32_t *
merge(Alters *alters, uint32_t person, uint32_t *count)
{
	const Graph *graph = alters->graph;
	const uint32_t *out = graph->out_target + graph->out_start[person];
	const uint32_t *out_end = graph->out_target + graph->out_start[person + 1];
	const uint32_t *in = graph->in_source + graph->in_start[person];
	const uint32_t *in_end = graph->in_source + graph->in_start[person + 1];
	uint32_t *row = alters->row;
	bool both = alters->neighbours == MG_BOTH;
	uint32_t found = 0;

	while (out < out_end && in < in_end)
	{
		uint32_t target = *out;
		uint32_t source = *in;

		row[found] = target < source ? target : source;
		found += both || target == source;
		out += target <= source;
		in += source <= target;
	}
	for (; both && out < out_end; out++)
		row[found++] = *out;
	for (; both && in < in_end; in++)
		row[found++] = *in;
	*count = found;
	return row;
}

const uint32_t *
mg_alters_of(Alters *alters, uint32_t person, uint32_t *count)
{
	const Graph *graph = alters->graph;

	switch (alters->neighbours)
	{
		case MG_SUPPORTERS:
			*count = graph->in_start[person + 1] - graph->in_start[person];
			return graph->in_source + graph->in_start[person];
		case MG_SUPPORTED:
			*count = graph->out_start[person + 1] - graph->out_start[person];
			return graph->out_target + graph->out_start[person];
		default:
			return merge(alters, person, count);
	}
}
