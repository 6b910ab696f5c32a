/*
 * holes_query.h - what is asked about structural holes.
 */
#ifndef MG_HOLES_QUERY_H
#define MG_HOLES_QUERY_H

#include "graph/core/alters.h"

/* How far the ties of the alters count. */
typedef enum HolesScope
{
	SCOPE_WHOLE, /* all of them */
	SCOPE_EGO    /* those to ego and to other alters of ego */
} HolesScope;

/* All graphs must have their ties by target. */
typedef struct HolesQuery
{
	const Graph *graph;
	const Graph
		*context; /* where the ties of alters are, but for those with ego; or graph itself */
	Neighbours neighbours; /* who counts as an alter */
	HolesScope scope;
} HolesQuery;

#endif
