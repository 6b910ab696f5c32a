/*
 * build.h - from ties in any order to a Graph.
 */
#ifndef MG_BUILD_H
#define MG_BUILD_H

#include "graph/core/graph.h"

typedef struct Builder Builder;

/* All memory comes from the context that is current during the call. */
extern Builder *mg_builder_create(void);

/* Strength in (0, 1], source <> target: the caller has checked. */
extern void mg_builder_add_tie(Builder *builder, int64_t source, int64_t target, double strength);
extern void mg_builder_add_person(Builder *builder, int64_t person);
extern void mg_builder_add_graph(Builder *builder, const Graph *graph);

/*
 * The network of everything that was added; the same pair twice counts once, with the larger
 * strength. The builder is used up.
 */
extern void mg_builder_finish(Builder *builder, Graph *graph);

/* Frees the arrays of a graph that a builder or mg_cut_... made. */
extern void mg_graph_free(Graph *graph);

#endif
