/*
 * resilience.c - how much chains depend on single people: independent chains, indispensable people,
 * dominators, what a departure changes.
 */
#include "base/compat.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

#include "server/arguments.h"
#include "server/networks.h"
#include "graph/chains/departure.h"
#include "graph/chains/disjoint.h"
#include "graph/chains/dominators.h"
#include "server/chain_query.h"
#include "server/results.h"

/* independent_chains(network, from_person, to_person, avoid) */
MG_FUNCTION(mg_sql_independent_chains);
Datum
mg_sql_independent_chains(PG_FUNCTION_ARGS)
{
	Rows rows;
	ChainQuery query = {.max_hops = MG_ANY_HOPS};
	ChainPath *paths;

	mg_start_rows(fcinfo, &rows);
	if (mg_has_null(fcinfo, MG_OPTIONAL(3)))
		return (Datum) 0;
	query.graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	mg_avoid_argument(fcinfo, 3, query.graph, &query.avoid, &query.avoid_count);
	if (mg_ends_arguments(fcinfo, &query))
	{
		uint32 count = mg_disjoint_chains(&query, UINT32_MAX, &paths);

		mg_put_ranked_chains(&rows, query.graph, paths, count);
	}
	return (Datum) 0;
}

/* indispensable(network, from_person, to_person) */
MG_FUNCTION(mg_sql_indispensable);
Datum
mg_sql_indispensable(PG_FUNCTION_ARGS)
{
	const Graph *graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	uint32 from = mg_graph_person(graph, PG_GETARG_INT64(1));
	uint32 to = mg_graph_person(graph, PG_GETARG_INT64(2));
	uint32 *people;
	Datum *ids;
	uint32 count;
	uint32 i;

	if (from == MG_NOBODY || to == MG_NOBODY || !mg_indispensable(graph, from, to, &people, &count))
		PG_RETURN_NULL();
	ids = mg_alloc_array(Datum, count);
	for (i = 0; i < count; i++)
		ids[i] = Int64GetDatum(graph->ids[people[i]]);
	PG_RETURN_ARRAYTYPE_P(
		construct_array(ids, count, INT8OID, sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

/* dominators(network, root) */
MG_FUNCTION(mg_sql_dominators);
Datum
mg_sql_dominators(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Graph *graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	uint32 root = mg_graph_person(graph, PG_GETARG_INT64(1));
	bool nulls[2] = {false, false};
	uint32 *dominator;
	Datum values[2];
	uint32 person;

	mg_start_rows(fcinfo, &rows);
	if (root == MG_NOBODY)
		return (Datum) 0;
	dominator = mg_alloc_array(uint32, graph->people);
	mg_dominators(graph, root, dominator);
	for (person = 0; person < graph->people; person++)
	{
		if (dominator[person] == MG_NOBODY && person != root)
			continue;
		nulls[1] = person == root;
		values[0] = Int64GetDatum(graph->ids[person]);
		values[1] = nulls[1] ? (Datum) 0 : Int64GetDatum(graph->ids[dominator[person]]);
		mg_put_row(&rows, values, nulls);
	}
	return (Datum) 0;
}

/* departure_impact(network, leaver, deciders) */
MG_FUNCTION(mg_sql_departure_impact);
Datum
mg_sql_departure_impact(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Graph *graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	uint32 leaver = mg_graph_person(graph, PG_GETARG_INT64(1));
	bool nulls[5] = {false, false, false, false, false};
	size_t decider_count;
	uint32 *deciders = mg_known_people_argument(fcinfo, 2, "deciders", graph, &decider_count);
	Datum values[5];
	Impact *impacts;
	uint32 count;
	uint32 i;

	mg_start_rows(fcinfo, &rows);
	if (leaver == MG_NOBODY)
		return (Datum) 0;
	count = mg_departure_impact(graph, leaver, deciders, decider_count, &impacts);
	for (i = 0; i < count; i++)
	{
		nulls[2] = impacts[i].strength_after == 0;
		nulls[3] = impacts[i].hops_before == MG_ANY_HOPS;
		nulls[4] = impacts[i].hops_after == MG_ANY_HOPS;
		values[0] = Int64GetDatum(graph->ids[impacts[i].person]);
		values[1] = Float8GetDatum(impacts[i].strength_before);
		values[2] = Float8GetDatum(impacts[i].strength_after);
		values[3] = Int32GetDatum(impacts[i].hops_before);
		values[4] = Int32GetDatum(impacts[i].hops_after);
		mg_put_row(&rows, values, nulls);
	}
	return (Datum) 0;
}
