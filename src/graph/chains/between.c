/*
 * between.c - the strongest chains between many people and many others, sharing the searches.
 *
 * Each decider has one search forward, each candidate one backward; every pair of them is a meeting
 * (meet.c), for which either goes on as far as is needed and stays there for the next pair. The
 * work of a search is shared by all pairs it takes part in, so the side that serves more of them
 * goes first: forward while (open labels forward) / candidates <= (open labels backward) /
 * deciders. As searches grow exponentially, 20 x 500 pairs cost about as much as 20 + 500 small
 * searches.
 *
 * Deciders are taken in blocks, whose searches are kept while the candidates pass by; a block whose
 * searches hold too many labels is cut in half. Memory: LABELS labels (some 60 bytes each) beyond
 * the largest single search, and the chains of one block.
 *
 * With at most two hops nothing is searched (two_hops.c). By weakest link, by hops, and without
 * ties by target, each pair is searched on its own. Without direct ties (skip_direct) the searches
 * keep up to two ways to everyone and are shared all the same.
 */
#include "graph/chains/between.h"
#include "graph/chains/two_hops.h"
#include "math/length.h"

#define BLOCK 16
#define LABELS 4000000

typedef struct Block
{
	ChainSearch *searches; /* of the deciders in the block */
	uint32_t count;
	ChainPath *chains; /* [count][to_count]; people NULL: no chain */
} Block;

/* The strongest chain of a pair, if there is one. */
static bool
meet(ChainSearch *forward, uint32_t deciders, ChainSearch *backward, size_t candidates,
	 ChainPath *path)
{
	Meeting meeting;
	bool found;

	mg_meeting_start(&meeting, forward, backward);
	while (!mg_meeting_over(&meeting))
	{
		bool ahead = (double) forward->open.count * deciders <=
					 (double) backward->open.count * (double) candidates;
		ChainSearch *side = ahead ? forward : backward;

		mg_meeting_settle(&meeting, side);
	}
	found = mg_meeting_found(&meeting);
	if (found && meeting.best.length == MG_TOO_LONG)
		mg_raise_too_weak();
	if (found)
		mg_meeting_path(&meeting, path);
	mg_meeting_end(&meeting);
	return found;
}

static void
start(const ChainQuery *query, bool backward, uint32_t person, ChainSearch *search)
{
	mg_search_start(search, query->graph, backward, query->max_hops);
	if (query->skip_direct)
		mg_search_keep_two_ways(search);
	mg_search_avoid(search, query->avoid, query->avoid_count);
	mg_search_reach(search, person, (ChainCost){0, 0}, MG_NO_LABEL, 1);
}

/* Gives up the second half of a block: its searches and the chains found so far. */
static void
halve(Block *block, size_t to_count)
{
	uint32_t kept = (block->count + 1) / 2;
	size_t i;

	for (i = kept; i < block->count; i++)
		mg_search_end(&block->searches[i]);
	for (i = kept * to_count; i < block->count * to_count; i++)
		if (block->chains[i].people)
		{
			mg_free(block->chains[i].people);
			block->chains[i].people = NULL;
		}
	block->count = kept;
}

static bool
too_large(const Block *block)
{
	uint64_t labels = 0;
	uint32_t i;

	for (i = 0; i < block->count; i++)
		labels += block->searches[i].labels_used;
	return block->count > 1 && labels > LABELS;
}

/* Every pair of a block's deciders and the candidates. */
static void
search_block(const ChainQuery *query, Block *block, const uint32_t *from, const uint32_t *to,
			 size_t to_count)
{
	size_t candidate;
	uint32_t decider;

	for (decider = 0; decider < block->count; decider++)
		start(query, false, from[decider], &block->searches[decider]);
	for (candidate = 0; candidate < to_count; candidate++)
	{
		ChainSearch backward;

		start(query, true, to[candidate], &backward);
		for (decider = 0; decider < block->count; decider++)
		{
			ChainPath *chain = &block->chains[decider * to_count + candidate];

			chain->people = NULL;
			mg_check_interrupts();
			if (!meet(&block->searches[decider], block->count, &backward, to_count, chain))
				chain->people = NULL;
			if (too_large(block))
				halve(block, to_count);
		}
		mg_search_end(&backward);
	}
	for (decider = 0; decider < block->count; decider++)
		mg_search_end(&block->searches[decider]);
}

static void
one_by_one(ChainQuery query, const uint32_t *from, size_t from_count, const uint32_t *to,
		   size_t to_count, ChainSink sink, void *state)
{
	ChainPath path;
	size_t i;
	size_t j;

	for (i = 0; i < from_count; i++)
		for (j = 0; j < to_count; j++)
		{
			query.from = from[i];
			query.to = to[j];
			mg_check_interrupts();
			if (mg_strongest_chain(&query, &path))
				sink(state, query.from, query.to, &path);
		}
}

void
mg_chains_between(const ChainQuery *query, const uint32_t *from, size_t from_count,
				  const uint32_t *to, size_t to_count, ChainSink sink, void *state)
{
	Block block = {0};
	size_t done;

	if (query->by != CHAIN_BY_PRODUCT || !query->graph->in_start)
	{
		one_by_one(*query, from, from_count, to, to_count, sink, state);
		return;
	}
	if (query->max_hops <= 2)
	{
		mg_chains_of_two_hops(query, from, from_count, to, to_count, sink, state);
		return;
	}
	block.searches = mg_alloc_array(ChainSearch, BLOCK);
	block.chains = mg_alloc_zero_array(ChainPath, BLOCK * to_count);
	block.count = BLOCK;
	for (done = 0; done < from_count; done += block.count)
	{
		uint32_t decider;
		size_t candidate;

		if (block.count > from_count - done)
			block.count = from_count - done;
		search_block(query, &block, from + done, to, to_count);
		for (decider = 0; decider < block.count; decider++)
			for (candidate = 0; candidate < to_count; candidate++)
			{
				ChainPath *chain = &block.chains[decider * to_count + candidate];

				if (chain->people)
					sink(state, from[done + decider], to[candidate], chain);
				chain->people = NULL;
			}
	}
	mg_free(block.searches);
	mg_free(block.chains);
}
