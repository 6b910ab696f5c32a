/*
 * communities: communities found from the ties, and how well a given grouping matches them.
 */

CREATE FUNCTION mentorgraph.communities(network mentorgraph.network, resolution double precision DEFAULT 1,
		seed bigint DEFAULT 1)
	RETURNS TABLE (person bigint, community integer)
	AS 'MODULE_PATHNAME', 'mg_sql_communities'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.communities(network mentorgraph.network, resolution double precision, seed bigint) IS
	'communities found by the Leiden algorithm (Traag, Waltman and van Eck 2019), numbered from 1';

CREATE FUNCTION mentorgraph.modularity(network mentorgraph.network, affiliation mentorgraph.affiliation,
		resolution double precision DEFAULT 1)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_modularity'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.modularity(mentorgraph.network, mentorgraph.affiliation, double precision) IS
	'modularity of a grouping: the share of strength within groups minus the share expected by chance (Newman and '
	'Girvan 2004)';
