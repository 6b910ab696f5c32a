/*
 * lineage.c - generations, descendants and ancestors.
 *
 * People who can reach each other are one circle (strong component); ties between circles have no
 * cycles. The generation of a circle is the longest way to it from a circle that nobody supports,
 * in circles. Descendants and ancestors are counted once however many ways lead there, so sums over
 * mentees would be wrong: reachability itself is counted, for LANES circles at a time.
 *
 * One pass: each of the LANES circles starts with a bit of its own; from the last circle to the
 * first, each one that has bits hands them to those that support it. The bits that arrive at a
 * circle are its descendants among the LANES; each bit there is one ancestor more for its owner.
 * Ancestors are counted for all bits at once, in binary counters that lie across the words. A pass
 * touches only the ancestors of its circles, besides a bitmap.
 *
 * Cost: people / LANES passes of O(ties to ancestors) each: seconds for a million people with up to
 * two mentors each; where everyone has many mentors in a dense order up to people * ties / LANES.
 * Memory: 60 bytes a person, 4 a tie.
 */
#include <string.h>

#include "graph/components.h"
#include "graph/lineage.h"

#define WORDS 4
#define LANES (64 * WORDS)
#define PLANES 32

typedef struct Circles
{
	uint32_t count;
	uint32_t *of;      /* by person; supporters first */
	uint32_t *size;    /* by circle, as all below */
	uint32_t *start;   /* [count + 1] */
	uint32_t *mentors; /* circles that support it, each once */
	uint32_t *generation;
	uint32_t *descendants; /* with the people of the circle itself */
	uint32_t *ancestors;
} Circles;

typedef struct Pass
{
	uint64_t (*bits)[WORDS];         /* by circle */
	uint64_t *active;                /* bitmap of circles that have bits */
	uint64_t counter[PLANES][WORDS]; /* ancestors of size 1, by lane, a binary digit a plane */
	uint32_t larger[LANES];          /* ancestors in larger circles */
	bool all_single;                 /* every lane is a circle of one */
	uint32_t steps;
} Pass;

/* ---- circles ---- */

/* The people by circle: start[circle] is where those of the circle begin in members. */
static void
list_members(const Circles *circles, uint32_t people, uint32_t *start, uint32_t *members)
{
	uint32_t person;
	uint32_t circle;

	start[0] = 0;
	for (circle = 0; circle < circles->count; circle++)
		start[circle + 1] = start[circle] + circles->size[circle];
	for (person = people; person-- > 0;)
		members[--start[circles->of[person] + 1]] = person;
	for (circle = 0; circle < circles->count; circle++)
		start[circle] = start[circle + 1];
	start[circles->count] = people;
}

static void
find_mentors(const Graph *graph, Circles *circles)
{
	uint32_t *start = mg_alloc_array(uint32_t, (size_t) circles->count + 1);
	uint32_t *members = mg_alloc_array(uint32_t, graph->people);
	uint32_t *seen = mg_alloc_array(uint32_t, circles->count); /* the last circle that had it */
	uint32_t count = 0;
	uint32_t steps = 0;
	uint32_t circle;
	uint32_t i;
	uint32_t tie;

	list_members(circles, graph->people, start, members);
	memset(seen, 0xFF, mg_array_size(circles->count, sizeof(uint32_t)));
	for (circle = 0; circle < circles->count; circle++)
	{
		uint32_t generation = 0;

		circles->start[circle] = count;
		for (i = start[circle]; i < start[circle + 1]; i++)
			for (tie = graph->in_start[members[i]]; tie < graph->in_start[members[i] + 1]; tie++)
			{
				uint32_t mentor = circles->of[graph->in_source[tie]];

				mg_step(&steps);
				if (mentor == circle || seen[mentor] == circle)
					continue;
				seen[mentor] = circle;
				circles->mentors[count++] = mentor;
				if (circles->generation[mentor] >= generation)
					generation = circles->generation[mentor] + 1;
			}
		circles->generation[circle] = generation;
	}
	circles->start[circles->count] = count;
	mg_free(start);
	mg_free(members);
	mg_free(seen);
}

