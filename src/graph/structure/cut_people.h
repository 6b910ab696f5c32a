/*
 * cut_people.h - articulation points: people whose removal disconnects others.
 */
#ifndef MG_CUT_PEOPLE_H
#define MG_CUT_PEOPLE_H

#include "graph/core/graph.h"

/*
 * cut[person]: whether others who are joined by ties, whatever their direction, would no longer be
 * without this person (an articulation point). The graph must have its ties by target.
 * O(people + ties); 20 bytes a person.
 */
extern void mg_cut_people(const Graph *graph, bool *cut);

#endif
