/*
 * holes_figures.h - the figures of structural holes, and the one that follows from the others.
 */
#ifndef MG_HOLES_FIGURES_H
#define MG_HOLES_FIGURES_H

#include "base/host.h"

/* What is undefined is NaN. */
typedef struct HolesFigures
{
	uint32_t alters;
	uint32_t clusters;   /* weak components among the alters without ego */
	uint64_t alter_ties; /* directed ties among alters */
	double effective_size;
	double constraint;
	double hierarchy;
} HolesFigures;

/* Directed ties among alters, of all there could be; and the effective size a head. NaN: undefined.
 */
extern double mg_holes_density(const HolesFigures *figures);
extern double mg_holes_efficiency(const HolesFigures *figures);

/*
 * The hierarchy from the sum of c ln c, where c is the constraint by each alter; undefined figures.
 */
extern void mg_holes_finish(HolesFigures *figures, double entropy);

#endif
