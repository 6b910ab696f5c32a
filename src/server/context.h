/*
 * context.h - the argument "context": a second network, which supplies the ties among alters.
 */
#ifndef MG_CONTEXT_H
#define MG_CONTEXT_H

#include "base/compat.h"

#include "graph/core/graph.h"

/*
 * The network in an argument, for the network in the first one, opened as `graph`. NULL is no
 * context, which is `graph` itself; so is the same network, so that the figures are the same to the
 * last bit.
 */
extern const Graph *mg_context_argument(FunctionCallInfo fcinfo, int argument, const Graph *graph);

#endif
