/*
 * chain_query.h - what the functions that find chains share.
 */
#ifndef MG_CHAIN_QUERY_H
#define MG_CHAIN_QUERY_H

#include "base/compat.h"

#include "graph/chains/strongest.h"
#include "server/results.h"
#include "values/chain.h"

#define MG_OPTIONAL(argument) (1u << (argument))

/* Whether an argument is NULL that is not among the optional ones. */
extern bool mg_has_null(FunctionCallInfo fcinfo, uint32 optional);

/*
 * Reads the people to avoid. NULL is nobody: an aggregate over no objections gives it, and those
 * who meet no objection are not out of reach.
 */
extern void mg_avoid_argument(FunctionCallInfo fcinfo, int argument, const Graph *graph,
							  const uint32_t **avoid, size_t *count);

/* A limit on hops; MG_ANY_HOPS if no chain could have that many. */
extern uint32 mg_hops_argument(FunctionCallInfo fcinfo, int argument, const Graph *graph);

/* Reads from_person and to_person, arguments 1 and 2; false if one is unknown. */
extern bool mg_ends_arguments(FunctionCallInfo fcinfo, ChainQuery *query);

/* The chain value of a path, with the strengths of its ties. */
extern Chain *mg_chain_of_path(const Graph *graph, const ChainPath *path);

/* Returns chains, best first, as rows (rank, chain, strength, hops). */
extern void mg_put_ranked_chains(Rows *rows, const Graph *graph, const ChainPath *paths,
								 uint32 count);

#endif
