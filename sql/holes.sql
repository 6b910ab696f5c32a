/*
 * holes: structural holes, Burt's measures of how far a person's contacts are connected to each other.
 */

/* Not STRICT: context may be NULL. */
CREATE FUNCTION mentorgraph.structural_holes(network mentorgraph.network, neighbours text DEFAULT 'both',
		scope text DEFAULT 'whole', context mentorgraph.network DEFAULT NULL)
	RETURNS TABLE (person bigint, alters bigint, alter_ties bigint, density double precision,
			effective_size double precision, efficiency double precision, burt_constraint double precision,
			burt_hierarchy double precision, clusters bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_structural_holes'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.structural_holes(mentorgraph.network, text, text, mentorgraph.network) IS
	'structural holes around everyone (Burt 1992): alters, density, effective size, efficiency, constraint, '
	'hierarchy and clusters';

/* Not STRICT: context may be NULL. */
CREATE FUNCTION mentorgraph.structural_holes_of(network mentorgraph.network, person bigint,
		neighbours text DEFAULT 'both', scope text DEFAULT 'whole', context mentorgraph.network DEFAULT NULL)
	RETURNS TABLE (person bigint, alters bigint, alter_ties bigint, density double precision,
			effective_size double precision, efficiency double precision, burt_constraint double precision,
			burt_hierarchy double precision, clusters bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_structural_holes_of'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 1;
COMMENT ON FUNCTION mentorgraph.structural_holes_of(mentorgraph.network, bigint, text, text, mentorgraph.network) IS
	'the row of structural_holes for one person, without computing the others';

CREATE FUNCTION mentorgraph.redundant_contacts(network mentorgraph.network, neighbours text DEFAULT 'both')
	RETURNS TABLE (person bigint, contact bigint, closer_contact bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_redundant_contacts'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.ties_support;
COMMENT ON FUNCTION mentorgraph.redundant_contacts(mentorgraph.network, text) IS
	'contacts who are tied to a closer contact of the same person, and the closest of those (Burt 1992)';

CREATE FUNCTION mentorgraph.contact_value(network mentorgraph.network, person bigint, candidates bigint[])
	RETURNS TABLE (candidate bigint, effective_size_gain double precision, new_clusters bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_contact_value'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 10;
COMMENT ON FUNCTION mentorgraph.contact_value(network mentorgraph.network, person bigint, candidates bigint[]) IS
	'by how much a new tie with each candidate would increase a person''s effective size and number of clusters';
