/*
 * pictures.c - networks as text that other programs draw.
 */
#include "base/compat.h"

#include "server/arguments.h"
#include "server/networks.h"
#include "values/picture_dot.h"
#include "values/picture_graphml.h"
#include "values/scan.h"

static const Affiliation *
optional_affiliation(FunctionCallInfo fcinfo, int argument)
{
	return PG_ARGISNULL(argument) ? NULL : mg_affiliation_argument(fcinfo, argument);
}

/* (network, names, groups, highlight, levels ...): the first is not NULL */
static void
read_picture(FunctionCallInfo fcinfo, int digits, Picture *picture)
{
	PictureParts parts = {
		.names = optional_affiliation(fcinfo, 1),
		.groups = optional_affiliation(fcinfo, 2),
		.highlight = PG_ARGISNULL(3) ? NULL : mg_chain_argument(fcinfo, 3),
		.levels = optional_affiliation(fcinfo, 4),
		.digits = digits,
	};

	parts.graph = mg_open_network(fcinfo, 0, MG_OUT_TIES_ONCE);
	mg_picture_make(&parts, picture);
}

MG_FUNCTION(mg_sql_to_dot);
Datum
mg_sql_to_dot(PG_FUNCTION_ARGS)
{
	Picture picture;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	read_picture(fcinfo, mg_digits_argument(fcinfo, 5), &picture);
	PG_RETURN_TEXT_P(mg_picture_text(&picture, mg_write_dot));
}

MG_FUNCTION(mg_sql_to_graphml);
Datum
mg_sql_to_graphml(PG_FUNCTION_ARGS)
{
	Picture picture;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	read_picture(fcinfo, MG_ALL_DIGITS, &picture);
	PG_RETURN_TEXT_P(mg_picture_text(&picture, mg_write_graphml));
}
