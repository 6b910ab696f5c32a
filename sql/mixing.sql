/*
 * mixing: ties within and between groups.
 */

CREATE FUNCTION mentorgraph.mixing(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS TABLE (from_group text, to_group text, ties bigint, expected double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_mixing'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 ROWS 100;
COMMENT ON FUNCTION mentorgraph.mixing(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'number of ties from each group to each group, and the number expected if people were chosen at random';

CREATE FUNCTION mentorgraph.ei_index(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_network_ei_index'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.ei_index(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'E-I index of the ties of a network: (external - internal) / (external + internal) (Krackhardt and Stern 1988)';

CREATE FUNCTION mentorgraph.ei_test(network mentorgraph.network, affiliation mentorgraph.affiliation,
		permutations integer DEFAULT 1000, seed bigint DEFAULT 1, OUT ei_index double precision,
		OUT expected double precision, OUT permutation_mean double precision, OUT permutation_sd double precision,
		OUT p_lower double precision, OUT p_upper double precision, OUT permutations integer, OUT known bigint,
		OUT ties bigint)
	RETURNS record
	AS 'MODULE_PATHNAME', 'mg_sql_network_ei_test'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000;
COMMENT ON FUNCTION mentorgraph.ei_test(mentorgraph.network, mentorgraph.affiliation, integer, bigint) IS
	'compares the E-I index of a network with chance: its expected value, and a permutation test (Krackhardt and '
	'Stern 1988)';

CREATE FUNCTION mentorgraph.assortativity(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_network_assortativity'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.assortativity(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'assortativity of a network by group: 1 if all ties are within groups, 0 as expected by chance (Newman 2003)';

CREATE FUNCTION mentorgraph.coleman(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS TABLE (group_name text, homophily double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_network_coleman'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 ROWS 100;
COMMENT ON FUNCTION mentorgraph.coleman(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'Coleman''s homophily index for the ties from each group: 1 if all are within it, 0 as expected by chance, -1 '
	'if none (1958)';
