/*
 * picture.h - a network that is to be drawn, with what is known of its people, and the lines of the
 * text that describes it.
 */
#ifndef MG_PICTURE_H
#define MG_PICTURE_H

#include "graph/core/labels.h"
#include "math/sort.h"
#include "values/affiliation.h"
#include "values/chain.h"
#include "values/markup.h"

/* What a call gives; NULL: nothing. */
typedef struct PictureParts
{
	const Graph *graph;
	const Affiliation *names;
	const Affiliation *groups;
	const Affiliation *levels;
	const Chain *highlight;
	int digits; /* of strengths that are shown */
} PictureParts;

/* The people drawn are those of the network and those on the chain, by ascending id. */
typedef struct Picture
{
	PictureParts parts;
	uint32 people;
	int64 *ids;    /* [people] */
	uint32 *place; /* [people] on the chain, from 1; 0: not on it */
	uint32 *drawn; /* [people of the network] each one's number among the people drawn */
	Labels names;  /* of the people drawn; no groups where nothing was given */
	Labels groups;
	Labels levels;
	int32 *level;       /* [levels.groups], of those that somebody drawn has */
	uint32 weakest;     /* link of the chain, from 0; MG_NOBODY unless it has several */
	NumberedId *linked; /* ties of the network that the chain has as links, ascending */
	uint32 links;       /* how many */
} Picture;

/* 22023 for a level that is no whole number of at most 9 digits. O(people + hops log ties). */
extern void mg_picture_make(const PictureParts *parts, Picture *picture);

/* The people drawn, by the group that each has (number), unknown last, then by id. O(people). */
extern NumberedId *mg_picture_by_group(const Picture *picture);

/* The same by level, the highest first. */
extern NumberedId *mg_picture_by_level(const Picture *picture);

/* Whether a person drawn has a level below another's; unknown is the lowest. */
extern bool mg_picture_below(const Picture *picture, uint32 person, uint32 other);

/* Appends the name of a person, or of their group, from the affiliation that was given. */
extern void mg_append_picture_name(StringInfo out, Markup markup, const Affiliation *affiliation,
								   uint32 name);

/* The text, a line at a time: counted first, then copied to where there is room for it. */
typedef struct PictureLines
{
	StringInfoData line;
	char *text; /* NULL while counting */
	size_t size;
} PictureLines;

/* Ends the line that was appended to, with this at its end. */
extern void mg_picture_line(PictureLines *lines, const char *end);

/* Calls `write` for each tie, by person and number, that is no link of the chain. */
extern void mg_picture_ties(const Picture *picture, PictureLines *lines,
							void (*write)(const Picture *picture, PictureLines *lines,
										  uint32 person, uint32 tie));

/* Calls `write` twice. 54000, before it is allocated, for a text beyond 1 GB. */
extern text *mg_picture_text(const Picture *picture,
							 void (*write)(const Picture *picture, PictureLines *lines));

#endif
