/*
 * cover.h - the fewest people who cover every thing that anyone covers.
 */
#ifndef MG_COVER_H
#define MG_COVER_H

#include "graph/matching/lists.h"

typedef struct Cover
{
	bool *chosen;      /* [people] the caller's */
	uint32_t count;    /* how many */
	uint32_t at_least; /* no cover has fewer */
} Cover;

/*
 * Things without openings need nobody, people without capacity cover nothing; otherwise openings,
 * capacities and scores do not count. It is the smallest cover where at_least = count. That is so
 * whenever each connected part has at most 64 things, or at most 256 of which 64 are left without
 * those that are covered whenever another one is, and the search takes no more than 50 million
 * looks at a person.
 */
extern void mg_smallest_cover(const Lists *lists, Cover *cover);

#endif
