/*
 * suppress.h - which figures of groups must stay hidden, so that none tells of a few people.
 */
#ifndef MG_SUPPRESS_H
#define MG_SUPPRESS_H

#include "base/host.h"

#define MG_UNKNOWN_PEOPLE (-1)

typedef struct GroupFigure
{
	int64_t people; /* or MG_UNKNOWN_PEOPLE */
	bool there;     /* it has a figure; one that has none needs no hiding and hides no other */
	uint8_t limits; /* the limits of its range at which the figure stands, a bit each */
	bool hidden;    /* the answer */
} GroupFigure;

/*
 * Hides groups of fewer than min_group people, and those all of whose others together are so few.
 * Where the total over all groups is known, it hides the next smallest too until the hidden are two
 * or more, have min_group people together, and do not all stand at the same limit: else their sum,
 * which is the total less what is shown, gives a figure away. (Where all figures stand at a limit,
 * the total alone tells all of them, and nothing more is hidden for that.) Equal groups in the
 * order they come. O(n).
 */
extern void mg_suppress(GroupFigure *groups, size_t n, int64_t min_group, bool total_known);

#endif
