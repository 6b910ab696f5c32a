/*
 * chains_find.c - finding advocacy chains: the strongest, the k strongest, those between many
 * people, those that share nobody; and everyone in reach.
 */
#include "base/compat.h"

#include "server/arguments.h"
#include "server/networks.h"
#include "graph/chains/between.h"
#include "graph/chains/disjoint.h"
#include "graph/chains/ranked.h"
#include "graph/chains/reach.h"
#include "server/results.h"
#include "values/chain.h"

#define AHEAD 8 /* rows whose ids are fetched */

static const char *const orders[] = {"product", "weakest_link"};

/* The chain value of a path, with the strengths of its ties. */
static Chain *
chain_of(const Graph *graph, const ChainPath *path)
{
	int64 *people = mg_alloc_array(int64, (Size) path->hops + 1);
	double *strengths = mg_alloc_array(double, path->hops);
	Chain *chain;
	uint32 i;

	for (i = 0; i <= path->hops; i++)
		people[i] = graph->ids[path->people[i]];
	for (i = 0; i < path->hops; i++)
		strengths[i] =
			mg_out_strength(graph, mg_graph_tie(graph, path->people[i], path->people[i + 1]));
	chain = mg_chain_make(path->hops, people, strengths);
	pfree(people);
	pfree(strengths);
	return chain;
}

#define OPTIONAL(argument) (1u << (argument))

/* Whether an argument that has no meaning for NULL is NULL; limits and people to avoid may be. */
static bool
has_null(FunctionCallInfo fcinfo, uint32 optional)
{
	int i;

	for (i = 0; i < PG_NARGS(); i++)
		if (!(optional & OPTIONAL(i)) && PG_ARGISNULL(i))
			return true;
	return false;
}

/*
 * Reads the people to avoid. NULL is nobody: an aggregate over no objections gives it, and those
 * who meet no objection are not out of reach.
 */
static void
read_avoid(FunctionCallInfo fcinfo, int argument, const Graph *graph, const uint32_t **avoid,
		   size_t *count)
{
	*avoid = NULL;
	*count = 0;
	if (!PG_ARGISNULL(argument))
		*avoid = mg_known_people_argument(fcinfo, argument, "avoid", graph, count);
}

/* A limit on hops; none if no chain could have that many. */
static uint32
hops_argument(FunctionCallInfo fcinfo, int argument, const Graph *graph)
{
	uint32 hops = mg_limit_argument(fcinfo, argument, "max_hops", "NULL means no limit.");

	return graph->people == 0 || hops >= graph->people - 1 ? MG_ANY_HOPS : hops;
}

/* Reads from_person and to_person, arguments 1 and 2; false if one is unknown. */
static bool
read_ends(FunctionCallInfo fcinfo, ChainQuery *query)
{
	query->from = mg_graph_person(query->graph, PG_GETARG_INT64(1));
	query->to = mg_graph_person(query->graph, PG_GETARG_INT64(2));
	return query->from != MG_NOBODY && query->to != MG_NOBODY;
}

/* strongest_chain(network, from_person, to_person, max_hops, avoid, by) */
MG_FUNCTION(mg_sql_strongest_chain);
Datum
mg_sql_strongest_chain(PG_FUNCTION_ARGS)
{
	ChainQuery query = {0};
	ChainPath path;

	if (has_null(fcinfo, OPTIONAL(3) | OPTIONAL(4)))
		PG_RETURN_NULL();
	query.by = mg_choice_argument(fcinfo, 5, "by", orders, lengthof(orders));
	query.graph = mg_open_network(fcinfo, 0, MG_ALL_TIES_IF_KEPT);
	query.max_hops = hops_argument(fcinfo, 3, query.graph);
	read_avoid(fcinfo, 4, query.graph, &query.avoid, &query.avoid_count);
	if (!read_ends(fcinfo, &query) || !mg_strongest_chain(&query, &path))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(chain_of(query.graph, &path));
}

