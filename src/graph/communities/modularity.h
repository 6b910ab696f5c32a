/*
 * modularity.h - modularity of a grouping: see communities.h for Q.
 */
#ifndef MG_MODULARITY_H
#define MG_MODULARITY_H

#include "graph/core/graph.h"

/*
 * Q of a given grouping: the group of each person, below groups; people with any other number are
 * left out with their ties (as in Labels, the number of groups itself). NaN if no ties are left.
 * O(people + ties).
 */
extern double mg_modularity(const Graph *graph, const uint32_t *group, uint32_t groups,
							double resolution);

#endif
