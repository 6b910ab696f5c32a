/*
 * diversity.c - diversity of a person's contacts.
 *
 * Blau's index and its kin (Blau 1977; Simpson 1949; Agresti and Agresti 1978; Shannon 1948), all
 * from the counts of the groups among the alters. Squares are summed as integers, so that each
 * share is rounded once. n ln n comes from a table up to 4096.
 *
 * Most time goes into fetching the groups of the alters, who are anywhere in memory: the groups of
 * a person by all attributes are stored side by side, in 8 or 16 bits where they fit, as numbers of
 * the cells in which they are counted. With few groups all cells are gone through; with many those
 * that were met are listed: without a branch every alter writes its cell at the end of the list,
 * which grows if the count was 0; the unknown start at 1, so that they never enter it.
 *
 * O(alters) a person and attribute; 4 bytes a group, up to 4 a person for each attribute.
 */
#include "graph/groups/diversity.h"

#include <math.h>
#include <string.h>

#define TABLE 4096
#define NEAR (512 * 1024) /* bytes: some part of what a processor keeps for itself */
#define FEW 32            /* groups that are gone through rather than listed */

/* ---- start and end ---- */

static inline void
put_code(const DiversityScan *scan, size_t at, uint32_t cell)
{
	if (scan->width == 1)
		((uint8_t *) scan->codes)[at] = cell;
	else if (scan->width == 2)
		((uint16_t *) scan->codes)[at] = cell;
	else
		((uint32_t *) scan->codes)[at] = cell;
}

static void
make_codes(DiversityScan *scan, uint32_t people)
{
	uint32_t cells = scan->first[scan->attributes];
	size_t codes;
	uint32_t steps = 0;
	uint32_t person;
	uint32_t k;

	scan->width = cells <= UINT8_MAX + 1 ? 1 : cells <= UINT16_MAX + 1 ? 2 : 4;
	codes = mg_array_size(mg_array_size(people, scan->attributes), scan->width);
	scan->codes = mg_alloc(codes);
	scan->far = codes > NEAR;
	for (k = 0; k < scan->attributes; k++)
		for (person = 0; person < people; person++)
		{
			mg_step(&steps);
			put_code(scan, (size_t) person * scan->attributes + k,
					 scan->first[k] + scan->labels[k].group[person]);
		}
}

static void
make_cells(DiversityScan *scan, uint32_t largest)
{
	uint64_t cells = 0;
	uint32_t most = 0;
	uint32_t k;

	scan->first = mg_alloc_array(uint32_t, (size_t) scan->attributes + 1);
	for (k = 0; k < scan->attributes; k++)
	{
		scan->first[k] = cells;
		cells += (uint64_t) scan->labels[k].groups + 1;
		if (cells > UINT32_MAX)
			mg_raise(MG_ERROR_LIMIT, "too many groups", "Pass fewer affiliations at a time.",
					 "Together the affiliations have more than %u groups.",
					 UINT32_MAX - scan->attributes);
		if (scan->labels[k].groups > most)
			most = scan->labels[k].groups;
	}
	scan->first[k] = cells;
	scan->count = mg_alloc_zero_array(uint32_t, cells);
	for (k = 0; k < scan->attributes; k++)
		scan->count[scan->first[k + 1] - 1] = 1;
	scan->listed = 0;
	if (most <= FEW && cells <= UINT16_MAX + 1)
		return;
	scan->listed = (largest < most ? largest : most) + 1;
	scan->list = mg_alloc_array(uint32_t, mg_array_size(scan->attributes, scan->listed));
	scan->met = mg_alloc_zero_array(uint32_t, scan->attributes);
}

void
mg_diversity_start(const Labels *labels, uint32_t attributes, uint32_t largest, DiversityScan *scan)
{
	uint32_t x;

	scan->labels = labels;
	scan->attributes = attributes;
	scan->alters = 0;
	make_cells(scan, largest);
	make_codes(scan, labels->people);
	scan->logs = largest < TABLE ? largest + 1 : TABLE;
	scan->x_log_x = mg_alloc_array(double, scan->logs);
	scan->x_log_x[0] = 0;
	for (x = 1; x < scan->logs; x++)
		scan->x_log_x[x] = x * log(x);
}

