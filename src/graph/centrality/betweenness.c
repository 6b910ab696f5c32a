/*
 * betweenness.c - Brandes' algorithm (J. Math. Sociol. 2001), exact or from sampled sources.
 *
 * From each source a search gives everyone's distance and the number of shortest chains; on the way
 * back, everyone passes on a share for those after them. Shortest means fewest hops (eight sources
 * at once, betweenness_hops.c) or strongest: length, then hops, by search.h; a pair is then so far
 * apart as its strongest chains have hops. There the search settles everyone's label in the order
 * of cost, and each has successors: the ties that lie on strongest chains, because the cost of the
 * target is that of the source and the tie's own, in integers. Chains are summed forward over them,
 * shares backward. All sums run in a fixed order, sources ascending: results are the same to the
 * bit everywhere.
 *
 * Cost: O(people * ties), weighted times log people; 270 bytes a person, weighted some 90 and 12 a
 * tie. Sampling takes k of the n sources and scales by n / k, unbiased (Brandes and Pich, Int. J.
 * Bifurcation and Chaos 2007); its standard error is n sqrt((1 - k / n) V / k), V the variance over
 * sources (divisor n - 1) of what one adds to the person. One source adds n - 2 at most, so by
 * Hoeffding's bound, which holds without replacement too, the error is beyond n (n - 2) sqrt(ln(2 /
 * p) / (2 k)) with probability p at most.
 */
#include <math.h>

#include "graph/centrality/betweenness.h"
#include "math/length.h"
#include "math/random.h"
#include "graph/centrality/betweenness_hops.h"
#include "graph/chains/search.h"

typedef struct Strongest
{
	const Graph *graph;
	uint32_t max_hops;
	ChainSearch search;

	uint32_t *order; /* [people] labels, by cost */
	uint32_t reached;
	uint32_t *first;     /* [people + 1] by place in that order: where its successors start */
	uint32_t *successor; /* [ties] labels */
	double *chains;      /* [people] by label: strongest chains from the source */
	double *share;       /* [people] by label: (1 + what it passes on) / chains */
	uint32_t steps;
} Strongest;

/* Finds everyone within max_hops of a source, in the order of their chains' cost. */
static void
reach_from(Strongest *strongest, uint32_t source)
{
	ChainSearch *search = &strongest->search;

	strongest->reached = 0;
	mg_search_again(search);
	mg_search_reach(search, source, (ChainCost){0, 0}, MG_NO_LABEL, 1);
	while (mg_search_open(search, NULL))
	{
		uint32_t at = mg_search_settle(search);

		if (search->labels[at].length == MG_TOO_LONG)
			mg_raise_too_weak();
		strongest->chains[at] = 0;
		if (search->labels[at].hops <= strongest->max_hops)
			strongest->order[strongest->reached++] = at;
	}
	strongest->chains[strongest->order[0]] = 1;
}

/* Who comes after whom on strongest chains, and how many of them lead to everyone. */
static void
count_chains(Strongest *strongest)
{
	const Graph *graph = strongest->graph;
	ChainSearch *search = &strongest->search;
	uint32_t used = 0;
	uint32_t place;

	for (place = 0; place < strongest->reached; place++)
	{
		uint32_t at = strongest->order[place];
		SearchLabel from = search->labels[at];
		uint32_t tie = graph->out_start[from.person];
		uint32_t end = graph->out_start[from.person + 1];

		strongest->first[place] = used;
		if (from.hops == strongest->max_hops)
			continue;
		for (; tie < end; tie++)
		{
			uint32_t target = graph->out_target[tie];
			uint32_t to;

			mg_step(&strongest->steps);
			if (search->shortest[target] !=
				mg_length_joined(from.length, mg_search_tie_length(search, tie)))
				continue;
			to = search->places.dense[target];
			if (search->labels[to].hops != from.hops + 1)
				continue;
			strongest->successor[used++] = to;
			strongest->chains[to] += strongest->chains[at];
		}
	}
	strongest->first[place] = used;
}

