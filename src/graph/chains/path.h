/*
 * path.h - a chain as the algorithms see it.
 */
#ifndef MG_PATH_H
#define MG_PATH_H

#include "graph/core/graph.h"

/* A chain of people; hops + 1 of them. */
typedef struct ChainPath
{
	uint32_t hops;
	uint32_t *people;
} ChainPath;

/* What to do with a chain that was found; the path is the caller's. */
typedef void (*ChainSink)(void *state, uint32_t from, uint32_t to, ChainPath *path);

/* The sum of the lengths of its ties, or MG_TOO_LONG. */
extern int64_t mg_path_length(const Graph *graph, const ChainPath *path);

/* The order of chains: smaller length, fewer hops, smaller people, compared from the start. */
extern bool mg_path_before(int64_t length, const ChainPath *path, int64_t other_length,
						   const ChainPath *other);

/* Sorts chains of one network in that order. Raises if one is too weak to be compared. */
extern void mg_paths_sort(const Graph *graph, ChainPath *paths, uint32_t count);

#endif
