/*
 * picture.c - a network that is to be drawn: who is in the picture, and what is known of them.
 */
#include "values/picture.h"

#include "utils/memutils.h"

#include "base/host.h"

/* Digits of a level: it fits 32 bits whatever they are. */
#define LEVEL_DIGITS 9

/* ---- people ---- */

/* The people on the chain by id, numbered by their place. */
static NumberedId *
sorted_chain(const Chain *chain, uint32 people)
{
	NumberedId *sorted = mg_alloc_array(NumberedId, people);
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < people; i++)
	{
		mg_step(&steps);
		sorted[i].id = chain->people[i];
		sorted[i].number = i + 1;
	}
	mg_sort_ids(sorted, people);
	return sorted;
}

/* Merges the ids of the network and of the chain. */
static void
gather_people(Picture *picture)
{
	const Graph *graph = picture->parts.graph;
	uint32 on_chain = picture->parts.highlight ? picture->parts.highlight->hops + 1 : 0;
	NumberedId *chain = sorted_chain(picture->parts.highlight, on_chain);
	size_t most = (size_t) graph->people + on_chain;
	uint32 steps = 0;
	uint32 person = 0;
	uint32 i = 0;

	picture->ids = mg_alloc_array(int64, most);
	picture->place = mg_alloc_array(uint32, most);
	picture->drawn = mg_alloc_array(uint32, graph->people);
	for (picture->people = 0; person < graph->people || i < on_chain; picture->people++)
	{
		bool in_network =
			person < graph->people && (i == on_chain || graph->ids[person] <= chain[i].id);
		int64 id = in_network ? graph->ids[person] : chain[i].id;

		mg_step(&steps);
		picture->ids[picture->people] = id;
		picture->place[picture->people] = i < on_chain && chain[i].id == id ? chain[i++].number : 0;
		if (in_network)
			picture->drawn[person++] = picture->people;
	}
	mg_free(chain);
}

/* The ties of the network that the chain has as links. */
static void
gather_links(Picture *picture)
{
	const Graph *graph = picture->parts.graph;
	const Chain *chain = picture->parts.highlight;
	uint32 steps = 0;
	uint32 i;

	picture->links = 0;
	if (!chain)
		return;
	picture->weakest = chain->hops > 1 ? mg_chain_weakest_link(chain) : MG_NOBODY;
	picture->linked = mg_alloc_array(NumberedId, chain->hops);
	for (i = 0; i < chain->hops; i++)
	{
		uint32 source = mg_graph_person(graph, chain->people[i]);
		uint32 target = mg_graph_person(graph, chain->people[i + 1]);
		uint32 tie = source == MG_NOBODY || target == MG_NOBODY
						 ? MG_NOBODY
						 : mg_graph_tie(graph, source, target);

		mg_step(&steps);
		if (tie != MG_NOBODY)
			picture->linked[picture->links++].id = tie;
	}
	mg_sort_ids(picture->linked, picture->links);
}

/* ---- what is known of them ---- */

static void
label_people(const Picture *picture, const Affiliation *affiliation, Labels *labels)
{
	Graph drawn = {.people = picture->people, .ids = picture->ids};

	if (affiliation)
		mg_labels_make(&drawn, affiliation->ids, mg_affiliation_groups(affiliation),
					   affiliation->people, affiliation->groups, labels);
	else
		mg_labels_make(&drawn, NULL, NULL, 0, 0, labels);
}

static bool
read_level(const char *name, int length, int32 *level)
{
	bool negative = length > 0 && *name == '-';
	int i = negative ? 1 : 0;

	*level = 0;
	if (length == i || length > i + LEVEL_DIGITS)
		return false;
	for (; i < length; i++)
	{
		if (name[i] < '0' || name[i] > '9')
			return false;
		*level = *level * 10 + (name[i] - '0');
	}
	if (negative)
		*level = -*level;
	return true;
}

static void
refuse_level(const Picture *picture, uint32 level)
{
	int length;
	const char *name = mg_affiliation_name(picture->parts.levels, level, &length);
	uint32 steps = 0;
	uint32 person;

	for (person = 0; picture->levels.group[person] != level; person++)
		mg_step(&steps);
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("level must be a whole number of at most %d digits", LEVEL_DIGITS),
					errdetail("The level of person " INT64_FORMAT " is %s.", picture->ids[person],
							  mg_show_name(name, length)),
					errhint("Number the levels, the most senior with the highest number.")));
}

