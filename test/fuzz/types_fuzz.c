/*
 * types_fuzz.c - every text and binary form: an input is refused with a proper code, or gives a
 * value whose text and bytes give the same value again.
 *
 * The first byte of an input chooses the type and the form.
 */
#include "postgres.h"
#include "fmgr.h"

#include <ctype.h>

#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"

#include "shim.h"
#include "values/affiliation.h"
#include "values/affiliation_io.h"
#include "values/chain_io.h"
#include "values/competencies.h"
#include "values/composition.h"
#include "values/network.h"
#include "values/network_text.h"
#include "values/network_wire.h"
#include "values/picture_dot.h"
#include "values/picture_graphml.h"
#include "values/shortlist.h"
#include "values/shortlist_text.h"
#include "values/shortlist_wire.h"

#undef malloc
#undef free

/* A type: its forms, and whether a value is valid. */
typedef struct Type
{
	const char *name;
	void *(*parse)(TextScan *scan);
	char *(*text)(const void *value);
	void *(*receive)(StringInfo in);
	bytea *(*send)(const void *value);
	const char *(*problem)(const void *value);
} Type;

static void *
parse_network(TextScan *scan)
{
	Graph graph;

	return mg_network_parse(scan, &graph) ? mg_network_make(&graph) : NULL;
}

static Graph
view(const void *network)
{
	Graph graph;

	mg_network_view(network, &graph);
	return graph;
}

static char *
text_of_network(const void *value)
{
	Graph graph = view(value);

	return mg_network_text(&graph);
}

static void *
receive_network(StringInfo in)
{
	return mg_network_receive(in);
}

static bytea *
send_network(const void *value)
{
	Graph graph = view(value);

	return mg_network_send(&graph);
}

static const char *
network_problem(const void *value)
{
	Graph graph = view(value);

	return mg_network_problem(&graph);
}

static void *
parse_chain(TextScan *scan)
{
	return mg_chain_parse(scan);
}

static char *
text_of_chain(const void *value)
{
	return mg_chain_text(value);
}

static void *
receive_chain(StringInfo in)
{
	return mg_chain_receive(in);
}

static bytea *
send_chain(const void *value)
{
	return mg_chain_send(value);
}

static const char *
chain_problem(const void *value)
{
	const Chain *chain = value;

	return mg_chain_problem(chain->hops, chain->people, mg_chain_strengths(chain));
}

static void *
parse_shortlist(TextScan *scan)
{
	Lists lists;

	return mg_shortlist_parse(scan, &lists) ? mg_shortlist_make(&lists) : NULL;
}

static Lists
view_lists(const void *shortlist)
{
	Lists lists;

	mg_shortlist_view(shortlist, &lists);
	return lists;
}

static char *
text_of_shortlist(const void *value)
{
	Lists lists = view_lists(value);

	return mg_shortlist_text(&lists);
}

static void *
receive_shortlist(StringInfo in)
{
	return mg_shortlist_receive(in);
}

static bytea *
send_shortlist(const void *value)
{
	Lists lists = view_lists(value);

	return mg_shortlist_send(&lists);
}

static const char *
shortlist_problem(const void *value)
{
	Lists lists = view_lists(value);

	return mg_shortlist_problem(&lists);
}

static const char *
affiliation_problem(const void *value)
{
	return mg_affiliation_problem(value);
}

/* Names that ascend, numbers that the type takes. */
static const char *
numbers_problem(const NumberMap *map, const NumberMapType *type)
{
	for (uint32 i = 0; i < map->entries; i++)
	{
		int length;
		int next_length;
		const char *name = mg_number_map_name(map, i, &length);
		const char *next;

		if (!mg_number_valid(map->numbers[i]) || signbit(map->numbers[i]) ||
			(map->numbers[i] == 0 && !type->keeps_zeros))
			return "a number is not valid";
		if (i + 1 == map->entries)
			break;
		next = mg_number_map_name(map, i + 1, &next_length);
		if (mg_compare_names(name, length, next, next_length) >= 0)
			return "names do not ascend";
	}
	return NULL;
}

static const char *
composition_problem(const void *value)
{
	return numbers_problem(value, &mg_composition_type);
}

static const char *
competencies_problem(const void *value)
{
	return numbers_problem(value, &mg_competencies_type);
}

