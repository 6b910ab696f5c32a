/*
 * chains.c - what a chain says.
 */
#include "base/compat.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "base/host.h"
#include "server/results.h"
#include "values/affiliation.h"
#include "values/chain.h"
#include "values/scan.h"

MG_FUNCTION(mg_sql_chain_people);
Datum
mg_sql_chain_people(PG_FUNCTION_ARGS)
{
	const Chain *chain = mg_chain_argument(fcinfo, 0);
	Datum *people = palloc(((Size) chain->hops + 1) * sizeof(Datum));
	uint32 i;

	for (i = 0; i <= chain->hops; i++)
		people[i] = Int64GetDatum(chain->people[i]);
	PG_RETURN_ARRAYTYPE_P(construct_array(people, chain->hops + 1, INT8OID, sizeof(int64),
										  FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

/* chain @> person */
MG_FUNCTION(mg_sql_chain_has_person);
Datum
mg_sql_chain_has_person(PG_FUNCTION_ARGS)
{
	const Chain *chain = mg_chain_argument(fcinfo, 0);
	int64 person = PG_GETARG_INT64(1);
	uint32 i;

	for (i = 0; i <= chain->hops; i++)
		if (chain->people[i] == person)
			PG_RETURN_BOOL(true);
	PG_RETURN_BOOL(false);
}

MG_FUNCTION(mg_sql_chain_strengths);
Datum
mg_sql_chain_strengths(PG_FUNCTION_ARGS)
{
	const Chain *chain = mg_chain_argument(fcinfo, 0);
	Datum *strengths = palloc(chain->hops * sizeof(Datum));
	uint32 i;

	for (i = 0; i < chain->hops; i++)
		strengths[i] = Float8GetDatum(mg_chain_strengths(chain)[i]);
	PG_RETURN_ARRAYTYPE_P(construct_array(strengths, chain->hops, FLOAT8OID, sizeof(float8),
										  FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

MG_FUNCTION(mg_sql_chain_strength);
Datum
mg_sql_chain_strength(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(mg_chain_strength(mg_chain_argument(fcinfo, 0)));
}

MG_FUNCTION(mg_sql_chain_hops);
Datum
mg_sql_chain_hops(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(mg_chain_argument(fcinfo, 0)->hops);
}

MG_FUNCTION(mg_sql_chain_starts);
Datum
mg_sql_chain_starts(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(mg_chain_argument(fcinfo, 0)->people[0]);
}

MG_FUNCTION(mg_sql_chain_ends);
Datum
mg_sql_chain_ends(PG_FUNCTION_ARGS)
{
	const Chain *chain = mg_chain_argument(fcinfo, 0);

	PG_RETURN_INT64(chain->people[chain->hops]);
}

/* The weakest link, the first of several; NULL for a chain of one person. */
MG_FUNCTION(mg_sql_chain_weakest_link);
Datum
mg_sql_chain_weakest_link(PG_FUNCTION_ARGS)
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
MG_FUNCTION(mg_sql_chain_plus);
Datum
mg_sql_chain_plus(PG_FUNCTION_ARGS)
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
								  a->people[a->hops], b->people[0]),
						errhint("Join a chain to one that starts where it ends.")));
	people = mg_alloc_array(int64, (Size) hops + 1);
	strengths = mg_alloc_array(double, hops);
	mg_copy(people, a->people, ((Size) a->hops + 1) * sizeof(int64));
	mg_copy(people + a->hops + 1, b->people + 1, b->hops * sizeof(int64));
	mg_copy(strengths, mg_chain_strengths(a), a->hops * sizeof(double));
	mg_copy(strengths + a->hops, mg_chain_strengths(b), b->hops * sizeof(double));
	problem = mg_chain_problem(hops, people, strengths);
	if (problem)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("chains cannot be joined"),
						errdetail("In the result, %s.", problem),
						errhint("Search for a chain between the ends instead: it passes nobody "
								"twice.")));
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
MG_FUNCTION(mg_sql_chain_label);
Datum
mg_sql_chain_label(PG_FUNCTION_ARGS)
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
