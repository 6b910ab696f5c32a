/*
 * merge.c - two networks side by side: their people in one order, and their ties.
 */
#include "graph/core/merge.h"

void
mg_merge_people(const Graph *a, const Graph *b, Merged *merged)
{
	size_t bound = (size_t) a->people + b->people;
	uint32_t at[2] = {0, 0};
	int i;

	merged->graphs[0] = a;
	merged->graphs[1] = b;
	merged->people = 0;
	merged->steps = 0;
	merged->ids = mg_alloc_array(int64_t, bound);
	for (i = 0; i < 2; i++)
	{
		merged->number[i] = mg_alloc_array(uint32_t, bound);
		merged->place[i] = mg_alloc_array(uint32_t, merged->graphs[i]->people);
	}
	while (at[0] < a->people || at[1] < b->people)
	{
		bool first_is_next =
			at[1] == b->people || (at[0] < a->people && a->ids[at[0]] <= b->ids[at[1]]);
		int64_t id = first_is_next ? a->ids[at[0]] : b->ids[at[1]];

		mg_step(&merged->steps);
		merged->ids[merged->people] = id;
		for (i = 0; i < 2; i++)
		{
			const Graph *graph = merged->graphs[i];
			bool here = at[i] < graph->people && graph->ids[at[i]] == id;

			merged->number[i][merged->people] = here ? at[i] : MG_NOBODY;
			if (here)
				merged->place[i][at[i]++] = merged->people;
		}
		merged->people++;
	}
}

void
mg_merged_free(Merged *merged)
{
	int i;

	mg_free(merged->ids);
	for (i = 0; i < 2; i++)
	{
		mg_free(merged->number[i]);
		mg_free(merged->place[i]);
	}
}

MergedRow
mg_merged_row(const Merged *merged, uint32_t person)
{
	MergedRow row = {{0, 0}, {0, 0}};
	int i;

	for (i = 0; i < 2; i++)
	{
		uint32_t number = merged->number[i][person];

		if (number == MG_NOBODY)
			continue;
		row.next[i] = merged->graphs[i]->out_start[number];
		row.end[i] = merged->graphs[i]->out_start[number + 1];
	}
	return row;
}

uint32_t
mg_merged_next(Merged *merged, MergedRow *row, double strength[2])
{
	uint32_t target[2] = {MG_NOBODY, MG_NOBODY};
	uint32_t next;
	int i;

	mg_step(&merged->steps);
	for (i = 0; i < 2; i++)
		if (row->next[i] < row->end[i])
			target[i] = merged->place[i][merged->graphs[i]->out_target[row->next[i]]];
	next = target[0] < target[1] ? target[0] : target[1];
	for (i = 0; i < 2; i++)
	{
		bool here = target[i] == next && next != MG_NOBODY;

		strength[i] = here ? mg_out_strength(merged->graphs[i], row->next[i]) : 0;
		row->next[i] += here;
	}
	return next;
}
