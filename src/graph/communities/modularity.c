/*
 * modularity.c - modularity of a grouping: the strength within groups beyond what chance gives.
 *
 * Newman and Girvan (Physical Review E 2004), with the resolution of Reichardt and Bornholdt
 * (2006). The weight of a pair is the strength there plus the strength back, so each tie can be
 * counted on its own, in the order of the ties. O(people + ties), memory O(groups).
 */
#include "graph/communities/modularity.h"

double
mg_modularity(const Graph *graph, const uint32_t *group, uint32_t groups, double resolution)
{
	double *reach = mg_alloc_zero_array(double, groups);
	double total = 0;
	double inside = 0;
	double chance = 0;
	uint32_t steps = 0;
	uint32_t person;
	uint32_t tie;
	uint32_t i;

	for (person = 0; person < graph->people; person++)
	{
		uint32_t own = group[person];

		mg_step(&steps);
		if (own >= groups)
			continue;
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			uint32_t other = group[graph->out_target[tie]];
			double strength = mg_out_strength(graph, tie);

			mg_step(&steps);
			if (other >= groups)
				continue;
			total += strength;
			if (other == own)
				inside += strength;
			reach[own] += strength;
			reach[other] += strength;
		}
	}
	for (i = 0; i < groups; i++)
	{
		double share = reach[i] / total / 2;

		chance += share * share;
	}
	mg_free(reach);
	return inside / total - resolution * chance;
}
