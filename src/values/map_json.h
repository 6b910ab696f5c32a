/*
 * map_json.h - the types that map keys to values as json and jsonb: one object.
 */
#ifndef MG_MAP_JSON_H
#define MG_MAP_JSON_H

#include "values/map_io.h"

extern Jsonb *mg_map_to_jsonb(const Map *map, const MapForms *forms);
extern text *mg_map_to_json(const Map *map, const MapForms *forms);

/* Errors are those of the text form. Only json still has a key that was given twice. */
extern Map *mg_map_from_jsonb(Jsonb *jsonb, const MapForms *forms);
extern Map *mg_map_from_json(text *json, const MapForms *forms);

#endif
