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
	double *parts;
	double *weights;
	int count;
	ScoreMethod method;
	double min_known;
	Weighted weighted;
	int i;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(2) || PG_ARGISNULL(3))
		PG_RETURN_NULL();
	parts = mg_figures_argument(fcinfo, 0, "parts", &count);
	weights = mg_weights_argument(fcinfo, 1, count);
	method = mg_choice_argument(fcinfo, 2, "method", words, lengthof(words));
	min_known = PG_GETARG_FLOAT8(3);
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
	double *parts;
	double *weights;
	int count;
	Weighted weighted;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	parts = mg_figures_argument(fcinfo, 0, "parts", &count);
	weights = mg_weights_argument(fcinfo, 1, count);
	weighted = mg_weigh(parts, weights, count, MG_MINIMUM, 0.0);
	return mg_figure(fcinfo, weighted.known);
}

/* ---- kinds of developmental networks ---- */

/* network_type(diversity, strength, diversity_cut, strength_cut, known) */
MG_FUNCTION(mg_sql_network_type);
Datum
mg_sql_network_type(PG_FUNCTION_ARGS)
{
	static const char *const names[] = {"diversity", "strength", "diversity_cut", "strength_cut"};
	static const char *const kinds[2][2] = {{"receptive", "traditional"},
											{"opportunistic", "entrepreneurial"}};
	double known = mg_count_argument(fcinfo, 4, "known");
	double figures[4];
	bool undefined = false;
	int i;

	for (i = 0; i < 4; i++)
	{
		figures[i] = mg_share_argument(fcinfo, i, names[i]);
		undefined |= isnan(figures[i]);
	}
	if (known == 0)
		PG_RETURN_TEXT_P(cstring_to_text("none"));
	if (known < 2 || undefined)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(kinds[figures[0] >= figures[2]][figures[1] >= figures[3]]));
}
