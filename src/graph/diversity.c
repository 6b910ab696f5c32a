/*
 * diversity.c - how mixed a person's contacts are.
 *
 * Blau's index and its kin (Blau 1977; Simpson 1949; Agresti and Agresti 1978; Shannon 1948), all
 * from the counts of the groups among the alters. Counts are added without a branch: every alter
 * writes its group at the end of the list of groups seen, and the list grows if the count was 0;
 * the unknown start at 1, so that they never enter it. Squares are summed as integers, so that each
 * share is rounded once. n ln n comes from a table up to 4096.
 *
 * What takes time is fetching the group of each alter, who may be anybody: the groups of all people
 * are packed into 8 or 16 bits where they fit, so that a million people stay in the processor's
 * cache.
 *
 * O(alters) a person; 4 bytes a group, up to 2 a person.
 */
#include "graph/diversity.h"

#include <math.h>

#define TABLE 4096

void
mg_diversity_start(const Labels *labels, uint32_t largest, DiversityScan *scan)
{
	uint32_t x;
	uint32_t steps = 0;
	uint32_t person;

	scan->labels = labels;
	scan->bytes = NULL;
	scan->words = NULL;
	if (labels->groups <= UINT8_MAX)
	{
		scan->bytes = mg_alloc_array(uint8_t, labels->people);
		for (person = 0; person < labels->people; person++)
		{
			mg_step(&steps);
			scan->bytes[person] = labels->group[person];
		}
	}
	else if (labels->groups <= UINT16_MAX)
	{
		scan->words = mg_alloc_array(uint16_t, labels->people);
		for (person = 0; person < labels->people; person++)
		{
			mg_step(&steps);
			scan->words[person] = labels->group[person];
		}
	}
	scan->count = mg_alloc_zero_array(uint32_t, (size_t) labels->groups + 1);
	scan->count[labels->groups] = 1;
	scan->seen = mg_alloc_array(uint32_t,
								(size_t) (largest < labels->groups ? largest : labels->groups) + 1);
	scan->logs = largest < TABLE ? largest + 1 : TABLE;
	scan->x_log_x = mg_alloc_array(double, scan->logs);
	scan->x_log_x[0] = 0;
	for (x = 1; x < scan->logs; x++)
		scan->x_log_x[x] = x * log(x);
}

void
mg_diversity_free(DiversityScan *scan)
{
	if (scan->bytes)
		mg_free(scan->bytes);
	if (scan->words)
		mg_free(scan->words);
	mg_free(scan->count);
	mg_free(scan->seen);
	mg_free(scan->x_log_x);
}

static inline double
x_log_x(const DiversityScan *scan, uint32_t x)
{
	return x < scan->logs ? scan->x_log_x[x] : x * log(x);
}

/* Adds up the alters by group; gives how many groups there are, and lists them in seen. */
#define DEFINE_COUNT_GROUPS(name, type)                                                           \
	static inline uint32_t name(const type *group, const uint32_t *alters, uint32_t alters_count, \
								uint32_t *restrict count, uint32_t *restrict seen)                \
	{                                                                                             \
		uint32_t richness = 0;                                                                    \
		uint32_t i;                                                                               \
                                                                                                  \
		for (i = 0; i < alters_count; i++)                                                        \
		{                                                                                         \
			uint32_t g = group[alters[i]];                                                        \
                                                                                                  \
			seen[richness] = g;                                                                   \
			richness += count[g] == 0;                                                            \
			count[g]++;                                                                           \
		}                                                                                         \
		return richness;                                                                          \
	}

DEFINE_COUNT_GROUPS(count_bytes, uint8_t)
DEFINE_COUNT_GROUPS(count_words, uint16_t)
DEFINE_COUNT_GROUPS(count_groups, uint32_t)

void
mg_diversity_of(DiversityScan *scan, uint32_t person, const uint32_t *alters, uint32_t count,
				Diversity *figures)
{
	const Labels *labels = scan->labels;
	uint32_t *counts = scan->count;
	uint32_t own = labels->group[person];
	bool own_known = own < labels->groups;
	uint32_t richness;
	uint32_t same;
	uint64_t squares = 0;
	double logs = 0;
	uint64_t unlike; /* ordered pairs of alters, each with itself too, of two groups */
	double n;
	uint32_t i;

	if (scan->bytes)
		richness = count_bytes(scan->bytes, alters, count, counts, scan->seen);
	else if (scan->words)
		richness = count_words(scan->words, alters, count, counts, scan->seen);
	else
		richness = count_groups(labels->group, alters, count, counts, scan->seen);
	figures->known = count - (counts[labels->groups] - 1);
	figures->richness = richness;
	same = counts[own];
	counts[labels->groups] = 1;
	for (i = 0; i < richness; i++)
	{
		uint32_t g = scan->seen[i];

		squares += (uint64_t) counts[g] * counts[g];
		logs += x_log_x(scan, counts[g]);
		counts[g] = 0;
	}

	figures->blau = figures->simpson = figures->iqv = figures->shannon = NAN;
	figures->same_share = figures->expected_same = figures->excess_same = figures->ei_index = NAN;
	n = figures->known;
	if (own_known && labels->known > 1)
		figures->expected_same = (labels->size[own] - 1) / (labels->known - 1.0);
	if (figures->known == 0)
		return;

	unlike = (uint64_t) figures->known * figures->known - squares;
	figures->blau = unlike / (n * n);
	if (figures->known > 1)
		figures->simpson = unlike / (n * (n - 1.0));
	if (labels->groups > 1)
		figures->iqv = (double) unlike * labels->groups / (n * n * (labels->groups - 1.0));
	figures->shannon = richness == 1 ? 0.0 : (x_log_x(scan, figures->known) - logs) / n;
	if (!own_known)
		return;
	figures->same_share = same / n;
	figures->excess_same = figures->same_share - figures->expected_same;
	figures->ei_index = (n - 2.0 * same) / n;
}
