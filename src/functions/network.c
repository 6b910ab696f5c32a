/*
 * network.c - the type network, and functions that read one: counts, people, ties, summary.
 *
 * Counts, equality and hash come from the value's first slice; the rest opens the network. summary
 * is O(ties log ties of a person).
 */
#include "base/compat.h"

#include "common/hashfn.h"
#include "nodes/nodeFuncs.h"
#include "nodes/supportnodes.h"

#include "graph/structure/components.h"
#include "server/networks.h"
#include "server/results.h"
#include "values/network_text.h"
#include "values/network_wire.h"

/* ---- the type ---- */

MG_FUNCTION(mg_sql_network_in);
Datum
mg_sql_network_in(PG_FUNCTION_ARGS)
{
	TextScan scan;
	Graph graph;

	mg_scan_start(&scan, "network", PG_GETARG_CSTRING(0), mg_soft_context(fcinfo));
	if (!mg_network_parse(&scan, &graph))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(mg_network_make(&graph));
}

MG_FUNCTION(mg_sql_network_out);
Datum
mg_sql_network_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(mg_network_text(mg_open_network(fcinfo, 0, MG_OUT_TIES_ONCE)));
}

MG_FUNCTION(mg_sql_network_send);
Datum
mg_sql_network_send(PG_FUNCTION_ARGS)
{
	PG_RETURN_BYTEA_P(mg_network_send(mg_open_network(fcinfo, 0, MG_OUT_TIES_ONCE)));
}

MG_FUNCTION(mg_sql_network_recv);
Datum
mg_sql_network_recv(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(mg_network_receive((StringInfo) PG_GETARG_POINTER(0)));
}

MG_FUNCTION(mg_sql_network_equals);
Datum
mg_sql_network_equals(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(mg_same_network(PG_GETARG_DATUM(0), PG_GETARG_DATUM(1)));
}

MG_FUNCTION(mg_sql_network_differs);
Datum
mg_sql_network_differs(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(!mg_same_network(PG_GETARG_DATUM(0), PG_GETARG_DATUM(1)));
}

MG_FUNCTION(mg_sql_network_hash);
Datum
mg_sql_network_hash(PG_FUNCTION_ARGS)
{
	Network header;

	mg_network_peek(PG_GETARG_DATUM(0), &header);
	return hash_any(header.fingerprint, MG_FINGERPRINT_LENGTH);
}

MG_FUNCTION(mg_sql_network_hash_extended);
Datum
mg_sql_network_hash_extended(PG_FUNCTION_ARGS)
{
	Network header;

	mg_network_peek(PG_GETARG_DATUM(0), &header);
	return hash_any_extended(header.fingerprint, MG_FINGERPRINT_LENGTH, PG_GETARG_INT64(1));
}

/* ---- looking ---- */

MG_FUNCTION(mg_sql_person_count);
Datum
mg_sql_person_count(PG_FUNCTION_ARGS)
{
	Network header;

	mg_network_peek(PG_GETARG_DATUM(0), &header);
	PG_RETURN_INT64(header.people);
}

MG_FUNCTION(mg_sql_tie_count);
Datum
mg_sql_tie_count(PG_FUNCTION_ARGS)
{
	Network header;

	mg_network_peek(PG_GETARG_DATUM(0), &header);
	PG_RETURN_INT64(header.ties);
}

/* strength(network, source, target): NULL without such a tie */
MG_FUNCTION(mg_sql_network_strength);
Datum
mg_sql_network_strength(PG_FUNCTION_ARGS)
{
	const Graph *graph = mg_open_network(fcinfo, 0, MG_OUT_TIES);
	uint32 source = mg_graph_person(graph, PG_GETARG_INT64(1));
	uint32 target = mg_graph_person(graph, PG_GETARG_INT64(2));
	uint32 tie;

	if (source == MG_NOBODY || target == MG_NOBODY)
		PG_RETURN_NULL();
	tie = mg_graph_tie(graph, source, target);
	if (tie == MG_NOBODY)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(mg_out_strength(graph, tie));
}

/* network @> person */
MG_FUNCTION(mg_sql_network_has_person);
Datum
mg_sql_network_has_person(PG_FUNCTION_ARGS)
{
	const Graph *graph = mg_open_network(fcinfo, 0, MG_OUT_TIES);

	PG_RETURN_BOOL(mg_graph_person(graph, PG_GETARG_INT64(1)) != MG_NOBODY);
}

MG_FUNCTION(mg_sql_network_people);
Datum
mg_sql_network_people(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Graph *graph = mg_open_network(fcinfo, 0, MG_OUT_TIES);
	uint32 person;

	mg_start_rows(fcinfo, &rows);
	for (person = 0; person < graph->people; person++)
	{
		Datum value = Int64GetDatum(graph->ids[person]);
		bool null = false;

		mg_put_row(&rows, &value, &null);
	}
	return (Datum) 0;
}

