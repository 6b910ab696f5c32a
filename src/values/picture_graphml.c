/*
 * picture_graphml.c - a picture in GraphML (Brandes et al. 2001).
 *
 * The id of a node is the id of the person, which is a valid NMTOKEN whatever its sign. Strengths
 * have all their digits.
 */
#include "values/picture_graphml.h"

#include "base/host.h"
#include "values/scan.h"

static void
put_key(PictureLines *lines, const char *element, const char *name, const char *type)
{
	appendStringInfo(&lines->line,
					 "  <key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>", name,
					 element, name, type);
	mg_picture_line(lines, "");
}

/* What an affiliation says of a person; nothing if it says nothing. */
static void
append_data(StringInfo out, const char *key, const Affiliation *affiliation, const Labels *labels,
			uint32 person)
{
	uint32 name = labels->group[person];

	if (name >= labels->groups)
		return;
	appendStringInfo(out, "<data key=\"%s\">", key);
	mg_append_picture_name(out, MG_XML, affiliation, name);
	appendStringInfoString(out, "</data>");
}

static void
write_people(const Picture *picture, PictureLines *lines)
{
	StringInfo out = &lines->line;
	uint32 person;

	for (person = 0; person < picture->people; person++)
	{
		uint32 level = picture->levels.group[person];

		appendStringInfoString(out, "    <node id=\"");
		mg_append_id(out, picture->ids[person]);
		appendStringInfoString(out, "\">");
		append_data(out, "name", picture->parts.names, &picture->names, person);
		append_data(out, "group", picture->parts.groups, &picture->groups, person);
		if (level < picture->levels.groups)
			appendStringInfo(out, "<data key=\"level\">%d</data>", picture->level[level]);
		if (picture->place[person] > 0)
			appendStringInfo(out, "<data key=\"place\">%u</data>", picture->place[person]);
		mg_picture_line(lines, "</node>");
	}
}

static void
append_tie(StringInfo out, int64 source, int64 target, double strength)
{
	appendStringInfoString(out, "    <edge source=\"");
	mg_append_id(out, source);
	appendStringInfoString(out, "\" target=\"");
	mg_append_id(out, target);
	appendStringInfoString(out, "\"><data key=\"strength\">");
	mg_append_number(out, strength);
	appendStringInfoString(out, "</data>");
}

static void
write_tie(const Picture *picture, PictureLines *lines, uint32 person, uint32 tie)
{
	const Graph *graph = picture->parts.graph;

	append_tie(&lines->line, graph->ids[person], graph->ids[graph->out_target[tie]],
			   mg_out_strength(graph, tie));
	mg_picture_line(lines, "</edge>");
}

static void
write_chain(const Picture *picture, PictureLines *lines)
{
	const Chain *chain = picture->parts.highlight;
	uint32 i;

	for (i = 0; chain && i < chain->hops; i++)
	{
		append_tie(&lines->line, chain->people[i], chain->people[i + 1],
				   mg_chain_strengths(chain)[i]);
		appendStringInfo(&lines->line, "<data key=\"step\">%u</data>%s", i + 1,
						 i == picture->weakest ? "<data key=\"weakest\">true</data>" : "");
		mg_picture_line(lines, "</edge>");
	}
}

void
mg_write_graphml(const Picture *picture, PictureLines *lines)
{
	mg_picture_line(lines, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
	mg_picture_line(lines, "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">");
	put_key(lines, "node", "name", "string");
	put_key(lines, "node", "group", "string");
	put_key(lines, "node", "level", "int");
	put_key(lines, "node", "place", "int");
	put_key(lines, "edge", "strength", "double");
	put_key(lines, "edge", "step", "int");
	put_key(lines, "edge", "weakest", "boolean");
	mg_picture_line(lines, "  <graph id=\"network\" edgedefault=\"directed\">");
	write_people(picture, lines);
	mg_picture_ties(picture, lines, write_tie);
	write_chain(picture, lines);
	mg_picture_line(lines, "  </graph>");
	mg_picture_line(lines, "</graphml>");
}
