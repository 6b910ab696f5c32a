/*
 * mixing.c - ties within and between groups: counts, indices, a permutation test.
 *
 * E-I index (Krackhardt and Stern 1988), nominal assortativity (Newman 2003, directed), Coleman's
 * homophily index (Coleman 1958). All are computed from integer counts, with one division.
 *
 * The permutation test shuffles the labels (Fisher and Yates) and counts ties inside groups. Eight
 * permutations are counted in one pass over the ties: the eight labels of a person are stored side
 * by side, so that one access to memory for each tie serves all eight, compared by vector
 * instructions. The permutations depend on the seed only, not on their number.
 */
#include "graph/groups/mixing.h"

#include <math.h>
#include <string.h>

#include "math/random.h"

#define LANES 8

void
mg_mixing_totals(const Graph *graph, const Labels *labels, MixingTotals *totals)
{
	uint32_t unknown = labels->groups;
	/* a place for the unknown in each: counted and forgotten, without a branch */
	size_t places = (size_t) labels->groups + 1;
	uint32_t steps = 0;
	uint32_t person;
	uint32_t g;

	totals->ties = totals->within = 0;
	totals->out = mg_alloc_zero_array(uint64_t, places);
	totals->in = mg_alloc_zero_array(uint64_t, places);
	totals->inside = mg_alloc_zero_array(uint64_t, places);
	for (person = 0; person < graph->people; person++)
	{
		uint32_t own = labels->group[person];
		uint32_t same = 0;
		uint32_t tie;

		mg_step(&steps);
		if (own == unknown)
			continue;
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			uint32_t other = labels->group[graph->out_target[tie]];

			totals->in[other]++;
			totals->out[own] += other != unknown;
			same += other == own;
		}
		totals->inside[own] += same;
	}
	for (g = 0; g < labels->groups; g++)
	{
		totals->ties += totals->out[g];
		totals->within += totals->inside[g];
	}
}

void
mg_mixing_totals_free(MixingTotals *totals)
{
	mg_free(totals->out);
	mg_free(totals->in);
	mg_free(totals->inside);
}

static double
ei_index(uint64_t ties, uint64_t within)
{
	return ties == 0 ? NAN : ((double) ties - 2.0 * (double) within) / (double) ties;
}

double
mg_ei_index(const MixingTotals *totals)
{
	return ei_index(totals->ties, totals->within);
}

double
mg_ei_expected(const Labels *labels)
{
	uint64_t pairs = (uint64_t) labels->known * (labels->known - 1);
	uint64_t same = 0;
	uint32_t g;

	if (labels->known < 2)
		return NAN;
	for (g = 0; g < labels->groups; g++)
		if (labels->size[g] > 1)
			same += (uint64_t) labels->size[g] * (labels->size[g] - 1);
	return ei_index(pairs, same);
}

double
mg_assortativity(const MixingTotals *totals, uint32_t groups)
{
	/* in units of a tie squared: at most 2^56, so that sums are exact */
	uint64_t all = totals->ties * totals->ties;
	uint64_t by_chance = 0;
	uint32_t g;

	for (g = 0; g < groups; g++)
		by_chance += totals->out[g] * totals->in[g];
	if (all == by_chance)
		return NAN;
	return ((double) (int64_t) (totals->ties * totals->within - by_chance)) /
		   (double) (all - by_chance);
}

double
mg_coleman(const MixingTotals *totals, const Labels *labels, uint32_t group)
{
	double others = labels->known - 1.0;
	double out = totals->out[group];
	double inside = totals->inside[group] * others;
	double expected = out * (labels->size[group] - 1.0); /* times others, like inside: exact */

	if (totals->out[group] == 0 || labels->size[group] < 2)
		return NAN;
	return inside > expected ? (inside - expected) / (out * others - expected)
							 : (inside - expected) / expected;
}

/* ---- the matrix, row by row ---- */

void
mg_mixing_rows_start(const Graph *graph, const Labels *labels, MixingRows *rows)
{
	uint32_t person;
	uint32_t steps = 0;
	uint32_t g;

	rows->graph = graph;
	rows->labels = labels;
	rows->ties = 0;
	rows->member = mg_alloc_array(uint32_t, labels->known);
	rows->start = mg_alloc_array(uint32_t, (size_t) labels->groups + 1);
	rows->count = mg_alloc_array(uint32_t, (size_t) labels->groups + 1);
	rows->start[0] = 0;
	for (g = 0; g < labels->groups; g++)
		rows->start[g + 1] = rows->start[g] + labels->size[g];
	for (person = labels->people; person-- > 0;)
	{
		mg_step(&steps);
		g = labels->group[person];
		if (g < labels->groups)
			rows->member[--rows->start[g + 1]] = person;
	}

	/* start[g + 1] is now where group g starts */
	for (g = 0; g < labels->groups; g++)
		rows->start[g] = rows->start[g + 1];
	rows->start[labels->groups] = labels->known;
}

void
mg_mixing_row(MixingRows *rows, uint32_t group)
{
	const Graph *graph = rows->graph;
	uint32_t steps = 0;
	uint32_t i;

	memset(rows->count, 0, ((size_t) rows->labels->groups + 1) * sizeof(uint32_t));
	rows->ties = 0;
	for (i = rows->start[group]; i < rows->start[group + 1]; i++)
	{
		uint32_t person = rows->member[i];
		uint32_t tie;

		mg_step(&steps);
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
			rows->count[rows->labels->group[graph->out_target[tie]]]++;
		rows->ties += graph->out_start[person + 1] - graph->out_start[person];
	}
	rows->ties -= rows->count[rows->labels->groups];
}

