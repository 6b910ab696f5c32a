/*
 * labels.h - the groups of an affiliation, mapped onto the people of a network.
 */
#ifndef MG_LABELS_H
#define MG_LABELS_H

#include "graph/core/graph.h"

/* Groups are numbered as in the affiliation; the number of groups itself means "unknown". */
typedef struct Labels
{
	uint32_t people;
	uint32_t groups;
	uint32_t known;  /* people of the network whose group is known */
	uint32_t *group; /* [people] 0 .. groups */
	uint32_t *size;  /* [groups] people of the network in each; a group may be empty here */
} Labels;

/*
 * ids ascending, group[i] < groups the group of ids[i]. People who are not in the network are left
 * out. O(people + groups), and a factor log(gap) where the affiliation has people in between.
 */
extern void mg_labels_make(const Graph *graph, const int64_t *ids, const uint32_t *group,
						   uint32_t people, uint32_t groups, Labels *labels);
extern void mg_labels_free(Labels *labels);

/*
 * Numbers anew, in the same order, so that every group has people in the network; gives the number
 * that each had before. O(people + groups).
 */
extern uint32_t *mg_labels_compact(Labels *labels);

static inline bool
mg_label_known(const Labels *labels, uint32_t person)
{
	return labels->group[person] < labels->groups;
}

#endif
