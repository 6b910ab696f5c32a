/*
 * both_ways.h - the ties of a person by source and by target, stepped through as one row.
 *
 * Both rows are sorted, so one pass over the two meets each contact once, ascending, and knows
 * which ties there are.
 */
#ifndef MG_BOTH_WAYS_H
#define MG_BOTH_WAYS_H

#include "graph/core/graph.h"

/* How a contact is tied to a person: one of these, or both. */
#define MG_TIE_FROM 1u /* the contact supports the person */
#define MG_TIE_TO 2u   /* the person supports the contact */
#define MG_TIES_BOTH (MG_TIE_FROM | MG_TIE_TO)

static inline uint32_t
mg_count_ties(uint32_t how)
{
	return (how & 1) + (how >> 1);
}

typedef struct BothWays
{
	const uint32_t *target;
	const uint32_t *source;
	uint32_t out; /* the next ties */
	uint32_t out_end;
	uint32_t in;
	uint32_t in_end;
} BothWays;

/* The graph must have its ties by target. */
static inline BothWays
mg_both_ways(const Graph *graph, uint32_t person)
{
	BothWays at = {.target = graph->out_target,
				   .source = graph->in_source,
				   .out = graph->out_start[person],
				   .out_end = graph->out_start[person + 1],
				   .in = graph->in_start[person],
				   .in_end = graph->in_start[person + 1]};

	return at;
}

/*
 * The next contact while ties both ways are left: of the two rows the lesser, whose tie is then
 * passed, or both are. Without a branch that depends on the data, which could not be predicted.
 */
static inline bool
mg_next_of_both(BothWays *at, uint32_t *contact, bool *mutual)
{
	uint32_t target;
	uint32_t source;

	if (at->out == at->out_end || at->in == at->in_end)
		return false;
	target = at->target[at->out];
	source = at->source[at->in];
	at->out += target <= source;
	at->in += source <= target;
	*contact = target < source ? target : source;
	*mutual = target == source;
	return true;
}

/* The next contact and how they are tied; MG_NOBODY at the end. */
static inline uint32_t
mg_next_contact(BothWays *at, uint32_t *how)
{
	uint32_t target = at->out < at->out_end ? at->target[at->out] : MG_NOBODY;
	uint32_t source = at->in < at->in_end ? at->source[at->in] : MG_NOBODY;
	uint32_t to = target <= source;
	uint32_t from = source <= target;

	at->out += to;
	at->in += from;
	*how = to * MG_TIE_TO + from * MG_TIE_FROM;
	return to ? target : source;
}

/*
 * The strength of the last contact's ties, there plus back. Without branches, which are hard to
 * foresee here: it reads a strength for both ways, and takes none of the one without a tie.
 */
static inline double
mg_contact_weight(const Graph *graph, const BothWays *at, uint32_t how)
{
	uint32_t to = how / MG_TIE_TO;
	uint32_t from = how & MG_TIE_FROM;
	uint32_t last = graph->ties - 1;
	uint32_t out = at->out - to < last ? at->out - to : last;
	uint32_t in = at->in - from < last ? at->in - from : last;

	return (int32_t) to * mg_out_strength(graph, out) + (int32_t) from * mg_in_strength(graph, in);
}

#endif
