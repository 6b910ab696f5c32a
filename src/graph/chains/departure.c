/*
 * departure.c - what a departure changes.
 *
 * One search from all deciders at once finds everyone's strongest chain. Everyone below the leaver
 * in the tree of best ways loses theirs, nobody else does; only their labels are forgotten and
 * found anew, starting from the ties that lead in from the others. Cost: O(ties * log people) once,
 * and again for those below the leaver.
 */
#include "graph/chains/departure.h"
#include "graph/chains/search.h"
#include "math/length.h"

/* Which labels have a way through that of the leaver. */
static bool *
find_below(ChainSearch *search, uint32_t leaver)
{
	uint32_t count = search->labels_used;
	bool *below = mg_alloc_zero_array(bool, count);
	bool *known = mg_alloc_zero_array(bool, count);
	uint32_t at;

	below[leaver] = known[leaver] = true;
	for (at = 0; at < count; at++)
	{
		uint32_t up = at;
		uint32_t next;
		bool is_below;

		while (up != MG_NO_LABEL && !known[up])
		{
			mg_step(&search->steps);
			up = search->labels[up].parent;
		}
		is_below = up != MG_NO_LABEL && below[up];
		for (next = at; next != up; next = search->labels[next].parent)
		{
			below[next] = is_below;
			known[next] = true;
		}
	}
	mg_free(known);
	return below;
}

/* Opens the best ways to a person from those who kept theirs: whose labels come before `kept`. */
static void
lead_in(ChainSearch *search, uint32_t person, uint32_t kept)
{
	const Graph *graph = search->graph;
	uint32_t tie;

	for (tie = graph->in_start[person]; tie < graph->in_start[person + 1]; tie++)
	{
		uint32_t at = mg_search_label(search, graph->in_source[tie]);

		mg_step(&search->steps);
		if (at < kept)
			mg_search_follow(search, at, person, mg_in_strength(graph, tie));
	}
}

/* The hops of a label's way, if there is a strongest one. */
static uint32_t
hops_of(const ChainSearch *search, uint32_t at)
{
	return search->labels[at].length == MG_TOO_LONG ? MG_ANY_HOPS : search->labels[at].hops;
}

/* Whether one way is better than the other; those too weak to be compared are as good. */
static bool
differ(const SearchLabel *before, const SearchLabel *after)
{
	if (before->length == MG_TOO_LONG)
		return after->length != MG_TOO_LONG;
	return !mg_cost_equal(mg_label_cost(before), mg_label_cost(after));
}

/* Finds the chains without the leaver, once they are known with the leaver. */
static uint32_t
without_leaver(ChainSearch *search, uint32_t leaver, Impact **impacts)
{
	uint32_t kept = search->labels_used;
	bool *below = find_below(search, mg_search_label(search, leaver));
	uint32_t *label_before = mg_alloc_array(uint32_t, kept);
	uint32_t count = 0;
	uint32_t changed = 0;
	uint32_t person;
	uint32_t i;

	*impacts = mg_alloc_array(Impact, kept);
	for (person = 0; person < search->graph->people; person++)
	{
		uint32_t at = mg_search_label(search, person);

		mg_step(&search->steps);
		if (at == MG_NO_LABEL || !below[at] || person == leaver)
			continue;
		label_before[count] = at;
		(*impacts)[count++] = (Impact){.person = person,
									   .hops_before = hops_of(search, at),
									   .strength_before = mg_search_way_strength(search, at)};
	}
	mg_search_avoid(search, &leaver, 1);
	for (i = 0; i < count; i++)
		mg_search_forget(search, (*impacts)[i].person);
	for (i = 0; i < count; i++)
		lead_in(search, (*impacts)[i].person, kept);
	mg_search_run(search);
	mg_free(below);
	for (i = 0; i < count; i++)
	{
		Impact impact = (*impacts)[i];
		uint32_t at = mg_search_label(search, impact.person);

		mg_step(&search->steps);
		impact.hops_after = at == MG_NO_LABEL ? MG_ANY_HOPS : hops_of(search, at);
		impact.strength_after = at == MG_NO_LABEL ? 0 : mg_search_way_strength(search, at);
		if (at == MG_NO_LABEL || differ(&search->labels[at], &search->labels[label_before[i]]))
			(*impacts)[changed++] = impact;
	}
	mg_free(label_before);
	return changed;
}

uint32_t
mg_departure_impact(const Graph *graph, uint32_t leaver, const uint32_t *deciders,
					size_t decider_count, Impact **impacts)
{
	uint32_t changed = 0;
	ChainSearch search;
	size_t i;

	mg_search_start(&search, graph, false, MG_ANY_HOPS);
	mg_search_keep_strengths(&search);
	for (i = 0; i < decider_count; i++)
		mg_search_reach(&search, deciders[i], (ChainCost){0, 0}, MG_NO_LABEL, 1);
	mg_search_run(&search);
	if (mg_search_label(&search, leaver) == MG_NO_LABEL)
		*impacts = NULL;
	else
		changed = without_leaver(&search, leaver, impacts);
	mg_search_end(&search);
	return changed;
}
