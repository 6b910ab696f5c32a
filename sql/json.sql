/*
 * json: networks and chains as json and jsonb, and networks back.
 */

CREATE FUNCTION mentorgraph.network_to_jsonb(network mentorgraph.network)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'mg_sql_network_to_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION mentorgraph.network_to_jsonb(network mentorgraph.network) IS
	'converts a network to a JSON object with the keys people and ties; ids beyond 2^53 - 1 are strings';

CREATE CAST (mentorgraph.network AS jsonb)
	WITH FUNCTION mentorgraph.network_to_jsonb(mentorgraph.network);
COMMENT ON CAST (mentorgraph.network AS jsonb) IS 'people and ties as JSON';

CREATE FUNCTION mentorgraph.network_to_json(network mentorgraph.network)
	RETURNS json
	AS 'MODULE_PATHNAME', 'mg_sql_network_to_json'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION mentorgraph.network_to_json(network mentorgraph.network) IS
	'converts a network to a JSON object with the keys people and ties; ids beyond 2^53 - 1 are strings';

CREATE CAST (mentorgraph.network AS json)
	WITH FUNCTION mentorgraph.network_to_json(mentorgraph.network);
COMMENT ON CAST (mentorgraph.network AS json) IS 'people and ties as JSON text';

CREATE FUNCTION mentorgraph.network_from_jsonb(network jsonb)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_network_from_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION mentorgraph.network_from_jsonb(network jsonb) IS
	'converts a JSON object with the keys people and ties to a network; a key or a strength may be missing';

CREATE CAST (jsonb AS mentorgraph.network)
	WITH FUNCTION mentorgraph.network_from_jsonb(jsonb);
COMMENT ON CAST (jsonb AS mentorgraph.network) IS 'from people and ties as JSON';

CREATE FUNCTION mentorgraph.network_from_json(network json)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_network_from_json'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION mentorgraph.network_from_json(network json) IS
	'converts a JSON object with the keys people and ties to a network; a key or a strength may be missing';

CREATE CAST (json AS mentorgraph.network)
	WITH FUNCTION mentorgraph.network_from_json(json);
COMMENT ON CAST (json AS mentorgraph.network) IS 'from people and ties as JSON text';

CREATE FUNCTION mentorgraph.chain_to_jsonb(chain mentorgraph.chain)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'mg_sql_chain_to_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.chain_to_jsonb(chain mentorgraph.chain) IS
	'a chain as {"people": [3, 17, 42], "strengths": [0.9, 0.5]}; ids beyond 2^53 - 1 are strings';

CREATE CAST (mentorgraph.chain AS jsonb)
	WITH FUNCTION mentorgraph.chain_to_jsonb(mentorgraph.chain);
COMMENT ON CAST (mentorgraph.chain AS jsonb) IS 'people and strengths as JSON';

CREATE FUNCTION mentorgraph.chain_to_json(chain mentorgraph.chain)
	RETURNS json
	AS 'MODULE_PATHNAME', 'mg_sql_chain_to_json'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.chain_to_json(chain mentorgraph.chain) IS
	'a chain as {"people": [3, 17, 42], "strengths": [0.9, 0.5]}; ids beyond 2^53 - 1 are strings';

CREATE CAST (mentorgraph.chain AS json)
	WITH FUNCTION mentorgraph.chain_to_json(mentorgraph.chain);
COMMENT ON CAST (mentorgraph.chain AS json) IS 'people and strengths as JSON text';
