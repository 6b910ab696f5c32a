/*
 * lineage.h - generations, descendants and ancestors.
 */
#ifndef MG_LINEAGE_H
#define MG_LINEAGE_H

#include "graph/core/graph.h"

/* One person's place in the lineage. */
typedef struct Lineage
{
	uint32_t generation;
	uint32_t descendants; /* everyone in reach along the ties, once, the person not counted */
	uint32_t ancestors;   /* everyone who reaches the person, likewise */
} Lineage;

/* Fills an entry a person. Ties by target are needed. */
extern void mg_lineage(const Graph *graph, Lineage *lineage);

#endif
