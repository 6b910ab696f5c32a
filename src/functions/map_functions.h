/*
 * map_functions.h - the SQL functions of the types that map keys to values: each is one line in the
 * file of its type.
 */
#ifndef MG_MAP_FUNCTIONS_H
#define MG_MAP_FUNCTIONS_H

#include "base/compat.h"

#include "values/map_json.h"

static inline Datum
mg_map_in(FunctionCallInfo fcinfo, const MapForms *forms)
{
	TextScan scan;
	Map *map;

	mg_scan_start(&scan, forms->type->name, PG_GETARG_CSTRING(0), mg_soft_context(fcinfo));
	map = mg_map_parse(&scan, forms);
	if (map == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(map);
}

/* The text of argument 0. */
static inline char *
mg_map_argument_text(FunctionCallInfo fcinfo, const MapForms *forms)
{
	return mg_map_text(mg_map_argument(fcinfo, 0, forms->type), forms);
}

static inline Datum
mg_map_out(FunctionCallInfo fcinfo, const MapForms *forms)
{
	PG_RETURN_CSTRING(mg_map_argument_text(fcinfo, forms));
}

static inline Datum
mg_map_recv(FunctionCallInfo fcinfo, const MapForms *forms)
{
	PG_RETURN_POINTER(mg_map_receive((StringInfo) PG_GETARG_POINTER(0), forms));
}

static inline Datum
mg_map_sent(FunctionCallInfo fcinfo, const MapForms *forms)
{
	PG_RETURN_BYTEA_P(mg_map_send(mg_map_argument(fcinfo, 0, forms->type), forms));
}

static inline Datum
mg_map_jsonb(FunctionCallInfo fcinfo, const MapForms *forms)
{
	PG_RETURN_JSONB_P(mg_map_to_jsonb(mg_map_argument(fcinfo, 0, forms->type), forms));
}

static inline Datum
mg_map_json(FunctionCallInfo fcinfo, const MapForms *forms)
{
	PG_RETURN_TEXT_P(mg_map_to_json(mg_map_argument(fcinfo, 0, forms->type), forms));
}

static inline Datum
mg_map_of_jsonb(FunctionCallInfo fcinfo, const MapForms *forms)
{
	PG_RETURN_POINTER(mg_map_from_jsonb(PG_GETARG_JSONB_P(0), forms));
}

static inline Datum
mg_map_of_json(FunctionCallInfo fcinfo, const MapForms *forms)
{
	PG_RETURN_POINTER(mg_map_from_json(PG_GETARG_TEXT_PP(0), forms));
}

/* A SQL function whose result, a Datum, is one expression over fcinfo. */
#define MAP_FUNCTION(name, result) \
	MG_FUNCTION(name);             \
	Datum name(PG_FUNCTION_ARGS)   \
	{                              \
		return (result);           \
	}                              \
	extern Datum name(PG_FUNCTION_ARGS)

#endif
