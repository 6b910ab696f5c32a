/*
 * groups.c - arguments that the functions over a network and an affiliation share.
 */
#include "functions/groups.h"

#include "utils/builtins.h"

#include "arguments.h"

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