/* Returns chains, best first, as rows (rank, chain, strength, hops). */
static void
put_ranked(Rows *rows, const Graph *graph, const ChainPath *paths, uint32 count)
{
	bool nulls[4] = {false, false, false, false};
	Datum values[4];
	uint32 i;

	for (i = 0; i < count; i++)
	{
		Chain *chain = chain_of(graph, &paths[i]);

		values[0] = Int32GetDatum(i + 1);
		values[1] = PointerGetDatum(chain);
		values[2] = Float8GetDatum(mg_chain_strength(chain));
		values[3] = Int32GetDatum(chain->hops);
		mg_put_row(rows, values, nulls);
		pfree(chain);
		pfree(paths[i].people);
	}
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
	if (has_null(fcinfo, OPTIONAL(4) | OPTIONAL(5)))
		return (Datum) 0;
	k = PG_GETARG_INT32(3);
	mg_check_at_least(k, 1, "k", "It is the number of chains to give.");
	query.graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	query.max_hops = hops_argument(fcinfo, 4, query.graph);
	read_avoid(fcinfo, 5, query.graph, &query.avoid, &query.avoid_count);
	if (read_ends(fcinfo, &query))
	{
		uint32 count = mg_ranked_chains(&query, k, &paths);

		put_ranked(&rows, query.graph, paths, count);
	}
	return (Datum) 0;
}

/* independent_chains(network, from_person, to_person, avoid) */
MG_FUNCTION(mg_sql_independent_chains);
Datum
mg_sql_independent_chains(PG_FUNCTION_ARGS)
{
	Rows rows;
	ChainQuery query = {.max_hops = MG_ANY_HOPS};
	ChainPath *paths;

	mg_start_rows(fcinfo, &rows);
	if (has_null(fcinfo, OPTIONAL(3)))
		return (Datum) 0;
	query.graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	read_avoid(fcinfo, 3, query.graph, &query.avoid, &query.avoid_count);
	if (read_ends(fcinfo, &query))
	{
		uint32 count = mg_disjoint_chains(&query, UINT32_MAX, &paths);

		put_ranked(&rows, query.graph, paths, count);
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
	Chain *chain = chain_of(sink->graph, path);
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

/* chains_between(network, from_people, to_people, max_hops, avoid, by) */
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
	if (has_null(fcinfo, OPTIONAL(3) | OPTIONAL(4)))
		return (Datum) 0;
	query.by = mg_choice_argument(fcinfo, 5, "by", orders, lengthof(orders));
	query.graph = sink.graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	query.max_hops = hops_argument(fcinfo, 3, query.graph);
	read_avoid(fcinfo, 4, query.graph, &query.avoid, &query.avoid_count);
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
	if (has_null(fcinfo, OPTIONAL(3) | OPTIONAL(4) | OPTIONAL(5)))
		return (Datum) 0;
	query.direction = mg_direction_argument(fcinfo, 2);
	query.min_strength = mg_least_strength_argument(fcinfo, 4, "min_strength");
	query.by = mg_choice_argument(fcinfo, 6, "by", orders, lengthof(orders));
	query.graph =
		mg_open_network(fcinfo, 0, query.direction == DIRECTION_IN ? MG_ALL_TIES : MG_OUT_TIES);
	query.max_hops = hops_argument(fcinfo, 3, query.graph);
	read_avoid(fcinfo, 5, query.graph, &query.avoid, &query.avoid_count);
	query.person = mg_graph_person(query.graph, PG_GETARG_INT64(1));
	if (query.person == MG_NOBODY)
		return (Datum) 0;
	count = mg_reach(&query, &reached);
	for (i = 0; i < count; i++)
	{
		if (i + AHEAD < count)
			__builtin_prefetch(&query.graph->ids[reached[i + AHEAD].via]);
		values[0] = Int64GetDatum(query.graph->ids[reached[i].person]);
		values[1] = Float8GetDatum(reached[i].strength);
		values[2] = Int32GetDatum(reached[i].hops);
		values[3] = Int64GetDatum(query.graph->ids[reached[i].via]);
		mg_put_row(&rows, values, nulls);
	}
	return (Datum) 0;
}
