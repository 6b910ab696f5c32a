/*
 * strongest.c - the strongest chain from one person to another, searched from both ends.
 *
 * Order of chains (see length.c): the smaller sum of lengths, then fewer hops, then the people,
 * compared from the start. Two searches (search.c), forward from `from` along the ties and backward
 * from `to` against them, run until their meeting (meet.c, which has the stop rule and the proof)
 * is over; that side goes on which will have followed fewer ties then, so that a hub is left aside
 * until the other side has done as much, by when they have mostly met. A label that cannot end
 * below or at best (its cost plus the other side's smallest open cost) is not made: it is on no
 * strongest chain.
 *
 * By weakest link, a first meeting finds the best possible weakest link. The second is the one
 * above over ties at least that strong. By hops, a first meeting finds the fewest possible hops;
 * the second is limited to that many.
 *
 * Without in-ties only the forward side moves; the backward side then stays at `to`.
 */
#include "graph/chains/strongest.h"
#include "graph/core/row.h"
#include "math/length.h"

typedef struct Ends
{
	const ChainQuery *query;
	ChainSearch forward;
	ChainSearch backward;
	Meeting meeting;
	uint64_t followed[2]; /* ties, forward and backward */
} Ends;

static bool
is_barred(const ChainQuery *query, uint32_t person)
{
	if (query->skip_direct && person == query->to)
		return true;
	return mg_row_has(query->barred, query->barred_count, person);
}

/* Settles a side's smallest open label: considers every tie from there that can still matter. */
static void
settle(Ends *ends, ChainSearch *side)
{
	const ChainQuery *query = ends->query;
	const ChainSearch *other = side->backward ? &ends->forward : &ends->backward;
	ChainCost rest = other->open.least;
	uint32_t at = mg_search_take(side);
	ChainCost reached = mg_label_cost(&side->labels[at]);
	uint32_t person = side->labels[at].person;
	uint32_t tie = mg_search_first_tie(side, person);
	uint32_t end = mg_search_first_tie(side, person + 1);
	bool barred = (query->barred_count > 0 || query->skip_direct) &&
				  (side->backward ? is_barred(query, person) : person == query->from);

	for (; tie < end; tie++)
	{
		double strength = mg_search_strength(side, tie);
		uint32_t neighbour = mg_search_neighbour(side, tie);
		uint32_t label;
		ChainCost cost;

		mg_step(&side->steps);
		if (strength < side->weakest)
			continue;
		if (barred && (side->backward ? neighbour == query->from : is_barred(query, neighbour)))
			continue;
		cost = mg_cost_joined(side, reached, mg_search_tie_cost(side, strength));
		if (mg_cost_less(ends->meeting.best, mg_cost_joined(side, cost, rest)))
			continue;
		label = mg_search_reach(side, neighbour, cost, at, 0);
		if (label != MG_NO_LABEL)
			mg_meeting_label(&ends->meeting, side, label);
	}
}

/* The ties of a side's smallest open label. */
static uint32_t
ties_ahead(const ChainSearch *side)
{
	uint32_t person = side->labels[mg_open_least(&side->open)].person;

	return mg_search_first_tie(side, person + 1) - mg_search_first_tie(side, person);
}

/* That side goes on which will have followed fewer ties then. */
static bool
backward_is_next(Ends *ends)
{
	uint64_t forward = ends->followed[0] + ties_ahead(&ends->forward);
	uint64_t backward = ends->followed[1] + ties_ahead(&ends->backward);

	if (backward < forward)
		ends->followed[1] = backward;
	else
		ends->followed[0] = forward;
	return backward < forward;
}

/* Both searches; whether there is a chain, which is then the meeting's best. */
static bool
meet(Ends *ends, const ChainQuery *query, bool widest, double weakest)
{
	ChainSearch *sides[2] = {&ends->forward, &ends->backward};
	bool both = query->graph->in_start != NULL;
	int i;

	ends->query = query;
	ends->followed[0] = ends->followed[1] = 0;
	for (i = 0; i < 2; i++)
	{
		mg_search_start(sides[i], query->graph, i == 1, query->max_hops);
		sides[i]->widest = widest;
		sides[i]->weakest = weakest;
		mg_search_avoid(sides[i], query->avoid, query->avoid_count);
		mg_search_reach(sides[i], i == 0 ? query->from : query->to, (ChainCost){0, 0}, MG_NO_LABEL,
						1);
	}
	mg_meeting_start(&ends->meeting, sides[0], sides[1]);
	while (!mg_meeting_over(&ends->meeting))
		settle(ends, sides[both && backward_is_next(ends)]);
	return mg_meeting_found(&ends->meeting);
}

static void
end_both(Ends *ends)
{
	mg_meeting_end(&ends->meeting);
	mg_search_end(&ends->forward);
	mg_search_end(&ends->backward);
}

/* The best possible weakest link; false if there is no chain. */
static bool
best_weakest_link(const ChainQuery *query, double *strength)
{
	Ends ends;
	bool found = meet(&ends, query, true, 0);

	if (found)
		*strength = mg_width_strength(ends.meeting.best.length);
	end_both(&ends);
	return found;
}

/* The fewest possible hops; false if there is no chain. */
static bool
fewest_hops(ChainQuery query, uint32_t *hops)
{
	Graph alike = *query.graph;
	Ends ends;
	bool found;

	alike.out_strength = alike.in_strength = NULL;
	query.graph = &alike;
	found = meet(&ends, &query, false, 0);
	if (found)
		*hops = ends.meeting.best.hops;
	end_both(&ends);
	return found;
}

ChainFound
mg_find_strongest_chain(const ChainQuery *query, ChainPath *path, uint32_t *labels)
{
	ChainQuery limited = *query;
	ChainFound found = CHAIN_NONE;
	double weakest = 0;
	Ends ends;

	if (labels)
		*labels = 0;
	if (query->graph->out_strength)
	{
		if (query->by == CHAIN_BY_WEAKEST_LINK && !best_weakest_link(query, &weakest))
			return CHAIN_NONE;
		if (query->by == CHAIN_BY_HOPS && !fewest_hops(*query, &limited.max_hops))
			return CHAIN_NONE;
	}
	if (meet(&ends, &limited, false, weakest))
		found = ends.meeting.best.length == MG_TOO_LONG ? CHAIN_TOO_WEAK : CHAIN_FOUND;
	if (found == CHAIN_FOUND)
		mg_meeting_path(&ends.meeting, path);
	if (labels)
		*labels = ends.forward.labels_used + ends.backward.labels_used;
	end_both(&ends);
	return found;
}

bool
mg_strongest_chain(const ChainQuery *query, ChainPath *path)
{
	ChainFound found = mg_find_strongest_chain(query, path, NULL);

	if (found == CHAIN_TOO_WEAK)
		mg_raise_too_weak();
	return found == CHAIN_FOUND;
}
