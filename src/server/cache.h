/*
 * cache.h - the one way to open a network.
 */
#ifndef MG_CACHE_H
#define MG_CACHE_H

#include "base/compat.h"

#include "graph/core/graph.h"

/* Which ties a function needs. */
typedef enum TiesWanted
{
	MG_OUT_TIES_ONCE,    /* by source only, for one pass: not worth keeping open */
	MG_OUT_TIES,         /* by source only */
	MG_ALL_TIES,         /* by target too */
	MG_ALL_TIES_IF_KEPT, /* by target too, unless the network is likely asked only once */
} TiesWanted;

/* mentorgraph.cache_size, in kB */
extern int mg_cache_size;

/* The network in an argument, valid until the function returns. */
extern const Graph *mg_open_network(FunctionCallInfo fcinfo, int argument, TiesWanted wanted);

/* Defines the setting; once, when the library is loaded. */
extern void mg_cache_init(void);

#endif
