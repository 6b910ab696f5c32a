/*
 * context.c - the argument "context": a second network, which supplies the ties among alters.
 */
#include "server/context.h"

#include "server/networks.h"
#include "values/network.h"

const Graph *
mg_context_argument(FunctionCallInfo fcinfo, int argument, const Graph *graph)
{
	if (PG_ARGISNULL(argument) || mg_same_network(PG_GETARG_DATUM(0), PG_GETARG_DATUM(argument)))
		return graph;
	return mg_open_network(fcinfo, argument, MG_ALL_TIES);
}
