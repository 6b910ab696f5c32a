/*
 * communities.c - communities of a network, and the modularity of a grouping.
 */
#include "base/compat.h"

#include <math.h>

#include "server/arguments.h"
#include "server/groups.h"
#include "graph/communities/communities.h"
#include "graph/communities/modularity.h"
#include "server/results.h"

/* The argument resolution: finite and above 0. */
static double
resolution_argument(FunctionCallInfo fcinfo, int argument)
{
	double resolution = PG_GETARG_FLOAT8(argument);

	if (!(resolution > 0) || isinf(resolution))
		mg_refuse_number("\"resolution\" must be greater than 0 and finite", resolution,
						 "1 is plain modularity. A greater value gives smaller communities.");
	return resolution;
}

/* communities(network, resolution, seed): rows (person, community) */
MG_FUNCTION(mg_sql_communities);
Datum
mg_sql_communities(PG_FUNCTION_ARGS)
{
	Rows rows;
	double resolution = resolution_argument(fcinfo, 1);
	const Graph *graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	uint32 *community = mg_alloc_array(uint32, graph->people);

	mg_communities(graph, resolution, PG_GETARG_INT64(2), community);
	mg_start_rows(fcinfo, &rows);
	mg_put_numbers(&rows, graph, community, 1);
	mg_free(community);
	return (Datum) 0;
}

/* modularity(network, affiliation, resolution): NULL without ties among people with a group */
MG_FUNCTION(mg_sql_modularity);
Datum
mg_sql_modularity(PG_FUNCTION_ARGS)
{
	double resolution = resolution_argument(fcinfo, 2);
	const Affiliation *affiliation = mg_affiliation_argument(fcinfo, 1);
	const Graph *graph = mg_open_network(fcinfo, 0, MG_OUT_TIES);
	double modularity;
	Labels labels;

	mg_labels_of(graph, affiliation, &labels);
	modularity = mg_modularity(graph, labels.group, labels.groups, resolution);
	mg_labels_free(&labels);
	return mg_figure(fcinfo, modularity);
}
