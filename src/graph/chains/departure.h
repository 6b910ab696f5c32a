/*
 * departure.h - what a departure changes.
 */
#ifndef MG_DEPARTURE_H
#define MG_DEPARTURE_H

#include "graph/core/graph.h"

/*
 * One person's strongest chain from any decider, with a leaver and without. Hops are MG_ANY_HOPS if
 * there is none, or if every chain is too weak to be compared with others.
 */
typedef struct Impact
{
	uint32_t person;
	uint32_t hops_before;
	uint32_t hops_after;
	double strength_before;
	double strength_after; /* 0: no chain is left */
} Impact;

/*
 * Everyone whose strongest chain from any of the deciders is lost, or becomes weaker or longer,
 * when the leaver goes; in the order of people, the leaver not among them; allocated here. The
 * graph must have its ties by target.
 */
extern uint32_t mg_departure_impact(const Graph *graph, uint32_t leaver, const uint32_t *deciders,
									size_t decider_count, Impact **impacts);

#endif
