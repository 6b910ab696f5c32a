/*
 * labels.c - the groups of an affiliation, mapped onto the people of a network.
 *
 * Both lists of ids are sorted: for each person of the network the place in the affiliation is
 * sought from where the last one was found, in steps that double (galloping search), so that equal
 * lists cost one comparison a person and an affiliation of a whole group of companies little more.
 */
#include "graph/core/labels.h"

/* The first place from `from` on whose id is at least the given one. */
static uint32_t
gallop(const int64_t *ids, uint32_t from, uint32_t end, int64_t id)
{
	uint32_t low = from;
	uint32_t width = 1;
	uint32_t high;

	if (low == end || ids[low] >= id)
		return low;
	while (width < end - low && ids[low + width] < id)
	{
		low += width;
		width *= 2;
	}
	high = width < end - low ? low + width : end;

	/* ids[low] < id, and ids[high] >= id or high is the end */
	while (high - low > 1)
	{
		uint32_t middle = low + (high - low) / 2;

		if (ids[middle] < id)
			low = middle;
		else
			high = middle;
	}
	return high;
}

void
mg_labels_make(const Graph *graph, const int64_t *ids, const uint32_t *group, uint32_t people,
			   uint32_t groups, Labels *labels)
{
	uint32_t steps = 0;
	uint32_t at = 0;
	uint32_t person;

	labels->people = graph->people;
	labels->groups = groups;
	labels->known = 0;
	labels->group = mg_alloc_array(uint32_t, graph->people);
	labels->size = mg_alloc_zero_array(uint32_t, groups);
	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		at = gallop(ids, at, people, graph->ids[person]);
		if (at == people || ids[at] != graph->ids[person])
		{
			labels->group[person] = groups;
			continue;
		}
		labels->group[person] = group[at];
		labels->size[group[at]]++;
		labels->known++;
	}
}

uint32_t *
mg_labels_compact(Labels *labels)
{
	uint32_t *place = mg_alloc_array(uint32_t, (size_t) labels->groups + 1);
	uint32_t *before;
	uint32_t present = 0;
	uint32_t steps = 0;
	uint32_t person;
	uint32_t g;

	for (g = 0; g < labels->groups; g++)
	{
		mg_step(&steps);
		place[g] = present;
		if (labels->size[g] > 0)
			labels->size[present++] = labels->size[g];
	}
	place[labels->groups] = present;
	before = mg_alloc_array(uint32_t, present);
	for (g = 0; g < labels->groups; g++)
	{
		mg_step(&steps);
		if (place[g] < place[g + 1])
			before[place[g]] = g;
	}
	for (person = 0; person < labels->people; person++)
	{
		mg_step(&steps);
		labels->group[person] = place[labels->group[person]];
	}
	mg_free(place);
	labels->groups = present;
	return before;
}

void
mg_labels_free(Labels *labels)
{
	mg_free(labels->group);
	mg_free(labels->size);
}
