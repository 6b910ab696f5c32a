/*
 * lineage.c - generations, descendants and ancestors of everyone.
 */
#include "base/compat.h"

#include "graph/structure/lineage.h"
#include "server/networks.h"
#include "server/results.h"

/* lineage(network) */
MG_FUNCTION(mg_sql_lineage);
Datum
mg_sql_lineage(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Graph *graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	bool nulls[6] = {false, false, false, false, false, false};
	Lineage *lineage = mg_alloc_array(Lineage, graph->people);
	Datum values[6];
	uint32 steps = 0;
	uint32 person;
	uint32 tie;

	mg_start_rows(fcinfo, &rows);
	mg_lineage(graph, lineage);
	for (person = 0; person < graph->people; person++)
	{
		uint32 mentoring = 0;

		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			uint32 mentee = graph->out_target[tie];

			mg_step(&steps);
			mentoring += graph->out_start[mentee + 1] > graph->out_start[mentee];
		}
		values[0] = Int64GetDatum(graph->ids[person]);
		values[1] = Int32GetDatum(lineage[person].generation);
		values[2] = Int64GetDatum(graph->out_start[person + 1] - graph->out_start[person]);
		values[3] = Int64GetDatum(lineage[person].descendants);
		values[4] = Int64GetDatum(lineage[person].ancestors);
		values[5] = Int64GetDatum(mentoring);
		mg_put_row(&rows, values, nulls);
	}
	return (Datum) 0;
}
