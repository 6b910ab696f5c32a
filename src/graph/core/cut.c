/*
 * cut.c - networks made from networks.
 *
 * Each is one pass over the ties in order, so that the result comes out in order: O(people + ties)
 * time, and memory of the size of the result's upper bound.
 */
#include <string.h>

#include "graph/core/cut.h"
#include "graph/core/merge.h"

/* A graph being written, person by person, tie by tie. */
typedef struct Writer
{
	int64_t *ids;
	uint32_t *start;
	uint32_t *target;
	double *strength; /* NULL until a strength is not 1 */
	uint32_t people;
	uint32_t ties;
	uint32_t room;
} Writer;

static void
writer_start(Writer *writer, uint32_t people, uint32_t ties)
{
	memset(writer, 0, sizeof(*writer));
	writer->ids = mg_alloc_array(int64_t, people);
	writer->start = mg_alloc_array(uint32_t, (size_t) people + 1);
	writer->target = mg_alloc_array(uint32_t, ties);
	writer->room = ties;
	writer->start[0] = 0;
}

static void
writer_tie(Writer *writer, uint32_t target, double strength)
{
	if (strength != 1.0 && !writer->strength)
	{
		uint32_t steps = 0;
		uint32_t i;

		writer->strength = mg_alloc_array(double, writer->room);
		for (i = 0; i < writer->ties; i++)
		{
			mg_step(&steps);
			writer->strength[i] = 1.0;
		}
	}
	writer->target[writer->ties] = target;
	if (writer->strength)
		writer->strength[writer->ties] = strength;
	writer->ties++;
}

/* Closes a person, whose ties have been written. */
static void
writer_person(Writer *writer, int64_t id)
{
	writer->ids[writer->people++] = id;
	writer->start[writer->people] = writer->ties;
}

static void
writer_end(Writer *writer, Graph *result)
{
	memset(result, 0, sizeof(*result));
	result->people = writer->people;
	result->ties = writer->ties;
	result->ids = writer->ids;
	result->out_start = writer->start;
	result->out_target = writer->target;
	result->out_strength = writer->strength;
}

void
mg_cut_keep(const Graph *graph, const bool *keep, double at_least, Graph *result)
{
	uint32_t *place = mg_alloc_array(uint32_t, graph->people);
	uint32_t kept = 0;
	uint32_t steps = 0;
	uint32_t person;
	uint32_t tie;
	Writer writer;

	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		place[person] = !keep || keep[person] ? kept++ : MG_NOBODY;
	}
	writer_start(&writer, kept, graph->ties);
	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		if (place[person] == MG_NOBODY)
			continue;
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			uint32_t target = place[graph->out_target[tie]];
			double strength = mg_out_strength(graph, tie);

			mg_step(&steps);
			if (target != MG_NOBODY && strength >= at_least)
				writer_tie(&writer, target, strength);
		}
		writer_person(&writer, graph->ids[person]);
	}
	writer_end(&writer, result);
	mg_free(place);
}

/* Everybody, and the ties but for one; with mutual, only those whose opposite exists too. */
static void
keep_ties(const Graph *graph, bool mutual, uint32_t removed, Graph *result)
{
	uint32_t steps = 0;
	uint32_t person;
	uint32_t tie;
	Writer writer;

	writer_start(&writer, graph->people, graph->ties);
	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			uint32_t target = graph->out_target[tie];

			mg_step(&steps);
			if (tie != removed && (!mutual || mg_graph_tie(graph, target, person) != MG_NOBODY))
				writer_tie(&writer, target, mg_out_strength(graph, tie));
		}
		writer_person(&writer, graph->ids[person]);
	}
	writer_end(&writer, result);
}

void
mg_cut_mutual(const Graph *graph, Graph *result)
{
	keep_ties(graph, true, MG_NOBODY, result);
}

void
mg_cut_without_tie(const Graph *graph, uint32_t removed, Graph *result)
{
	keep_ties(graph, false, removed, result);
}

