/*
 * network_text.h - the text form of a network.
 */
#ifndef MG_NETWORK_TEXT_H
#define MG_NETWORK_TEXT_H

#include "base/compat.h"

#include "graph/core/graph.h"
#include "values/scan.h"

/* Reads the text form; false after a soft error. */
extern bool mg_network_parse(TextScan *scan, Graph *graph);

/* The text form. O(people + ties). */
extern char *mg_network_text(const Graph *graph);

#endif
