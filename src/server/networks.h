/*
 * networks.h - opening networks.
 */
#ifndef MG_NETWORKS_H
#define MG_NETWORKS_H

#include "graph/core/graph.h"
#include "server/opening.h"

/* The network in an argument, valid until the function returns. */
extern const Graph *mg_open_network(FunctionCallInfo fcinfo, int argument, TiesWanted wanted);

#endif
