/*
 * chain.c - the type chain, and functions that read one.
 */
#include "base/compat.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "base/host.h"
#include "server/arguments.h"
#include "server/results.h"
#include "values/affiliation.h"
#include "values/chain_io.h"
#include "values/scan.h"
#include "values/varlena.h"

/* ---- the type ---- */

MG_FUNCTION(mg_sql_chain_in);
Datum
mg_sql_chain_in(PG_FUNCTION_ARGS)
{
	TextScan scan;
	Chain *chain;

	mg_scan_start(&scan, "chain", PG_GETARG_CSTRING(0), mg_soft_context(fcinfo));
	chain = mg_chain_parse(&scan);
	if (chain == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(chain);
}

MG_FUNCTION(mg_sql_chain_out);
Datum
mg_sql_chain_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(mg_chain_text(mg_chain_argument(fcinfo, 0)));
}

MG_FUNCTION(mg_sql_chain_send);
Datum
mg_sql_chain_send(PG_FUNCTION_ARGS)
{
	PG_RETURN_BYTEA_P(mg_chain_send(mg_chain_argument(fcinfo, 0)));
}

MG_FUNCTION(mg_sql_chain_recv);
Datum
mg_sql_chain_recv(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(mg_chain_receive((StringInfo) PG_GETARG_POINTER(0)));
}

static bool
same_chain(FunctionCallInfo fcinfo)
{
	return mg_same_bytes(fcinfo, mg_chain_argument(fcinfo, 0), mg_chain_argument(fcinfo, 1));
}

static int
compared(FunctionCallInfo fcinfo)
{
	const Chain *a = mg_chain_argument(fcinfo, 0);
	const Chain *b = mg_chain_argument(fcinfo, 1);
	int order = mg_chain_compare(a, b);

	mg_free_copy(fcinfo, 0, a);
	mg_free_copy(fcinfo, 1, b);
	return order;
}

MG_FUNCTION(mg_sql_chain_eq);
Datum
mg_sql_chain_eq(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(same_chain(fcinfo));
}

MG_FUNCTION(mg_sql_chain_ne);
Datum
mg_sql_chain_ne(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(!same_chain(fcinfo));
}

MG_FUNCTION(mg_sql_chain_lt);
Datum
mg_sql_chain_lt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compared(fcinfo) < 0);
}

MG_FUNCTION(mg_sql_chain_le);
Datum
mg_sql_chain_le(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compared(fcinfo) <= 0);
}

MG_FUNCTION(mg_sql_chain_gt);
Datum
mg_sql_chain_gt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compared(fcinfo) > 0);
}

MG_FUNCTION(mg_sql_chain_ge);
Datum
mg_sql_chain_ge(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compared(fcinfo) >= 0);
}

MG_FUNCTION(mg_sql_chain_cmp);
Datum
mg_sql_chain_cmp(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(compared(fcinfo));
}

/* What min and max of chains keep: the one that comes first in the order of chains, and the one
 * that comes last. */
static Datum
kept(FunctionCallInfo fcinfo, bool first)
{
	int order = compared(fcinfo);

	PG_RETURN_DATUM(PG_GETARG_DATUM((order <= 0) == first ? 0 : 1));
}

MG_FUNCTION(mg_sql_chain_smaller);
Datum
mg_sql_chain_smaller(PG_FUNCTION_ARGS)
{
	return kept(fcinfo, true);
}

MG_FUNCTION(mg_sql_chain_larger);
Datum
mg_sql_chain_larger(PG_FUNCTION_ARGS)
{
	return kept(fcinfo, false);
}

MG_FUNCTION(mg_sql_chain_hash);
Datum
mg_sql_chain_hash(PG_FUNCTION_ARGS)
{
	return mg_hash_bytes(fcinfo, mg_chain_argument(fcinfo, 0), offsetof(Chain, hops));
}

MG_FUNCTION(mg_sql_chain_hash_extended);
Datum
mg_sql_chain_hash_extended(PG_FUNCTION_ARGS)
{
	return mg_hash_bytes_extended(fcinfo, mg_chain_argument(fcinfo, 0), offsetof(Chain, hops));
}

/* ---- what a chain says ---- */

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
	bool nulls[3] = {false, false, false};
	Datum values[3];
	uint32 weakest;

	if (chain->hops == 0)
		PG_RETURN_NULL();
	weakest = mg_chain_weakest_link(chain);
	values[0] = Int64GetDatum(chain->people[weakest]);
	values[1] = Int64GetDatum(chain->people[weakest + 1]);
	values[2] = Float8GetDatum(mg_chain_strengths(chain)[weakest]);
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
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("second chain must start where the first ends"),
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
						errdetail("%s", problem),
						errhint("Search for a chain between the ends with strongest_chain.")));
	PG_RETURN_POINTER(mg_chain_make(hops, people, strengths));
}

/* What stands for a person: their name, or what stands for people without one, or the id. */
static void
append_name(StringInfo out, const Affiliation *names, int64 person, const text *unknown)
{
	uint32 name;
	int length;
	const char *text;

	if (mg_affiliation_group(names, person, &name))
	{
		text = mg_affiliation_name(names, name, &length);
		appendBinaryStringInfo(out, text, length);
	}
	else if (unknown)
		appendBinaryStringInfo(out, VARDATA_ANY(unknown), VARSIZE_ANY_EXHDR(unknown));
	else
		mg_append_id(out, person);
}

/* label(chain, names, digits, unknown); digits and unknown may be NULL */
MG_FUNCTION(mg_sql_chain_label);
Datum
mg_sql_chain_label(PG_FUNCTION_ARGS)
{
	const Chain *chain;
	const Affiliation *names;
	int digits;
	const text *unknown = PG_ARGISNULL(3) ? NULL : PG_GETARG_TEXT_PP(3);
	StringInfoData out;
	uint32 steps = 0;
	uint32 i;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	chain = mg_chain_argument(fcinfo, 0);
	names = mg_affiliation_argument(fcinfo, 1);
	digits = mg_digits_argument(fcinfo, 2);
	initStringInfo(&out);
	append_name(&out, names, chain->people[0], unknown);
	for (i = 0; i < chain->hops; i++)
	{
		mg_step(&steps);
		appendStringInfoString(&out, " -[");
		mg_append_rounded(&out, mg_chain_strengths(chain)[i], digits);
		appendStringInfoString(&out, "]-> ");
		append_name(&out, names, chain->people[i + 1], unknown);
	}
	PG_RETURN_TEXT_P(cstring_to_text_with_len(out.data, out.len));
}
