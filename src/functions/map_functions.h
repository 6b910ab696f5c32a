/*
 * map_functions.h - what the SQL functions of a type that maps keys to values look like: each is
 * one line in the file of its type.
 */
#ifndef MG_MAP_FUNCTIONS_H
#define MG_MAP_FUNCTIONS_H

#include "base/compat.h"

#include "values/map_io.h"

/* A SQL function whose result, a Datum, one expression over fcinfo says. */
#define MAP_FUNCTION(name, result) \
	MG_FUNCTION(name);             \
	Datum name(PG_FUNCTION_ARGS)   \
	{                              \
		return (result);           \
	}                              \
	extern Datum name(PG_FUNCTION_ARGS)

#endif
