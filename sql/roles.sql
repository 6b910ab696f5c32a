/*
 * roles: brokers, components, and how close a network is to a hierarchy.
 */

CREATE FUNCTION mentorgraph.brokerage(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS TABLE (person bigint,
		coordinator bigint, consultant bigint, representative bigint, gatekeeper bigint, liaison bigint, total bigint,
		expected_coordinator double precision, expected_consultant double precision,
		expected_representative double precision, expected_gatekeeper double precision,
		expected_liaison double precision, expected_total double precision,
		z_coordinator double precision, z_consultant double precision, z_representative double precision,
		z_gatekeeper double precision, z_liaison double precision, z_total double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_network_brokerage'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.brokerage(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'how often each person links two people who have no tie, by the groups of the three (Gould and Fernandez '
	'1989), with expected counts';

CREATE FUNCTION mentorgraph.components(network mentorgraph.network, mode text DEFAULT 'weak')
	RETURNS TABLE (person bigint, component integer)
	AS 'MODULE_PATHNAME', 'mg_sql_network_components'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.components(network mentorgraph.network, mode text) IS
	'the component of each person: people who are joined by ties in either direction (weak) or who can reach each '
	'other (strong)';

CREATE FUNCTION mentorgraph.cut_people(network mentorgraph.network)
	RETURNS TABLE (person bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_network_cut_people'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 ROWS 100;
COMMENT ON FUNCTION mentorgraph.cut_people(network mentorgraph.network) IS
	'the people whose removal would disconnect others who are joined by ties in either direction (articulation points)';

CREATE FUNCTION mentorgraph.krackhardt(network mentorgraph.network, OUT connectedness double precision,
		OUT hierarchy double precision, OUT efficiency double precision, OUT lubness double precision)
	RETURNS record
	AS 'MODULE_PATHNAME', 'mg_sql_network_krackhardt'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.krackhardt(network mentorgraph.network) IS
	'how close a network is to a hierarchy: Krackhardt''s connectedness, hierarchy, efficiency and least upper '
	'boundedness (1994)';
