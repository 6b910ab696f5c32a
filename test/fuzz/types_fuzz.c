/*
 * types_fuzz.c - every text and binary form: an input is refused with a proper code, or gives a
 * value whose text and bytes give the same value again.
 *
 * The first byte of an input chooses the type and the form.
 */
#include "postgres.h"
#include "fmgr.h"

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
	}
done:
	PG_exception_stack = NULL;
	shim_free_all();
	return 0;
}
