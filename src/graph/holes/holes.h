/*
 * holes.h - structural holes: how much of a person's contacts is the same thing twice.
 */
#ifndef MG_HOLES_H
#define MG_HOLES_H

#include "graph/holes/holes_figures.h"
#include "graph/holes/holes_query.h"

/* A new tie between ego and a candidate, weight 1 ('both', whole network). */
typedef struct ContactValue
{
	double effective_size_gain;
	int32_t new_clusters;
} ContactValue;

/*
 * The figures of everybody, [people]. Time: O(ties ^ 1.5) at most, for both kinds of alters in the
 * whole network without a context about half of what it is otherwise. Memory: O(people + ties).
 */
extern void mg_holes(const HolesQuery *query, HolesFigures *figures);

/* The figures of one person. Time and memory: the sum of the contacts of the person's contacts. */
extern void mg_holes_of(const HolesQuery *query, uint32_t person, HolesFigures *figures);

/* What each candidate would add; ego is not among them. Existing alters add nothing. */
extern void mg_contact_values(const Graph *graph, uint32_t person, const uint32_t *candidates,
							  size_t count, ContactValue *values);

#endif
