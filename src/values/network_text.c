/*
 * network_text.c - the text form of a network.
 *
 *   1->2:0.8, 1->3, 7		ties by source and target, strength 1 left out; then people without
 *							a tie; the empty network is the empty string
 *
 * On input the order is free and white space may stand between the parts; the same pair twice
 * counts once, with the larger strength, as in network_agg.
 */
#include "values/network_text.h"

#include "miscadmin.h"
#include "utils/builtins.h"

#include "graph/core/build.h"
#include "values/scan.h"

/* One item: a person, or a tie. */
static bool
parse_item(TextScan *scan, Builder *builder)
{
	const char *start;
	int64 source;
	int64 target;
	double strength = 1.0;

	(void) mg_scan_end(scan); /* to the first character, for the message */
	start = scan->at;
	if (!mg_scan_id(scan, &source))
		return false;
	if (!mg_scan_sign(scan, "->"))
	{
		mg_builder_add_person(builder, source);
		return true;
	}
	if (!mg_scan_id(scan, &target))
		return false;
	if (mg_scan_sign(scan, ":") && !mg_scan_strength(scan, &strength))
		return false;
	if (source == target)
	{
		scan->at = start;
		mg_soft_error(
			scan->context,
			(errcode(ERRCODE_DATA_EXCEPTION), errmsg("a person cannot have a tie to themselves"),
			 errdetail("Source and target at position %d are both person " INT64_FORMAT ".",
					   mg_scan_position(scan), source)));
		return false;
	}
	mg_builder_add_tie(builder, source, target, strength);
	return true;
}

bool
mg_network_parse(TextScan *scan, Graph *graph)
{
	Builder *builder = mg_builder_create();
	uint32 items = 0;

	if (!mg_scan_end(scan))
		do
		{
			if (++items % 4096 == 0)
				CHECK_FOR_INTERRUPTS();
			if (!parse_item(scan, builder))
				return false;
		} while (mg_scan_sign(scan, ","));
	if (!mg_scan_end(scan))
		return mg_scan_expected(scan, "a comma or the end");
	mg_builder_finish(builder, graph);
	return true;
}

/* Marks the people whom some tie leads to. */
static bool *
people_with_supporters(const Graph *graph)
{
	bool *supported = mg_alloc_zero_array(bool, graph->people);
	uint32 steps = 0;
	uint32 tie;

	for (tie = 0; tie < graph->ties; tie++)
	{
		mg_step(&steps);
		supported[graph->out_target[tie]] = true;
	}
	return supported;
}

char *
mg_network_text(const Graph *graph)
{
	bool *supported = people_with_supporters(graph);
	StringInfoData out;
	uint32 steps = 0;
	uint32 person;
	uint32 tie;

	initStringInfo(&out);
	for (person = 0; person < graph->people; person++)
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			mg_step(&steps);
			if (out.len > 0)
				appendBinaryStringInfo(&out, ", ", 2);
			mg_append_id(&out, graph->ids[person]);
			appendBinaryStringInfo(&out, "->", 2);
			mg_append_id(&out, graph->ids[graph->out_target[tie]]);
			if (mg_out_strength(graph, tie) != 1.0)
			{
				appendStringInfoCharMacro(&out, ':');
				mg_append_number(&out, graph->out_strength[tie]);
			}
		}
	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		if (supported[person] || graph->out_start[person] < graph->out_start[person + 1])
			continue;
		if (out.len > 0)
			appendBinaryStringInfo(&out, ", ", 2);
		mg_append_id(&out, graph->ids[person]);
	}
	return out.data;
}
