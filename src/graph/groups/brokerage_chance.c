/*
 * brokerage_chance.c - expected counts of brokerage roles.
 *
 * The model of Gould and Fernandez (1989): v and the groups are given, and each of the N(N-1)
 * possible ties among the people with a group is there with probability d, the density, whatever
 * the others. An ordered pair (a, b) is brokered by v with probability p = d^2 (1-d). Two pairs
 * depend on each other only if they share a or share b, and so one tie with v: then they are
 * brokered both with probability d^3 (1-d)^2, a covariance of d^3 (1-d)^3. (Those with (a, b) and
 * (b, a), or (a, b) and (b, c), have no tie in common.) So for a role
 *
 *     expected = p * pairs    variance = p (1-p) * pairs + d^3 (1-d)^3 * sharing
 *
 * where pairs counts the (a, b) whose groups fit and sharing the ordered couples of them that share
 * one end. Both depend on the size of v's group only, and are sums over the sizes of the other
 * groups of terms that are not negative, so nothing cancels: each different size is taken once, and
 * there are at most sqrt(2 N) of them.
 */
#include "graph/groups/brokerage_chance.h"

#include <math.h>

/* The groups of one size. */
typedef struct Size
{
	uint32_t people;
	uint32_t groups;
} Size;

/* How many pairs of ends a role has, and how many couples of pairs share an end. */
typedef struct Pairs
{
	double pairs[BROKER_ROLES];
	double sharing[BROKER_ROLES];
} Pairs;

/* How many ties are among the people with a group. */
static uint32_t
count_known_ties(const Graph *graph, const Labels *labels)
{
	uint32_t steps = 0;
	uint32_t ties = 0;
	uint32_t person;
	uint32_t tie;

	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		if (!mg_label_known(labels, person))
			continue;
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			mg_step(&steps);
			ties += mg_label_known(labels, graph->out_target[tie]);
		}
	}
	return ties;
}

/* The different sizes of groups, rising; number[size] is the place of a size. */
static Size *
list_sizes(const Labels *labels, uint32_t *number, uint32_t *count)
{
	uint32_t steps = 0;
	Size *sizes;
	uint32_t i;

	for (i = 0; i <= labels->known; i++)
	{
		mg_step(&steps);
		number[i] = 0;
	}
	for (i = 0; i < labels->groups; i++)
	{
		mg_step(&steps);
		number[labels->size[i]]++;
	}
	*count = 0;
	for (i = 1; i <= labels->known; i++)
	{
		mg_step(&steps);
		*count += number[i] > 0;
	}
	sizes = mg_alloc_array(Size, *count);
	*count = 0;
	for (i = 1; i <= labels->known; i++)
	{
		mg_step(&steps);
		if (number[i] == 0)
			continue;
		sizes[*count].people = i;
		sizes[*count].groups = number[i];
		number[i] = (*count)++;
	}
	return sizes;
}

/* Ordered pairs, and triples, of different people out of so many. */
static double
ordered_pairs(double people)
{
	return people > 1 ? people * (people - 1) : 0;
}

static double
ordered_triples(double people)
{
	return people > 2 ? people * (people - 1) * (people - 2) : 0;
}

/* For a person in a group of the given size. */
static Pairs
count_pairs(const Size *sizes, uint32_t count, uint32_t own, uint32_t people, uint32_t *steps)
{
	double all = people - 1.0; /* everyone but the person */
	double mine = own - 1.0;   /* in the person's group */
	double rest = all - mine;  /* in others */
	Pairs sums = {{0.0}, {0.0}};
	uint32_t i;

	sums.pairs[BROKER_TOTAL] = ordered_pairs(all);
	sums.sharing[BROKER_TOTAL] = 2 * ordered_triples(all);
	sums.pairs[BROKER_COORDINATOR] = ordered_pairs(mine);
	sums.sharing[BROKER_COORDINATOR] = 2 * ordered_triples(mine);
	sums.pairs[BROKER_REPRESENTATIVE] = mine * rest;
	sums.sharing[BROKER_REPRESENTATIVE] = mine * rest * (mine - 1 + rest - 1);
	sums.pairs[BROKER_GATEKEEPER] = sums.pairs[BROKER_REPRESENTATIVE];
	sums.sharing[BROKER_GATEKEEPER] = sums.sharing[BROKER_REPRESENTATIVE];
	for (i = 0; i < count; i++)
	{
		double in = sizes[i].people; /* in one such group, and outside it */
		double out = rest - in;
		double groups = sizes[i].groups - (sizes[i].people == own ? 1.0 : 0.0);

		mg_step(steps);
		if (groups == 0)
			continue;
		sums.pairs[BROKER_CONSULTANT] += groups * ordered_pairs(in);
		sums.sharing[BROKER_CONSULTANT] += groups * 2 * ordered_triples(in);
		sums.pairs[BROKER_LIAISON] += groups * in * out;
		sums.sharing[BROKER_LIAISON] += groups * 2 * in * ordered_pairs(out);
	}
	return sums;
}

static BrokerChance
chance_of(const Pairs *sums, double density)
{
	double p = density * density * (1 - density);
	double shared = p * density * (1 - density) * (1 - density);
	BrokerChance chance;
	int role;

	for (role = 0; role < BROKER_ROLES; role++)
	{
		double variance = p * (1 - p) * sums->pairs[role] + shared * sums->sharing[role];

		chance.expected[role] = p * sums->pairs[role];
		chance.deviation[role] = variance > 0 ? sqrt(variance) : NAN;
	}
	return chance;
}

void
mg_broker_chances(const Graph *graph, const Labels *labels, BrokerChances *chances)
{
	uint32_t people = labels->known;
	uint32_t ties = count_known_ties(graph, labels);
	double density = people < 2 ? NAN : ties / (people * (people - 1.0));
	uint32_t steps = 0;
	Size *sizes;
	uint32_t count;
	uint32_t i;

	chances->of_size = mg_alloc_array(uint32_t, (size_t) people + 1);
	sizes = list_sizes(labels, chances->of_size, &count);
	chances->chance = mg_alloc_array(BrokerChance, count);
	for (i = 0; i < count; i++)
	{
		Pairs sums = count_pairs(sizes, count, sizes[i].people, people, &steps);

		chances->chance[i] = chance_of(&sums, density);
	}
	mg_free(sizes);
}

void
mg_broker_chances_free(BrokerChances *chances)
{
	mg_free(chances->of_size);
	mg_free(chances->chance);
}
