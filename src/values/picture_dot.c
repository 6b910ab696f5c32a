/*
 * picture_dot.c - a picture in DOT, the language of Graphviz.
 *
 * A person is a node named by the id. Groups are clusters. Levels are rows, each with a node that
 * names it; with them the group stands below the name, as Graphviz 2.42 fails on some pictures with
 * rows and clusters. It also fails on some with clusters and labels of edges: strengths are xlabels
 * instead. A tie from a lower level to a higher one does not change the order of the rows. The chain
 * is drawn last, so that it lies on top. Its weakest link is dashed too, for prints without colours.
 */
#include "values/picture_dot.h"

#include "base/host.h"
#include "values/scan.h"

/* Grey for the network, blue for the chain, red for its weakest link: all legible on white. */
#define GREY "#6b7785"
#define BLUE "#1f5fa8"
#define RED "#b3261e"

static void
append_node(StringInfo out, int64 id)
{
	appendStringInfoCharMacro(out, '"');
	mg_append_id(out, id);
	appendStringInfoCharMacro(out, '"');
}

/* The node that names the row of a person. */
static void
append_row(StringInfo out, const Picture *picture, uint32 person)
{
	uint32 level = picture->levels.group[person];

	if (level < picture->levels.groups)
		appendStringInfo(out, "\"level %d\"", picture->level[level]);
	else
		appendStringInfoString(out, "\"level unknown\"");
}

/* ---- people ---- */

/* The name, or the id where it is unknown, and below it the group. */
static void
append_person_label(StringInfo out, const Picture *picture, uint32 person, bool with_group)
{
	uint32 name = picture->names.group[person];

	appendStringInfoString(out, "label=\"");
	if (name < picture->names.groups)
		mg_append_picture_name(out, MG_DOT, picture->parts.names, name);
	else
		mg_append_id(out, picture->ids[person]);
	if (with_group)
	{
		appendStringInfoString(out, "\\n(");
		mg_append_picture_name(out, MG_DOT, picture->parts.groups, picture->groups.group[person]);
		appendStringInfoCharMacro(out, ')');
	}
	appendStringInfoCharMacro(out, '"');
}

static void
write_person(const Picture *picture, PictureLines *lines, uint32 person, const char *indent)
{
	bool with_group =
		picture->parts.levels && picture->groups.group[person] < picture->groups.groups;
	bool labelled = with_group || picture->names.group[person] < picture->names.groups;
	bool marked = picture->place[person] > 0;

	appendStringInfoString(&lines->line, indent);
	append_node(&lines->line, picture->ids[person]);
	if (labelled || marked)
		appendStringInfoString(&lines->line, " [");
	if (labelled)
		append_person_label(&lines->line, picture, person, with_group);
	if (marked)
		appendStringInfo(&lines->line, "%scolor=\"" BLUE "\", fillcolor=\"#e3eefa\", penwidth=2",
						 labelled ? ", " : "");
	mg_picture_line(lines, labelled || marked ? "];" : ";");
}

static void
write_clusters(const Picture *picture, PictureLines *lines)
{
	NumberedId *sorted = mg_picture_by_group(picture);
	uint32 groups = picture->groups.groups;
	uint32 i;

	for (i = 0; i < picture->people; i++)
	{
		bool known = sorted[i].id < groups;

		if (known && (i == 0 || sorted[i - 1].id != sorted[i].id))
		{
			appendStringInfo(&lines->line, "\tsubgraph \"cluster_%u\" {\n\t\tlabel=\"",
							 (uint32) sorted[i].id);
			mg_append_picture_name(&lines->line, MG_DOT, picture->parts.groups, sorted[i].id);
			mg_picture_line(lines, "\";");
		}
		write_person(picture, lines, sorted[i].number, known ? "\t\t" : "\t");
		if (known && (i + 1 == picture->people || sorted[i + 1].id != sorted[i].id))
			mg_picture_line(lines, "\t}");
	}
	mg_free(sorted);
}

/* ---- rows of levels ---- */

