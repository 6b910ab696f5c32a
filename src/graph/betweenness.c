/*
 * betweenness.c - Brandes' algorithm (J. Math. Sociol. 2001), exact or from sampled sources.
 *
 * From each source a search gives everyone's distance and the number of shortest chains; on the way
 * back, everyone passes on a share for those behind them. Shortest means fewest hops (eight sources
 * at once, betweenness_hops.c) or strongest: length, then hops, by spread.h; a pair is then so far
 * apart as its strongest chains have hops. There the search gives everyone's place in the order of
 * distance, and for each the successors: the ties that lie on strongest chains, because the cost of
 * the target is that of the source and the tie's own, in integers. Chains are summed forward over
 * them, shares backward. Both go by place, not by person, so neither has anything left to decide.
 * All sums run in a fixed order, sources ascending: results are the same to the bit everywhere.
 *
 * Cost: O(people * ties), weighted times log people, and 80 bytes a person and 30 a tie. Sampling
 * takes k of the n sources and scales by n / k, unbiased (Brandes and Pich, Int. J. Bifurcation and
 * Chaos 2007); its standard error is n sqrt((1 - k / n) V / k), V the variance over sources of what
 * one adds to the person. One source adds n - 2 at most, so by Hoeffding's bound, which holds
 * without replacement too, the error is beyond n (n - 2) sqrt(ln(2 / p) / (2 k)) with probability p
 * at most.
 */
#include <math.h>

#include "graph/betweenness.h"
#include "graph/random.h"
#include "graph/spread.h"

#define NO_PLACE UINT32_MAX

typedef struct Search
{
	const Graph *graph;
	uint32_t max_hops;
	Spread spread;

	uint32_t *place;     /* [people] by person; NO_PLACE: not reached */
	uint32_t *order;     /* [people] by place: the person */
	uint32_t reached;    /* places in use */
	uint32_t *first;     /* [people + 1] by place: where its successors start */
	uint32_t *successor; /* [ties] places */
	double *chains;      /* [people] by place: shortest chains from the source */
	double *share;       /* [people] by place: (1 + what it passes on) / chains */
	uint32_t steps;
} Search;

/* The search from a source: places are the order of the spread, up to max_hops. */
static void
search_from(Search *search, uint32_t source)
{
	const Graph *graph = search->graph;
	const SpreadPlace *places = search->spread.places;
	uint32_t used = 0;
	uint32_t at;
	uint32_t tie;

	mg_spread_from(&search->spread, source, false);
	search->reached = 0;
	for (at = 0; at < search->spread.reached; at++)
	{
		uint32_t person = search->spread.order[at];

		mg_step(&search->steps);
		if (places[person].hops > search->max_hops)
			continue;
		search->place[person] = search->reached;
		search->order[search->reached] = person;
		search->chains[search->reached++] = at == 0;
	}
	for (at = 0; at < search->reached; at++)
	{
		uint32_t person = search->order[at];

		search->first[at] = used;
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			uint32_t target = graph->out_target[tie];
			int64_t length = mg_spread_tie_length(&search->spread, tie);

			mg_step(&search->steps);
			if (search->place[target] == NO_PLACE ||
				places[person].length + length != places[target].length ||
				places[person].hops + 1 != places[target].hops)
				continue;
			search->successor[used++] = search->place[target];
			search->chains[search->place[target]] += search->chains[at];
		}
	}
	search->first[search->reached] = used;
}

/* Adds what the found chains say about everyone but the source; forgets the places. */
static void
add_shares(Search *search, double *between)
{
	uint32_t at;
	uint32_t i;

	for (at = search->reached; at-- > 0;)
	{
		double sum = 0;
		double passed_on;

		mg_step(&search->steps);
		for (i = search->first[at]; i < search->first[at + 1]; i++)
			sum += search->share[search->successor[i]];
		passed_on = search->chains[at] * sum;
		search->share[at] = (1 + passed_on) / search->chains[at];
		if (at > 0)
			between[search->order[at]] += passed_on;
		search->place[search->order[at]] = NO_PLACE;
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
	Search search = {
		.graph = graph,
		.max_hops = max_hops,
		.place = mg_alloc_array(uint32_t, people),
		.order = mg_alloc_array(uint32_t, people),
		.first = mg_alloc_array(uint32_t, (size_t) people + 1),
		.successor = mg_alloc_array(uint32_t, graph->ties),
		.chains = mg_alloc_array(double, people),
		.share = mg_alloc_array(double, people),
	};
	uint32_t person;

	mg_spread_make(graph, &search.spread);
	for (person = 0; person < people; person++)
	{
		mg_step(&search.steps);
		search.place[person] = NO_PLACE;
	}
	for (person = 0; person < people; person++)
	{
		mg_step(&search.steps);
		if (drawn && !drawn[person])
			continue;
		search_from(&search, person);
		add_shares(&search, between);
	}
	mg_spread_free(&search.spread);
	mg_free(search.place);
	mg_free(search.order);
	mg_free(search.first);
	mg_free(search.successor);
	mg_free(search.chains);
	mg_free(search.share);
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
	if (how->weighted)
		add_by_strength(graph, how->max_hops, drawn, between);
	else
		add_by_hops(graph, how->max_hops, drawn, between);
	for (person = 0; person < people; person++)
	{
		mg_step(&steps);
		/* infinity times 0, for the last person to whom there are more chains than numbers */
		if (isnan(between[person]))
			mg_raise(MG_ERROR_LIMIT, "too many shortest chains to be counted");
		if (drawn)
			between[person] *= (double) people / how->samples;
	}
	if (drawn)
		mg_free(drawn);
}
