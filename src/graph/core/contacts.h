/*
 * contacts.h - a person's ties both ways in one row: with whom, which way, how strong together.
 */
#ifndef MG_CONTACTS_H
#define MG_CONTACTS_H

#include "graph/core/both_ways.h"

/* A contact is the other person's number, below 2^27, and above it how they are tied. */
#define MG_CONTACT UINT32_C(0x3FFFFFFF)
#define MG_HOW_SHIFT 30

static inline uint32_t
mg_contact_how(uint32_t contact)
{
	return contact >> MG_HOW_SHIFT;
}

/* The weight is the strength there plus the strength back. */
typedef struct ContactRow
{
	uint32_t count;
	const uint32_t *contact;
	const double *weight;
} ContactRow;

/*
 * Each pair of contacts once, in the row of the one with fewer ties: rows are short, at most the
 * root of twice the number of ties, also those of hubs. People are numbered anew for it, by
 * their number of ties; a row has larger numbers only.
 */
typedef struct Contacts
{
	uint32_t people;
	uint32_t *number;  /* [people] of a person */
	uint32_t *person;  /* [people] of a number */
	uint32_t *start;   /* [people + 1] */
	uint32_t *contact; /* [start[people]] number and bits; room for one a tie */
	double *weight;    /* [start[people]]; who needs it no more may free it and set NULL */

	/* while it is made */
	const Graph *graph;
	uint32_t next;
	uint32_t steps;
	uint32_t *row_contact;
	double *row_weight;
} Contacts;

/* At most so many contacts has a person. The graph must have its ties by target, here and below. */
static inline uint32_t
mg_contacts_at_most(const Graph *graph, uint32_t person)
{
	return graph->out_start[person + 1] - graph->out_start[person] + graph->in_start[person + 1] -
		   graph->in_start[person];
}

/*
 * Writes the row of a person, ascending by person, to arrays with room for all contacts; gives
 * their number. Steps are the caller's count for mg_step. O(contacts).
 */
extern uint32_t mg_contacts_of(const Graph *graph, uint32_t person, uint32_t *contact,
							   double *weight, uint32_t *steps);

/*
 * Making Contacts: start; then add the people one by one, by number, which shows the complete row
 * of each (in numbers, in no order, until the next call); then stop. In all O(people + ties); 12
 * bytes a tie and 12 a person remain.
 */
extern void mg_contacts_start(const Graph *graph, Contacts *contacts);
extern ContactRow mg_contacts_add(Contacts *contacts);
extern void mg_contacts_stop(Contacts *contacts);
extern void mg_contacts_free(Contacts *contacts);

#endif
