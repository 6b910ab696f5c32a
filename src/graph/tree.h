/*
 * tree.h - a search that knows the strength of each chain it finds.
 */
#ifndef MG_TREE_H
#define MG_TREE_H

#include "graph/search.h"

typedef struct Tree
{
	Search search;
	double *strength; /* of the chain that each label stands for; 0: not settled */
	uint32_t room;
} Tree;

extern void mg_tree_start(Tree *tree, const Graph *graph, bool backward, uint32_t max_hops);
extern void mg_tree_end(Tree *tree);

/* Settles the least open label. A chain too weak for a number has the smallest one, never 0. */
extern void mg_tree_settle(Tree *tree);

/* Settles until nothing is open. */
extern void mg_tree_run(Tree *tree);

#endif
