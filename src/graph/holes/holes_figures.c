/*
 * holes_figures.c - the figures of structural holes that follow from the others.
 */
#include "graph/holes/holes_figures.h"

#include <math.h>

double
mg_holes_density(const HolesFigures *figures)
{
	double alters = figures->alters;
	double places = alters * (alters - 1);

	return figures->alter_ties / places;
}

double
mg_holes_efficiency(const HolesFigures *figures)
{
	return figures->effective_size / figures->alters;
}

void
mg_holes_finish(HolesFigures *figures, double entropy)
{
	double n = figures->alters;

	if (figures->alters == 0)
		figures->effective_size = figures->constraint = figures->hierarchy = NAN;
	else if (figures->alters == 1)
		figures->hierarchy = 1;
	else
	{
		figures->hierarchy =
			(entropy / figures->constraint + log(n / figures->constraint)) / log(n);
		/* all alike, or all from one; and rounding */
		if (figures->hierarchy < 0)
			figures->hierarchy = 0;
		else if (figures->hierarchy > 1)
			figures->hierarchy = 1;
	}
}
