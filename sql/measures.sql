/*
 * measures: figures of everybody, side by side.
 */

CREATE FUNCTION mentorgraph.degree(network mentorgraph.network)
	RETURNS TABLE (person bigint, in_ties bigint, out_ties bigint, contacts bigint, in_strength double precision,
			out_strength double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_degree'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.degree(network mentorgraph.network) IS
	'number of supporters, people supported and contacts of each person, and the sums of the strengths';

/* Not STRICT: context and seeds may be NULL. */
CREATE FUNCTION mentorgraph.person_measures(network mentorgraph.network, neighbours text DEFAULT 'both',
		context mentorgraph.network DEFAULT NULL, seeds bigint[] DEFAULT NULL)
	RETURNS TABLE (person bigint, contacts bigint, in_ties bigint, out_ties bigint, in_strength double precision,
			out_strength double precision, mutual bigint,
		density double precision, effective_size double precision, efficiency double precision,
		burt_constraint double precision, clusters bigint,
		pagerank double precision, coreness integer, component integer, is_cut_person boolean, community integer)
	AS 'MODULE_PATHNAME', 'mg_sql_person_measures'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.person_measures(mentorgraph.network, text, mentorgraph.network, bigint[]) IS
	'one row for each person with degree, structural holes, PageRank, coreness, component, cut person and community';