/* ---- one pass ---- */

/* The people in the circles whose bits are set: lanes from `first` on. */
static uint32_t
people_in(const Circles *circles, const Pass *pass, const uint64_t *bits, uint32_t first)
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
hand_on(Circles *circles, Pass *pass, uint32_t circle, uint32_t first)
{
	uint64_t bits[WORDS];
	uint32_t i;
	int word;

	memcpy(bits, pass->bits[circle], sizeof(bits));
	memset(pass->bits[circle], 0, sizeof(bits));
	circles->descendants[circle] += people_in(circles, pass, bits, first);
	count_ancestor(pass, bits, circles->size[circle]);
	for (i = circles->start[circle]; i < circles->start[circle + 1]; i++)
	{
		uint32_t mentor = circles->mentors[i];

		mg_step(&pass->steps);
		for (word = 0; word < WORDS; word++)
			pass->bits[mentor][word] |= bits[word];
		pass->active[mentor / 64] |= UINT64_C(1) << (mentor % 64);
	}
}

/* Counts the ancestors of the circles from `first` to `end` - 1, and them as descendants. */
static void
run_pass(Circles *circles, Pass *pass, uint32_t first, uint32_t end)
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
		if (circles->size[circle] > 1)
			pass->all_single = false;
	}
	while (word-- > 0)
	{
		mg_step(&pass->steps);
		while (pass->active[word] != 0)
		{
			int bit = 63 - __builtin_clzll(pass->active[word]);

			pass->active[word] ^= UINT64_C(1) << bit;
			hand_on(circles, pass, 64 * word + bit, first);
		}
	}
	for (circle = first; circle < end; circle++)
	{
		uint32_t lane = circle - first;
		uint32_t count = pass->larger[lane];
		int plane;

		for (plane = 0; plane < PLANES; plane++)
			count += ((pass->counter[plane][lane / 64] >> (lane % 64)) & 1) << plane;
		circles->ancestors[circle] = count;
	}
}

static void
count_kin(Circles *circles)
{
	Pass *pass = mg_alloc_zero(sizeof(Pass));
	uint32_t first;

	pass->bits = mg_alloc_zero(mg_array_size(circles->count, sizeof(*pass->bits)));
	pass->active = mg_alloc_zero_array(uint64_t, (size_t) circles->count / 64 + 1);
	for (first = 0; first < circles->count; first += LANES)
		run_pass(circles, pass, first,
				 circles->count - first < LANES ? circles->count : first + LANES);
	mg_free(pass->bits);
	mg_free(pass->active);
	mg_free(pass);
}

void
mg_lineage(const Graph *graph, Lineage *lineage)
{
	uint32_t people = graph->people;
	Circles circles;
	uint32_t person;

	circles.of = mg_alloc_array(uint32_t, people);
	circles.count = mg_strong_order(graph, circles.of);
	circles.size = mg_alloc_zero_array(uint32_t, circles.count);
	circles.start = mg_alloc_array(uint32_t, (size_t) circles.count + 1);
	circles.mentors = mg_alloc_array(uint32_t, graph->ties);
	circles.generation = mg_alloc_zero_array(uint32_t, circles.count);
	circles.descendants = mg_alloc_zero_array(uint32_t, circles.count);
	circles.ancestors = mg_alloc_zero_array(uint32_t, circles.count);
	for (person = 0; person < people; person++)
		circles.size[circles.of[person]]++;
	find_mentors(graph, &circles);
	count_kin(&circles);
	for (person = 0; person < people; person++)
	{
		uint32_t circle = circles.of[person];

		lineage[person].generation = circles.generation[circle];
		lineage[person].descendants = circles.descendants[circle] - 1;
		lineage[person].ancestors = circles.ancestors[circle] - 1;
	}
	mg_free(circles.of);
	mg_free(circles.size);
	mg_free(circles.start);
	mg_free(circles.mentors);
	mg_free(circles.generation);
	mg_free(circles.descendants);
	mg_free(circles.ancestors);
}
