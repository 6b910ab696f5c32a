/*
 * contacts.c - the contacts of a person in one row; those of everybody, each pair once.
 */
#include "graph/core/contacts.h"

uint32_t
mg_contacts_of(const Graph *graph, uint32_t person, uint32_t *contact, double *weight,
			   uint32_t *steps)
{
	BothWays at = mg_both_ways(graph, person);
	uint32_t count = 0;
	uint32_t other;
	uint32_t how;

	/* Else the strengths would be waited for only after who the contacts are. */
	if (graph->out_strength)
	{
		__builtin_prefetch(graph->out_strength + at.out);
		__builtin_prefetch(graph->in_strength + at.in);
	}
	for (; (other = mg_next_contact(&at, &how)) != MG_NOBODY; count++)
	{
		mg_step(steps);
		contact[count] = how << MG_HOW_SHIFT | other;
		weight[count] = mg_contact_weight(graph, &at, how);
	}
	return count;
}

/* Numbers people by their number of ties, equals by person; gives the largest number of ties. */
static uint32_t
number_people(Contacts *contacts)
{
	const Graph *graph = contacts->graph;
	uint32_t largest = 0;
	uint32_t steps = 0;
	uint32_t *before;
	uint32_t person;
	uint32_t i;

	for (person = 0; person < graph->people; person++)
	{
		uint32_t count = mg_contacts_at_most(graph, person);

		mg_step(&steps);
		largest = count > largest ? count : largest;
	}
	before = mg_alloc_zero_array(uint32_t, (size_t) largest + 2);
	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		before[mg_contacts_at_most(graph, person) + 1]++;
	}
	for (i = 0; i <= largest; i++)
	{
		mg_step(&steps);
		before[i + 1] += before[i];
	}
	for (person = 0; person < graph->people; person++)
	{
		uint32_t number = before[mg_contacts_at_most(graph, person)]++;

		mg_step(&steps);
		contacts->number[person] = number;
		contacts->person[number] = person;
	}
	mg_free(before);
	return largest;
}

void
mg_contacts_start(const Graph *graph, Contacts *contacts)
{
	uint32_t longest;

	contacts->graph = graph;
	contacts->people = graph->people;
	contacts->number = mg_alloc_array(uint32_t, graph->people);
	contacts->person = mg_alloc_array(uint32_t, graph->people);
	contacts->start = mg_alloc_array(uint32_t, (size_t) graph->people + 1);
	contacts->contact = mg_alloc_array(uint32_t, graph->ties);
	contacts->weight = mg_alloc_array(double, graph->ties);
	contacts->start[0] = 0;
	contacts->next = 0;
	contacts->steps = 0;
	longest = number_people(contacts);
	contacts->row_contact = mg_alloc_array(uint32_t, longest);
	contacts->row_weight = mg_alloc_array(double, longest);
}

ContactRow
mg_contacts_add(Contacts *contacts)
{
	uint32_t number = contacts->next++;
	uint32_t at = contacts->start[number];
	ContactRow row = {0, contacts->row_contact, contacts->row_weight};
	uint32_t i;

	mg_step(&contacts->steps);
	row.count = mg_contacts_of(contacts->graph, contacts->person[number], contacts->row_contact,
							   contacts->row_weight, &contacts->steps);
	for (i = 0; i < row.count; i++)
	{
		uint32_t contact = row.contact[i];
		uint32_t other = contacts->number[contact & MG_CONTACT];

		mg_step(&contacts->steps);
		contact = other | (contact & ~MG_CONTACT);
		contacts->row_contact[i] = contact;
		if (other > number)
		{
			contacts->contact[at] = contact;
			contacts->weight[at++] = row.weight[i];
		}
	}
	contacts->start[number + 1] = at;
	return row;
}

void
mg_contacts_stop(Contacts *contacts)
{
	mg_free(contacts->row_contact);
	mg_free(contacts->row_weight);
}

void
mg_contacts_free(Contacts *contacts)
{
	mg_free(contacts->number);
	mg_free(contacts->person);
	mg_free(contacts->start);
	mg_free(contacts->contact);
	if (contacts->weight)
		mg_free(contacts->weight);
}
