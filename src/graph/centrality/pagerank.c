/*
 * pagerank.c - PageRank: Gauss-Seidel sweeps in place.
 *
 * With P the steps of the walk (a person without a next tie has an empty row) and v where it starts
 * again, PageRank is the x that sums to 1 with x = d P'x + c v; c has what does not walk on, the
 * dangling mass included. So x is the solution of the linear system (I - d P') z = v, scaled,
 * whatever c was (Gleich, Zhukov and Berkhin 2004; Del Corso, Gulli and Romani 2005).
 *
 * A sweep sets each person's x from the newest values of the others. It pulls: against the walk,
 * each row is one sum, written once. c is taken from the masses of the sweep before, which removes
 * the slowest error, that of the scale. When a person is set, the row's residual is 0; what the
 * people after change by delta adds d |delta| at most, so after a sweep the residual's 1-norm is at
 * most d sum |delta|, and as the inverse's is at most 1 / (1 - d),
 *
 *     sum of errors, x scaled to sum 1  <=  2 d / (1 - d) * sum |delta| / sum x
 *
 * Beyond damping 0.99, errors that change their sign from sweep to sweep would hardly fade, and
 * below 1e-16 / (1 - d) not at all, for rounding. So there x goes half the way only, which leaves
 * half of the residual: 1 + d in place of d in the numerator.
 *
 * The sweeps end when the right side is below 1e-10, or, for damping beyond 0.9996, when
 * sum |delta| / sum x is below 1e-14, where rounding takes over. Cost: O(ties) a sweep, some 25
 * sweeps at damping 0.85, at worst some 25 / (1 - d), beyond 0.99 some 65 / (1 - d); 24 bytes a
 * person.
 */
#include <math.h>

#include "graph/centrality/pagerank.h"

#define LARGEST_ERROR 1e-10
#define SMALLEST_CHANGE 1e-14
#define MOST_SWEEPS 1000000
#define FAINT 0x1p-900

typedef struct Walk
{
	uint32_t people;
	double damping;
	const bool *seed;
	double start; /* share of each seed, 1 / seeds */

	/* The ties by the person stepped to: who may step there, and how strongly. */
	const uint32_t *row;
	const uint32_t *from;
	const double *strength;

	double *share;   /* in place of the strengths, or NULL */
	double *portion; /* 1 / strength of all steps from a person; 0 without any */
	double *part;    /* rank times portion */
	uint32_t steps;
} Walk;

static double
starting(const Walk *walk, uint32_t person)
{
	return !walk->seed || walk->seed[person] ? walk->start : 0.0;
}

/*
 * Where all steps from somebody are so weak that 1 / their strength overflows, shares of the whole
 * take the place of the strengths: 8 bytes a tie.
 */
static double *
shares_of_steps(Walk *walk)
{
	uint32_t ties = walk->row[walk->people];
	double *share = mg_alloc_array(double, ties);
	uint32_t tie;

	for (tie = 0; tie < ties; tie++)
	{
		mg_step(&walk->steps);
		share[tie] = walk->strength[tie] / walk->portion[walk->from[tie]];
	}
	return share;
}

/* Where the walk starts again, and the strength of all steps from each person. */
static void
start_walk(Walk *walk, double *rank)
{
	bool faint = false;
	uint32_t seeds = 0;
	uint32_t person;
	uint32_t tie;

	for (person = 0; person < walk->people; person++)
	{
		mg_step(&walk->steps);
		seeds += !walk->seed || walk->seed[person];
		walk->portion[person] = 0;
	}
	walk->start = 1.0 / seeds;
	for (person = 0; person < walk->people; person++)
	{
		mg_step(&walk->steps);
		for (tie = walk->row[person]; tie < walk->row[person + 1]; tie++)
			walk->portion[walk->from[tie]] += walk->strength ? walk->strength[tie] : 1.0;
	}
	for (person = 0; person < walk->people; person++)
	{
		mg_step(&walk->steps);
		faint |= walk->portion[person] > 0 && walk->portion[person] < FAINT;
	}
	if (faint)
		walk->strength = walk->share = shares_of_steps(walk);
	for (person = 0; person < walk->people; person++)
	{
		mg_step(&walk->steps);
		if (walk->portion[person] > 0)
			walk->portion[person] = faint ? 1.0 : 1.0 / walk->portion[person];
		rank[person] = starting(walk, person);
		walk->part[person] = rank[person] * walk->portion[person];
	}
}

/* What comes to a person by steps, relative to damping. */
static inline double
arriving(const Walk *walk, uint32_t person)
{
	const uint32_t *from = walk->from;
	const double *part = walk->part;
	uint32_t end = walk->row[person + 1];
	uint32_t tie = walk->row[person];
	double sum = 0;

	if (walk->strength)
		for (; tie < end; tie++)
			sum += walk->strength[tie] * part[from[tie]];
	else
		for (; tie < end; tie++)
			sum += part[from[tie]];
	return sum;
}

void
mg_pagerank(const Graph *graph, Direction direction, double damping, const bool *seed, double *rank)
{
	bool out = direction == DIRECTION_OUT;
	Walk walk = {
		.people = graph->people,
		.damping = damping,
		.seed = seed,
		.row = out ? graph->in_start : graph->out_start,
		.from = out ? graph->in_source : graph->out_target,
		.strength = out ? graph->in_strength : graph->out_strength,
		.portion = mg_alloc_array(double, graph->people),
		.part = mg_alloc_array(double, graph->people),
	};
	double pace = damping > 0.99 ? 0.5 : 1.0;
	double left = damping + 1 / pace - 1; /* of what a sweep changes, as residual */
	double limit = fmax(LARGEST_ERROR * (1 - damping) / (2 * left), SMALLEST_CHANGE);
	double walking = 0; /* mass of those with a way on, and of those without */
	double stuck = 0;
	double mass;
	double change;
	uint32_t sweeps = 0;
	uint32_t person;

	start_walk(&walk, rank);
	for (person = 0; person < walk.people; person++)
	{
		mg_step(&walk.steps);
		*(walk.portion[person] > 0 ? &walking : &stuck) += rank[person];
	}
	do
	{
		/* as a sum of what is not negative: next to damping 1 a difference would be all error */
		double restart = (1 - damping) * walking + stuck;

		if (sweeps++ == MOST_SWEEPS)
			mg_raise(MG_ERROR_PARAMETER, "PageRank did not converge",
					 "Use a smaller \"damping\". The usual value is 0.85.",
					 "There were %d iterations with \"damping\" %.16g.", MOST_SWEEPS, damping);
		change = walking = stuck = 0;
		for (person = 0; person < walk.people; person++)
		{
			double target = damping * arriving(&walk, person) + restart * starting(&walk, person);
			double now = pace * target + (1 - pace) * rank[person];

			mg_step(&walk.steps);
			change += fabs(now - rank[person]);
			*(walk.portion[person] > 0 ? &walking : &stuck) += now;
			rank[person] = now;
			walk.part[person] = now * walk.portion[person];
		}
		mass = walking + stuck;
	} while (change > limit * mass);
	for (person = 0; person < walk.people; person++)
	{
		mg_step(&walk.steps);
		rank[person] /= mass;
	}
	mg_free(walk.portion);
	mg_free(walk.part);
	if (walk.share)
		mg_free(walk.share);
}
