/*
 * communities.h - groups of people with more ties among themselves than chance would give, and how
 * good a grouping is: modularity with resolution, on the undirected reading of a network whose
 * weight is the strength there plus the strength back.
 *
 *   Q = sum over groups of [ inside / 2m - resolution * (reach / 2m)^2 ]
 *
 * 2m: the weights of all people; inside: the part of it within the group; reach: the weights of the
 * group's people.
 */
#ifndef MG_COMMUNITIES_H
#define MG_COMMUNITIES_H

#include "graph/core/graph.h"

/*
 * The community of each person, numbered from 0 in the order of the first person; gives their
 * number. Each community is connected; people without ties are communities of their own. The graph
 * must have its ties by target; the resolution is finite and above 0. Equal graph, resolution and
 * seed give equal communities on every machine. O(ties) a round, two or three rounds in
 * practice; memory O(people + ties).
 */
extern uint32_t mg_communities(const Graph *graph, double resolution, uint64_t seed,
							   uint32_t *community);

#endif
