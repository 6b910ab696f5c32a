/*
 * communities: who hangs together, and how good a grouping is
 */

CREATE FUNCTION mentorgraph.communities(network mentorgraph.network, resolution double precision DEFAULT 1, seed bigint DEFAULT 1)
	RETURNS TABLE (person bigint, community integer)
	AS 'MODULE_PATHNAME', 'mg_sql_communities'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.communities(network mentorgraph.network, resolution double precision, seed bigint) IS
	'the community of each person, from 1, numbered by their first person: connected groups of high modularity (Leiden algorithm; Traag, Waltman and van Eck 2019) by ties either way, weighted by strength; a higher resolution gives smaller communities; equal seeds give equal communities; people without a tie are communities of their own';

CREATE FUNCTION mentorgraph.modularity(network mentorgraph.network, affiliation mentorgraph.affiliation, resolution double precision DEFAULT 1)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_modularity'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.modularity(network mentorgraph.network, affiliation mentorgraph.affiliation, resolution double precision) IS
	'share of the strength that lies within groups, less the share expected by chance times resolution: -0.5 to 1 at resolution 1 (Newman and Girvan 2004); ties either way, a pair that support each other with the sum of both strengths; people without a group are left out with their ties; NULL if no ties are left';