#define MAP_TYPE(type)                                 \
	static void *parse_##type(TextScan *scan)          \
	{                                                  \
		return mg_map_parse(scan, &mg_##type##_forms); \
	}                                                  \
	static char *text_of_##type(const void *value)     \
	{                                                  \
		return mg_map_text(value, &mg_##type##_forms); \
	}                                                  \
	static void *receive_##type(StringInfo in)         \
	{                                                  \
		return mg_map_receive(in, &mg_##type##_forms); \
	}                                                  \
	static bytea *send_##type(const void *value)       \
	{                                                  \
		return mg_map_send(value, &mg_##type##_forms); \
	}

MAP_TYPE(affiliation)
MAP_TYPE(composition)
MAP_TYPE(competencies)

#define TYPE(type)                                                                       \
	{                                                                                    \
#type, parse_##type, text_of_##type, receive_##type, send_##type, type##_problem \
	}

static const Type types[] = {TYPE(network),     TYPE(chain),        TYPE(affiliation),
							 TYPE(composition), TYPE(competencies), TYPE(shortlist)};

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void *
receive(const Type *type, const char *bytes, size_t length)
{
	StringInfoData message;
	void *value;

	/* exactly as long as the message, so that reading beyond is seen */
	message.data = palloc(length);
	if (length > 0)
		memcpy(message.data, bytes, length);
	message.len = length;
	message.maxlen = length;
	message.cursor = 0;
	value = type->receive(&message);
	/* what the server checks after each receive function */
	if (message.cursor != message.len)
	{
		errcode(ERRCODE_INVALID_BINARY_REPRESENTATION);
		shim_error();
	}
	return value;
}

static void *
read_text(const Type *type, const char *bytes, size_t length)
{
	char *text = palloc(length + 1);
	TextScan scan;

	if (length > 0)
		memcpy(text, bytes, length);
	text[length] = '\0';
	mg_scan_start(&scan, type->name, text, NULL);
	return type->parse(&scan);
}

static void
must_be_same(const void *one, const void *other)
{
	if (VARSIZE(one) != VARSIZE(other) || memcmp(one, other, VARSIZE(one)) != 0)
		abort();
}

/* ---- pictures: whatever a name has in it, it neither ends nor means anything ---- */

static void
check_dot(const char *at, const char *end)
{
	bool quoted = false;

	for (; at < end; at++)
		if (!quoted && *at == '"')
			quoted = true;
		else if (!quoted)
		{
			if (!strchr("\t\n {}[];=,.+->_", *at) && !isalnum((unsigned char) *at))
				abort();
		}
		else if (*at == '"')
			quoted = false;
		else if (*at == '\\')
		{
			if (++at == end || !strchr("\"\\n", *at))
				abort();
		}
		else if ((unsigned char) *at < ' ' && *at != '\t')
			abort();
		else if (*at == '&' && memcmp(at, "&amp;", 5) != 0 && memcmp(at, "&#", 2) != 0)
			abort();
	if (quoted)
		abort();
}

static void
check_xml(const char *at, const char *end)
{
	static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#13;", "&#65533;"};
	static const char *const tags[] = {"<?xml ",  "<graphml", "</graphml", "<key ",
									   "<graph ", "</graph",  "<node ",    "</node",
									   "<edge ",  "</edge",   "<data ",    "</data"};

	for (; at < end; at++)
	{
		const char *const *known = *at == '<' ? tags : entities;
		int left = *at == '<' ? lengthof(tags) : *at == '&' ? lengthof(entities) : 0;

		if ((unsigned char) *at < ' ' && *at != '\t' && *at != '\n')
			abort();
		if (left == 0)
			continue;
		while (left > 0 && strncmp(at, *known, strlen(*known)) != 0)
			known++, left--;
		if (left == 0)
			abort();
	}
}

static void
draw(const Type *type, const void *value)
{
	Graph graph = {.people = 0};
	uint32_t *starts = NULL;
	PictureParts parts = {.graph = &graph, .digits = 2};
	Picture picture;
	text *drawn;

	if (type->parse == parse_network)
		graph = view(value);
	else if (type->parse == parse_chain)
		parts.highlight = value;
	else if (type->parse == parse_affiliation)
	{
		parts.names = parts.groups = value;
		graph.people = parts.names->people;
		graph.ids = parts.names->ids;
	}
	else
		return;
	if (type->parse != parse_network)
	{
		starts = mg_alloc_zero_array(uint32_t, (size_t) graph.people + 1);
		graph.out_start = starts;
	}
	mg_picture_make(&parts, &picture);
	drawn = mg_picture_text(&picture, mg_write_dot);
	check_dot(VARDATA(drawn), (char *) drawn + VARSIZE(drawn));
	drawn = mg_picture_text(&picture, mg_write_graphml);
	check_xml(VARDATA(drawn), (char *) drawn + VARSIZE(drawn));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	sigjmp_buf stack;
	const Type *type;
	void *value;
	char *text;
	bytea *sent;

	if (size < 1)
		return 0;
	type = &types[(data[0] >> 1) % lengthof(types)];
	PG_exception_stack = &stack;
	if (sigsetjmp(stack, 0) == 0)
	{
		const char *bytes = (const char *) data + 1;

		/* the server hands over valid text only */
		if (data[0] & 1)
			value = receive(type, bytes, size - 1);
		else if (pg_verifymbstr(bytes, size - 1, true))
			value = read_text(type, bytes, size - 1);
		else
			goto done;

		/* from here on nothing may fail */
		PG_exception_stack = NULL;
		text = type->text(value);
		must_be_same(value, read_text(type, text, strlen(text)));
		sent = type->send(value);
		must_be_same(value, receive(type, VARDATA(sent), VARSIZE(sent) - VARHDRSZ));
		if (type->problem(value))
			abort();
		draw(type, value);
	}
done:
	PG_exception_stack = NULL;
	shim_free_all();
	return 0;
}
