/*
 * roles.c - brokerage, components, cut people, hierarchy.
 */
#include "base/compat.h"

#include "server/arguments.h"
#include "server/groups.h"
#include "graph/groups/brokerage_chance.h"
#include "graph/structure/components.h"
#include "graph/structure/cut_people.h"
#include "graph/structure/krackhardt.h"
#include "server/results.h"

/* ---- brokerage ---- */

MG_FUNCTION(mg_sql_network_brokerage);
Datum
mg_sql_network_brokerage(PG_FUNCTION_ARGS)
{
	Rows rows;
	enum
	{
		PERSON,
		COUNTS,
		EXPECTED = COUNTS + BROKER_ROLES,
		Z = EXPECTED + BROKER_ROLES,
		COLUMNS = Z + BROKER_ROLES
	};
	const Graph *graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	const Affiliation *affiliation = mg_affiliation_argument(fcinfo, 1);
	BrokerCounts *counts = mg_alloc_array(BrokerCounts, graph->people);
	BrokerChances chances;
	Labels labels;
	uint32 person;

	mg_labels_of(graph, affiliation, &labels);
	mg_brokerage(graph, &labels, counts);
	mg_broker_chances(graph, &labels, &chances);
	mg_start_rows(fcinfo, &rows);
	for (person = 0; person < graph->people; person++)
	{
		bool known = mg_label_known(&labels, person);
		const BrokerChance *chance = known ? mg_broker_chance(&chances, &labels, person) : NULL;
		Datum values[COLUMNS] = {0};
		bool nulls[COLUMNS];
		int role;

		memset(nulls, true, sizeof(nulls));
		values[PERSON] = Int64GetDatum(graph->ids[person]);
		nulls[PERSON] = false;
		for (role = 0; known && role < BROKER_ROLES; role++)
		{
			int64 count = counts[person].role[role];

			values[COUNTS + role] = Int64GetDatum(count);
			nulls[COUNTS + role] = false;
			mg_set_figure(values, nulls, EXPECTED + role, chance->expected[role]);
			mg_set_figure(values, nulls, Z + role,
						  (count - chance->expected[role]) / chance->deviation[role]);
		}
		mg_put_row(&rows, values, nulls);
	}
	mg_broker_chances_free(&chances);
	mg_labels_free(&labels);
	mg_free(counts);
	return (Datum) 0;
}

/* ---- components and cuts ---- */

MG_FUNCTION(mg_sql_network_components);
Datum
mg_sql_network_components(PG_FUNCTION_ARGS)
{
	Rows rows;
	static const char *const modes[] = {"weak", "strong"};
	int mode = mg_choice_argument(fcinfo, 1, "mode", modes, lengthof(modes));
	const Graph *graph = mg_open_network(fcinfo, 0, MG_OUT_TIES);
	uint32 *component = mg_alloc_array(uint32, graph->people);

	if (mode == 0)
		mg_weak_components(graph, component);
	else
		mg_strong_components(graph, component);
	mg_start_rows(fcinfo, &rows);
	mg_put_numbers(&rows, graph, component, 1);
	mg_free(component);
	return (Datum) 0;
}

MG_FUNCTION(mg_sql_network_cut_people);
Datum
mg_sql_network_cut_people(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Graph *graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	bool *cut = mg_alloc_array(bool, graph->people);
	uint32 person;

	mg_cut_people(graph, cut);
	mg_start_rows(fcinfo, &rows);
	for (person = 0; person < graph->people; person++)
		if (cut[person])
		{
			Datum value = Int64GetDatum(graph->ids[person]);
			bool null = false;

			mg_put_row(&rows, &value, &null);
		}
	mg_free(cut);
	return (Datum) 0;
}

/* ---- hierarchy ---- */

MG_FUNCTION(mg_sql_network_krackhardt);
Datum
mg_sql_network_krackhardt(PG_FUNCTION_ARGS)
{
	const Graph *graph = mg_open_network(fcinfo, 0, MG_ALL_TIES);
	Krackhardt figures;
	Datum values[4];
	bool nulls[4];

	mg_krackhardt(graph, &figures);
	mg_set_figure(values, nulls, 0, figures.connectedness);
	mg_set_figure(values, nulls, 1, figures.hierarchy);
	mg_set_figure(values, nulls, 2, figures.efficiency);
	mg_set_figure(values, nulls, 3, figures.lubness);
	return mg_one_row(fcinfo, values, nulls);
}
