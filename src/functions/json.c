/*
 * json.c - networks and chains as json and jsonb, and back.
 *
 * A network is {"people": [1, 2], "ties": [{"source": 1, "target": 2, "strength": 0.8}]}, a chain
 * {"people": [3, 17, 42], "strengths": [0.9, 0.5]}. Ids beyond 2^53 - 1 are strings, as many
 * readers hold numbers as doubles.
 */
#include "base/compat.h"

#include "utils/jsonb.h"

#include "base/host.h"
#include "graph/core/graph.h"
#include "server/networks.h"
#include "values/chain.h"
#include "values/jsonb.h"
#include "values/network.h"
#include "values/network_json.h"
#include "values/scan.h"

MG_FUNCTION(mg_sql_network_to_jsonb);
Datum
mg_sql_network_to_jsonb(PG_FUNCTION_ARGS)
{
	PG_RETURN_JSONB_P(mg_network_to_jsonb(mg_open_network(fcinfo, 0, MG_OUT_TIES_ONCE)));
}

MG_FUNCTION(mg_sql_network_to_json);
Datum
mg_sql_network_to_json(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(mg_network_to_json(mg_open_network(fcinfo, 0, MG_OUT_TIES_ONCE)));
}

static Datum
network_from(JsonReader *json)
{
	Graph graph;

	mg_network_from_json(json, &graph);
	PG_RETURN_POINTER(mg_network_make(&graph));
}

MG_FUNCTION(mg_sql_network_from_jsonb);
Datum
mg_sql_network_from_jsonb(PG_FUNCTION_ARGS)
{
	JsonReader json;

	mg_jsonb_read(&json, PG_GETARG_JSONB_P(0));
	return network_from(&json);
}

MG_FUNCTION(mg_sql_network_from_json);
Datum
mg_sql_network_from_json(PG_FUNCTION_ARGS)
{
	JsonReader json;

	mg_json_read(&json, PG_GETARG_TEXT_PP(0));
	return network_from(&json);
}

MG_FUNCTION(mg_sql_chain_to_jsonb);
Datum
mg_sql_chain_to_jsonb(PG_FUNCTION_ARGS)
{
	const Chain *chain = mg_chain_argument(fcinfo, 0);
	JsonbWriter out;
	uint32 i;

	mg_jsonb_start(&out, "chain");
	mg_jsonb_object(&out, 2);
	mg_jsonb_string(&out, "people", 6);
	mg_jsonb_string(&out, "strengths", 9);
	mg_jsonb_array(&out, chain->hops + 1);
	for (i = 0; i <= chain->hops; i++)
		mg_jsonb_id(&out, chain->people[i]);
	mg_jsonb_end(&out);
	mg_jsonb_array(&out, chain->hops);
	for (i = 0; i < chain->hops; i++)
		mg_jsonb_number(&out, mg_chain_strengths(chain)[i]);
	mg_jsonb_end(&out);
	mg_jsonb_end(&out);
	PG_RETURN_JSONB_P(mg_jsonb_finish(&out));
}

MG_FUNCTION(mg_sql_chain_to_json);
Datum
mg_sql_chain_to_json(PG_FUNCTION_ARGS)
{
	const Chain *chain = mg_chain_argument(fcinfo, 0);
	StringInfoData out;
	uint32 steps = 0;
	uint32 i;

	mg_json_start(&out);
	appendStringInfoString(&out, "{\"people\": [");
	for (i = 0; i <= chain->hops; i++)
	{
		mg_step(&steps);
		appendStringInfoString(&out, i > 0 ? ", " : "");
		mg_append_json_id(&out, chain->people[i]);
	}
	appendStringInfoString(&out, "], \"strengths\": [");
	for (i = 0; i < chain->hops; i++)
	{
		mg_step(&steps);
		appendStringInfoString(&out, i > 0 ? ", " : "");
		mg_append_number(&out, mg_chain_strengths(chain)[i]);
	}
	appendStringInfoString(&out, "]}");
	PG_RETURN_TEXT_P(mg_json_finish(&out));
}
