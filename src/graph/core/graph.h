/*
 * graph.h - a network as the algorithms see it: compressed sparse rows.
 *
 * A person is a number 0 .. people-1, in the order of the ids; a tie of person
 * u is a number out_start[u] .. out_start[u+1]-1, in the order of its target.
 * The arrays belong to whoever made the Graph: a stored value (nothing is
 * copied), a builder, or the cache.
 */
#ifndef MG_GRAPH_H
#define MG_GRAPH_H

#include "base/host.h"

#define MG_NOBODY UINT32_MAX

/* What a value of 1 GB could hold at most; the value itself checks what it does hold. */
#define MG_MAX_PEOPLE (UINT32_C(1) << 27)
#define MG_MAX_TIES (UINT32_C(1) << 28)
#define MG_HINT_TOO_LARGE                                                                 \
	"Build one network for each part of the organisation, or leave out weak or outdated " \
	"ties."

typedef struct Graph
{
	uint32_t people;
	uint32_t ties;
	const int64_t *ids;         /* [people] ascending, no two alike */
	const uint32_t *out_start;  /* [people + 1] from 0 to ties, never falling */
	const uint32_t *out_target; /* [ties] ascending within a person, never the person */
	const double *out_strength; /* [ties] in (0, 1]; NULL = every tie has strength 1 */

	/* The same ties by target; NULL until mg_graph_add_in_ties. */
	uint32_t *in_start;
	uint32_t *in_source;
	double *in_strength; /* NULL too when out_strength is */
} Graph;

static inline double
mg_out_strength(const Graph *graph, uint32_t tie)
{
	return graph->out_strength ? graph->out_strength[tie] : 1.0;
}

static inline double
mg_in_strength(const Graph *graph, uint32_t tie)
{
	return graph->in_strength ? graph->in_strength[tie] : 1.0;
}

/* The place of an id in an ascending array, or MG_NOBODY. */
extern uint32_t mg_find_id(const int64_t *ids, uint32_t count, int64_t id);

/* The number of a person, or MG_NOBODY. O(log people). */
extern uint32_t mg_graph_person(const Graph *graph, int64_t id);

/* The place of a tie among those by source, or MG_NOBODY. O(log of the source's ties). */
extern uint32_t mg_graph_tie(const Graph *graph, uint32_t source, uint32_t target);

/* Makes the ties by target, which the graph must not have yet. O(people + ties). */
extern void mg_graph_add_in_ties(Graph *graph);

#endif
