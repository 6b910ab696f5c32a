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
 * capacities and scores do not count. The smallest cover where at_least = count; that is so
 * whenever no more than 64 things that depend on each other are left after leaving out those that
 * are covered with others, and a million steps suffice.
 */
extern void mg_smallest_cover(const Lists *lists, Cover *cover);

#endif
