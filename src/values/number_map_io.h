/*
 * number_map_io.h - the text, JSON and binary forms of values that map names to numbers.
 *
 *   {"R&D": 12, "Sales": 3}		in the order of the names' bytes
 */
#ifndef MG_NUMBER_MAP_IO_H
#define MG_NUMBER_MAP_IO_H

#include "values/map_io.h"
#include "values/number_map.h"

extern void *mg_number_map_start(const MapForms *forms);
extern bool mg_number_map_read(void *gathered, TextScan *scan, const StringInfo key,
							   const char *start);
extern Map *mg_number_map_finish(void *gathered, TextScan *scan);
extern void mg_number_map_print(StringInfo out, const Map *map, uint32 entry);
extern void mg_number_map_put_key(StringInfo out, const Map *map, uint32 entry);
extern void mg_number_map_put_value(JsonbWriter *out, const Map *map, uint32 entry);
extern Map *mg_number_map_receive(const MapForms *forms, const MapParts *parts);

/* The forms of a NumberMapType. */
#define MG_NUMBER_MAP_FORMS(number_map_type)                                                   \
	{                                                                                          \
		&(number_map_type).map, mg_number_map_start, mg_number_map_read, mg_number_map_finish, \
			mg_number_map_print, mg_number_map_put_key, mg_number_map_put_value,               \
			mg_number_map_receive                                                              \
	}

#endif
