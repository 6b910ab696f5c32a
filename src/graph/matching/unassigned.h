/*
 * unassigned.h - why an assignment leaves openings unfilled.
 */
#ifndef MG_UNASSIGNED_H
#define MG_UNASSIGNED_H

#include "graph/matching/lists.h"

typedef enum OpenReason
{
	MG_FILLED,             /* nothing is open */
	MG_NO_CANDIDATES,      /* nobody is considered */
	MG_NO_CAPACITY,        /* nobody who is considered can take anything */
	MG_TOO_FEW_CANDIDATES, /* it has everybody who is considered and can take something */
	MG_CANDIDATES_TAKEN,   /* the others who are considered are assigned as much as they can take */
	MG_CANDIDATE_FREE,     /* somebody who is considered could still take it */
	MG_OPEN_REASONS
} OpenReason;

/* Why each thing has openings that are not filled: [things], the caller's. O(pairs). */
extern uint8_t *mg_why_open(const Lists *lists, const bool *assigned);

#endif
