/*
 * pictures: networks as text that other programs draw.
 */

/* Not STRICT: all but the network may be NULL. */
CREATE FUNCTION mentorgraph.to_dot(network mentorgraph.network, names mentorgraph.affiliation DEFAULT NULL,
		groups mentorgraph.affiliation DEFAULT NULL, highlight mentorgraph.chain DEFAULT NULL,
		levels mentorgraph.affiliation DEFAULT NULL, digits integer DEFAULT NULL)
	RETURNS text
	AS 'MODULE_PATHNAME', 'mg_sql_to_dot'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION mentorgraph.to_dot(mentorgraph.network, mentorgraph.affiliation, mentorgraph.affiliation,
		mentorgraph.chain, mentorgraph.affiliation, integer) IS
	'a network in DOT for Graphviz, with names, clusters by group, rows by level, and one chain and its weakest link '
	'in colour';

CREATE FUNCTION mentorgraph.to_graphml(network mentorgraph.network, names mentorgraph.affiliation DEFAULT NULL,
		groups mentorgraph.affiliation DEFAULT NULL, highlight mentorgraph.chain DEFAULT NULL,
		levels mentorgraph.affiliation DEFAULT NULL)
	RETURNS text
	AS 'MODULE_PATHNAME', 'mg_sql_to_graphml'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION mentorgraph.to_graphml(mentorgraph.network, mentorgraph.affiliation, mentorgraph.affiliation,
		mentorgraph.chain, mentorgraph.affiliation) IS
	'a network in GraphML for Gephi, yEd, igraph or NetworkX, with names, groups, levels, strengths and one chain';
