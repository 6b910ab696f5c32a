/*
 * chains.c - advocacy chains: finding them, and reading what they say.
 */
#include "compat.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "arguments.h"
#include "cache.h"
#include "graph/strongest.h"
#include "results.h"
#include "types/affiliation.h"
#include "types/chain.h"
#include "types/scan.h"

/* ---- strongest_chain ---- */

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

/* The numbers of the people in a bigint[] argument; unknown people are left out. */
static uint32 *
known_people(FunctionCallInfo fcinfo, int argument, const char *name, const Graph *graph,
			 size_t *known)
{
	size_t count;
	const int64 *ids = mg_people_argument(fcinfo, argument, name, &count);
	uint32 *people = mg_alloc_array(uint32, count);
	uint32 steps = 0;
	size_t i;

	*known = 0;
	for (i = 0; i < count; i++)
	{
		uint32 person = mg_graph_person(graph, ids[i]);

		mg_step(&steps);
		if (person != MG_NOBODY)
			people[(*known)++] = person;
	}
	return people;
}

/* strongest_chain(network, from_person, to_person, max_hops, avoid, by); max_hops may be NULL */
MG_FUNCTION(mg_strongest_chain_sql);
Datum
mg_strongest_chain_sql(PG_FUNCTION_ARGS)
{
	static const char *const orders[] = {"product", "weakest_link"};
	ChainQuery query = {0};
	ChainPath path;
	int i;

	for (i = 0; i < PG_NARGS(); i++)
		if (i != 3 && PG_ARGISNULL(i))
			PG_RETURN_NULL();

	query.max_hops = mg_limit_argument(fcinfo, 3, "max_hops", 1);
	query.by = mg_choice_argument(fcinfo, 5, "by", orders, lengthof(orders));
	query.graph = mg_open_network(fcinfo, 0, MG_ALL_TIES_IF_KEPT);
	query.from = mg_graph_person(query.graph, PG_GETARG_INT64(1));
	query.to = mg_graph_person(query.graph, PG_GETARG_INT64(2));
	query.avoid = known_people(fcinfo, 4, "avoid", query.graph, &query.avoid_count);
	if (query.from == MG_NOBODY || query.to == MG_NOBODY)
		PG_RETURN_NULL();
	/* No chain has more hops than there are other people. */
	if (query.max_hops >= query.graph->people - 1)
		query.max_hops = UINT32_MAX;
	if (!mg_strongest_chain(&query, &path))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(chain_of(query.graph, &path));
}

/* ---- what a chain says ---- */

