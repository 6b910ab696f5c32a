/*
 * condensation.c - a network with each strong component merged into one part.
 *
 * Strong components come sorted from the search (components.c); the ties into the people of each
 * are gathered, and those from the same part counted once. O(people + ties), 4 bytes a tie at most.
 */
#include "graph/structure/condensation.h"

#include "graph/structure/components.h"

/* The people by part: members[start[part]] onwards. */
static void
sort_members(const Condensation *condensation, uint32_t *start, uint32_t *members)
{
	uint32_t steps = 0;
	uint32_t before = 0;
	uint32_t part;
	uint32_t person;

	for (part = 0; part < condensation->parts; part++)
	{
		mg_step(&steps);
		start[part] = before;
		before += condensation->size[part];
	}
	for (person = 0; person < condensation->people; person++)
	{
		mg_step(&steps);
		members[start[condensation->part[person]]++] = person;
	}
	for (part = 0; part < condensation->parts; part++)
	{
		mg_step(&steps);
		start[part] -= condensation->size[part];
	}
}

/* How many ties join different parts: as many entries as above can have. */
static uint32_t
count_ties(const Graph *graph, const uint32_t *part)
{
	uint32_t steps = 0;
	uint32_t count = 0;
	uint32_t person;
	uint32_t tie;

	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			mg_step(&steps);
			count += part[person] != part[graph->out_target[tie]];
		}
	}
	return count;
}

void
mg_condensation_make(const Graph *graph, Condensation *condensation)
{
	uint32_t *start;
	uint32_t *members;
	uint32_t *last; /* the part that this one was last entered for */
	uint32_t steps = 0;
	uint32_t count = 0;
	uint32_t part;
	uint32_t i;

	condensation->people = graph->people;
	condensation->part = mg_alloc_array(uint32_t, graph->people);
	condensation->parts = mg_strong_components_sorted(graph, condensation->part);
	condensation->size = mg_alloc_zero_array(uint32_t, condensation->parts);
	for (i = 0; i < graph->people; i++)
	{
		mg_step(&steps);
		condensation->size[condensation->part[i]]++;
	}
	condensation->above_start = mg_alloc_array(uint32_t, (size_t) condensation->parts + 1);
	condensation->above = mg_alloc_array(uint32_t, count_ties(graph, condensation->part));
	start = mg_alloc_array(uint32_t, condensation->parts);
	members = mg_alloc_array(uint32_t, graph->people);
	sort_members(condensation, start, members);
	last = mg_alloc_array(uint32_t, condensation->parts);
	for (part = 0; part < condensation->parts; part++)
	{
		mg_step(&steps);
		last[part] = part;
	}
	for (part = 0; part < condensation->parts; part++)
	{
		mg_step(&steps);
		condensation->above_start[part] = count;
		for (i = start[part]; i < start[part] + condensation->size[part]; i++)
		{
			uint32_t tie;

			for (tie = graph->in_start[members[i]]; tie < graph->in_start[members[i] + 1]; tie++)
			{
				uint32_t source = condensation->part[graph->in_source[tie]];

				mg_step(&steps);
				if (source == part || last[source] == part)
					continue;
				last[source] = part;
				condensation->above[count++] = source;
			}
		}
	}
	condensation->above_start[condensation->parts] = count;
	mg_free(start);
	mg_free(members);
	mg_free(last);
}

void
mg_condensation_free(Condensation *condensation)
{
	mg_free(condensation->part);
	mg_free(condensation->size);
	mg_free(condensation->above_start);
	mg_free(condensation->above);
}
