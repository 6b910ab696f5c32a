/*
 * meet.c - where a search from the start and a search from the end meet.
 *
 * Whenever a side labels a person whom the other side has labelled, both ways together are a chain;
 * `best` is the least cost of such a chain. The searches can stop when
 *
 *     (smallest open cost forward) + (smallest open cost backward) >= best,
 *
 * or when a side has nothing open. Let f and b be the smallest open costs and C the cost of a
 * strongest chain P.
 *
 *  - best = C. Let w be the first person of P whom the forward side has not settled (if there is
 *    none, the end is settled forward and labelled backward from the start: best = C). The person
 *    before w is settled, so w has its true forward cost, >= f. The rest of P then costs at most
 *    C - f <= best - f <= b. Everyone after w on P costs less than that, hence less than b, is
 *    settled backward, and has given w its true backward label: best <= C.
 *  - The people. For P the first of all strongest chains, w as above got its label from the person
 *    before it on P and its backward label from the person after it, both settled, so both parts of
 *    P are what w's labels hold. The answer is the first in order among all pairs of labels that
 *    sum to C.
 *
 * With a limit on hops the parts of a strongest chain are themselves undominated (a dominating part
 * would make a better chain), so the same holds with "label" for "person".
 *
 * By weakest link the maximum takes the place of the sum, and it is over when best <= max(f, b):
 * whatever a side would still find has a weaker link than its smallest open cost.
 *
 * None of this depends on how far which side has gone, so a search can be used for many meetings.
 *
 * For chains without the direct tie both sides keep two ways to everyone (search.h). A way forward
 * uses that tie just if its first step is the end; a way backward just if its first step, the last
 * of the chain, is the start. So each side knows the best ways without it, for any other end, and
 * the above holds for the labels that remain.
 */
#include <string.h>

#include "graph/chains/meet.h"

static void
remember(Meeting *meeting, uint32_t forward, uint32_t backward)
{
	if (meeting->used == meeting->room)
	{
		meeting->room = meeting->room ? 2 * meeting->room : 16;
		meeting->labels = meeting->labels ? mg_realloc_array(meeting->labels, uint32_t,
															 2 * (size_t) meeting->room)
										  : mg_alloc_array(uint32_t, 2 * (size_t) meeting->room);
	}
	meeting->labels[2 * (size_t) meeting->used] = forward;
	meeting->labels[2 * (size_t) meeting->used + 1] = backward;
	meeting->used++;
}

/*
 * Whether a forward and a backward label make a chain that is not the direct tie: where two ways
 * are kept (skip_direct), ways that begin or end with that tie are left out. A way beyond the end,
 * or before the start, may use it later on, but cutting out the circle makes a shorter chain
 * without.
 */
static bool
fits(const Meeting *meeting, uint32_t head, uint32_t tail)
{
	const ChainSearch *forward = meeting->forward;
	const ChainSearch *backward = meeting->backward;

	if (!forward->first_steps)
		return true;
	return forward->first_steps[head] != backward->labels[0].person &&
		   backward->first_steps[tail] != forward->labels[0].person;
}

void
mg_meeting_label(Meeting *meeting, const ChainSearch *side, uint32_t label)
{
	const ChainSearch *other = side == meeting->forward ? meeting->backward : meeting->forward;
	const SearchLabel *here = &side->labels[label];
	uint32_t at = mg_search_label(other, here->person);

	for (; at != MG_NO_LABEL; at = other->labels[at].next)
	{
		ChainCost whole =
			mg_cost_joined(side, mg_label_cost(here), mg_label_cost(&other->labels[at]));

		if (whole.hops > side->max_hops || mg_cost_less(meeting->best, whole))
			continue;
		if (!(side == meeting->forward ? fits(meeting, label, at) : fits(meeting, at, label)))
			continue;
		if (mg_cost_less(whole, meeting->best))
			meeting->used = 0;
		meeting->best = whole;
		if (side == meeting->forward)
			remember(meeting, label, at);
		else
			remember(meeting, at, label);
	}
}

void
mg_meeting_start(Meeting *meeting, ChainSearch *forward, ChainSearch *backward)
{
	ChainSearch *fewer = forward->labels_used < backward->labels_used ? forward : backward;
	uint32_t label;

	memset(meeting, 0, sizeof(*meeting));
	meeting->forward = forward;
	meeting->backward = backward;
	meeting->best = (ChainCost){INT64_MAX, MG_ANY_HOPS};
	for (label = 0; label < fewer->labels_used; label++)
	{
		mg_step(&fewer->steps);
		mg_meeting_label(meeting, fewer, label);
	}
}

void
mg_meeting_settle(Meeting *meeting, ChainSearch *side)
{
	uint32_t at = mg_search_take(side);
	ChainCost reached = mg_label_cost(&side->labels[at]);
	uint32_t tie = mg_search_first_tie(side, side->labels[at].person);
	uint32_t end = mg_search_first_tie(side, side->labels[at].person + 1);

	for (; tie < end; tie++)
	{
		ChainCost cost = mg_search_tie_cost(side, mg_search_strength(side, tie));
		uint32_t label;

		mg_step(&side->steps);
		label = mg_search_reach(side, mg_search_neighbour(side, tie),
								mg_cost_joined(side, reached, cost), at, 0);
		if (label != MG_NO_LABEL)
			mg_meeting_label(meeting, side, label);
	}
}

void
mg_meeting_end(Meeting *meeting)
{
	if (meeting->labels)
		mg_free(meeting->labels);
}

bool
mg_meeting_over(const Meeting *meeting)
{
	ChainCost forward;
	ChainCost backward;

	if (!mg_search_open(meeting->forward, &forward) ||
		!mg_search_open(meeting->backward, &backward))
		return true;
	if (!mg_meeting_found(meeting))
		return false;
	if (meeting->forward->widest)
		return meeting->best.length <= forward.length || meeting->best.length <= backward.length;
	return !mg_cost_less(mg_cost_joined(meeting->forward, forward, backward), meeting->best);
}

void
mg_meeting_path(const Meeting *meeting, ChainPath *path)
{
	uint32_t count = meeting->best.hops + 1;
	uint32_t *candidate = mg_alloc_array(uint32_t, count);
	bool any = false;
	uint32_t i;

	path->hops = meeting->best.hops;
	path->people = mg_alloc_array(uint32_t, count);
	for (i = 0; i < meeting->used; i++)
	{
		uint32_t head = meeting->labels[2 * (size_t) i];
		uint32_t tail = meeting->labels[2 * (size_t) i + 1];
		uint32_t hops = meeting->forward->labels[head].hops;
		uint32_t same = 0;

		mg_check_interrupts();
		/* another way may have taken the place of the one that was remembered */
		if (!fits(meeting, head, tail))
			continue;
		mg_search_way(meeting->forward, head, candidate);
		mg_search_way(meeting->backward, tail, candidate + hops);
		while (any && same < count && candidate[same] == path->people[same])
			same++;
		if (!any || (same < count && candidate[same] < path->people[same]))
			mg_copy(path->people, candidate, count * sizeof(uint32_t));
		any = true;
	}
	mg_free(candidate);
}
