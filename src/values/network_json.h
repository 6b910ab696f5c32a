/*
 * network_json.h - networks as JSON.
 */
#ifndef MG_NETWORK_JSON_H
#define MG_NETWORK_JSON_H

#include "base/compat.h"

#include "utils/jsonb.h"

#include "graph/core/graph.h"
#include "values/json_events.h"

extern Jsonb *mg_network_to_jsonb(const Graph *graph);
extern text *mg_network_to_json(const Graph *graph);

/* Reads a json or a jsonb. 22P02, 22003 or 22000 for one that is no network. */
extern void mg_network_from_json(JsonReader *json, Graph *graph);

#endif
