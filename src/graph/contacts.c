/*
 * contacts.c - a person's ties both ways in one row.
 *
 * The ties by source and by target are both sorted, so one pass over the two finds the pairs with
 * ties both ways.
 */
#include "graph/contacts.h"

uint32_t
mg_contacts_of(const Graph *graph, uint32_t person, uint32_t *contact, double *weight,
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
		uint32_t bits = 0;
		double sum = 0;

		mg_step(steps);
		if (target <= source)
		{
			bits = MG_SUPPORTED;
			sum = mg_out_strength(graph, out++);
		}
		if (source <= target)
		{
			bits |= MG_SUPPORTER;
			sum += mg_in_strength(graph, in++);
		}
		contact[count] = bits | (target < source ? target : source);
		weight[count] = sum;
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
	mg_free(contacts->weight);
}
