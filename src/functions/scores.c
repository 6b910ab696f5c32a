/*
 * scores.c - weighted scores and types of developmental networks, from figures of one person.
 * Nothing here reads a network.
 */
#include "base/compat.h"

#include <math.h>

#include "utils/builtins.h"

#include "math/weighted.h"
#include "server/arguments.h"
#include "server/figures.h"
#include "server/results.h"

/* weighted_score(parts, weights, method, min_known) */
MG_FUNCTION(mg_sql_weighted_score);
Datum
mg_sql_weighted_score(PG_FUNCTION_ARGS)
{
	static const char *const words[] = {
		[MG_ARITHMETIC] = "arithmetic", [MG_GEOMETRIC] = "geometric", [MG_MINIMUM] = "minimum"};
	int count;
	double *parts = mg_figures_argument(fcinfo, 0, "parts", &count);
	double *weights = mg_weights_argument(fcinfo, 1, count);
	ScoreMethod method = mg_choice_argument(fcinfo, 2, "method", words, lengthof(words));
	double min_known = PG_GETARG_FLOAT8(3);
	Weighted weighted;
	int i;

	mg_check_share(min_known, "min_known");
	for (i = 0; method == MG_GEOMETRIC && i < count; i++)
		if (parts[i] < 0)
			mg_refuse_number(
				"\"parts\" must not contain negative numbers if \"method\" is \"geometric\"",
				parts[i], "Use method => 'arithmetic', or parts that are 0 or greater.");
	weighted = mg_weigh(parts, weights, count, method, min_known);
	return mg_figure(fcinfo, weighted.score);
}

/* known_weight(parts, weights) */
MG_FUNCTION(mg_sql_known_weight);
Datum
mg_sql_known_weight(PG_FUNCTION_ARGS)
{
	int count;
	double *parts = mg_figures_argument(fcinfo, 0, "parts", &count);
	double *weights = mg_weights_argument(fcinfo, 1, count);
	Weighted weighted = mg_weigh(parts, weights, count, MG_MINIMUM, 0.0);

	return mg_figure(fcinfo, weighted.known);
}

/* ---- kinds of developmental networks ---- */

typedef struct NetworkKind
{
	const char *name; /* NULL: unknown */
	double diversity_margin;
	double strength_margin;
} NetworkKind;

/* Arguments: diversity, strength, diversity_cut, strength_cut, known. */
static NetworkKind
kind_of_network(FunctionCallInfo fcinfo)
{
	static const char *const names[] = {"diversity", "strength", "diversity_cut", "strength_cut"};
	static const char *const kinds[2][2] = {{"receptive", "traditional"},
											{"opportunistic", "entrepreneurial"}};
	NetworkKind kind = {NULL, NAN, NAN};
	double figures[4];
	double known = mg_count_argument(fcinfo, 4, "known");
	int i;

	for (i = 0; i < 4; i++)
		figures[i] = mg_share_argument(fcinfo, i, names[i]);
	if (known == 0)
		kind.name = "none";
	if (known < 2)
		return kind;
	kind.diversity_margin = figures[0] - figures[2];
	kind.strength_margin = figures[1] - figures[3];
	if (!isnan(kind.diversity_margin) && !isnan(kind.strength_margin))
		kind.name = kinds[figures[0] >= figures[2]][figures[1] >= figures[3]];
	return kind;
}

/* network_type(diversity, strength, diversity_cut, strength_cut, known) */
MG_FUNCTION(mg_sql_network_type);
Datum
mg_sql_network_type(PG_FUNCTION_ARGS)
{
	NetworkKind kind = kind_of_network(fcinfo);

	if (!kind.name)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(CStringGetTextDatum(kind.name));
}

/* network_type_margins: the same, and how far from each cut point */
MG_FUNCTION(mg_sql_network_type_margins);
Datum
mg_sql_network_type_margins(PG_FUNCTION_ARGS)
{
	NetworkKind kind = kind_of_network(fcinfo);
	Datum values[3] = {0};
	bool nulls[3] = {false};

	nulls[0] = !kind.name;
	if (kind.name)
		values[0] = CStringGetTextDatum(kind.name);
	mg_set_figure(values, nulls, 1, kind.diversity_margin);
	mg_set_figure(values, nulls, 2, kind.strength_margin);
	return mg_one_row(fcinfo, values, nulls);
}