/* Adds what the found chains say about everyone but the source. */
static void
add_shares(Strongest *strongest, double *between)
{
	uint32_t place;
	uint32_t i;

	for (place = strongest->reached; place-- > 0;)
	{
		uint32_t at = strongest->order[place];
		double sum = 0;
		double passed_on;

		mg_step(&strongest->steps);
		for (i = strongest->first[place]; i < strongest->first[place + 1]; i++)
			sum += strongest->share[strongest->successor[i]];
		passed_on = strongest->chains[at] * sum;
		strongest->share[at] = (1 + passed_on) / strongest->chains[at];
		if (place > 0)
			between[strongest->search.labels[at].person] += passed_on;
	}
}

/* Marks so many of the people, drawn without replacement; NULL for all of them. */
static bool *
draw_sources(uint32_t people, uint32_t samples, uint64_t seed)
{
	Random random = {seed};
	bool *drawn;
	uint32_t last;
	uint32_t steps = 0;

	if (samples >= people)
		return NULL;
	drawn = mg_alloc_zero_array(bool, people);
	/* Floyd's method (Bentley and Floyd, CACM 1987): each set is as likely. */
	for (last = people - samples; last < people; last++)
	{
		uint32_t person = mg_random_below(&random, last + 1);

		mg_step(&steps);
		drawn[drawn[person] ? last : person] = true;
	}
	return drawn;
}

/* Over strongest chains, from the sources drawn. */
static void
add_by_strength(const Graph *graph, uint32_t max_hops, const bool *drawn, double *between)
{
	uint32_t people = graph->people;
	Strongest strongest = {
		.graph = graph,
		.max_hops = max_hops,
		.order = mg_alloc_array(uint32_t, people),
		.first = mg_alloc_array(uint32_t, (size_t) people + 1),
		.successor = mg_alloc_array(uint32_t, graph->ties),
		.chains = mg_alloc_array(double, people),
		.share = mg_alloc_array(double, people),
	};
	uint32_t person;

	mg_search_start_many(&strongest.search, graph, false);
	strongest.search.costs_only = true;
	for (person = 0; person < people; person++)
	{
		mg_step(&strongest.steps);
		if (drawn && !drawn[person])
			continue;
		reach_from(&strongest, person);
		count_chains(&strongest);
		add_shares(&strongest, between);
	}
	mg_search_end(&strongest.search);
	mg_free(strongest.order);
	mg_free(strongest.first);
	mg_free(strongest.successor);
	mg_free(strongest.chains);
	mg_free(strongest.share);
}

/* Over chains of the fewest hops, from the sources drawn. */
static void
add_by_hops(const Graph *graph, uint32_t max_hops, const bool *drawn, double *between)
{
	BetweennessLanes *lanes = mg_betweenness_lanes_make(graph, max_hops);
	uint32_t sources[MG_BETWEENNESS_LANES];
	uint32_t count = 0;
	uint32_t steps = 0;
	uint32_t person;

	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		if (!drawn || drawn[person])
			sources[count++] = person;
		if (count == MG_BETWEENNESS_LANES || (count > 0 && person + 1 == graph->people))
		{
			mg_betweenness_lanes_add(lanes, sources, count, between);
			count = 0;
		}
	}
	mg_betweenness_lanes_free(lanes);
}

void
mg_betweenness(const Graph *graph, const Betweenness *how, double *between)
{
	uint32_t people = graph->people;
	bool *drawn = draw_sources(people, how->samples, how->seed);
	uint32_t steps = 0;
	uint32_t person;

	for (person = 0; person < people; person++)
	{
		mg_step(&steps);
		between[person] = 0;
	}
	/* chains of ties of strength 1 are the stronger the fewer hops they have */
	if (how->weighted && graph->out_strength)
		add_by_strength(graph, how->max_hops, drawn, between);
	else
		add_by_hops(graph, how->max_hops, drawn, between);
	for (person = 0; person < people; person++)
	{
		mg_step(&steps);
		/* infinity times 0, for the last person to whom there are more chains than numbers */
		if (isnan(between[person]))
			mg_raise(MG_ERROR_RANGE, "number of shortest chains is out of range",
					 "Use \"max_hops\", or leave out ties.",
					 "Between two people there are more than 1e308.");
		if (drawn)
			between[person] *= (double) people / how->samples;
	}
	if (drawn)
		mg_free(drawn);
}
