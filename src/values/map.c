/*
 * map.c - the layout that the types that map keys to values share: made, checked, compared.
 */
#include "values/map.h"

#include "values/varlena.h"

Size
mg_map_fixed_size(const MapType *type, uint64 entries, uint64 names)
{
	Size entry = sizeof(uint64) + (type->shares_names ? sizeof(uint32) : 0);

	return offsetof(Map, column) + entries * entry + names * sizeof(uint32);
}

Map *
mg_map_create(const MapType *type, Size size, uint32 entries, uint32 names)
{
	Map *map = palloc(size);

	memset(map, 0, offsetof(Map, column));
	SET_VARSIZE(map, size);
	map->version = MG_MAP_VERSION;
	map->entries = entries;
	map->shared_names = type->shares_names ? names : 0;
	return map;
}

void
mg_map_check(const Map *map, const MapType *type)
{
	Size size = VARSIZE(map);
	NameList names;
	Size fixed;

	if (size < mg_map_fixed_size(type, 0, 0) || map->version != MG_MAP_VERSION || map->flags != 0 ||
		map->reserved != 0 || (!type->shares_names && map->shared_names != 0))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("unsupported format of type %s", type->name),
				 errhint("Install the version of mentorgraph that wrote it, or a later one.")));
	names = mg_map_names(map, type);
	fixed = mg_map_fixed_size(type, map->entries, names.count);
	if (fixed > size || size != fixed + mg_names_bytes(names))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED), errmsg("value of type %s is damaged", type->name),
				 errdetail("%u entries with %u names do not take %zu bytes.", map->entries,
						   names.count, size)));
}

const Map *
mg_map_argument(FunctionCallInfo fcinfo, int argument, const MapType *type)
{
	const Map *map = (const Map *) mg_plain_value(PG_GETARG_DATUM(argument));

	mg_map_check(map, type);
	return map;
}

bool
mg_map_same(FunctionCallInfo fcinfo, const MapType *type)
{
	return mg_same_bytes(fcinfo, mg_map_argument(fcinfo, 0, type),
						 mg_map_argument(fcinfo, 1, type));
}

Datum
mg_map_hash(FunctionCallInfo fcinfo, const MapType *type)
{
	return mg_hash_bytes(fcinfo, mg_map_argument(fcinfo, 0, type), VARHDRSZ);
}

Datum
mg_map_hash_extended(FunctionCallInfo fcinfo, const MapType *type)
{
	return mg_hash_bytes_extended(fcinfo, mg_map_argument(fcinfo, 0, type), VARHDRSZ);
}
