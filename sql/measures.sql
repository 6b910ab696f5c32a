/*
 * measures: figures of everybody, side by side.
 */

CREATE FUNCTION mentorgraph.degree(network mentorgraph.network)
	RETURNS TABLE (person bigint, in_ties bigint, out_ties bigint, contacts bigint, in_strength double precision, out_strength double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_degree'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.degree(network mentorgraph.network) IS
	'for everyone: how many support them (in_ties), how many they support (out_ties), how many others that are together (contacts), and the sums of the strengths in and out';

/* Not STRICT: context and seeds may be NULL. */
CREATE FUNCTION mentorgraph.person_measures(network mentorgraph.network, neighbours text DEFAULT 'both', context mentorgraph.network DEFAULT NULL, seeds bigint[] DEFAULT NULL)
	RETURNS TABLE (person bigint, contacts bigint, in_ties bigint, out_ties bigint, in_strength double precision, out_strength double precision, mutual bigint,
		density double precision, effective_size double precision, efficiency double precision, burt_constraint double precision, clusters bigint,
		pagerank double precision, coreness integer, component integer, is_cut_person boolean, community integer)
	AS 'MODULE_PATHNAME', 'mg_sql_person_measures'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.person_measures(network mentorgraph.network, neighbours text, context mentorgraph.network, seeds bigint[]) IS
	'one row a person from one call: degree, structural_holes (with neighbours and context), pagerank (with seeds; NULL if none is known), coreness, components, cut_people and communities; mutual counts contacts tied both ways';
