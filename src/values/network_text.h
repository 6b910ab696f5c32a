/*
 * network_text.h - the text form of a network, and JSON.
 */
#ifndef MG_NETWORK_TEXT_H
#define MG_NETWORK_TEXT_H

#include "base/compat.h"

#include "graph/core/graph.h"
#include "values/json_map.h"

/* Reads the text form; false after a soft error. */
extern bool mg_network_parse(TextScan *scan, Graph *graph);

/* The text form. O(people + ties). */
extern char *mg_network_text(const Graph *graph);

/* {"people": [1, 2, 3], "ties": [{"source": 1, "target": 2, "strength": 0.8}]} */
extern char *mg_network_json(const Graph *graph);

#endif
