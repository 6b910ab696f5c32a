/*
 * lineage.c - generations, descendants and ancestors.
 *
 * People who can reach each other are one part (condensation.c); ties between parts have no cycles.
 * The generation of a part is the number of hops, from part to part, of the longest chain to it
 * from a part that nobody supports. Descendants and ancestors are counted once however many chains
 * lead to them, so sums over mentees would be wrong: reachability itself is counted, for LANES
 * parts at a time.
 *
 * One pass: each of the LANES parts has one bit of its own. From the last part to the first, each
 * part passes its bits to the parts that support it. The bits that arrive at a part are its
 * descendants among the LANES; each bit is one ancestor more for the part that owns it. Ancestors
 * are counted for all bits at once, in binary counters that are stored across the words. A pass
 * reads only the ancestors of its parts, besides a bitmap.
 *
 * Cost: people / LANES passes of O(ties to ancestors) each: seconds for a million people with up to
 * two mentors each; where everyone has many mentors in a dense order, up to people * ties / LANES.
 * Memory: 60 bytes a person, 4 a tie.
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
	uint32_t *generation;  /* by part, as the others */
	uint32_t *descendants; /* with the people of the part itself */
	uint32_t *ancestors;
} Kin;

typedef struct Pass
{
	uint64_t (*bits)[WORDS];         /* by part */
	uint64_t *active;                /* bitmap of parts that have bits */
	uint64_t counter[PLANES][WORDS]; /* ancestors of size 1, by lane, a binary digit a plane */
	uint32_t larger[LANES];          /* ancestors in larger parts */
	bool all_single;                 /* every lane is a part of one person */
	uint32_t steps;
} Pass;

/* The longest chain to each part from one that nobody supports. */
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

/* ---- one pass ---- */

/* The people in the parts whose bits are set: lanes from `first` on. */
static uint32_t
people_in(const Condensation *circles, const Pass *pass, const uint64_t *bits, uint32_t first)
{
	uint32_t count = 0;
	int word;

	for (word = 0; word < WORDS; word++)
	{
		uint64_t left = bits[word];

		if (pass->all_single)
			count += __builtin_popcountll(left);
		else
			for (; left != 0; left &= left - 1)
				count += circles->size[first + 64 * word + __builtin_ctzll(left)];
	}
	return count;
}

/* One part more is an ancestor of these lanes. */
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

/* A part passes its bits to those that support it. */
static void
hand_on(Kin *kin, Pass *pass, uint32_t circle, uint32_t first)
{
	const Condensation *circles = &kin->circles;
	uint64_t bits[WORDS];
	uint32_t i;
	int word;

	memcpy(bits, pass->bits[circle], sizeof(bits));
	memset(pass->bits[circle], 0, sizeof(bits));
	kin->descendants[circle] += people_in(circles, pass, bits, first);
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

/* Counts the ancestors of the parts from `first` to `end` - 1, and them as descendants. */
static void
run_pass(Kin *kin, Pass *pass, uint32_t first, uint32_t end)
{
	uint32_t word = (end - 1) / 64 + 1;
	uint32_t circle;

	pass->all_single = true;
	memset(pass->counter, 0, sizeof(pass->counter));
	memset(pass->larger, 0, sizeof(pass->larger));
	for (circle = first; circle < end; circle++)
	{
		pass->bits[circle][(circle - first) / 64] |= UINT64_C(1) << ((circle - first) % 64);
		pass->active[circle / 64] |= UINT64_C(1) << (circle % 64);
		if (kin->circles.size[circle] > 1)
			pass->all_single = false;
	}
	while (word-- > 0)
	{
		mg_step(&pass->steps);
		while (pass->active[word] != 0)
		{
			int bit = 63 - __builtin_clzll(pass->active[word]);

			pass->active[word] ^= UINT64_C(1) << bit;
			hand_on(kin, pass, 64 * word + bit, first);
		}
	}
	for (circle = first; circle < end; circle++)
	{
		uint32_t lane = circle - first;
		uint32_t count = pass->larger[lane];
		int plane;

		for (plane = 0; plane < PLANES; plane++)
			count += ((pass->counter[plane][lane / 64] >> (lane % 64)) & 1) << plane;
		kin->ancestors[circle] = count;
	}
}

static void
count_kin(Kin *kin)
{
	uint32_t circles = kin->circles.parts;
	Pass *pass = mg_alloc_zero(sizeof(Pass));
	uint32_t first;

	pass->bits = mg_alloc_zero(mg_array_size(circles, sizeof(*pass->bits)));
	pass->active = mg_alloc_zero_array(uint64_t, (size_t) circles / 64 + 1);
	for (first = 0; first < circles; first += LANES)
		run_pass(kin, pass, first, circles - first < LANES ? circles : first + LANES);
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
	kin.descendants = mg_alloc_zero_array(uint32_t, kin.circles.parts);
	kin.ancestors = mg_alloc_zero_array(uint32_t, kin.circles.parts);
	find_generations(&kin);
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
	mg_free(kin.descendants);
	mg_free(kin.ancestors);
}
