/*
 * centrality: measures with one value for each person.
 */

/* Not STRICT: seeds may be NULL. */
CREATE FUNCTION mentorgraph.pagerank(network mentorgraph.network, damping double precision DEFAULT 0.85,
		seeds bigint[] DEFAULT NULL, direction text DEFAULT 'in')
	RETURNS TABLE (person bigint, pagerank double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_pagerank'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.pagerank(mentorgraph.network, double precision, bigint[], text) IS
	'PageRank of each person (Brin and Page 1998), weighted by strength, from anyone or from given seeds';

/* Not STRICT: max_hops and samples may be NULL. */
CREATE FUNCTION mentorgraph.betweenness(network mentorgraph.network, max_hops integer DEFAULT NULL,
		samples integer DEFAULT NULL, seed bigint DEFAULT 1, weighted boolean DEFAULT false)
	RETURNS TABLE (person bigint, betweenness double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_betweenness'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.betweenness(mentorgraph.network, integer, integer, bigint, boolean) IS
	'betweenness of each person (Freeman 1977): the number of shortest or strongest chains between others that '
	'pass through the person';

CREATE FUNCTION mentorgraph.closeness(network mentorgraph.network, direction text DEFAULT 'out',
		weighted boolean DEFAULT false)
	RETURNS TABLE (person bigint, closeness double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_closeness'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.closeness(network mentorgraph.network, direction text, weighted boolean) IS
	'harmonic closeness of each person: the sum over all others of 1 / hops, or of the strength of the strongest chain';

CREATE FUNCTION mentorgraph.coreness(network mentorgraph.network, neighbours text DEFAULT 'both')
	RETURNS TABLE (person bigint, coreness integer)
	AS 'MODULE_PATHNAME', 'mg_sql_coreness'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.coreness(network mentorgraph.network, neighbours text) IS
	'the greatest k for which each person belongs to a group whose members all have ties with k others of the group';
