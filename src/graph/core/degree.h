/*
 * degree.h - how many ties everyone has, which way, how strong together.
 */
#ifndef MG_DEGREE_H
#define MG_DEGREE_H

#include "graph/core/graph.h"

typedef struct PersonDegree
{
	uint32_t in_ties;
	uint32_t out_ties;
	uint32_t mutual; /* contacts with ties both ways */
	double in_strength;
	double out_strength;
} PersonDegree;

/* Others with a tie either way, each once. */
static inline uint32_t
mg_contact_count(const PersonDegree *degree)
{
	return degree->in_ties + degree->out_ties - degree->mutual;
}

/*
 * Everybody's, [people]; strengths are added in the order of the other people. The graph must have
 * its ties by target. O(people + ties).
 */
extern void mg_degrees(const Graph *graph, PersonDegree *degrees);

#endif
