/*
 * diversity.h - diversity of a person's contacts, by one attribute or several.
 */
#ifndef MG_DIVERSITY_H
#define MG_DIVERSITY_H

#include "graph/core/alters.h"
#include "graph/core/labels.h"

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

/* The counts of one person at a time. Each attribute has a cell a group and one for the unknown. */
typedef struct DiversityScan
{
	const Labels *labels; /* [attributes] */
	uint32_t attributes;
	uint32_t person; /* whom the counts are about */
	uint32_t alters; /* how many they have */
	uint32_t *first; /* [attributes + 1] the first cell of each; the last of each: the unknown */
	uint32_t *count; /* [cells] the unknown start at 1 */
	uint32_t width;  /* bytes of a code: 1, 2 or 4 */
	void *codes;     /* [people][attributes] which cell a person's group has */
	bool far;        /* the codes do not fit into the processor's nearer caches */

	/* where there are many groups, those met: [attributes][listed] cells, and how many */
	uint32_t listed; /* 0: few groups, not listed */
	uint32_t *list;
	uint32_t *met;

	double *x_log_x; /* [logs] */
	uint32_t logs;
} DiversityScan;

/*
 * labels: one for each attribute, all of one network, kept by the caller; largest: nobody has more
 * alters. O(attributes * (people + groups)), at most 4096 logarithms.
 */
extern void mg_diversity_start(const Labels *labels, uint32_t attributes, uint32_t largest,
							   DiversityScan *scan);
extern void mg_diversity_free(DiversityScan *scan);

/*
 * Counts the alters of a person, for the calls below. Going from person to person in order is
 * fastest: the next one's are fetched. O(attributes * alters).
 */
extern void mg_diversity_count(DiversityScan *scan, Alters *alters, uint32_t person);

/* Everything about them by one attribute, or only the index of qualitative variation. O(groups). */
extern void mg_diversity_figures(const DiversityScan *scan, uint32_t attribute, Diversity *figures);
extern double mg_diversity_iqv(const DiversityScan *scan, uint32_t attribute);

#endif
