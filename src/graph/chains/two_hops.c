/*
 * two_hops.c - the strongest chains of at most two hops: the tie itself, or by way of one person.
 *
 * Who is in between is supported by the first person and supports the second: in the row of ties
 * from the one and in the row of ties to the other. Both rows are sorted, so one pass over the two
 * finds everybody. Where one row is much longer, those of the shorter one are looked up in it: a
 * hub with all people as contacts costs no more than the logarithm of that. A search would follow
 * all ties of a hub to which the first person has a strong tie.
 */
#include "graph/chains/two_hops.h"
#include "graph/core/row.h"
#include "math/length.h"

#define MUCH_LONGER 16

/* The best chain of a pair so far; hops 0: none. */
typedef struct Best
{
	int64_t length;
	uint32_t hops;
	uint32_t between; /* of a chain of two hops */
} Best;

typedef struct TwoHops
{
	const ChainQuery *query;
	bool *avoided; /* [people], or NULL: nobody */
	uint32_t steps;
} TwoHops;

/* A way by two ties. Ways come by the person between: of equal ones the first stays. */
static void
consider(const TwoHops *search, uint32_t out, uint32_t in, Best *best)
{
	const Graph *graph = search->query->graph;
	uint32_t person = graph->out_target[out];
	int64_t length;

	if (search->avoided && search->avoided[person])
		return;
	length = mg_length(mg_out_strength(graph, out)) + mg_length(mg_in_strength(graph, in));
	if (best->hops == 0 || length < best->length)
		*best = (Best){length, 2, person};
}

/* Goes through everybody who is in both rows. */
static void
look_between(TwoHops *search, uint32_t from, uint32_t to, Best *best)
{
	const Graph *graph = search->query->graph;
	uint32_t out = graph->out_start[from];
	uint32_t out_end = graph->out_start[from + 1];
	uint32_t in = graph->in_start[to];
	uint32_t in_end = graph->in_start[to + 1];
	bool out_longer = (out_end - out) / MUCH_LONGER > in_end - in;
	bool in_longer = (in_end - in) / MUCH_LONGER > out_end - out;

	while (out < out_end && in < in_end)
	{
		uint32_t target = graph->out_target[out];
		uint32_t source = graph->in_source[in];

		mg_step(&search->steps);
		if (target == source)
			consider(search, out++, in++, best);
		else if (target < source)
			out = out_longer ? mg_row_place(graph->out_target, out, out_end, source) : out + 1;
		else
			in = in_longer ? mg_row_place(graph->in_source, in, in_end, target) : in + 1;
	}
}

/* Whether there is a chain; if so into path, allocated here. */
static bool
find_chain(TwoHops *search, uint32_t from, uint32_t to, ChainPath *path)
{
	const ChainQuery *query = search->query;
	Best best = {0};

	if (search->avoided && (search->avoided[from] || search->avoided[to]))
		return false;
	if (from != to)
	{
		uint32_t direct = query->skip_direct ? MG_NOBODY : mg_graph_tie(query->graph, from, to);

		/* of equal lengths that of one hop comes first */
		if (direct != MG_NOBODY && query->max_hops > 0)
			best = (Best){mg_length(mg_out_strength(query->graph, direct)), 1, to};
		if (query->max_hops > 1)
			look_between(search, from, to, &best);
		if (best.hops == 0)
			return false;
	}
	path->hops = best.hops;
	path->people = mg_alloc_array(uint32_t, (size_t) best.hops + 1);
	path->people[0] = from;
	if (best.hops == 2)
		path->people[1] = best.between;
	path->people[best.hops] = to;
	return true;
}

void
mg_chains_of_two_hops(const ChainQuery *query, const uint32_t *from, size_t from_count,
					  const uint32_t *to, size_t to_count, ChainSink sink, void *state)
{
	TwoHops search = {.query = query};
	size_t i;
	size_t j;

	if (query->avoid_count > 0)
		search.avoided = mg_alloc_zero_array(bool, query->graph->people);
	for (i = 0; i < query->avoid_count; i++)
	{
		mg_step(&search.steps);
		search.avoided[query->avoid[i]] = true;
	}
	for (i = 0; i < from_count; i++)
		for (j = 0; j < to_count; j++)
		{
			ChainPath path;

			mg_step(&search.steps);
			if (find_chain(&search, from[i], to[j], &path))
				sink(state, from[i], to[j], &path);
		}
	if (search.avoided)
		mg_free(search.avoided);
}
