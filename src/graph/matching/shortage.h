/*
 * shortage.h - the things that cannot all be filled, and the people they compete for.
 */
#ifndef MG_SHORTAGE_H
#define MG_SHORTAGE_H

#include "graph/matching/lists.h"

typedef struct Shortage
{
	uint32_t components;        /* numbered by their smallest thing */
	uint32_t *thing_component;  /* [things] MG_NONE: can be filled whatever the others do */
	uint32_t *person_component; /* [people] MG_NONE: nobody of a shortage competes for them */
	uint64_t *missing;          /* [components] openings that stay unfilled */
} Shortage;

/*
 * Dulmage and Mendelsohn's part with too few people, in connected components: the same whatever
 * assignment with the most pairs it is found by. In each component missing = openings of its things
 * - capacity of its people - pairs of its things with people outside.
 */
extern void mg_shortage(const Lists *lists, Shortage *shortage);

#endif
