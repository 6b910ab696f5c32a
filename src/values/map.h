/*
 * map.h - the types that map keys to values: the layout they share.
 *
 * An affiliation maps ids to names, a composition and competencies map names to numbers
 * (number_map.h). The stored value, native byte order: the header, then
 *
 *   uint64 column[entries]		ids or numbers, one an entry
 *   uint32 number[entries]		which name each entry has; only in types where entries share names
 *   uint32 name_end[names]		where each name ends in what follows
 *   char   names[]				one after the other, ascending by bytes
 *
 * The types are aligned as double and never compressed; equal values are equal bytes.
 */
#ifndef MG_MAP_H
#define MG_MAP_H

#include "base/compat.h"

#include "values/names.h"

#define MG_MAP_VERSION 1

typedef struct Map
{
	int32 vl_len_;
	uint8 version;
	uint8 flags;     /* always zero */
	uint16 reserved; /* always zero */
	uint32 entries;
	uint32 shared_names; /* how many names the entries share; zero where each has its own */
	uint64 column[FLEXIBLE_ARRAY_MEMBER];
} Map;

/* What tells one of the types from another. */
typedef struct MapType
{
	const char *name;  /* for messages: "affiliation" */
	bool shares_names; /* several entries can have one name */
} MapType;

/* Bytes of a value but for the bytes of its names. */
extern Size mg_map_fixed_size(const MapType *type, uint64 entries, uint64 names);

/* A new value: its header is filled in, the rest is not. The size must fit a value. */
extern Map *mg_map_create(const MapType *type, Size size, uint32 entries, uint32 names);

/* An argument, in memory and aligned; checked for version and length. */
extern const Map *mg_map_argument(FunctionCallInfo fcinfo, int argument, const MapType *type);

/* The same checks for a value in memory that is aligned. */
extern void mg_map_check(const Map *map, const MapType *type);

/* The names of a value, in either kind of type. */
static inline NameList
mg_map_names(const Map *map, const MapType *type)
{
	const uint32 *after = (const uint32 *) (map->column + map->entries);
	NameList shared = {after + map->entries, map->shared_names};
	NameList own = {after, map->entries};

	return type->shares_names ? shared : own;
}

/* Arguments 0 and 1 compared, argument 0 hashed, of this type. They free what detoasting made. */
extern bool mg_map_same(FunctionCallInfo fcinfo, const MapType *type);
extern Datum mg_map_hash(FunctionCallInfo fcinfo, const MapType *type);
extern Datum mg_map_hash_extended(FunctionCallInfo fcinfo, const MapType *type);

#endif
