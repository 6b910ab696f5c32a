/*
 * groups.h - arguments that the functions over a network and an affiliation share.
 */
#ifndef MG_GROUPS_H
#define MG_GROUPS_H

#include "server/networks.h"
#include "graph/core/alters.h"
#include "graph/core/labels.h"
#include "values/affiliation.h"

/* The network in an argument with the ties that a reading needs. */
extern const Graph *mg_open_for_alters(FunctionCallInfo fcinfo, int argument,
									   Neighbours neighbours);

/* An affiliation over the people of a network. */
extern void mg_labels_of(const Graph *graph, const Affiliation *affiliation, Labels *labels);

/* The affiliations in an affiliation[] argument; 22004 for a NULL among them. */
extern const Affiliation **mg_affiliations_argument(FunctionCallInfo fcinfo, int argument,
													const char *name, int *count);

/* The name of a group, as text. */
extern Datum mg_group_name(const Affiliation *affiliation, uint32 group);

#endif