void
mg_mixing_rows_free(MixingRows *rows)
{
	mg_free(rows->member);
	mg_free(rows->start);
	mg_free(rows->count);
}

/* ---- permutations ---- */

/* Ties whose two ends have the same label, for eight labels a person. */
static void
count_within(const Graph *graph, const uint32_t *labels, uint32_t *within, uint32_t *steps)
{
	uint32_t found[LANES] = {0};
	uint32_t person;
	int lane;

	for (person = 0; person < graph->people; person++)
	{
		const uint32_t *own = labels + (size_t) person * LANES;
		uint32_t tie;

		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			const uint32_t *other = labels + (size_t) graph->out_target[tie] * LANES;

			for (lane = 0; lane < LANES; lane++)
				found[lane] += own[lane] == other[lane];
		}
		mg_step(steps);
	}
	for (lane = 0; lane < LANES; lane++)
		within[lane] = found[lane];
}

/* Ties among people whose group is unknown. */
static uint32_t
count_among_unknown(const Graph *graph, const Labels *labels)
{
	uint32_t steps = 0;
	uint32_t found = 0;
	uint32_t person;
	uint32_t tie;

	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		if (mg_label_known(labels, person))
			continue;
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
			found += !mg_label_known(labels, graph->out_target[tie]);
	}
	return found;
}

/* Shuffles the labels of those who have one and writes them into a lane. */
static void
deal(const Labels *labels, uint32_t *hand, Random *random, uint32_t *lanes, int lane,
	 uint32_t *steps)
{
	uint32_t person;
	uint32_t i;

	for (i = labels->known; i > 1; i--)
	{
		uint32_t other = mg_random_below(random, i);
		uint32_t label = hand[i - 1];

		mg_step(steps);
		hand[i - 1] = hand[other];
		hand[other] = label;
	}
	for (person = 0, i = 0; person < labels->people; person++)
	{
		mg_step(steps);
		if (mg_label_known(labels, person))
			lanes[(size_t) person * LANES + lane] = hand[i++];
	}
}

/* Ties inside groups under each permutation. */
static void
permute(const Graph *graph, const Labels *labels, uint32_t permutations, uint64_t seed,
		uint32_t *within)
{
	Random random = {seed};
	uint32_t *hand = mg_alloc_array(uint32_t, labels->known);
	uint32_t *lanes = mg_alloc_array(uint32_t, (size_t) labels->people * LANES);
	uint32_t among_unknown = count_among_unknown(graph, labels);
	uint32_t steps = 0;
	uint32_t done;
	uint32_t person;
	uint32_t i = 0;

	/* The unknown keep one label all through; what that gives among them is taken off again. */
	for (person = 0; person < labels->people; person++)
	{
		int lane;

		mg_step(&steps);
		for (lane = 0; lane < LANES; lane++)
			lanes[(size_t) person * LANES + lane] = labels->groups;
		if (mg_label_known(labels, person))
			hand[i++] = labels->group[person];
	}

	for (done = 0; done < permutations; done += LANES)
	{
		uint32_t counts[LANES];
		uint32_t here = permutations - done < LANES ? permutations - done : LANES;

		for (i = 0; i < here; i++)
			deal(labels, hand, &random, lanes, i, &steps);
		count_within(graph, lanes, counts, &steps);
		for (i = 0; i < here; i++)
			within[done + i] = counts[i] - among_unknown;
	}
	mg_free(hand);
	mg_free(lanes);
}

void
mg_ei_test(const Graph *graph, const Labels *labels, uint32_t permutations, uint64_t seed,
		   EiTest *test)
{
	MixingTotals totals;
	uint32_t *within;
	uint64_t sum = 0;
	double squares = 0;
	uint32_t lower = 0;
	uint32_t upper = 0;
	uint32_t i;

	mg_mixing_totals(graph, labels, &totals);
	test->ties = totals.ties;
	test->ei_index = mg_ei_index(&totals);
	test->expected = mg_ei_expected(labels);
	test->mean = test->sd = test->p_lower = test->p_upper = NAN;
	if (totals.ties == 0)
	{
		mg_mixing_totals_free(&totals);
		return;
	}

	within = mg_alloc_array(uint32_t, permutations);
	permute(graph, labels, permutations, seed, within);
	for (i = 0; i < permutations; i++)
	{
		sum += within[i];
		/* more ties inside is a lower index */
		lower += within[i] >= totals.within;
		upper += within[i] <= totals.within;
	}
	test->mean = 1.0 - 2.0 * (double) sum / ((double) totals.ties * permutations);
	for (i = 0; i < permutations; i++)
	{
		double away = ei_index(totals.ties, within[i]) - test->mean;

		squares += away * away;
	}
	if (permutations > 1)
		test->sd = sqrt(squares / (permutations - 1));
	test->p_lower = (1.0 + lower) / (1.0 + permutations);
	test->p_upper = (1.0 + upper) / (1.0 + permutations);
	mg_free(within);
	mg_mixing_totals_free(&totals);
}
