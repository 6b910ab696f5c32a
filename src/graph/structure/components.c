/*
 * components.c - weak and strong components.
 *
 * Weak components by union-find with path halving, the smaller number on top, which makes the root
 * the first person: O(ties) in practice. Strong components by Tarjan's algorithm (SIAM J. Comput.
 * 1972) in the form of Pearce (Inf. Process. Lett. 2016), where one number a person says all that a
 * tie to them needs, with an explicit stack: O(people + ties). Both use a few numbers a person.
 */
#include "graph/structure/components.h"

/* From any labels to numbers in the order of the first person. */
static uint32_t
number_in_order(uint32_t *component, uint32_t people)
{
	uint32_t *number = mg_alloc_array(uint32_t, people);
	uint32_t count = 0;
	uint32_t steps = 0;
	uint32_t person;

	for (person = 0; person < people; person++)
		number[person] = MG_NOBODY;
	for (person = 0; person < people; person++)
	{
		mg_step(&steps);
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
	{
		mg_step(&steps);
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
	}
	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		component[person] = root_of(component, person);
	}
	return number_in_order(component, graph->people);
}

/* A person on the way from the root of the search, and how far their ties were followed. */
typedef struct Visit
{
	uint32_t person;
	uint32_t tie;
	uint32_t found; /* order of discovery */
} Visit;

/*
 * While the search runs, component[person] is 0 before the person is found; then the earliest
 * discovery among the open people within reach that is known so far; and a number above all of
 * those once the component is complete.
 */
uint32_t
mg_strong_components_sorted(const Graph *graph, uint32_t *component)
{
	uint32_t people = graph->people;
	Visit *way = mg_alloc_array(Visit, people);
	uint32_t *open = mg_alloc_array(uint32_t, people); /* left, component not complete */
	uint32_t opened = 0;
	uint32_t found = 0;
	uint32_t complete = 0;
	uint32_t steps = 0;
	uint32_t person;
	uint32_t root;

	for (person = 0; person < people; person++)
		component[person] = 0;
	for (root = 0; root < people; root++)
	{
		uint32_t depth = 0;

		mg_step(&steps);
		if (component[root])
			continue;
		component[root] = ++found;
		way[depth++] = (Visit){root, graph->out_start[root], found};
		while (depth > 0)
		{
			Visit *visit = &way[depth - 1];
			uint32_t end = graph->out_start[visit->person + 1];
			uint32_t earliest = component[visit->person];
			uint32_t tie = visit->tie;

			for (; tie < end; tie++)
			{
				uint32_t target = component[graph->out_target[tie]];

				if (target == 0)
					break;
				if (target < earliest)
					earliest = target;
			}
			mg_steps(&steps, 1 + tie - visit->tie);
			component[visit->person] = earliest;
			visit->tie = tie; /* seen once more on the way back, then with what was found there */
			if (tie < end)
			{
				person = graph->out_target[tie];
				component[person] = ++found;
				way[depth++] = (Visit){person, graph->out_start[person], found};
				continue;
			}
			depth--;
			if (earliest < visit->found)
			{
				open[opened++] = visit->person;
				continue;
			}
			component[visit->person] = UINT32_MAX - complete;
			while (opened > 0 && component[open[opened - 1]] >= visit->found)
			{
				mg_step(&steps);
				component[open[--opened]] = UINT32_MAX - complete;
			}
			complete++;
		}
	}
	mg_free(way);
	mg_free(open);
	/* Those complete later reach only those complete earlier. */
	for (person = 0; person < people; person++)
	{
		mg_step(&steps);
		component[person] = complete - 1 - (UINT32_MAX - component[person]);
	}
	return complete;
}

uint32_t
mg_strong_components(const Graph *graph, uint32_t *component)
{
	mg_strong_components_sorted(graph, component);
	return number_in_order(component, graph->people);
}

uint32_t
mg_largest_component(const uint32_t *component, uint32_t people, uint32_t count)
{
	uint32_t *size = mg_alloc_zero_array(uint32_t, count);
	uint32_t largest = 0;
	uint32_t steps = 0;
	uint32_t person;

	for (person = 0; person < people; person++)
	{
		mg_step(&steps);
		if (++size[component[person]] > largest)
			largest = size[component[person]];
	}
	mg_free(size);
	return largest;
}
