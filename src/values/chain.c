/*
 * chain.c - the value of type chain: made, checked, compared.
 *
 * Order: stronger chains first, by the sum of lengths (graph/length.c); then fewer hops, then the
 * people, then the single strengths, so that only equal chains compare equal.
 */
#include "values/chain.h"

#include "utils/builtins.h"

#include "math/length.h"
#include "math/product.h"
#include "math/sort.h"
#include "values/varlena.h"

static Size
chain_size(uint32 hops)
{
	Assert(hops <= MG_MAX_HOPS);
	return offsetof(Chain, people) + ((Size) hops + 1) * sizeof(int64) + hops * sizeof(double);
}

const char *
mg_chain_problem(uint32 hops, const int64 *people, const double *strengths)
{
	NumberedId *sorted;
	uint32 steps = 0;
	uint32 i;

	if (hops > MG_MAX_HOPS)
		return "A chain cannot have more than 10 million hops.";
	for (i = 0; i < hops; i++)
	{
		mg_step(&steps);
		if (!(strengths[i] > 0.0 && strengths[i] <= 1.0))
			return "A strength is not greater than 0 and at most 1.";
	}
	sorted = mg_alloc_array(NumberedId, (Size) hops + 1);
	for (i = 0; i <= hops; i++)
		sorted[i].id = people[i];
	mg_sort_ids(sorted, hops + 1);
	for (i = 1; i <= hops; i++)
		if (sorted[i].id == sorted[i - 1].id)
			return psprintf("Person " INT64_FORMAT " is on the chain twice.", sorted[i].id);
	mg_free(sorted);
	return NULL;
}

Chain *
mg_chain_make(uint32 hops, const int64 *people, const double *strengths)
{
	Chain *chain;

	if (hops > MG_MAX_HOPS)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("chain is too long"),
						errdetail("It has %u hops; the limit is %d.", hops, MG_MAX_HOPS)));
	chain = palloc0(chain_size(hops));
	SET_VARSIZE(chain, chain_size(hops));
	chain->version = MG_CHAIN_VERSION;
	chain->hops = hops;
	memcpy(chain->people, people, ((Size) hops + 1) * sizeof(int64));
	if (hops > 0)
		memcpy(chain->people + hops + 1, strengths, hops * sizeof(double));
	return chain;
}

const Chain *
mg_chain_argument(FunctionCallInfo fcinfo, int argument)
{
	Chain *chain = (Chain *) mg_plain_value(PG_GETARG_DATUM(argument));

	if (VARSIZE(chain) < chain_size(0) || chain->version != MG_CHAIN_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED), errmsg("unsupported format of a chain"),
				 errhint("Install the version of mentorgraph that wrote it, or a later "
						 "one.")));
	if (chain->hops > MG_MAX_HOPS || VARSIZE(chain) != chain_size(chain->hops))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED), errmsg("chain is damaged"),
				 errdetail("%u hops do not take %zu bytes.", chain->hops, (Size) VARSIZE(chain))));
	return chain;
}

double
mg_chain_strength(const Chain *chain)
{
	const double *strengths = mg_chain_strengths(chain);
	Product product = MG_PRODUCT_OF_NOTHING;
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < chain->hops; i++)
	{
		mg_step(&steps);
		product = mg_product_times(product, strengths[i]);
	}
	return mg_product_value(product);
}

uint32
mg_chain_weakest_link(const Chain *chain)
{
	const double *strengths = mg_chain_strengths(chain);
	uint32 weakest = 0;
	uint32 steps = 0;
	uint32 i;

	for (i = 1; i < chain->hops; i++)
	{
		mg_step(&steps);
		if (strengths[i] < strengths[weakest])
			weakest = i;
	}
	return weakest;
}

/* ---- order ---- */

/* The sum of lengths; beyond 64 bits chains count as equally long and the rest of the order
 * decides. */
static int64
length_of(const Chain *chain)
{
	const double *strengths = mg_chain_strengths(chain);
	int64 length = 0;
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < chain->hops; i++)
	{
		mg_step(&steps);
		length = mg_length_joined(length, mg_length(strengths[i]));
	}
	return length;
}

int
mg_chain_compare(const Chain *a, const Chain *b)
{
	int64 length_a = length_of(a);
	int64 length_b = length_of(b);
	uint32 steps = 0;
	uint32 i;

	if (length_a != length_b)
		return length_a < length_b ? -1 : 1;
	if (a->hops != b->hops)
		return a->hops < b->hops ? -1 : 1;
	for (i = 0; i <= a->hops; i++)
	{
		mg_step(&steps);
		if (a->people[i] != b->people[i])
			return a->people[i] < b->people[i] ? -1 : 1;
	}
	for (i = 0; i < a->hops; i++)
	{
		mg_step(&steps);
		if (mg_chain_strengths(a)[i] != mg_chain_strengths(b)[i])
			return mg_chain_strengths(a)[i] > mg_chain_strengths(b)[i] ? -1 : 1;
	}
	return 0;
}
