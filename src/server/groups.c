/*
 * groups.c - arguments that the functions over a network and an affiliation share.
 */
#include "server/groups.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "server/arguments.h"
#include "values/varlena.h"

const Graph *
mg_open_for_alters(FunctionCallInfo fcinfo, int argument, Neighbours neighbours)
{
	return mg_open_network(fcinfo, argument,
						   neighbours == MG_SUPPORTED ? MG_OUT_TIES : MG_ALL_TIES);
}

void
mg_labels_of(const Graph *graph, const Affiliation *affiliation, Labels *labels)
{
	mg_labels_make(graph, affiliation->ids, mg_affiliation_groups(affiliation), affiliation->people,
				   affiliation->groups, labels);
}

Datum
mg_group_name(const Affiliation *affiliation, uint32 group)
{
	int length;
	const char *name = mg_affiliation_name(affiliation, group, &length);

	return PointerGetDatum(cstring_to_text_with_len(name, length));
}

const Affiliation **
mg_affiliations_argument(FunctionCallInfo fcinfo, int argument, const char *name, int *count)
{
	ArrayType *array = PG_GETARG_ARRAYTYPE_P(argument);
	const Affiliation **affiliations;
	Datum *values;
	bool *nulls;
	int i;

	if (ARR_NDIM(array) > 1)
		ereport(ERROR, (errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR),
						errmsg("\"%s\" must be a one-dimensional array", name),
						errhint("Write the affiliations as ARRAY[unit, level].")));
	deconstruct_array(array, ARR_ELEMTYPE(array), -1, false, TYPALIGN_DOUBLE, &values, &nulls,
					  count);
	affiliations = mg_alloc_array(const Affiliation *, *count);
	for (i = 0; i < *count; i++)
	{
		if (nulls[i])
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("\"%s\" must not contain NULL", name),
					 errhint("Remove the NULLs, for example with array_remove(..., NULL).")));
		affiliations[i] = (const Affiliation *) mg_plain_value(values[i]);
		mg_affiliation_check(affiliations[i]);
	}
	return affiliations;
}
