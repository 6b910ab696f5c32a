/*
 * lineage.c - generations, descendants and ancestors.
 *
 * People who can reach each other are one circle (condensation.c); ties between circles have no
 * cycles. The generation of a circle is the longest way to it from a circle that nobody supports,
 * in circles. Descendants and ancestors are counted once however many ways lead there, so sums over
 * mentees would be wrong: reachability itself is counted, for LANES circles at a time.
 *
 * A circle with a single mentor circle has that one's ancestors and itself, and whoever has it as a
 * descendant by way of others has that one too. So such circles hang on the nearest circle above
 * them that has several mentors (or none), and only those with several are searched for: each with
 * the people that hang on it as its weight. Lines and trees need no search at all.
 *
 * One pass: each of LANES circles with several mentors starts with a bit of its own; from the last
 * circle to the first, each one that has bits hands them to those that support it. The bits that
 * arrive at a circle are its descendants among the LANES; each bit there is one ancestor more for
 * its owner. Ancestors are counted for all bits at once, in binary counters that lie across the
 * words, and weights are kept in the same way. A pass touches only the ancestors of its circles,
 * besides a bitmap.
 *
 * Cost: (circles with several mentors) / LANES passes of O(ties to ancestors) each: seconds for a
 * million people with up to two mentors each; where everyone has several mentors in a long order up
 * to people * ties / LANES. Memory: 70 bytes a person, 4 a tie.
 */
#include <string.h>

#include "graph/structure/condensation.h"
#include "graph/structure/lineage.h"

#define WORDS 4
#define LANES (64 * WORDS)
#define PLANES 32

typedef struct Kin
{
	Condensation circles;
	uint32_t *generation;  /* by circle, as the others */
	uint32_t *hanging;     /* people of the circle and of those that hang on it */
	uint32_t *descendants; /* with the people of the circle itself */
	uint32_t *ancestors;
} Kin;

typedef struct Pass
{
	uint32_t owner[LANES]; /* the circle of each lane, ascending */
	uint32_t lanes;
	uint64_t weight[PLANES][WORDS]; /* what hangs on it, by lane, a binary digit a plane */
	int weight_planes;
	uint64_t (*bits)[WORDS];         /* by circle */
	uint64_t *active;                /* bitmap of circles that have bits */
	uint64_t counter[PLANES][WORDS]; /* ancestors of size 1, in the same way */
	uint32_t larger[LANES];          /* ancestors in larger circles */
	uint32_t steps;
} Pass;

static uint32_t
mentors_of(const Condensation *circles, uint32_t circle)
{
	return circles->above_start[circle + 1] - circles->above_start[circle];
}

/* The longest way to each circle from one that nobody supports. */
static void
find_generations(Kin *kin)
{
	const Condensation *circles = &kin->circles;
	uint32_t steps = 0;
	uint32_t circle;
	uint32_t i;

	for (circle = 0; circle < circles->parts; circle++)
		for (i = circles->above_start[circle]; i < circles->above_start[circle + 1]; i++)
		{
			uint32_t generation = kin->generation[circles->above[i]] + 1;

			mg_step(&steps);
			if (generation > kin->generation[circle])
				kin->generation[circle] = generation;
		}
}

/* What hangs on each circle. Mentors come before those they mentor. */
static void
find_hanging(Kin *kin)
{
	const Condensation *circles = &kin->circles;
	uint32_t steps = 0;
	uint32_t circle;

	for (circle = circles->parts; circle-- > 0;)
	{
		mg_step(&steps);
		kin->hanging[circle] += circles->size[circle];
		if (mentors_of(circles, circle) == 1)
			kin->hanging[circles->above[circles->above_start[circle]]] += kin->hanging[circle];
	}
}

/* ---- one pass ---- */

/* The people who hang on the circles whose bits are set. */
static uint32_t
people_in(const Pass *pass, const uint64_t *bits)
{
	uint32_t count = 0;
	int plane;
	int word;

	for (plane = 0; plane < pass->weight_planes; plane++)
		for (word = 0; word < WORDS; word++)
			count += (uint32_t) __builtin_popcountll(bits[word] & pass->weight[plane][word])
					 << plane;
	return count;
}

/* One circle more is an ancestor of these lanes. */
static void
count_ancestor(Pass *pass, const uint64_t *bits, uint32_t size)
{
	int word;

	for (word = 0; word < WORDS; word++)
	{
		uint64_t left = bits[word];
		int plane;

		if (size == 1)
			for (plane = 0; left != 0; plane++)
			{
				uint64_t carry = pass->counter[plane][word] & left;

				pass->counter[plane][word] ^= left;
				left = carry;
			}
		else
			for (; left != 0; left &= left - 1)
				pass->larger[64 * word + __builtin_ctzll(left)] += size;
	}
}

