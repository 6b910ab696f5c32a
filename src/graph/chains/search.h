/*
 * search.h - one search along the ties, or against them, in the order of chain costs.
 *
 * What every chain function is made of: labels (the best known ways to people), the table from
 * person to labels, the heap of open ones. Memory and time follow the people labelled, not the
 * network.
 */
#ifndef MG_SEARCH_H
#define MG_SEARCH_H

#include "graph/core/graph.h"
#include "graph/chains/open.h"
#include "graph/chains/places.h"
#include "math/product.h"

#define MG_ANY_HOPS UINT32_MAX

typedef struct ChainSearch
{
	const Graph *graph;
	bool backward;     /* against the ties: a way leads from the person to the start */
	bool widest;       /* the cost of a chain is its longest tie, not the sum */
	bool repeated;     /* ways can change after they were settled: see mg_search_reach */
	bool by_rounds;    /* settled by hops, not by cost: see mg_search_run_rounds */
	bool fewest_hops;  /* by rounds: of a person's ways only those of the fewest hops */
	bool costs_only;   /* of ways of equal cost any one */
	double weakest;    /* ties weaker than this do not count */
	uint32_t max_hops; /* MG_ANY_HOPS: no limit */

	SearchPlaces places; /* person -> first label */
	/* once that is an array, unless a person can have several labels: the length of theirs */
	int64_t *shortest;

	int64_t *tie_lengths; /* by tie in the direction of the search, or NULL: see length.h */

	SearchLabel *labels;
	Product *strengths;    /* by label, if they are kept: of its way */
	uint32_t *first_steps; /* by label, if two ways are kept: who comes next to the start on it */
	uint32_t labels_used;
	uint32_t labels_room;

	OpenLabels open;
	uint32_t steps;
} ChainSearch;

/* The cost of one part of a chain followed by another; the length can become MG_TOO_LONG. */
extern ChainCost mg_cost_joined(const ChainSearch *search, ChainCost a, ChainCost b);

/* A search with nothing labelled yet. max_hops: MG_ANY_HOPS or a limit. */
extern void mg_search_start(ChainSearch *search, const Graph *graph, bool backward,
							uint32_t max_hops);
extern void mg_search_end(ChainSearch *search);

/*
 * Keeps the strength of every label's way: 16 bytes a label, if ties have strengths. Before
 * anything is labelled.
 */
extern void mg_search_keep_strengths(ChainSearch *search);

/*
 * Keeps two ways to everyone that differ in who comes next to the start, as far as the second can
 * matter: so the best way is known without any one of those next to the start. 4 bytes a label, at
 * most two labels a person, with a limit on hops two of each number of hops. Before anything is
 * labelled.
 */
extern void mg_search_keep_two_ways(ChainSearch *search);

/*
 * A search to be used from one person after the other, without a limit on hops: everything that
 * takes time by people or ties is made now. 12 bytes a person, and 8 a tie if they have strengths.
 */
extern void mg_search_start_many(ChainSearch *search, const Graph *graph, bool backward);

/* Forgets all labels, keeps their memory. O(labels); once dense. */
extern void mg_search_again(ChainSearch *search);

/* These people are not labelled from now on; forgets what labels they have. */
extern void mg_search_avoid(ChainSearch *search, const uint32_t *people, size_t count);

/*
 * Considers a way to a person, by a parent label (MG_NO_LABEL: a start) and a tie of this strength,
 * which matters if strengths are kept. No way may cost less than the least open one, unless nothing
 * is open. Gives the label that it improved or became, which is then open; MG_NO_LABEL if it is no
 * better than what is known. Among ways of equal cost the one whose people come first is kept,
 * without opening the label again - unless the search is `repeated`: then it is opened whenever its
 * way may have changed.
 */
extern uint32_t mg_search_reach(ChainSearch *search, uint32_t person, ChainCost cost,
								uint32_t parent, double link);

/* Considers the way that goes on from a label by a tie of this strength to a person. */
extern uint32_t mg_search_follow(ChainSearch *search, uint32_t label, uint32_t person, double link);

/* Whether anything is open, and the least cost of it (may be NULL). */
extern bool mg_search_open(ChainSearch *search, ChainCost *least);

/* Takes the least open label out of the heap; mg_search_open must have said that there is one. */
extern uint32_t mg_search_take(ChainSearch *search);

/* Settles the least open label: considers every tie from there, keeps strengths. Gives it. */
extern uint32_t mg_search_settle(ChainSearch *search);

/* Settles until nothing is open. */
extern void mg_search_run(ChainSearch *search);

/* Considers every tie from a label: one of the steps of settling. */
extern void mg_search_follow_ties(ChainSearch *search, uint32_t label);

/* A person's first label, or MG_NO_LABEL. */
extern uint32_t mg_search_label(const ChainSearch *search, uint32_t person);

/* The strength of a label's way, if strengths are kept; never 0. */
static inline double
mg_search_way_strength(const ChainSearch *search, uint32_t label)
{
	return search->strengths ? mg_product_value(search->strengths[label]) : 1.0;
}

/* The best of a person's labels, or MG_NO_LABEL. */
extern uint32_t mg_search_best(const ChainSearch *search, uint32_t person);

/* Everyone who has a label, in the order of people; allocated here. Gives their number. */
extern uint32_t mg_search_people(ChainSearch *search, uint32_t **people);

/* Forgets a person's labels, so that they can be reached anew. */
extern void mg_search_forget(ChainSearch *search, uint32_t person);

/*
 * Writes the people of a label's way. Forward: up to and with people[hops of the label]; backward:
 * from people[0] on.
 */
extern void mg_search_way(const ChainSearch *search, uint32_t label, uint32_t *people);

/* ---- ties from a person, in the direction of the search ---- */

static inline uint32_t
mg_search_first_tie(const ChainSearch *search, uint32_t person)
{
	return search->backward ? search->graph->in_start[person] : search->graph->out_start[person];
}

static inline uint32_t
mg_search_neighbour(const ChainSearch *search, uint32_t tie)
{
	return search->backward ? search->graph->in_source[tie] : search->graph->out_target[tie];
}

static inline double
mg_search_strength(const ChainSearch *search, uint32_t tie)
{
	return search->backward ? mg_in_strength(search->graph, tie)
							: mg_out_strength(search->graph, tie);
}

/* The length of a tie, in a search made by mg_search_start_many. */
static inline int64_t
mg_search_tie_length(const ChainSearch *search, uint32_t tie)
{
	return search->tie_lengths ? search->tie_lengths[tie] : 0;
}

/*
 * Fetches into the processor's cache what following these ties will touch; for searches with
 * `shortest`. Inlined always: gcc drops calls of functions that do nothing but fetch.
 */
static inline __attribute__((always_inline)) void
mg_search_fetch(const ChainSearch *search, uint32_t tie, uint32_t end)
{
	for (; tie < end; tie++)
		__builtin_prefetch(&search->shortest[mg_search_neighbour(search, tie)]);
}

/* The cost of a tie of this strength. */
extern ChainCost mg_search_tie_cost(const ChainSearch *search, double strength);

#endif
