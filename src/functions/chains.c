/*
 * chains.c - finding advocacy chains: the strongest, the k strongest, those between many people,
 * and everyone who can be reached.
 */
#include "base/compat.h"

#include "server/arguments.h"
#include "server/networks.h"
#include "graph/chains/between.h"
#include "graph/chains/ranked.h"
#include "graph/chains/reach.h"
#include "server/chain_query.h"
#include "server/results.h"

#define AHEAD 8 /* rows whose ids are fetched */

static const char *const orders[] = {"product", "weakest_link", "hops"};

/* strongest_chain(network, from_person, to_person, max_hops, avoid, by, skip_direct) */
MG_FUNCTION(mg_sql_strongest_chain);
Datum
mg_sql_strongest_chain(PG_FUNCTION_ARGS)
{
	ChainQuery query = {0};
	ChainPath path;

	if (mg_has_null(fcinfo, MG_OPTIONAL(3) | MG_OPTIONAL(4)))
		PG_RETURN_NULL();
	query.by = mg_choice_argument(fcinfo, 5, "by", orders, lengthof(orders));
	query.skip_direct = PG_GETARG_BOOL(6);
	query.graph = mg_open_network(fcinfo, 0, MG_ALL_TIES_IF_KEPT);
	query.max_hops = mg_hops_argument(fcinfo, 3, query.graph);
	mg_avoid_argument(fcinfo, 4, query.graph, &query.avoid, &query.avoid_count);
	if (!mg_ends_arguments(fcinfo, &query) || !mg_strongest_chain(&query, &path))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(mg_chain_of_path(query.graph, &path));
}

/* strongest_chains(network, from_person, to_person, k, max_hops, avoid) */
MG_FUNCTION(mg_sql_strongest_chains);
Datum
mg_sql_strongest_chains(PG_FUNCTION_ARGS)
{
	Rows rows;
	ChainQuery query = {0};
	ChainPath *paths;
	int32 k;

	mg_start_rows(fcinfo, &rows);
	if (mg_has_null(fcinfo, MG_OPTIONAL(4) | MG_OPTIONAL(5)))
		return (Datum) 0;
	k = PG_GETARG_INT32(3);
	mg_check_at_least(k, 1, "k", "It is the number of chains to return.");
	query.graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	query.max_hops = mg_hops_argument(fcinfo, 4, query.graph);
	mg_avoid_argument(fcinfo, 5, query.graph, &query.avoid, &query.avoid_count);
	if (mg_ends_arguments(fcinfo, &query))
	{
		uint32 count = mg_ranked_chains(&query, k, &paths);

		mg_put_ranked_chains(&rows, query.graph, paths, count);
	}
	return (Datum) 0;
}

/* ---- many pairs ---- */

typedef struct PairSink
{
	Rows *rows;
	const Graph *graph;
} PairSink;

static void
put_pair(void *state, uint32 from, uint32 to, ChainPath *path)
{
	PairSink *sink = state;
	Chain *chain = mg_chain_of_path(sink->graph, path);
	bool nulls[5] = {false, false, false, false, false};
	Datum values[5];

	values[0] = Int64GetDatum(sink->graph->ids[from]);
	values[1] = Int64GetDatum(sink->graph->ids[to]);
	values[2] = PointerGetDatum(chain);
	values[3] = Float8GetDatum(mg_chain_strength(chain));
	values[4] = Int32GetDatum(chain->hops);
	mg_put_row(sink->rows, values, nulls);
	pfree(chain);
	pfree(path->people);
}

/* chains_between(network, from_people, to_people, max_hops, avoid, by, skip_direct) */
MG_FUNCTION(mg_sql_chains_between);
Datum
mg_sql_chains_between(PG_FUNCTION_ARGS)
{
	Rows rows;
	ChainQuery query = {0};
	PairSink sink = {&rows, NULL};
	uint32 *from;
	uint32 *to;
	size_t from_count;
	size_t to_count;

	mg_start_rows(fcinfo, &rows);
	if (mg_has_null(fcinfo, MG_OPTIONAL(3) | MG_OPTIONAL(4)))
		return (Datum) 0;
	query.by = mg_choice_argument(fcinfo, 5, "by", orders, lengthof(orders));
	query.skip_direct = PG_GETARG_BOOL(6);
	query.graph = sink.graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	query.max_hops = mg_hops_argument(fcinfo, 3, query.graph);
	mg_avoid_argument(fcinfo, 4, query.graph, &query.avoid, &query.avoid_count);
	from = mg_known_people_argument(fcinfo, 1, "from_people", query.graph, &from_count);
	to = mg_known_people_argument(fcinfo, 2, "to_people", query.graph, &to_count);
	mg_chains_between(&query, from, from_count, to, to_count, put_pair, &sink);
	return (Datum) 0;
}

/* reach(network, person, direction, max_hops, min_strength, avoid, by) */
MG_FUNCTION(mg_sql_reach);
Datum
mg_sql_reach(PG_FUNCTION_ARGS)
{
	Rows rows;
	bool nulls[4] = {false, false, false, false};
	ReachQuery query = {0};
	Datum values[4];
	Reached *reached;
	uint32 count;
	uint32 i;

	mg_start_rows(fcinfo, &rows);
	if (mg_has_null(fcinfo, MG_OPTIONAL(3) | MG_OPTIONAL(4) | MG_OPTIONAL(5)))
		return (Datum) 0;
	query.direction = mg_direction_argument(fcinfo, 2);
	query.min_strength = mg_least_strength_argument(fcinfo, 4, "min_strength");
	query.by = mg_choice_argument(fcinfo, 6, "by", orders, lengthof(orders));
	query.graph =
		mg_open_network(fcinfo, 0, query.direction == DIRECTION_IN ? MG_ALL_TIES : MG_OUT_TIES);
	query.max_hops = mg_hops_argument(fcinfo, 3, query.graph);
	mg_avoid_argument(fcinfo, 5, query.graph, &query.avoid, &query.avoid_count);
	query.person = mg_graph_person(query.graph, PG_GETARG_INT64(1));
	if (query.person == MG_NOBODY)
		return (Datum) 0;
	count = mg_reach(&query, &reached);
	for (i = 0; i < count; i++)
	{
		if (i + AHEAD < count && reached[i + AHEAD].via != MG_NOBODY)
			__builtin_prefetch(&query.graph->ids[reached[i + AHEAD].via]);
		values[0] = Int64GetDatum(query.graph->ids[reached[i].person]);
		values[1] = Float8GetDatum(reached[i].strength);
		nulls[2] = nulls[3] = reached[i].via == MG_NOBODY;
		values[2] = Int32GetDatum(reached[i].hops);
		values[3] = nulls[3] ? (Datum) 0 : Int64GetDatum(query.graph->ids[reached[i].via]);
		mg_put_row(&rows, values, nulls);
	}
	return (Datum) 0;
}
