/*
 * chain_query.c - what the functions that find chains share: reading their arguments, and giving
 * the paths that were found as values of type chain.
 */
#include "server/chain_query.h"

#include "graph/chains/path.h"
#include "server/arguments.h"

/* The chain value of a path, with the strengths of its ties. */
Chain *
mg_chain_of_path(const Graph *graph, const ChainPath *path)
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

/* Whether an argument that has no meaning for NULL is NULL; limits and people to avoid may be. */
bool
mg_has_null(FunctionCallInfo fcinfo, uint32 optional)
{
	int i;

	for (i = 0; i < PG_NARGS(); i++)
		if (!(optional & MG_OPTIONAL(i)) && PG_ARGISNULL(i))
			return true;
	return false;
}

/*
 * Reads the people to avoid. NULL is nobody: an aggregate over no objections gives it, and those
 * who meet no objection are not out of reach.
 */
void
mg_avoid_argument(FunctionCallInfo fcinfo, int argument, const Graph *graph, const uint32_t **avoid,
				  size_t *count)
{
	*avoid = NULL;
	*count = 0;
	if (!PG_ARGISNULL(argument))
		*avoid = mg_known_people_argument(fcinfo, argument, "avoid", graph, count);
}

/* A limit on hops; none if no chain could have that many. */
uint32
mg_hops_argument(FunctionCallInfo fcinfo, int argument, const Graph *graph)
{
	uint32 hops = mg_limit_argument(fcinfo, argument, "max_hops", "NULL means no limit.");

	return graph->people == 0 || hops >= graph->people - 1 ? MG_ANY_HOPS : hops;
}

/* Reads from_person and to_person, arguments 1 and 2; false if one is unknown. */
bool
mg_ends_arguments(FunctionCallInfo fcinfo, ChainQuery *query)
{
	query->from = mg_graph_person(query->graph, PG_GETARG_INT64(1));
	query->to = mg_graph_person(query->graph, PG_GETARG_INT64(2));
	return query->from != MG_NOBODY && query->to != MG_NOBODY;
}

/* Returns chains, best first, as rows (rank, chain, strength, hops). */
void
mg_put_ranked_chains(Rows *rows, const Graph *graph, const ChainPath *paths, uint32 count)
{
	bool nulls[4] = {false, false, false, false};
	Datum values[4];
	uint32 i;

	for (i = 0; i < count; i++)
	{
		Chain *chain = mg_chain_of_path(graph, &paths[i]);

		values[0] = Int32GetDatum(i + 1);
		values[1] = PointerGetDatum(chain);
		values[2] = Float8GetDatum(mg_chain_strength(chain));
		values[3] = Int32GetDatum(chain->hops);
		mg_put_row(rows, values, nulls);
		pfree(chain);
		pfree(paths[i].people);
	}
}
