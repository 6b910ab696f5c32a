/*
 * lineage.c - generations, descendants and ancestors.
 *
 * People who can reach each other are one part (condensation.c); ties between parts have no cycles.
 * The generation of a part is the number of hops, from part to part, of the longest chain to it
 * from a part that nobody supports. Descendants and ancestors are counted once however many chains
 * lead to them, so sums over mentees would be wrong: reachability itself is counted, for LANES
 * parts at a time.
 *
 * A part with a single mentor part has that part and its ancestors as ancestors, and whoever has it
 * as a descendant through others has its mentor as well. So such parts are attached to the nearest
 * part above them that has several mentors (or none). Only parts with several mentors are searched
 * for, each with the number of people attached to it as its weight. Lines and trees need no search.
 *
 * One pass: each of LANES parts with several mentors has one bit of its own. From the last part to
 * the first, each part passes its bits to the parts that support it. The bits that arrive at a part
 * are its descendants among the LANES; each bit is one ancestor more for the part that owns it.
 * Ancestors are counted for all bits at once, in binary counters that are stored across the words,
 * and weights are kept in the same way. A pass reads only the ancestors of its parts, besides a
 * bitmap.
 *
 * Cost: (parts with several mentors) / LANES passes of O(ties to ancestors) each: seconds for a
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
	Condensation net;
	uint32_t *generation;  /* by part, as the others */
	uint32_t *attached;    /* people of the part and of those attached to it */
	uint32_t *descendants; /* with the people of the part itself */
	uint32_t *ancestors;
} Kin;

typedef struct Pass
{
	uint32_t owner[LANES]; /* the part of each lane, ascending */
	uint32_t lanes;
	uint64_t weight[PLANES][WORDS]; /* the people attached to it, by lane, a binary digit a plane */
	int weight_planes;
	uint64_t (*bits)[WORDS];         /* by part */
	uint64_t *active;                /* bitmap of parts that have bits */
	uint64_t counter[PLANES][WORDS]; /* ancestors of size 1, in the same way */
	uint32_t larger[LANES];          /* ancestors in larger parts */
	uint32_t steps;
} Pass;

static uint32_t
mentors_of(const Condensation *net, uint32_t part)
{
	return net->above_start[part + 1] - net->above_start[part];
}

/* The longest chain to each part from one that nobody supports. */
static void
find_generations(Kin *kin)
{
	const Condensation *net = &kin->net;
	uint32_t steps = 0;
	uint32_t part;
	uint32_t i;

	for (part = 0; part < net->parts; part++)
		for (i = net->above_start[part]; i < net->above_start[part + 1]; i++)
		{
			uint32_t generation = kin->generation[net->above[i]] + 1;

			mg_step(&steps);
			if (generation > kin->generation[part])
				kin->generation[part] = generation;
		}
}

/* The people attached to each part. Mentors come before those they mentor. */
static void
find_attached(Kin *kin)
{
	const Condensation *net = &kin->net;
	uint32_t steps = 0;
	uint32_t part;

	for (part = net->parts; part-- > 0;)
	{
		mg_step(&steps);
		kin->attached[part] += net->size[part];
		if (mentors_of(net, part) == 1)
			kin->attached[net->above[net->above_start[part]]] += kin->attached[part];
	}
}

/* ---- one pass ---- */

/* The people attached to the parts whose bits are set. */
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
hand_on(Kin *kin, Pass *pass, uint32_t part)
{
	const Condensation *net = &kin->net;
	uint64_t bits[WORDS];
	uint32_t i;
	int word;

	memcpy(bits, pass->bits[part], sizeof(bits));
	memset(pass->bits[part], 0, sizeof(bits));
	kin->descendants[part] += people_in(pass, bits);
	count_ancestor(pass, bits, net->size[part]);
	for (i = net->above_start[part]; i < net->above_start[part + 1]; i++)
	{
		uint32_t mentor = net->above[i];

		mg_step(&pass->steps);
		for (word = 0; word < WORDS; word++)
			pass->bits[mentor][word] |= bits[word];
		pass->active[mentor / 64] |= UINT64_C(1) << (mentor % 64);
	}
}

/* Gives a part the next lane. */
static void
add_lane(const Kin *kin, Pass *pass, uint32_t part)
{
	uint32_t lane = pass->lanes++;
	uint64_t bit = UINT64_C(1) << (lane % 64);
	int plane;

	pass->owner[lane] = part;
	pass->bits[part][lane / 64] |= bit;
	pass->active[part / 64] |= UINT64_C(1) << (part % 64);
	for (plane = 0; kin->attached[part] >> plane != 0; plane++)
		if (kin->attached[part] >> plane & 1)
			pass->weight[plane][lane / 64] |= bit;
	if (plane > pass->weight_planes)
		pass->weight_planes = plane;
}

/* Counts the ancestors of the parts that have lanes, and them as descendants. */
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
	const Condensation *net = &kin->net;
	Pass *pass = mg_alloc_zero(sizeof(Pass));
	uint32_t part;

	pass->bits = mg_alloc_zero(mg_array_size(net->parts, sizeof(*pass->bits)));
	pass->active = mg_alloc_zero_array(uint64_t, (size_t) net->parts / 64 + 1);
	for (part = 0; part < net->parts; part++)
	{
		mg_step(&pass->steps);
		if (mentors_of(net, part) < 2)
		{
			kin->descendants[part] += kin->attached[part];
			continue;
		}
		add_lane(kin, pass, part);
		if (pass->lanes == LANES)
			run_pass(kin, pass);
	}
	if (pass->lanes > 0)
		run_pass(kin, pass);
	for (part = 0; part < net->parts; part++)
	{
		mg_step(&pass->steps);
		if (mentors_of(net, part) < 2)
			kin->ancestors[part] = net->size[part];
		if (mentors_of(net, part) == 1)
			kin->ancestors[part] += kin->ancestors[net->above[net->above_start[part]]];
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

	mg_condensation_make(graph, &kin.net);
	kin.generation = mg_alloc_zero_array(uint32_t, kin.net.parts);
	kin.attached = mg_alloc_zero_array(uint32_t, kin.net.parts);
	kin.descendants = mg_alloc_zero_array(uint32_t, kin.net.parts);
	kin.ancestors = mg_alloc_zero_array(uint32_t, kin.net.parts);
	find_generations(&kin);
	find_attached(&kin);
	count_kin(&kin);
	for (person = 0; person < graph->people; person++)
	{
		uint32_t part = kin.net.part[person];

		lineage[person].generation = kin.generation[part];
		lineage[person].descendants = kin.descendants[part] - 1;
		lineage[person].ancestors = kin.ancestors[part] - 1;
	}
	mg_condensation_free(&kin.net);
	mg_free(kin.generation);
	mg_free(kin.attached);
	mg_free(kin.descendants);
	mg_free(kin.ancestors);
}
