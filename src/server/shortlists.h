/*
 * shortlists.h - opening shortlists.
 */
#ifndef MG_SHORTLISTS_H
#define MG_SHORTLISTS_H

#include "base/compat.h"

#include "graph/matching/lists.h"
#include "server/opening.h"

/* The shortlist in an argument, valid until the function returns. */
extern const Lists *mg_open_shortlist(FunctionCallInfo fcinfo, int argument, TiesWanted wanted);

/*
 * Which pairs of the lists an assignment has: the shortlist in an argument, of which places and
 * scores do not count; nobody is assigned if it is NULL. 22023 for a pair that the lists do not
 * have, and for more people than openings or more things than capacity.
 */
extern bool *mg_assigned_argument(FunctionCallInfo fcinfo, int argument, const Lists *lists);

#endif