void
mg_cut_reversed(const Graph *graph, Graph *result)
{
	Graph turned = *graph;
	int64_t *ids = mg_alloc_array(int64_t, graph->people);

	if (!turned.in_start)
		mg_graph_add_in_ties(&turned);
	mg_copy(ids, graph->ids, graph->people * sizeof(int64_t));
	memset(result, 0, sizeof(*result));
	result->people = graph->people;
	result->ties = graph->ties;
	result->ids = ids;
	if (graph->in_start)
	{
		uint32_t *start = mg_alloc_array(uint32_t, (size_t) graph->people + 1);
		uint32_t *target = mg_alloc_array(uint32_t, graph->ties);
		double *strength = graph->in_strength ? mg_alloc_array(double, graph->ties) : NULL;

		mg_copy(start, graph->in_start, ((size_t) graph->people + 1) * sizeof(uint32_t));
		mg_copy(target, graph->in_source, graph->ties * sizeof(uint32_t));
		if (strength)
			mg_copy(strength, graph->in_strength, graph->ties * sizeof(double));
		result->out_start = start;
		result->out_target = target;
		result->out_strength = strength;
	}
	else
	{
		result->out_start = turned.in_start;
		result->out_target = turned.in_source;
		result->out_strength = turned.in_strength;
	}
}

/* ---- two networks ---- */

static bool
keeps(Combination how, bool in_first, bool in_second)
{
	switch (how)
	{
		case COMBINE_PLUS:
			return true;
		case COMBINE_MINUS:
			return in_first && !in_second;
		case COMBINE_COMMON:
			break;
	}
	return in_first && in_second;
}

/* The ties of one person in both networks, merged by target. */
static void
combine_rows(Merged *merged, uint32_t person, Combination how, const uint32_t *result_place,
			 Writer *writer)
{
	MergedRow row = mg_merged_row(merged, person);
	double strength[2];
	uint32_t target;

	while ((target = mg_merged_next(merged, &row, strength)) != MG_NOBODY)
	{
		bool second = strength[0] == 0 || (how == COMBINE_PLUS && strength[1] > strength[0]);

		if (keeps(how, strength[0] > 0, strength[1] > 0))
			writer_tie(writer, result_place[target], strength[second]);
	}
}

void
mg_cut_combine(const Graph *a, const Graph *b, Combination how, Graph *result)
{
	Merged merged;
	Writer writer;
	uint32_t *result_place;
	uint64_t ties = a->ties;
	uint32_t kept = 0;
	uint32_t person;

	if (how == COMBINE_PLUS)
		ties += b->ties;
	if (ties > UINT32_MAX)
		mg_raise(MG_ERROR_LIMIT, "network has too many ties", MG_HINT_TOO_LARGE,
				 "A network has at most %u ties.", MG_MAX_TIES);
	mg_merge_people(a, b, &merged);
	result_place = mg_alloc_array(uint32_t, merged.people);
	for (person = 0; person < merged.people; person++)
	{
		bool in_first = merged.number[0][person] != MG_NOBODY;
		bool in_second = merged.number[1][person] != MG_NOBODY;

		/* Ties that the second has too go; their people stay. */
		result_place[person] =
			keeps(how, in_first, how == COMBINE_MINUS ? false : in_second) ? kept++ : MG_NOBODY;
	}
	writer_start(&writer, kept, (uint32_t) ties);
	for (person = 0; person < merged.people; person++)
	{
		if (result_place[person] == MG_NOBODY)
			continue;
		combine_rows(&merged, person, how, result_place, &writer);
		writer_person(&writer, merged.ids[person]);
	}
	writer_end(&writer, result);
	mg_free(result_place);
	mg_merged_free(&merged);
}

/* ---- around one person ---- */

void
mg_cut_mark_around(const Graph *graph, uint32_t person, uint32_t radius, bool *mark)
{
	uint32_t *queue = mg_alloc_array(uint32_t, graph->people);
	uint32_t read = 0;
	uint32_t written = 0;
	uint32_t steps = 0;
	uint32_t hops;

	queue[written++] = person;
	mark[person] = true;
	for (hops = 0; hops < radius && read < written; hops++)
	{
		uint32_t end = written;

		for (; read < end; read++)
		{
			uint32_t at = queue[read];
			uint32_t tie;

			for (tie = graph->out_start[at]; tie < graph->out_start[at + 1]; tie++)
			{
				mg_step(&steps);
				if (!mark[graph->out_target[tie]])
				{
					mark[graph->out_target[tie]] = true;
					queue[written++] = graph->out_target[tie];
				}
			}
			for (tie = graph->in_start[at]; tie < graph->in_start[at + 1]; tie++)
			{
				mg_step(&steps);
				if (!mark[graph->in_source[tie]])
				{
					mark[graph->in_source[tie]] = true;
					queue[written++] = graph->in_source[tie];
				}
			}
		}
	}
	mg_free(queue);
}