/* Reads the levels that people drawn have. */
static void
read_levels(Picture *picture)
{
	uint32 steps = 0;
	uint32 i;

	picture->level = mg_alloc_zero_array(int32, picture->levels.groups);
	for (i = 0; i < picture->levels.groups; i++)
	{
		int length;
		const char *name = mg_affiliation_name(picture->parts.levels, i, &length);

		mg_step(&steps);
		if (picture->levels.size[i] > 0 && !read_level(name, length, &picture->level[i]))
			refuse_level(picture, i);
	}
}

void
mg_picture_make(const PictureParts *parts, Picture *picture)
{
	memset(picture, 0, sizeof(*picture));
	picture->parts = *parts;
	gather_people(picture);
	gather_links(picture);
	label_people(picture, parts->names, &picture->names);
	label_people(picture, parts->groups, &picture->groups);
	label_people(picture, parts->levels, &picture->levels);
	read_levels(picture);
}

/* ---- order ---- */

/* Ascends from the highest level to the lowest, and to unknown. */
static int64
height(const Picture *picture, uint32 person)
{
	uint32 level = picture->levels.group[person];

	return level < picture->levels.groups ? -(int64) picture->level[level] : PG_INT64_MAX;
}

static int64
group(const Picture *picture, uint32 person)
{
	return picture->groups.group[person];
}

static NumberedId *
people_by(const Picture *picture, int64 (*key)(const Picture *, uint32))
{
	NumberedId *sorted = mg_alloc_array(NumberedId, picture->people);
	uint32 steps = 0;
	uint32 person;

	for (person = 0; person < picture->people; person++)
	{
		mg_step(&steps);
		sorted[person].id = key(picture, person);
		sorted[person].number = person;
	}
	mg_sort_ids(sorted, picture->people);
	return sorted;
}

NumberedId *
mg_picture_by_group(const Picture *picture)
{
	return people_by(picture, group);
}

NumberedId *
mg_picture_by_level(const Picture *picture)
{
	return people_by(picture, height);
}

bool
mg_picture_below(const Picture *picture, uint32 person, uint32 other)
{
	return height(picture, person) > height(picture, other);
}

/* ---- text ---- */

void
mg_append_picture_name(StringInfo out, Markup markup, const Affiliation *affiliation, uint32 name)
{
	int length;
	const char *text = mg_affiliation_name(affiliation, name, &length);

	mg_append_markup(out, markup, text, length);
}

void
mg_picture_line(PictureLines *lines, const char *end)
{
	const size_t most = MaxAllocSize - VARHDRSZ;

	appendStringInfoString(&lines->line, end);
	appendStringInfoCharMacro(&lines->line, '\n');
	if (lines->text)
		mg_copy(lines->text + lines->size, lines->line.data, lines->line.len);
	else
		mg_check_interrupts();
	lines->size += lines->line.len;
	if (lines->size > most)
		mg_raise(MG_ERROR_LIMIT, "picture is too large",
				 "Draw a part of the network, for example ego_network(network, person).",
				 "Its text would have more than %zu bytes.", most);
	resetStringInfo(&lines->line);
}

void
mg_picture_ties(const Picture *picture, PictureLines *lines,
				void (*write)(const Picture *picture, PictureLines *lines, uint32 person,
							  uint32 tie))
{
	const Graph *graph = picture->parts.graph;
	uint32 linked = 0;
	uint32 steps = 0;
	uint32 person;
	uint32 tie;

	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			while (linked < picture->links && picture->linked[linked].id < tie)
				linked++;
			if (linked == picture->links || picture->linked[linked].id != tie)
				write(picture, lines, person, tie);
		}
	}
}

text *
mg_picture_text(const Picture *picture, void (*write)(const Picture *picture, PictureLines *lines))
{
	PictureLines lines = {.text = NULL, .size = 0};
	text *result;

	initStringInfo(&lines.line);
	write(picture, &lines);
	result = palloc(VARHDRSZ + lines.size);
	SET_VARSIZE(result, VARHDRSZ + lines.size);
	lines.text = VARDATA(result);
	lines.size = 0;
	write(picture, &lines);
	pfree(lines.line.data);
	return result;
}