static void
write_rows(const Picture *picture, PictureLines *lines)
{
	NumberedId *sorted = mg_picture_by_level(picture);
	uint32 i;

	for (i = 0; i < picture->people; i++)
	{
		uint32 person = sorted[i].number;

		if (i == 0 || sorted[i - 1].id != sorted[i].id)
		{
			appendStringInfoCharMacro(&lines->line, '\t');
			append_row(&lines->line, picture, person);
			mg_picture_line(lines, " [fontcolor=\"" GREY "\", shape=plaintext, style=\"\"];");
			if (i > 0)
			{
				appendStringInfoCharMacro(&lines->line, '\t');
				append_row(&lines->line, picture, sorted[i - 1].number);
				appendStringInfoString(&lines->line, " -> ");
				append_row(&lines->line, picture, person);
				mg_picture_line(lines, " [style=invis];");
			}
			appendStringInfoString(&lines->line, "\t{\n\t\trank=same;\n\t\t");
			append_row(&lines->line, picture, person);
			mg_picture_line(lines, ";");
		}
		write_person(picture, lines, person, "\t\t");
		if (i + 1 == picture->people || sorted[i + 1].id != sorted[i].id)
			mg_picture_line(lines, "\t}");
	}
	mg_free(sorted);
}

/* ---- ties ---- */

/* From one person to another, up to the width of the line. */
static void
append_tie(StringInfo out, int64 source, int64 target, double strength, double wider)
{
	appendStringInfoCharMacro(out, '\t');
	append_node(out, source);
	appendStringInfoString(out, " -> ");
	append_node(out, target);
	appendStringInfo(out, " [penwidth=%.2f", 0.5 + 2 * strength + wider);
}

static void
append_label(StringInfo out, const Picture *picture, double strength, const char *more)
{
	appendStringInfoString(out, ", xlabel=\"");
	mg_append_rounded(out, strength, picture->parts.digits);
	appendStringInfo(out, "%s\"", more);
}

static void
write_tie(const Picture *picture, PictureLines *lines, uint32 person, uint32 tie)
{
	const Graph *graph = picture->parts.graph;
	uint32 target = graph->out_target[tie];

	append_tie(&lines->line, graph->ids[person], graph->ids[target], mg_out_strength(graph, tie),
			   0);
	if (graph->out_strength)
		append_label(&lines->line, picture, graph->out_strength[tie], "");
	if (mg_picture_below(picture, picture->drawn[person], picture->drawn[target]))
		appendStringInfoString(&lines->line, ", constraint=false");
	mg_picture_line(lines, "];");
}

static uint32
drawn(const Picture *picture, int64 id)
{
	return mg_find_id(picture->ids, picture->people, id);
}

static void
write_chain(const Picture *picture, PictureLines *lines)
{
	const Chain *chain = picture->parts.highlight;
	uint32 i;

	for (i = 0; chain && i < chain->hops; i++)
	{
		double strength = mg_chain_strengths(chain)[i];
		bool weakest = i == picture->weakest;
		const char *color = weakest ? RED : BLUE;

		append_tie(&lines->line, chain->people[i], chain->people[i + 1], strength, 1);
		append_label(&lines->line, picture, strength, weakest ? " weakest link" : "");
		appendStringInfo(&lines->line, ", color=\"%s\", fontcolor=\"%s\"%s", color, color,
						 weakest ? ", style=dashed" : "");
		if (mg_picture_below(picture, drawn(picture, chain->people[i]),
							 drawn(picture, chain->people[i + 1])))
			appendStringInfoString(&lines->line, ", constraint=false");
		mg_picture_line(lines, "];");
	}
}

void
mg_write_dot(const Picture *picture, PictureLines *lines)
{
	mg_picture_line(lines, "digraph \"network\" {");
	mg_picture_line(lines, "\tgraph [bgcolor=white, labeljust=l, nodesep=0.4, style=rounded];");
	mg_picture_line(lines, "\tgraph [color=\"#aab4bf\", fontcolor=\"" GREY
						   "\", fontname=Helvetica, fontsize=11];");
	mg_picture_line(lines,
					"\tnode [color=\"" GREY
					"\", fillcolor=white, height=0.35, shape=box, style=\"rounded,filled\"];");
	mg_picture_line(lines, "\tnode [fontname=Helvetica, fontsize=11];");
	mg_picture_line(lines, "\tedge [arrowsize=0.7, color=\"" GREY "\", fontcolor=\"" GREY "\", "
						   "fontname=Helvetica, fontsize=9];");
	if (picture->parts.levels)
		write_rows(picture, lines);
	else
		write_clusters(picture, lines);
	mg_picture_ties(picture, lines, write_tie);
	write_chain(picture, lines);
	mg_picture_line(lines, "}");
}
