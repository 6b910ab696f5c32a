/*
 * path.c - a chain as the algorithms see it.
 */
#include "math/length.h"
#include "graph/chains/path.h"

int64_t
mg_path_length(const Graph *graph, const ChainPath *path)
{
	int64_t length = 0;
	uint32_t i;

	for (i = 0; i < path->hops; i++)
	{
		uint32_t tie = mg_graph_tie(graph, path->people[i], path->people[i + 1]);

		length = mg_length_joined(length, mg_length(mg_out_strength(graph, tie)));
	}
	return length;
}

bool
mg_path_before(int64_t length, const ChainPath *path, int64_t other_length, const ChainPath *other)
{
	uint32_t i;

	if (length != other_length)
		return length < other_length;
	if (path->hops != other->hops)
		return path->hops < other->hops;
	for (i = 0; i <= path->hops; i++)
		if (path->people[i] != other->people[i])
			return path->people[i] < other->people[i];
	return false;
}

/* Puts the path at `at` of a heap, the last in order on top, to where it belongs. */
static void
sink(ChainPath *paths, int64_t *lengths, uint32_t at, uint32_t count)
{
	ChainPath path = paths[at];
	int64_t length = lengths[at];
	uint32_t child;

	for (; (child = 2 * at + 1) < count; at = child)
	{
		if (child + 1 < count &&
			mg_path_before(lengths[child], &paths[child], lengths[child + 1], &paths[child + 1]))
			child++;
		if (!mg_path_before(length, &path, lengths[child], &paths[child]))
			break;
		paths[at] = paths[child];
		lengths[at] = lengths[child];
	}
	paths[at] = path;
	lengths[at] = length;
}

void
mg_paths_sort(const Graph *graph, ChainPath *paths, uint32_t count)
{
	int64_t *lengths = mg_alloc_array(int64_t, count);
	uint32_t steps = 0;
	uint32_t i;

	for (i = 0; i < count; i++)
	{
		lengths[i] = mg_path_length(graph, &paths[i]);
		if (lengths[i] == MG_TOO_LONG)
			mg_raise_too_weak();
	}
	for (i = count / 2; i-- > 0;)
		sink(paths, lengths, i, count);
	for (i = count; i-- > 1;)
	{
		ChainPath last = paths[0];
		int64_t length = lengths[0];

		mg_step(&steps);
		paths[0] = paths[i];
		lengths[0] = lengths[i];
		paths[i] = last;
		lengths[i] = length;
		sink(paths, lengths, 0, i);
	}
	mg_free(lengths);
}
