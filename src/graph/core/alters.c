/*
 * alters.c - the contacts of a person: a row of the graph, or two rows merged.
 */
#include <string.h>

#include "graph/core/alters.h"

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

/*
 * Merges both rows of a person. Every step writes, not every step counts, so the row may be written
 * one further than it is long.
 */
static const uint32_t *
merge(Alters *alters, uint32_t person, uint32_t *count)
{
	BothWays at = mg_both_ways(alters->graph, person);
	uint32_t *row = alters->row;
	bool both = alters->neighbours == MG_BOTH;
	uint32_t found = 0;
	uint32_t contact;
	bool mutual;

	while (mg_next_of_both(&at, &contact, &mutual))
	{
		row[found] = contact;
		found += both || mutual;
	}
	if (both)
	{
		memcpy(row + found, at.target + at.out, (at.out_end - at.out) * sizeof(uint32_t));
		found += at.out_end - at.out;
		memcpy(row + found, at.source + at.in, (at.in_end - at.in) * sizeof(uint32_t));
		found += at.in_end - at.in;
	}
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
