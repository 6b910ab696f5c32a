/*
 * communities.c - communities of a network, and how good a grouping is.
 */
#include "compat.h"

#include <math.h>

#include "common/shortest_dec.h"

#include "arguments.h"
#include "cache.h"
#include "graph/communities.h"
#include "results.h"
#include "types/affiliation.h"

/* The argument resolution: finite and above 0. */
static double
resolution_argument(FunctionCallInfo fcinfo, int argument)
{
	double resolution = PG_GETARG_FLOAT8(argument);
	char shown[DOUBLE_SHORTEST_DECIMAL_LEN];

	if (resolution > 0 && !isinf(resolution))
		return resolution;
	double_to_shortest_decimal_buf(resolution, shown);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("\"resolution\" must be greater than 0 and finite"),
			 errdetail("The value is %s.", shown),
			 errhint("1 is plain modularity; more gives smaller communities, less gives larger.")));
	return 0;
}

/* communities(network, resolution, seed): rows (person, community) */
MG_FUNCTION(mg_communities_sql);
Datum
mg_communities_sql(PG_FUNCTION_ARGS)
{
	double resolution = resolution_argument(fcinfo, 1);
	const Graph *graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	uint32 *community = mg_alloc_array(uint32, graph->people);
	uint32 person;

	mg_communities(graph, resolution, PG_GETARG_INT64(2), community);
	mg_start_rows(fcinfo);
	for (person = 0; person < graph->people; person++)
	{
		Datum values[2] = {Int64GetDatum(graph->ids[person]), Int32GetDatum(community[person] + 1)};
		bool nulls[2] = {false, false};

		mg_put_row(fcinfo, values, nulls);
	}
	mg_free(community);
	return (Datum) 0;
}

/* modularity(network, affiliation, resolution): NULL without ties among people with a group */
MG_FUNCTION(mg_modularity_sql);
Datum
mg_modularity_sql(PG_FUNCTION_ARGS)
{
	double resolution = resolution_argument(fcinfo, 2);
	const Affiliation *affiliation = mg_affiliation_argument(fcinfo, 1);
	const Graph *graph = mg_open_network(fcinfo, 0, MG_OUT_TIES);
	uint32 *group = mg_alloc_array(uint32, graph->people);
	uint32 steps = 0;
	uint32 known = 0;
	uint32 person;
	double modularity;

	/* both are in the order of the ids */
	for (person = 0; person < graph->people; person++)
	{
		int64 id = graph->ids[person];

		mg_step(&steps);
		while (known < affiliation->people && affiliation->ids[known] < id)
		{
			mg_step(&steps);
			known++;
		}
		group[person] = known < affiliation->people && affiliation->ids[known] == id
							? mg_affiliation_groups(affiliation)[known]
							: MG_NOBODY;
	}
	modularity = mg_modularity(graph, group, affiliation->groups, resolution);
	mg_free(group);
	if (isnan(modularity))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(modularity);
}
