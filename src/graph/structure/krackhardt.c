/*
 * krackhardt.c - connectedness, hierarchy, efficiency, least upper boundedness (Krackhardt, "Graph
 * theoretical dimensions of informal organizations", 1994), with the conventions of R's sna.
 *
 * connectedness: of all pairs, the share of those that are joined by ties, whatever their
 * direction. hierarchy: of the pairs of which one reaches the other, the share in which only one
 * does. efficiency: 1 less the ties beyond those that a tree on each weak component needs, as a
 * share of the most there could be beyond them. lubness: 1 less the pairs within a weak component
 * without a bound (krackhardt_bounds.c), as a share of the most there can be, in the components of
 * more than two.
 *
 * Cost. All but the pairs that reach one another is O(people + ties). Those are counted on the
 * condensation: a part with one part above it has above it what that has and that part, so trees
 * are counted by adding up. Otherwise sets are passed on as bits, for 512 parts at a time: 64 bytes
 * a part, and parts / 512 passes over the ties between the parts that have two above them or have
 * such a part below them. That is little where nearly everybody can reach nearly everybody, or
 * where each has one superior; some minutes for a million people with twelve superiors each and no
 * cycle; beyond 2^35 steps it is refused.
 */
#include "graph/structure/krackhardt.h"

#include <math.h>

#include "graph/structure/components.h"
#include "graph/structure/condensation.h"
#include "graph/structure/krackhardt_bounds.h"

#define BATCH_WORDS 8
#define MOST_STEPS (UINT64_C(1) << 35)

/* One bit for each part of a batch: whether it is above. */
typedef struct Above
{
	uint64_t word[BATCH_WORDS];
} Above;

/* The parts that need sets: those with two above them, and all above such a part. */
typedef struct Tangle
{
	uint32_t parts;
	uint32_t *number; /* of each part of the condensation, in order; MG_NOBODY if not in it */
	uint32_t *part;   /* [parts] the way back */
	uint32_t ties;    /* into them */
	uint32_t *bit;    /* [parts] each has a bit; the 64 in a word are of equal size */
	uint32_t words;
	uint32_t *size;  /* [words] that size */
	uint32_t *first; /* [words] the lowest number in it */
} Tangle;

static uint32_t
count_above(const Condensation *net, uint32_t part)
{
	return net->above_start[part + 1] - net->above_start[part];
}

static void
find_tangle(const Condensation *net, Tangle *tangle)
{
	uint32_t steps = 0;
	uint32_t part;
	uint32_t i;

	tangle->number = mg_alloc_array(uint32_t, net->parts);
	tangle->parts = tangle->ties = 0;
	for (part = 0; part < net->parts; part++)
	{
		mg_step(&steps);
		tangle->number[part] = MG_NOBODY;
	}
	for (part = net->parts; part-- > 0;)
	{
		mg_step(&steps);
		if (count_above(net, part) >= 2)
			tangle->number[part] = 0;
		if (tangle->number[part] == MG_NOBODY)
			continue;
		tangle->parts++;
		tangle->ties += count_above(net, part);
		for (i = net->above_start[part]; i < net->above_start[part + 1]; i++)
		{
			mg_step(&steps);
			tangle->number[net->above[i]] = 0;
		}
	}
	tangle->part = mg_alloc_array(uint32_t, tangle->parts);
	for (part = i = 0; part < net->parts; part++)
	{
		mg_step(&steps);
		if (tangle->number[part] == MG_NOBODY)
			continue;
		tangle->part[i] = part;
		tangle->number[part] = i++;
	}
}

/* Gives out bits by size, and in order where that is equal. */
static void
give_bits(const Condensation *net, Tangle *tangle)
{
	uint32_t *place = mg_alloc_zero_array(uint32_t, (size_t) net->people + 1);
	uint32_t steps = 0;
	uint32_t sizes = 0;
	uint32_t before = 0;
	uint32_t size;
	uint32_t i;

	for (i = 0; i < tangle->parts; i++)
	{
		mg_step(&steps);
		sizes += place[net->size[tangle->part[i]]]++ == 0;
	}
	tangle->bit = mg_alloc_array(uint32_t, tangle->parts);
	tangle->size = mg_alloc_array(uint32_t, (size_t) tangle->parts / 64 + sizes);
	tangle->first = mg_alloc_array(uint32_t, (size_t) tangle->parts / 64 + sizes);
	tangle->words = 0;
	for (size = 1; size <= net->people; size++)
	{
		uint32_t count = place[size];

		mg_step(&steps);
		place[size] = before = tangle->words * 64;
		for (; tangle->words * 64 < before + count; tangle->words++)
		{
			tangle->size[tangle->words] = size;
			tangle->first[tangle->words] = MG_NOBODY;
		}
	}
	for (i = 0; i < tangle->parts; i++)
	{
		uint32_t bit = place[net->size[tangle->part[i]]]++;

		mg_step(&steps);
		tangle->bit[i] = bit;
		if (tangle->first[bit / 64] == MG_NOBODY)
			tangle->first[bit / 64] = i;
	}
	mg_free(place);
}

