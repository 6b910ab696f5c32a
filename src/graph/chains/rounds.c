/*
 * rounds.c - a search with a limit on hops, settled round by round: Bellman (1958), Ford (1956).
 *
 * With a limit on hops a person may need several labels, each shorter than those of fewer hops. In
 * the order of cost such labels go through a heap. In the order of hops they need none: all labels
 * of one hop come before those of two, so the list of labels is the queue. Both settle the same
 * labels, those that no other equals in both length and hops.
 *
 * As the queue says who will be next, their ties are fetched ahead. Most people in a round lie far
 * from each other, and their rows are short; without this nearly every row would wait for the
 * memory.
 *
 * Cost: O(ties of the labels with hops to spare).
 */
#include "graph/chains/rounds.h"

#define AHEAD 16    /* labels; each takes a part of a microsecond */
#define ROW_PART 24 /* ties of a row that are fetched */
#define CACHE_LINE 64

/* The end of a label's ties, or of as many as are worth fetching. */
static inline uint32_t
row_part(const ChainSearch *search, uint32_t label)
{
	uint32_t person = search->labels[label].person;
	uint32_t tie = mg_search_first_tie(search, person);
	uint32_t end = mg_search_first_tie(search, person + 1);

	return end - tie > ROW_PART ? tie + ROW_PART : end;
}

/* For labels to come: where their ties begin, then the ties, then whom those lead to. */
static inline __attribute__((always_inline)) void
fetch_ahead(const ChainSearch *search, uint32_t at)
{
	const Graph *graph = search->graph;
	const uint32_t *start = search->backward ? graph->in_start : graph->out_start;
	const uint32_t *neighbour = search->backward ? graph->in_source : graph->out_target;
	const double *strength = search->backward ? graph->in_strength : graph->out_strength;
	uint32_t tie;
	uint32_t end;

	if (at + 3 * AHEAD < search->labels_used)
		__builtin_prefetch(&start[search->labels[at + 3 * AHEAD].person]);
	if (at + 2 * AHEAD < search->labels_used)
	{
		tie = start[search->labels[at + 2 * AHEAD].person];
		end = row_part(search, at + 2 * AHEAD);
		__builtin_prefetch(&neighbour[tie]);
		for (; strength && tie < end; tie += CACHE_LINE / sizeof(*strength))
			__builtin_prefetch(&strength[tie]);
	}
	if (at + AHEAD < search->labels_used && search->shortest)
		mg_search_fetch(search, start[search->labels[at + AHEAD].person],
						row_part(search, at + AHEAD));
}

void
mg_search_run_rounds(ChainSearch *search, int64_t longest)
{
	uint32_t at;

	for (at = 0; at < search->labels_used && search->labels[at].hops < search->max_hops; at++)
	{
		fetch_ahead(search, at);
		if (search->labels[at].length <= longest)
			mg_search_follow_ties(search, at);
	}
}