/* A circle hands its bits to those that support it. */
static void
hand_on(Kin *kin, Pass *pass, uint32_t circle)
{
	const Condensation *circles = &kin->circles;
	uint64_t bits[WORDS];
	uint32_t i;
	int word;

	memcpy(bits, pass->bits[circle], sizeof(bits));
	memset(pass->bits[circle], 0, sizeof(bits));
	kin->descendants[circle] += people_in(pass, bits);
	count_ancestor(pass, bits, circles->size[circle]);
	for (i = circles->above_start[circle]; i < circles->above_start[circle + 1]; i++)
	{
		uint32_t mentor = circles->above[i];

		mg_step(&pass->steps);
		for (word = 0; word < WORDS; word++)
			pass->bits[mentor][word] |= bits[word];
		pass->active[mentor / 64] |= UINT64_C(1) << (mentor % 64);
	}
}

/* Gives a circle the next lane. */
static void
add_lane(const Kin *kin, Pass *pass, uint32_t circle)
{
	uint32_t lane = pass->lanes++;
	uint64_t bit = UINT64_C(1) << (lane % 64);
	int plane;

	pass->owner[lane] = circle;
	pass->bits[circle][lane / 64] |= bit;
	pass->active[circle / 64] |= UINT64_C(1) << (circle % 64);
	for (plane = 0; kin->hanging[circle] >> plane != 0; plane++)
		if (kin->hanging[circle] >> plane & 1)
			pass->weight[plane][lane / 64] |= bit;
	if (plane > pass->weight_planes)
		pass->weight_planes = plane;
}

/* Counts the ancestors of the circles that have lanes, and them as descendants. */
static void
run_pass(Kin *kin, Pass *pass)
{
	uint32_t word = pass->owner[pass->lanes - 1] / 64 + 1;
	uint32_t lane;
	int plane;

	while (word-- > 0)
	{
		mg_step(&pass->steps);
		while (pass->active[word] != 0)
		{
			int bit = 63 - __builtin_clzll(pass->active[word]);

			pass->active[word] ^= UINT64_C(1) << bit;
			hand_on(kin, pass, 64 * word + bit);
		}
	}
	for (lane = 0; lane < pass->lanes; lane++)
	{
		uint32_t count = pass->larger[lane];

		for (plane = 0; plane < PLANES; plane++)
			count += ((pass->counter[plane][lane / 64] >> (lane % 64)) & 1) << plane;
		kin->ancestors[pass->owner[lane]] = count;
	}
	pass->lanes = 0;
	pass->weight_planes = 0;
	memset(pass->weight, 0, sizeof(pass->weight));
	memset(pass->counter, 0, sizeof(pass->counter));
	memset(pass->larger, 0, sizeof(pass->larger));
}

static void
count_kin(Kin *kin)
{
	const Condensation *circles = &kin->circles;
	Pass *pass = mg_alloc_zero(sizeof(Pass));
	uint32_t circle;

	pass->bits = mg_alloc_zero(mg_array_size(circles->parts, sizeof(*pass->bits)));
	pass->active = mg_alloc_zero_array(uint64_t, (size_t) circles->parts / 64 + 1);
	for (circle = 0; circle < circles->parts; circle++)
	{
		mg_step(&pass->steps);
		if (mentors_of(circles, circle) < 2)
		{
			kin->descendants[circle] += kin->hanging[circle];
			continue;
		}
		add_lane(kin, pass, circle);
		if (pass->lanes == LANES)
			run_pass(kin, pass);
	}
	if (pass->lanes > 0)
		run_pass(kin, pass);
	for (circle = 0; circle < circles->parts; circle++)
	{
		mg_step(&pass->steps);
		if (mentors_of(circles, circle) < 2)
			kin->ancestors[circle] = circles->size[circle];
		if (mentors_of(circles, circle) == 1)
			kin->ancestors[circle] += kin->ancestors[circles->above[circles->above_start[circle]]];
	}
	mg_free(pass->bits);
	mg_free(pass->active);
	mg_free(pass);
}

void
mg_lineage(const Graph *graph, Lineage *lineage)
{
	Kin kin;
	uint32_t person;

	mg_condensation_make(graph, &kin.circles);
	kin.generation = mg_alloc_zero_array(uint32_t, kin.circles.parts);
	kin.hanging = mg_alloc_zero_array(uint32_t, kin.circles.parts);
	kin.descendants = mg_alloc_zero_array(uint32_t, kin.circles.parts);
	kin.ancestors = mg_alloc_zero_array(uint32_t, kin.circles.parts);
	find_generations(&kin);
	find_hanging(&kin);
	count_kin(&kin);
	for (person = 0; person < graph->people; person++)
	{
		uint32_t circle = kin.circles.part[person];

		lineage[person].generation = kin.generation[circle];
		lineage[person].descendants = kin.descendants[circle] - 1;
		lineage[person].ancestors = kin.ancestors[circle] - 1;
	}
	mg_condensation_free(&kin.circles);
	mg_free(kin.generation);
	mg_free(kin.hanging);
	mg_free(kin.descendants);
	mg_free(kin.ancestors);
}
