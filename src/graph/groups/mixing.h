/*
 * mixing.h - ties within and between groups.
 */
#ifndef MG_MIXING_H
#define MG_MIXING_H

#include "graph/core/labels.h"

/* Ties between people whose groups are known; the rest does not count. */
typedef struct MixingTotals
{
	uint64_t ties;
	uint64_t within;  /* ties inside a group */
	uint64_t *out;    /* [groups] ties from each */
	uint64_t *in;     /* [groups] ties to each */
	uint64_t *inside; /* [groups] ties inside each */
} MixingTotals;

/* Ties by source only. O(ties + groups). */
extern void mg_mixing_totals(const Graph *graph, const Labels *labels, MixingTotals *totals);
extern void mg_mixing_totals_free(MixingTotals *totals);

/* NaN where undefined: no ties; one group only (assortativity). */
extern double mg_ei_index(const MixingTotals *totals);
extern double mg_assortativity(const MixingTotals *totals, uint32_t groups);

/* The E-I index to expect if ties fell on people at random; NaN below two known people. */
extern double mg_ei_expected(const Labels *labels);

/* Coleman's index of a group, in [-1, 1]; NaN without ties from it, or if it has one person. */
extern double mg_coleman(const MixingTotals *totals, const Labels *labels, uint32_t group);

/*
 * Row by row through the mixing matrix: O(people + groups) memory, O(ties + groups^2) in all; so
 * the labels should be compact.
 */
typedef struct MixingRows
{
	const Graph *graph;
	const Labels *labels;
	uint32_t *member; /* [known] people by group */
	uint32_t *start;  /* [groups + 1] */
	uint32_t *count;  /* [groups + 1] ties from the group of the last call to each; then unknown */
	uint64_t ties;    /* their sum, without the unknown */
} MixingRows;

/* Sorts the people by group. Ties by source only; graph and labels must stay. O(people + groups).
 */
extern void mg_mixing_rows_start(const Graph *graph, const Labels *labels, MixingRows *rows);

/* Counts the ties from a group. O(its ties + groups). */
extern void mg_mixing_row(MixingRows *rows, uint32_t group);
extern void mg_mixing_rows_free(MixingRows *rows);

/* The index under permutations: the labels are shuffled among the people who have one. */
typedef struct EiTest
{
	uint64_t ties; /* between people whose groups are known */
	double ei_index;
	double expected;
	double mean; /* over the permutations */
	double sd;   /* NaN for one permutation */
	/* (1 + permutations at most, or at least, as high as the observed) / (1 + permutations) */
	double p_lower;
	double p_upper;
} EiTest;

/* permutations > 0. Ties by source. O(permutations * (people + ties)); 36 bytes a person. */
extern void mg_ei_test(const Graph *graph, const Labels *labels, uint32_t permutations,
					   uint64_t seed, EiTest *test);

#endif