MG_FUNCTION(mg_sql_network_ties);
Datum
mg_sql_network_ties(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Graph *graph = mg_open_network(fcinfo, 0, MG_OUT_TIES);
	uint32 person;
	uint32 tie;

	mg_start_rows(fcinfo, &rows);
	for (person = 0; person < graph->people; person++)
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			Datum values[3] = {Int64GetDatum(graph->ids[person]),
							   Int64GetDatum(graph->ids[graph->out_target[tie]]),
							   Float8GetDatum(mg_out_strength(graph, tie))};
			bool nulls[3] = {false, false, false};

			mg_put_row(&rows, values, nulls);
		}
	return (Datum) 0;
}

/* ---- how many rows the planner should expect ---- */

/* The header of the network in a call's first argument, if that is a constant. */
static bool
constant_header(SupportRequestRows *request, Network *header)
{
	Const *argument;

	if (!is_funcclause(request->node))
		return false;
	argument = linitial(((FuncExpr *) request->node)->args);
	if (!IsA(argument, Const) || argument->constisnull)
		return false;
	mg_network_peek(argument->constvalue, header);
	return true;
}

static Datum
expect_rows(Node *request, bool ties)
{
	SupportRequestRows *rows = (SupportRequestRows *) request;
	Network header;

	if (!IsA(request, SupportRequestRows) || !constant_header(rows, &header))
		PG_RETURN_POINTER(NULL);
	rows->rows = ties ? header.ties : header.people;
	PG_RETURN_POINTER(request);
}

MG_FUNCTION(mg_sql_people_support);
Datum
mg_sql_people_support(PG_FUNCTION_ARGS)
{
	return expect_rows((Node *) PG_GETARG_POINTER(0), false);
}

MG_FUNCTION(mg_sql_ties_support);
Datum
mg_sql_ties_support(PG_FUNCTION_ARGS)
{
	return expect_rows((Node *) PG_GETARG_POINTER(0), true);
}

/* ---- summary ---- */

typedef struct Totals
{
	uint32 isolates;
	uint32 reciprocated;
	double strength;
} Totals;

/* Sums over all ties; strengths are added in the order of the ties. */
static Totals
add_up(const Graph *graph)
{
	bool *supported = mg_alloc_zero_array(bool, graph->people);
	Totals totals = {0, 0, 0.0};
	uint32 steps = 0;
	uint32 person;
	uint32 tie;

	for (person = 0; person < graph->people; person++)
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			uint32 target = graph->out_target[tie];

			mg_step(&steps);
			supported[target] = true;
			totals.strength += mg_out_strength(graph, tie);
			if (mg_graph_tie(graph, target, person) != MG_NOBODY)
				totals.reciprocated++;
		}
	for (person = 0; person < graph->people; person++)
		if (!supported[person] && graph->out_start[person] == graph->out_start[person + 1])
			totals.isolates++;
	mg_free(supported);
	return totals;
}

MG_FUNCTION(mg_sql_network_summary);
Datum
mg_sql_network_summary(PG_FUNCTION_ARGS)
{
	enum
	{
		PEOPLE,
		TIES,
		ISOLATES,
		DENSITY,
		RECIPROCITY,
		MEAN_STRENGTH,
		COMPONENTS,
		LARGEST_COMPONENT,
		STRONG_COMPONENTS,
		COLUMNS
	};
	const Graph *graph = mg_open_network(fcinfo, 0, MG_OUT_TIES);
	uint32 *component = mg_alloc_array(uint32, graph->people);
	Totals totals = add_up(graph);
	double people = graph->people;
	double ties = graph->ties;
	Datum values[COLUMNS];
	bool nulls[COLUMNS] = {false};
	uint32 count;

	values[PEOPLE] = Int64GetDatum(graph->people);
	values[TIES] = Int64GetDatum(graph->ties);
	values[ISOLATES] = Int64GetDatum(totals.isolates);
	nulls[DENSITY] = graph->people < 2;
	nulls[RECIPROCITY] = nulls[MEAN_STRENGTH] = graph->ties == 0;
	values[DENSITY] = nulls[DENSITY] ? 0 : Float8GetDatum(ties / (people * (people - 1)));
	values[RECIPROCITY] = nulls[RECIPROCITY] ? 0 : Float8GetDatum(totals.reciprocated / ties);
	values[MEAN_STRENGTH] = nulls[MEAN_STRENGTH] ? 0 : Float8GetDatum(totals.strength / ties);
	count = mg_weak_components(graph, component);
	values[COMPONENTS] = Int64GetDatum(count);
	values[LARGEST_COMPONENT] =
		Int64GetDatum(mg_largest_component(component, graph->people, count));
	values[STRONG_COMPONENTS] = Int64GetDatum(mg_strong_components(graph, component));
	mg_free(component);
	return mg_one_row(fcinfo, values, nulls);
}
