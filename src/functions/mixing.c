/*
 * mixing.c - ties within and between groups: the mixing matrix and indices computed from it.
 */
#include "base/compat.h"

#include "miscadmin.h"

#include "server/arguments.h"
#include "server/groups.h"
#include "graph/groups/mixing.h"
#include "server/results.h"

/* A matrix of more cells than this is of no use to a reader, and of much harm to a disk. */
#define MAX_CELLS (UINT64CONST(1) << 24)
#define MAX_PERMUTATIONS 1000000

static const Graph *
open_labelled(FunctionCallInfo fcinfo, const Affiliation **affiliation, Labels *labels)
{
	const Graph *graph = mg_open_network(fcinfo, 0, MG_OUT_TIES);

	*affiliation = mg_affiliation_argument(fcinfo, 1);
	mg_labels_of(graph, *affiliation, labels);
	return graph;
}

/* mixing(network, affiliation) */
MG_FUNCTION(mg_sql_mixing);
Datum
mg_sql_mixing(PG_FUNCTION_ARGS)
{
	Rows result;
	enum
	{
		FROM_GROUP,
		TO_GROUP,
		TIES,
		EXPECTED,
		COLUMNS
	};
	const Affiliation *affiliation;
	Labels labels;
	const Graph *graph = open_labelled(fcinfo, &affiliation, &labels);
	uint32 *group = mg_labels_compact(&labels); /* as the affiliation numbers them */
	MixingRows rows;
	uint32 from;
	uint32 to;

	if ((uint64) labels.groups * labels.groups > MAX_CELLS)
		ereport(
			ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("too many groups for a mixing matrix"),
			 errdetail("The network has people of %u groups; the limit is 4096.", labels.groups),
			 errhint("Use an affiliation with fewer groups.")));
	mg_start_rows(fcinfo, &result);
	mg_mixing_rows_start(graph, &labels, &rows);
	for (from = 0; from < labels.groups; from++)
	{
		Datum values[COLUMNS];
		bool nulls[COLUMNS] = {false};

		CHECK_FOR_INTERRUPTS();
		mg_mixing_row(&rows, from);
		if (rows.ties == 0)
			continue;
		values[FROM_GROUP] = mg_group_name(affiliation, group[from]);
		for (to = 0; to < labels.groups; to++)
		{
			double others = labels.size[to] - (to == from ? 1.0 : 0.0);

			if (others == 0 && rows.count[to] == 0)
				continue;
			values[TO_GROUP] = mg_group_name(affiliation, group[to]);
			values[TIES] = Int64GetDatum(rows.count[to]);
			values[EXPECTED] = Float8GetDatum(rows.ties * others / (labels.known - 1.0));
			mg_put_row(&result, values, nulls);
			pfree(DatumGetPointer(values[TO_GROUP]));
		}
		pfree(DatumGetPointer(values[FROM_GROUP]));
	}
	mg_mixing_rows_free(&rows);
	mg_free(group);
	mg_labels_free(&labels);
	return (Datum) 0;
}

/* The same, and the ties by group. */
static void
open_totals(FunctionCallInfo fcinfo, const Affiliation **affiliation, Labels *labels,
			MixingTotals *totals)
{
	mg_mixing_totals(open_labelled(fcinfo, affiliation, labels), labels, totals);
}

/* ei_index(network, affiliation) */
MG_FUNCTION(mg_sql_network_ei_index);
Datum
mg_sql_network_ei_index(PG_FUNCTION_ARGS)
{
	const Affiliation *affiliation;
	Labels labels;
	MixingTotals totals;

	open_totals(fcinfo, &affiliation, &labels, &totals);
	return mg_figure(fcinfo, mg_ei_index(&totals));
}

/* assortativity(network, affiliation) */
MG_FUNCTION(mg_sql_network_assortativity);
Datum
mg_sql_network_assortativity(PG_FUNCTION_ARGS)
{
	const Affiliation *affiliation;
	Labels labels;
	MixingTotals totals;

	open_totals(fcinfo, &affiliation, &labels, &totals);
	return mg_figure(fcinfo, mg_assortativity(&totals, labels.groups));
}

/* coleman(network, affiliation) */
MG_FUNCTION(mg_sql_network_coleman);
Datum
mg_sql_network_coleman(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Affiliation *affiliation;
	Labels labels;
	MixingTotals totals;
	uint32 g;

	open_totals(fcinfo, &affiliation, &labels, &totals);
	mg_start_rows(fcinfo, &rows);
	for (g = 0; g < labels.groups; g++)
	{
		Datum values[2];
		bool nulls[2] = {false};

		if (labels.size[g] == 0)
			continue;
		values[0] = mg_group_name(affiliation, g);
		mg_set_figure(values, nulls, 1, mg_coleman(&totals, &labels, g));
		mg_put_row(&rows, values, nulls);
		pfree(DatumGetPointer(values[0]));
	}
	mg_mixing_totals_free(&totals);
	mg_labels_free(&labels);
	return (Datum) 0;
}

/* ei_test(network, affiliation, permutations, seed) */
MG_FUNCTION(mg_sql_network_ei_test);
Datum
mg_sql_network_ei_test(PG_FUNCTION_ARGS)
{
	enum
	{
		EI_INDEX,
		EXPECTED,
		PERMUTATION_MEAN,
		PERMUTATION_SD,
		P_LOWER,
		P_UPPER,
		PERMUTATIONS,
		KNOWN,
		TIES,
		COLUMNS
	};
	int32 permutations = PG_GETARG_INT32(2);
	Datum values[COLUMNS];
	bool nulls[COLUMNS] = {false};
	const Affiliation *affiliation;
	const Graph *graph;
	Labels labels;
	EiTest test;

	if (permutations < 1 || permutations > MAX_PERMUTATIONS)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"permutations\" must be between 1 and %d", MAX_PERMUTATIONS),
						errdetail("The value is %d.", permutations),
						errhint("The smallest possible p-value is 1 / (permutations + 1).")));
	graph = open_labelled(fcinfo, &affiliation, &labels);
	mg_ei_test(graph, &labels, permutations, PG_GETARG_INT64(3), &test);
	mg_set_figure(values, nulls, EI_INDEX, test.ei_index);
	mg_set_figure(values, nulls, EXPECTED, test.expected);
	mg_set_figure(values, nulls, PERMUTATION_MEAN, test.mean);
	mg_set_figure(values, nulls, PERMUTATION_SD, test.sd);
	mg_set_figure(values, nulls, P_LOWER, test.p_lower);
	mg_set_figure(values, nulls, P_UPPER, test.p_upper);
	values[PERMUTATIONS] = Int32GetDatum(permutations);
	values[KNOWN] = Int64GetDatum(labels.known);
	values[TIES] = Int64GetDatum(test.ties);
	mg_labels_free(&labels);
	return mg_one_row(fcinfo, values, nulls);
}