void
mg_diversity_free(DiversityScan *scan)
{
	mg_free(scan->first);
	mg_free(scan->count);
	mg_free(scan->codes);
	if (scan->listed)
	{
		mg_free(scan->list);
		mg_free(scan->met);
	}
	mg_free(scan->x_log_x);
}

/* ---- counting ---- */

/* Makes all counts what they were at the start. */
static void
clear(DiversityScan *scan)
{
	uint32_t k;
	uint32_t i;

	if (!scan->listed)
		memset(scan->count, 0, scan->first[scan->attributes] * sizeof(uint32_t));
	for (k = 0; k < scan->attributes; k++)
	{
		scan->count[scan->first[k + 1] - 1] = 1;
		if (!scan->listed)
			continue;
		for (i = 0; i < scan->met[k]; i++)
			scan->count[scan->list[(size_t) k * scan->listed + i]] = 0;
		scan->met[k] = 0;
	}
}

/* Width and list are known to the compiler, as this is inlined into the cases below. */
static inline __attribute__((always_inline)) void
count_alter(DiversityScan *scan, uint32_t alter, uint32_t width, bool list)
{
	uint32_t attributes = scan->attributes;
	size_t at = (size_t) alter * attributes;
	uint32_t k;

	for (k = 0; k < attributes; k++)
	{
		uint32_t cell = width == 1   ? ((const uint8_t *) scan->codes)[at + k]
						: width == 2 ? ((const uint16_t *) scan->codes)[at + k]
									 : ((const uint32_t *) scan->codes)[at + k];

		if (list)
		{
			scan->list[(size_t) k * scan->listed + scan->met[k]] = cell;
			scan->met[k] += scan->count[cell] == 0;
		}
		scan->count[cell]++;
	}
}

static inline __attribute__((always_inline)) uint32_t
count_row(DiversityScan *scan, const uint32_t *row, uint32_t count, uint32_t width, bool list)
{
	uint32_t i;

	for (i = 0; i < count; i++)
		count_alter(scan, row[i], width, list);
	return count;
}

/* Those tied either way are counted while the rows are merged: one waits for the other otherwise.
 */
static inline __attribute__((always_inline)) uint32_t
count_alters(DiversityScan *scan, Alters *alters, uint32_t person, uint32_t width, bool list)
{
	uint32_t count = 0;
	uint32_t contact;
	bool mutual;
	BothWays at;

	if (alters->neighbours != MG_BOTH)
	{
		const uint32_t *row = mg_alters_of(alters, person, &count);

		return count_row(scan, row, count, width, list);
	}
	at = mg_both_ways(alters->graph, person);
	for (; mg_next_of_both(&at, &contact, &mutual); count++)
		count_alter(scan, contact, width, list);
	count += count_row(scan, at.target + at.out, at.out_end - at.out, width, list);
	return count + count_row(scan, at.source + at.in, at.in_end - at.in, width, list);
}

static inline __attribute__((always_inline)) void
fetch_codes(const DiversityScan *scan, const uint32_t *start, const uint32_t *other,
			uint32_t person)
{
	size_t size = (size_t) scan->attributes * scan->width;
	uint32_t tie;

	for (tie = start[person]; tie < start[person + 1]; tie++)
		__builtin_prefetch((const char *) scan->codes + other[tie] * size);
}

void
mg_diversity_count(DiversityScan *scan, Alters *alters, uint32_t person)
{
	const Graph *graph = alters->graph;

	if (scan->far && person + 1 < graph->people)
	{
		if (alters->neighbours != MG_SUPPORTERS)
			fetch_codes(scan, graph->out_start, graph->out_target, person + 1);
		if (alters->neighbours != MG_SUPPORTED)
			fetch_codes(scan, graph->in_start, graph->in_source, person + 1);
	}
	clear(scan);
	scan->person = person;
	if (scan->listed && scan->width == 1)
		scan->alters = count_alters(scan, alters, person, 1, true);
	else if (scan->listed && scan->width == 2)
		scan->alters = count_alters(scan, alters, person, 2, true);
	else if (scan->listed)
		scan->alters = count_alters(scan, alters, person, 4, true);
	else if (scan->width == 1)
		scan->alters = count_alters(scan, alters, person, 1, false);
	else
		scan->alters = count_alters(scan, alters, person, 2, false);
}

