/*
 * Structural holes: Burt's measures of whose contacts are worth how many.
 */

/* Not STRICT: context may be NULL. */
CREATE FUNCTION mentorgraph.structural_holes(network mentorgraph.network, neighbours text DEFAULT 'both', scope text DEFAULT 'whole', context mentorgraph.network DEFAULT NULL)
	RETURNS TABLE (person bigint, alters integer, alter_ties bigint, density double precision, effective_size double precision, efficiency double precision, burt_constraint double precision, burt_hierarchy double precision, clusters integer)
	AS 'MODULE_PATHNAME', 'mg_sql_structural_holes'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.structural_holes(network mentorgraph.network, neighbours text, scope text, context mentorgraph.network) IS
	'structural holes around everyone (Burt 1992), by person: alters chosen by neighbours (both, supporters, supported, mutual), directed ties among them, density in [0, 1], effective size (at most the alters), efficiency (its share of the alters), constraint (above 0, a closed triangle has 1.125), hierarchy in [0, 1], clusters (weak components of the alters); of the ties of alters all count (scope whole) or those with ego and its other alters (scope ego), and they are those of context, if given, except the ones with ego; NULL where undefined';

/* Not STRICT: context may be NULL. */
CREATE FUNCTION mentorgraph.structural_holes_of(network mentorgraph.network, person bigint, neighbours text DEFAULT 'both', scope text DEFAULT 'whole', context mentorgraph.network DEFAULT NULL)
	RETURNS TABLE (person bigint, alters integer, alter_ties bigint, density double precision, effective_size double precision, efficiency double precision, burt_constraint double precision, burt_hierarchy double precision, clusters integer)
	AS 'MODULE_PATHNAME', 'mg_sql_structural_holes_of'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 1;
COMMENT ON FUNCTION mentorgraph.structural_holes_of(network mentorgraph.network, person bigint, neighbours text, scope text, context mentorgraph.network) IS
	'the row of structural_holes for one person, in the time of looking at the contacts of their contacts; the same figures but for the last digits, since sums are taken in another order; no row for an unknown person';

CREATE FUNCTION mentorgraph.contact_value(network mentorgraph.network, person bigint, candidates bigint[])
	RETURNS TABLE (candidate bigint, effective_size_gain double precision, new_clusters integer)
	AS 'MODULE_PATHNAME', 'mg_sql_contact_value'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 10;
COMMENT ON FUNCTION mentorgraph.contact_value(network mentorgraph.network, person bigint, candidates bigint[]) IS
	'whom to meet next, by candidate as listed: how much a tie of strength 1 with the candidate, either way, would add to the person''s effective size (0 counts as the size of nobody), and to the number of clusters among the alters (1 for a new circle, 0 within one, negative where it joins circles); 0 and 0 for existing alters, no row for unknown people and the person';
