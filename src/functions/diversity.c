/*
 * diversity.c - diversity of everyone's contacts, by one affiliation or by several.
 *
 * The affiliation is mapped onto the network's people once, then one pass reads everyone's alters:
 * O(people + ties) for each affiliation.
 */
#include "base/compat.h"

#include "server/arguments.h"
#include "server/groups.h"
#include "math/weighted.h"
#include "server/figures.h"
#include "graph/groups/diversity.h"
#include "server/results.h"

/* alter_diversity(network, affiliation, neighbours) */
MG_FUNCTION(mg_sql_alter_diversity);
Datum
mg_sql_alter_diversity(PG_FUNCTION_ARGS)
{
	Rows rows;
	enum
	{
		PERSON,
		ALTERS,
		KNOWN,
		RICHNESS,
		BLAU,
		SIMPSON,
		IQV,
		SHANNON,
		SAME_SHARE,
		EXPECTED_SAME_SHARE,
		EXCESS_SAME,
		EI_INDEX,
		COLUMNS
	};
	Neighbours neighbours = mg_neighbours_argument(fcinfo, 2);
	const Graph *graph = mg_open_for_alters(fcinfo, 0, neighbours);
	const Affiliation *affiliation = mg_affiliation_argument(fcinfo, 1);
	Labels labels;
	Alters alters;
	DiversityScan scan;
	uint32 person;

	mg_labels_of(graph, affiliation, &labels);
	mg_alters_start(graph, neighbours, &alters);
	mg_diversity_start(&labels, 1, alters.largest, &scan);
	mg_start_rows(fcinfo, &rows);
	for (person = 0; person < graph->people; person++)
	{
		Datum values[COLUMNS];
		bool nulls[COLUMNS] = {false};
		Diversity figures;

		mg_diversity_count(&scan, &alters, person);
		mg_diversity_figures(&scan, 0, &figures);
		values[PERSON] = Int64GetDatum(graph->ids[person]);
		values[ALTERS] = Int64GetDatum(scan.alters);
		values[KNOWN] = Int64GetDatum(figures.known);
		values[RICHNESS] = Int64GetDatum(figures.richness);
		mg_set_figure(values, nulls, BLAU, figures.blau);
		mg_set_figure(values, nulls, SIMPSON, figures.simpson);
		mg_set_figure(values, nulls, IQV, figures.iqv);
		mg_set_figure(values, nulls, SHANNON, figures.shannon);
		mg_set_figure(values, nulls, SAME_SHARE, figures.same_share);
		mg_set_figure(values, nulls, EXPECTED_SAME_SHARE, figures.expected_same);
		mg_set_figure(values, nulls, EXCESS_SAME, figures.excess_same);
		mg_set_figure(values, nulls, EI_INDEX, figures.ei_index);
		mg_put_row(&rows, values, nulls);
	}
	mg_diversity_free(&scan);
	mg_alters_free(&alters);
	mg_labels_free(&labels);
	return (Datum) 0;
}

/* ---- several affiliations ---- */

/* The attributes that diversity_score goes through the people with; gives their number. */
static uint32
labels_argument(FunctionCallInfo fcinfo, int argument, const Graph *graph, Labels **labels)
{
	int count;
	const Affiliation **affiliations =
		mg_affiliations_argument(fcinfo, argument, "affiliations", &count);
	int i;

	if (count == 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"affiliations\" must not be empty")));
	*labels = mg_alloc_array(Labels, count);
	for (i = 0; i < count; i++)
		mg_labels_of(graph, affiliations[i], &(*labels)[i]);
	return count;
}

/* diversity_score(network, affiliations, weights, neighbours, min_known) */
MG_FUNCTION(mg_sql_diversity_score);
Datum
mg_sql_diversity_score(PG_FUNCTION_ARGS)
{
	Rows rows;
	enum
	{
		PERSON,
		SCORE,
		KNOWN,
		PARTS,
		COLUMNS
	};
	Neighbours neighbours;
	const Graph *graph;
	Alters alters;
	Labels *labels;
	uint32 attributes;
	DiversityScan scan;
	double *weights;
	double *parts;
	FiguresDatum parts_datum = {NULL};
	double min_known;
	uint32 person;

	mg_start_rows(fcinfo, &rows);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(3) || PG_ARGISNULL(4))
		return (Datum) 0;
	neighbours = mg_neighbours_argument(fcinfo, 3);
	min_known = PG_GETARG_FLOAT8(4);
	mg_check_share(min_known, "min_known");
	graph = mg_open_for_alters(fcinfo, 0, neighbours);
	attributes = labels_argument(fcinfo, 1, graph, &labels);
	weights = mg_weights_argument(fcinfo, 2, attributes);
	parts = mg_alloc_array(double, attributes);
	mg_alters_start(graph, neighbours, &alters);
	mg_diversity_start(labels, attributes, alters.largest, &scan);
	for (person = 0; person < graph->people; person++)
	{
		Datum values[COLUMNS];
		bool nulls[COLUMNS] = {false};
		Weighted weighted;
		uint32 k;

		mg_diversity_count(&scan, &alters, person);
		for (k = 0; k < attributes; k++)
			parts[k] = mg_diversity_iqv(&scan, k);
		weighted = mg_weigh(parts, weights, attributes, MG_ARITHMETIC, min_known);
		values[PERSON] = Int64GetDatum(graph->ids[person]);
		mg_set_figure(values, nulls, SCORE, weighted.score);
		mg_set_figure(values, nulls, KNOWN, weighted.known);
		values[PARTS] = mg_figures_datum(&parts_datum, parts, attributes);
		mg_put_row(&rows, values, nulls);
	}
	return (Datum) 0;
}
