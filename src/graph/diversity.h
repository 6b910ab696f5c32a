/*
 * diversity.h - how mixed a person's contacts are.
 */
#ifndef MG_DIVERSITY_H
#define MG_DIVERSITY_H

#include "graph/labels.h"

/* What is undefined is NaN. n_k = alters in group k, n = their sum, K = groups of the labels. */
typedef struct Diversity
{
	uint32_t known;       /* n: alters whose group is known */
	uint32_t richness;    /* groups among them */
	double blau;          /* 1 - sum (n_k / n)^2; n > 0 */
	double simpson;       /* 1 - sum n_k (n_k - 1) / (n (n - 1)); n > 1 */
	double iqv;           /* blau / (1 - 1/K); n > 0, K > 1 */
	double shannon;       /* - sum (n_k / n) ln (n_k / n); n > 0 */
	double same_share;    /* alters of ego's own group among the known; n > 0, ego known */
	double expected_same; /* (people of ego's group - 1) / (known people - 1); ego known */
	double excess_same;   /* same_share - expected_same */
	double ei_index;      /* (others - own) / n; n > 0, ego known */
} Diversity;

typedef struct DiversityScan
{
	const Labels *labels;
	uint8_t *bytes;  /* [people] labels->group in 8 bits, if they suffice, else NULL ... */
	uint16_t *words; /* ... or in 16 */
	uint32_t *count; /* [groups + 1] all 0 between calls, but 1 for the unknown */
	uint32_t *seen;  /* groups met in this call */
	double *x_log_x; /* [logs] */
	uint32_t logs;
} DiversityScan;

/* largest: nobody has more alters. O(people + groups), at most 4096 logarithms. */
extern void mg_diversity_start(const Labels *labels, uint32_t largest, DiversityScan *scan);
extern void mg_diversity_free(DiversityScan *scan);

/* The figures of one person over the given alters. O(alters). */
extern void mg_diversity_of(DiversityScan *scan, uint32_t person, const uint32_t *alters,
							uint32_t count, Diversity *figures);

#endif
