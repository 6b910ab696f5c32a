/*
 * coreness.c - k-cores by peeling (Batagelj and Zaversnik 2003).
 *
 * The person with the fewest ties left is removed first; the numbers of their contacts fall by one.
 * People are kept sorted by ties left, with the start of each number known, so that a fall by one
 * is a swap with the first person of the same number. O(people + ties); 12 bytes a person, and for
 * neighbours either way the undirected reading of the network, for mutual ones the network of those
 * ties.
 */
#include "graph/structure/coreness.h"

#include "graph/core/build.h"
#include "graph/core/cut.h"
#include "graph/core/undirected.h"

typedef struct Peeling
{
	uint32_t people;
	const uint32_t *start; /* whose count a person's going lowers */
	const uint32_t *lowered;
	uint32_t *left; /* [people] ties left; of those who went: coreness */

	uint32_t *sorted; /* [people] by ties left */
	uint32_t *place;  /* [people] in sorted */
	uint32_t *first;  /* [most ties + 2] of each number, where it starts in sorted */
	uint32_t steps;
} Peeling;

static void
sort_by_ties(Peeling *peeling)
{
	uint32_t most = 0;
	uint32_t person;
	uint32_t number;

	for (person = 0; person < peeling->people; person++)
	{
		mg_step(&peeling->steps);
		if (peeling->left[person] > most)
			most = peeling->left[person];
	}
	peeling->first = mg_alloc_zero_array(uint32_t, (size_t) most + 2);
	for (person = 0; person < peeling->people; person++)
	{
		mg_step(&peeling->steps);
		peeling->first[peeling->left[person] + 1]++;
	}
	for (number = 0; number <= most; number++)
	{
		mg_step(&peeling->steps);
		peeling->first[number + 1] += peeling->first[number];
	}
	for (person = 0; person < peeling->people; person++)
	{
		mg_step(&peeling->steps);
		peeling->place[person] = peeling->first[peeling->left[person]]++;
		peeling->sorted[peeling->place[person]] = person;
	}
	for (number = most + 1; number > 0; number--)
	{
		mg_step(&peeling->steps);
		peeling->first[number] = peeling->first[number - 1];
	}
	peeling->first[0] = 0;
}

/* One tie less: changes places with the first of one's number, who becomes the last of the lower.
 */
static void
move_down(Peeling *peeling, uint32_t person)
{
	uint32_t number = peeling->left[person]--;
	uint32_t to = peeling->first[number]++;
	uint32_t other = peeling->sorted[to];

	peeling->sorted[peeling->place[person]] = other;
	peeling->place[other] = peeling->place[person];
	peeling->sorted[to] = person;
	peeling->place[person] = to;
}

static void
peel(Peeling *peeling)
{
	uint32_t i;
	uint32_t tie;

	peeling->sorted = mg_alloc_array(uint32_t, peeling->people);
	peeling->place = mg_alloc_array(uint32_t, peeling->people);
	sort_by_ties(peeling);
	for (i = 0; i < peeling->people; i++)
	{
		uint32_t person = peeling->sorted[i];

		mg_step(&peeling->steps);
		for (tie = peeling->start[person]; tie < peeling->start[person + 1]; tie++)
		{
			mg_step(&peeling->steps);
			if (peeling->left[peeling->lowered[tie]] > peeling->left[person])
				move_down(peeling, peeling->lowered[tie]);
		}
	}
	mg_free(peeling->sorted);
	mg_free(peeling->place);
	mg_free(peeling->first);
}

void
mg_coreness(const Graph *graph, Neighbours neighbours, uint32_t *coreness)
{
	Peeling peeling = {.people = graph->people, .left = coreness};
	Undirected undirected;
	Graph mutual;
	const uint32_t *counted = NULL;
	uint32_t person;

	switch (neighbours)
	{
		case MG_BOTH:
			mg_undirected_make(graph, false, &undirected);
			peeling.start = counted = undirected.start;
			peeling.lowered = undirected.neighbour;
			break;
		case MG_MUTUAL:
			mg_cut_mutual(graph, &mutual);
			peeling.start = counted = mutual.out_start;
			peeling.lowered = mutual.out_target;
			break;
		case MG_SUPPORTERS:
			counted = graph->in_start;
			peeling.start = graph->out_start;
			peeling.lowered = graph->out_target;
			break;
		case MG_SUPPORTED:
			counted = graph->out_start;
			peeling.start = graph->in_start;
			peeling.lowered = graph->in_source;
			break;
	}
	for (person = 0; person < graph->people; person++)
	{
		mg_step(&peeling.steps);
		coreness[person] = counted[person + 1] - counted[person];
	}
	peel(&peeling);
	if (neighbours == MG_BOTH)
		mg_undirected_free(&undirected);
	if (neighbours == MG_MUTUAL)
		mg_graph_free(&mutual);
}
