/*
 * tree.c - a search that knows the strength of each chain it finds: that of the chain to the person
 * before, times the last tie. A label is settled after the one it came from, so that is known;
 * where ways change (`repeated`) whatever comes from them is settled again. 8 bytes a label.
 */
#include <float.h>
#include <string.h>

#include "graph/tree.h"

void
mg_tree_start(Tree *tree, const Graph *graph, bool backward, uint32_t max_hops)
{
	mg_search_start(&tree->search, graph, backward, max_hops);
	tree->room = tree->search.labels_room;
	tree->strength = mg_alloc_zero_array(double, tree->room);
}

void
mg_tree_end(Tree *tree)
{
	mg_search_end(&tree->search);
	mg_free(tree->strength);
}

/* The strength of the tie between a label's person and that of its parent. */
static double
last_link(const Search *search, const Label *label)
{
	uint32_t parent = search->labels[label->parent].person;
	uint32_t tie = search->backward ? mg_graph_tie(search->graph, label->person, parent)
									: mg_graph_tie(search->graph, parent, label->person);

	return mg_out_strength(search->graph, tie);
}

void
mg_tree_settle(Tree *tree)
{
	Search *search = &tree->search;
	uint32_t at = mg_search_settle(search);
	const Label *label = &search->labels[at];
	double product = 1;

	if (search->labels_room > tree->room)
	{
		tree->strength = mg_realloc_array(tree->strength, double, search->labels_room);
		memset(tree->strength + tree->room, 0,
			   (size_t) (search->labels_room - tree->room) * sizeof(double));
		tree->room = search->labels_room;
	}
	if (label->parent != MG_NO_LABEL)
		product = tree->strength[label->parent] * last_link(search, label);
	tree->strength[at] = product > 0 ? product : DBL_MIN * DBL_EPSILON;
}

void
mg_tree_run(Tree *tree)
{
	while (mg_search_open(&tree->search, NULL))
		mg_tree_settle(tree);
}
