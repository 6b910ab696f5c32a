/*
 * redundant.h - which contacts repeat others: those who are tied to somebody closer.
 */
#ifndef MG_REDUNDANT_H
#define MG_REDUNDANT_H

#include "graph/core/alters.h"

/* A contact of a person, and the closest of the person's other contacts who is tied to that one
 * and is closer. All are numbers of people. */
typedef struct Redundant
{
	uint32_t person;
	uint32_t contact;
	uint32_t closer;
} Redundant;

/*
 * The redundant contacts of everybody, in order of person and contact; the caller frees the list.
 * Neighbours says who counts as a contact, and which strength makes one close: of the tie there,
 * back, or both together. Of two who are as close, the one with fewer ties (else the lesser number)
 * is the closer. Contacts are tied to each other by a tie either way. The graph must have its ties
 * by target. Time: O(ties ^ 1.5) at most. Memory: 60 bytes a tie, 17 a person, and the list.
 */
extern Redundant *mg_redundant_contacts(const Graph *graph, Neighbours neighbours, size_t *count);

#endif
