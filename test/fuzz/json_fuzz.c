/*
 * json_fuzz.c - json read as each type that has a cast from it: it is refused with a proper code, or
 * gives a value whose json gives the same value again.
 *
 * The first byte of an input chooses the type. What the type json would not take is left out.
 */
#include "postgres.h"
#include "fmgr.h"

#include "common/jsonapi.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/jsonfuncs.h"

#include "shim.h"
#include "values/affiliation.h"
#include "values/affiliation_io.h"
#include "values/competencies.h"
#include "values/composition.h"
#include "values/map_json.h"
#include "values/network.h"
#include "values/network_json.h"
#include "values/shortlist.h"
#include "values/shortlist_json.h"

/* A type: its reader and its writer, and whether a value is valid. */
typedef struct Type
{
	void *(*read)(text *json);
	text *(*write)(const void *value);
	const char *(*problem)(const void *value);
} Type;

static void *
read_network(text *json)
{
	JsonReader reader;
	Graph graph;

	mg_json_read(&reader, json);
	mg_network_from_json(&reader, &graph);
	return mg_network_make(&graph);
}

static text *
write_network(const void *value)
{
	Graph graph;

	mg_network_view(value, &graph);
	return mg_network_to_json(&graph);
}

static const char *
network_problem(const void *value)
{
	Graph graph;

	mg_network_view(value, &graph);
	return mg_network_problem(&graph);
}

static void *
read_shortlist(text *json)
{
	JsonReader reader;
	Lists lists;

	mg_json_read(&reader, json);
	mg_shortlist_from_json(&reader, &lists);
	return mg_shortlist_make(&lists);
}

static text *
write_shortlist(const void *value)
{
	Lists lists;

	mg_shortlist_view(value, &lists);
	return mg_shortlist_to_json(&lists);
}

static const char *
shortlist_problem(const void *value)
{
	Lists lists;

	mg_shortlist_view(value, &lists);
	return mg_shortlist_problem(&lists);
}

#define MAP_TYPE(type)                                     \
	static void *read_##type(text *json)                   \
	{                                                      \
		return mg_map_from_json(json, &mg_##type##_forms); \
	}                                                      \
	static text *write_##type(const void *value)           \
	{                                                      \
		return mg_map_to_json(value, &mg_##type##_forms);  \
	}

MAP_TYPE(affiliation)
MAP_TYPE(composition)
MAP_TYPE(competencies)

static const char *
affiliation_problem(const void *value)
{
	return mg_affiliation_problem(value);
}

/* types_fuzz.c looks at those of names and numbers. */
static const char *
no_problem(const void *value)
{
	return NULL;
}

static const Type types[] = {{read_network, write_network, network_problem},
							 {read_shortlist, write_shortlist, shortlist_problem},
							 {read_affiliation, write_affiliation, affiliation_problem},
							 {read_composition, write_composition, no_problem},
							 {read_competencies, write_competencies, no_problem}};

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* As the server hands it over: exactly as long as it is, so that reading beyond is seen. */
static text *
text_of(const char *bytes, size_t length)
{
	text *json = palloc(VARHDRSZ + length);

	SET_VARSIZE(json, VARHDRSZ + length);
	memcpy(VARDATA(json), bytes, length);
	return json;
}

static bool
is_json(text *json)
{
	return pg_verifymbstr(VARDATA(json), VARSIZE(json) - VARHDRSZ, true) &&
		   pg_parse_json(makeJsonLexContext(json, false), &nullSemAction) == JSON_SUCCESS;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	sigjmp_buf stack;
	const Type *type;

	if (size < 1)
		return 0;
	type = &types[data[0] % lengthof(types)];
	PG_exception_stack = &stack;
	if (sigsetjmp(stack, 0) == 0)
	{
		text *json = text_of((const char *) data + 1, size - 1);
		void *value;
		text *written;
		void *again;

		if (!is_json(json))
			goto done;
		value = type->read(json);

		/* from here on nothing may fail */
		PG_exception_stack = NULL;
		written = type->write(value);
		if (!is_json(written) || type->problem(value))
			abort();
		again = type->read(written);
		if (VARSIZE(value) != VARSIZE(again) || memcmp(value, again, VARSIZE(value)) != 0)
			abort();
	}
done:
	PG_exception_stack = NULL;
	shim_free_all();
	return 0;
}