static void
free_tangle(Tangle *tangle)
{
	mg_free(tangle->number);
	mg_free(tangle->part);
	mg_free(tangle->bit);
	mg_free(tangle->size);
	mg_free(tangle->first);
}

/* Hands down the bits of one batch of words and adds the people above to those of each part. */
static void
hand_down(const Condensation *net, const Tangle *tangle, uint32_t word, Above *above,
		  uint32_t *people_above)
{
	uint32_t words = tangle->words - word < BATCH_WORDS ? tangle->words - word : BATCH_WORDS;
	uint32_t first = MG_NOBODY;
	uint32_t steps = 0;
	uint32_t w;
	uint32_t i;

	for (w = 0; w < words; w++)
		if (tangle->first[word + w] < first)
			first = tangle->first[word + w];
	for (i = first; i < tangle->parts; i++)
	{
		uint32_t part = tangle->part[i];
		uint32_t end = net->above_start[part + 1];
		Above set = {{0}};
		uint32_t tie;

		steps += 1 + end - net->above_start[part];
		if (steps > 100000)
		{
			steps = 0;
			mg_check_interrupts();
		}
		for (tie = net->above_start[part]; tie < end; tie++)
		{
			uint32_t other = tangle->number[net->above[tie]];

			if (other < first)
				continue;
			for (w = 0; w < BATCH_WORDS; w++)
				set.word[w] |= above[other].word[w];
		}
		if (end - net->above_start[part] >= 2)
			for (w = 0; w < words; w++)
				people_above[part] +=
					(uint32_t) __builtin_popcountll(set.word[w]) * tangle->size[word + w];
		w = tangle->bit[i] / 64 - word;
		if (w < words)
			set.word[w] |= UINT64_C(1) << tangle->bit[i] % 64;
		above[i] = set;
	}
}

/* The ordered pairs of people in different parts of whom the first reaches the second. */
static uint64_t
count_one_way(const Condensation *net)
{
	uint32_t *people_above = mg_alloc_zero_array(uint32_t, net->parts); /* in other parts */
	uint64_t count = 0;
	uint32_t steps = 0;
	Tangle tangle;
	Above *above;
	uint32_t word;
	uint32_t part;

	find_tangle(net, &tangle);
	give_bits(net, &tangle);
	if (((uint64_t) tangle.parts + tangle.ties) * (tangle.words / BATCH_WORDS) > MOST_STEPS)
		mg_raise(MG_ERROR_LIMIT, "network is too large to count who can reach whom",
				 "Use a part of the network, for example among(network, people).",
				 "It has %u strong components with %u ties between them.", tangle.parts,
				 tangle.ties);
	above = mg_alloc_array(Above, tangle.parts);
	for (word = 0; word < tangle.words; word += BATCH_WORDS)
		hand_down(net, &tangle, word, above, people_above);
	for (part = 0; part < net->parts; part++)
	{
		mg_step(&steps);
		if (count_above(net, part) == 1)
		{
			uint32_t other = net->above[net->above_start[part]];

			people_above[part] = people_above[other] + net->size[other];
		}
		count += (uint64_t) people_above[part] * net->size[part];
	}
	mg_free(above);
	free_tangle(&tangle);
	mg_free(people_above);
	return count;
}

void
mg_krackhardt(const Graph *graph, Krackhardt *result)
{
	uint32_t *weak = mg_alloc_array(uint32_t, graph->people);
	uint32_t *size;
	uint64_t joined = 0; /* pairs in the same weak component */
	uint64_t tree = 0;   /* ties that trees on them need */
	uint64_t spare = 0;  /* ties that could be added to those */
	uint64_t spared;     /* ... and were not */
	uint64_t mutual = 0; /* pairs that reach each other */
	uint64_t one_way;
	Condensation net;
	KrackhardtBounds bounds;
	uint32_t steps = 0;
	uint32_t count;
	uint32_t i;

	count = mg_weak_components(graph, weak);
	size = mg_alloc_zero_array(uint32_t, count);
	for (i = 0; i < graph->people; i++)
	{
		mg_step(&steps);
		size[weak[i]]++;
	}
	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		joined += mg_pairs_of(size[i]);
		tree += size[i] - 1;
		spare += ((uint64_t) size[i] - 1) * (size[i] - 1);
	}
	mg_condensation_make(graph, &net);
	for (i = 0; i < net.parts; i++)
	{
		mg_step(&steps);
		mutual += mg_pairs_of(net.size[i]);
	}
	mg_count_bounds(&net, weak, size, count, &bounds);
	one_way = count_one_way(&net);

	result->connectedness =
		graph->people < 2 ? 1 : (double) joined / (double) mg_pairs_of(graph->people);
	result->hierarchy =
		mutual + one_way == 0 ? NAN : (double) one_way / (double) (mutual + one_way);
	spared = spare - (graph->ties - tree);
	result->efficiency = spare == 0 ? NAN : (double) spared / (double) spare;
	result->lubness =
		bounds.most == 0 ? NAN : (double) (bounds.most - bounds.violations) / (double) bounds.most;
	mg_condensation_free(&net);
	mg_free(weak);
	mg_free(size);
}