MG_FUNCTION(mg_chain_people);
Datum
mg_chain_people(PG_FUNCTION_ARGS)
{
	const Chain *chain = mg_chain_argument(fcinfo, 0);
	Datum *people = palloc(((Size) chain->hops + 1) * sizeof(Datum));
	uint32 i;

	for (i = 0; i <= chain->hops; i++)
		people[i] = Int64GetDatum(chain->people[i]);
	PG_RETURN_ARRAYTYPE_P(construct_array(people, chain->hops + 1, INT8OID, sizeof(int64),
										  FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

MG_FUNCTION(mg_chain_strengths_sql);
Datum
mg_chain_strengths_sql(PG_FUNCTION_ARGS)
{
	const Chain *chain = mg_chain_argument(fcinfo, 0);
	Datum *strengths = palloc(chain->hops * sizeof(Datum));
	uint32 i;

	for (i = 0; i < chain->hops; i++)
		strengths[i] = Float8GetDatum(mg_chain_strengths(chain)[i]);
	PG_RETURN_ARRAYTYPE_P(construct_array(strengths, chain->hops, FLOAT8OID, sizeof(float8),
										  FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

MG_FUNCTION(mg_chain_strength_sql);
Datum
mg_chain_strength_sql(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(mg_chain_strength(mg_chain_argument(fcinfo, 0)));
}

MG_FUNCTION(mg_chain_hops);
Datum
mg_chain_hops(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(mg_chain_argument(fcinfo, 0)->hops);
}

MG_FUNCTION(mg_chain_starts);
Datum
mg_chain_starts(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(mg_chain_argument(fcinfo, 0)->people[0]);
}

MG_FUNCTION(mg_chain_ends);
Datum
mg_chain_ends(PG_FUNCTION_ARGS)
{
	const Chain *chain = mg_chain_argument(fcinfo, 0);

	PG_RETURN_INT64(chain->people[chain->hops]);
}

/* The weakest link, the first of several; NULL for a chain of one person. */
MG_FUNCTION(mg_chain_weakest_link);
Datum
mg_chain_weakest_link(PG_FUNCTION_ARGS)
{
	const Chain *chain = mg_chain_argument(fcinfo, 0);
	const double *strengths = mg_chain_strengths(chain);
	bool nulls[3] = {false, false, false};
	Datum values[3];
	uint32 weakest = 0;
	uint32 i;

	if (chain->hops == 0)
		PG_RETURN_NULL();
	for (i = 1; i < chain->hops; i++)
		if (strengths[i] < strengths[weakest])
			weakest = i;
	values[0] = Int64GetDatum(chain->people[weakest]);
	values[1] = Int64GetDatum(chain->people[weakest + 1]);
	values[2] = Float8GetDatum(strengths[weakest]);
	return mg_one_row(fcinfo, values, nulls);
}

/* chain + chain: the second goes on where the first ends */
MG_FUNCTION(mg_chain_plus);
Datum
mg_chain_plus(PG_FUNCTION_ARGS)
{
	const Chain *a = mg_chain_argument(fcinfo, 0);
	const Chain *b = mg_chain_argument(fcinfo, 1);
	uint32 hops = a->hops + b->hops;
	int64 *people;
	double *strengths;
	const char *problem;

	if (a->people[a->hops] != b->people[0])
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("chains do not meet"),
						errdetail("The first ends with person " INT64_FORMAT
								  ", the second starts with person " INT64_FORMAT ".",
								  a->people[a->hops], b->people[0])));
	people = mg_alloc_array(int64, (Size) hops + 1);
	strengths = mg_alloc_array(double, hops);
	mg_copy(people, a->people, ((Size) a->hops + 1) * sizeof(int64));
	mg_copy(people + a->hops + 1, b->people + 1, b->hops * sizeof(int64));
	mg_copy(strengths, mg_chain_strengths(a), a->hops * sizeof(double));
	mg_copy(strengths + a->hops, mg_chain_strengths(b), b->hops * sizeof(double));
	problem = mg_chain_problem(hops, people, strengths);
	if (problem)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("chains cannot be joined"),
						errdetail("In the result, %s.", problem)));
	PG_RETURN_POINTER(mg_chain_make(hops, people, strengths));
}

static void
append_name(StringInfo out, const Affiliation *names, int64 person)
{
	uint32 name;
	int length;
	const char *text;

	if (!mg_affiliation_group(names, person, &name))
	{
		mg_append_id(out, person);
		return;
	}
	text = mg_affiliation_name(names, name, &length);
	appendBinaryStringInfo(out, text, length);
}

/* label(chain, names): people without a name are shown by id */
MG_FUNCTION(mg_chain_label);
Datum
mg_chain_label(PG_FUNCTION_ARGS)
{
	const Chain *chain = mg_chain_argument(fcinfo, 0);
	const Affiliation *names = mg_affiliation_argument(fcinfo, 1);
	StringInfoData out;
	uint32 steps = 0;
	uint32 i;

	initStringInfo(&out);
	append_name(&out, names, chain->people[0]);
	for (i = 0; i < chain->hops; i++)
	{
		mg_step(&steps);
		appendStringInfoString(&out, " -[");
		mg_append_number(&out, mg_chain_strengths(chain)[i]);
		appendStringInfoString(&out, "]-> ");
		append_name(&out, names, chain->people[i + 1]);
	}
	PG_RETURN_TEXT_P(cstring_to_text_with_len(out.data, out.len));
}