/* ---- figures ---- */

/* Where the counts of an attribute are: those of all groups, or of the groups met. */
typedef struct Counts
{
	const uint32_t *count;
	const uint32_t *list; /* NULL: count[0 .. number - 1], else count[list[0 .. number - 1]] */
	uint32_t number;
} Counts;

static Counts
counts_of(const DiversityScan *scan, uint32_t attribute)
{
	if (!scan->listed)
		return (Counts){scan->count + scan->first[attribute], NULL, scan->labels[attribute].groups};
	return (Counts){scan->count, scan->list + (size_t) attribute * scan->listed,
					scan->met[attribute]};
}

static inline uint32_t
count_at(const Counts *counts, uint32_t i)
{
	return counts->list ? counts->count[counts->list[i]] : counts->count[i];
}

static uint32_t
count_known(const DiversityScan *scan, uint32_t attribute)
{
	return scan->alters - (scan->count[scan->first[attribute + 1] - 1] - 1);
}

/* Ordered pairs of alters, each with itself too, of two groups. */
static uint64_t
count_unlike(const Counts *counts, uint32_t known)
{
	uint64_t squares = 0;
	uint32_t i;

	for (i = 0; i < counts->number; i++)
		squares += (uint64_t) count_at(counts, i) * count_at(counts, i);
	return (uint64_t) known * known - squares;
}

static inline double
iqv(uint64_t unlike, uint32_t known, uint32_t groups)
{
	double n = known;

	if (known == 0 || groups < 2)
		return NAN;
	return (double) unlike * groups / (n * n * (groups - 1.0));
}

double
mg_diversity_iqv(const DiversityScan *scan, uint32_t attribute)
{
	Counts counts = counts_of(scan, attribute);
	uint32_t known = count_known(scan, attribute);

	return iqv(count_unlike(&counts, known), known, scan->labels[attribute].groups);
}

static inline double
x_log_x(const DiversityScan *scan, uint32_t x)
{
	return x < scan->logs ? scan->x_log_x[x] : x * log(x);
}

/* Richness and Shannon's entropy. */
static void
fill_groups(const DiversityScan *scan, const Counts *counts, Diversity *figures)
{
	double logs = 0;
	uint32_t i;

	figures->richness = 0;
	for (i = 0; i < counts->number; i++)
	{
		figures->richness += count_at(counts, i) > 0;
		logs += x_log_x(scan, count_at(counts, i));
	}
	if (figures->richness == 1)
		figures->shannon = 0.0;
	else if (figures->richness > 1)
		figures->shannon = (x_log_x(scan, figures->known) - logs) / figures->known;
}

/* What compares ego's own group with the others. */
static void
fill_own(const DiversityScan *scan, uint32_t attribute, Diversity *figures)
{
	const Labels *labels = &scan->labels[attribute];
	uint32_t own = labels->group[scan->person];
	double n = figures->known;
	uint32_t same;

	if (own == labels->groups)
		return;
	if (labels->known > 1)
		figures->expected_same = (labels->size[own] - 1) / (labels->known - 1.0);
	if (figures->known == 0)
		return;
	same = scan->count[scan->first[attribute] + own];
	figures->same_share = same / n;
	figures->excess_same = figures->same_share - figures->expected_same;
	figures->ei_index = (n - 2.0 * same) / n;
}

void
mg_diversity_figures(const DiversityScan *scan, uint32_t attribute, Diversity *figures)
{
	Counts counts = counts_of(scan, attribute);
	uint32_t known = count_known(scan, attribute);
	uint64_t unlike = count_unlike(&counts, known);
	double n = known;

	figures->known = known;
	figures->blau = figures->simpson = figures->shannon = NAN;
	figures->same_share = figures->expected_same = figures->excess_same = figures->ei_index = NAN;
	figures->iqv = iqv(unlike, known, scan->labels[attribute].groups);
	if (known > 0)
		figures->blau = unlike / (n * n);
	if (known > 1)
		figures->simpson = unlike / (n * (n - 1.0));
	fill_groups(scan, &counts, figures);
	fill_own(scan, attribute, figures);
}
