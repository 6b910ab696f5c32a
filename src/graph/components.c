/*
 * components.c - which people hang together.
 *
 * Weak components by union-find with path halving, the smaller number on top, which makes the root
 * the first person: O(ties) in practice. Strong components by Tarjan's algorithm (SIAM J. Comput.
 * 1972) with an explicit stack: O(people + ties). Both use a few numbers a person.
 */
#include "graph/components.h"

/* From any labels to numbers in the order of the first person. */
static uint32_t
number_in_order(uint32_t *component, uint32_t people)
{
	uint32_t *number = mg_alloc_array(uint32_t, people);
	uint32_t count = 0;
	uint32_t person;

	for (person = 0; person < people; person++)
		number[person] = MG_NOBODY;
	for (person = 0; person < people; person++)
	{
		if (number[component[person]] == MG_NOBODY)
			number[component[person]] = count++;
		component[person] = number[component[person]];
	}
	mg_free(number);
	return count;
}

static uint32_t
root_of(uint32_t *parent, uint32_t person)
{
	while (parent[person] != person)
	{
		parent[person] = parent[parent[person]];
		person = parent[person];
	}
	return person;
}

uint32_t
mg_weak_components(const Graph *graph, uint32_t *component)
{
	uint32_t steps = 0;
	uint32_t person;
	uint32_t tie;

	for (person = 0; person < graph->people; person++)
		component[person] = person;
	for (person = 0; person < graph->people; person++)
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			uint32_t a = root_of(component, person);
			uint32_t b = root_of(component, graph->out_target[tie]);

			mg_step(&steps);
			if (a < b)
				component[b] = a;
			else
				component[a] = b;
		}
	for (person = 0; person < graph->people; person++)
		component[person] = root_of(component, person);
	return number_in_order(component, graph->people);
}

/* Numbers the components as they are completed: those at the ends of ties first. */
static uint32_t
find_strong(const Graph *graph, uint32_t *component)
{
	uint32_t people = graph->people;
	uint32_t *seen = mg_alloc_zero_array(uint32_t, people); /* order of discovery, from 1 */
	uint32_t *low = mg_alloc_array(uint32_t, people);       /* earliest open person within reach */
	uint32_t *next = mg_alloc_array(uint32_t, people);      /* next tie to follow */
	uint32_t *way = mg_alloc_array(uint32_t, people);  /* from the root to the present person */
	uint32_t *open = mg_alloc_array(uint32_t, people); /* seen, component not yet known */
	uint32_t discovered = 0;
	uint32_t opened = 0;
	uint32_t completed = 0;
	uint32_t steps = 0;
	uint32_t root;

	for (root = 0; root < people; root++)
		component[root] = MG_NOBODY;
	for (root = 0; root < people; root++)
	{
		uint32_t depth = 0;

		mg_step(&steps);
		if (seen[root])
			continue;
		way[depth++] = root;
		while (depth > 0)
		{
			uint32_t person = way[depth - 1];

			mg_step(&steps);
			if (!seen[person])
			{
				seen[person] = low[person] = ++discovered;
				next[person] = graph->out_start[person];
				open[opened++] = person;
			}
			if (next[person] < graph->out_start[person + 1])
			{
				uint32_t target = graph->out_target[next[person]++];

				if (!seen[target])
					way[depth++] = target;
				else if (component[target] == MG_NOBODY && seen[target] < low[person])
					low[person] = seen[target];
				continue;
			}
			depth--;
			if (depth > 0 && low[person] < low[way[depth - 1]])
				low[way[depth - 1]] = low[person];
			if (low[person] == seen[person])
			{
				uint32_t member;

				do
				{
					mg_step(&steps);
					member = open[--opened];
					component[member] = completed;
				} while (member != person);
				completed++;
			}
		}
	}
	mg_free(seen);
	mg_free(low);
	mg_free(next);
	mg_free(way);
	mg_free(open);
	return completed;
}

uint32_t
mg_strong_components(const Graph *graph, uint32_t *component)
{
	find_strong(graph, component);
	return number_in_order(component, graph->people);
}

uint32_t
mg_strong_order(const Graph *graph, uint32_t *component)
{
	uint32_t count = find_strong(graph, component);
	uint32_t person;

	for (person = 0; person < graph->people; person++)
		component[person] = count - 1 - component[person];
	return count;
}

uint32_t
mg_largest_component(const uint32_t *component, uint32_t people, uint32_t count)
{
	uint32_t *size = mg_alloc_zero_array(uint32_t, count);
	uint32_t largest = 0;
	uint32_t person;

	for (person = 0; person < people; person++)
		if (++size[component[person]] > largest)
			largest = size[component[person]];
	mg_free(size);
	return largest;
}
