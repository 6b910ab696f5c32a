/*
 * holes_triangles.h - structural holes of everybody from the triangles of a network.
 */
#ifndef MG_HOLES_TRIANGLES_H
#define MG_HOLES_TRIANGLES_H

#include "graph/core/graph.h"
#include "graph/holes/holes_figures.h"

/*
 * The fast way of mg_holes for MG_BOTH in SCOPE_WHOLE without context; false, and no figures,
 * if strengths differ so much that its sums could underflow.
 */
extern bool mg_holes_by_triangles(const Graph *graph, HolesFigures *figures);

#endif
