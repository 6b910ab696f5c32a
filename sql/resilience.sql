/*
 * resilience: on whom chains depend.
 */

/* Not STRICT: avoid may be NULL. */
CREATE FUNCTION mentorgraph.independent_chains(network mentorgraph.network, from_person bigint, to_person bigint, avoid bigint[] DEFAULT '{}', OUT rank integer, OUT chain mentorgraph.chain, OUT strength double precision, OUT hops integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_independent_chains'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 3;
COMMENT ON FUNCTION mentorgraph.independent_chains(network mentorgraph.network, from_person bigint, to_person bigint, avoid bigint[]) IS
	'a largest set of chains from a person to another that share nobody in between (Menger 1927), a direct tie being one; of all such sets one with the largest product of all strengths (up to 10^-12 a hop, by which fewer hops win); strongest first; avoid includes the ends (NULL: nobody). for voices other than the one who decides, ask the network less the direct tie';

CREATE FUNCTION mentorgraph.indispensable(network mentorgraph.network, from_person bigint, to_person bigint)
	RETURNS bigint[]
	AS 'MODULE_PATHNAME', 'mg_sql_indispensable'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION mentorgraph.indispensable(network mentorgraph.network, from_person bigint, to_person bigint) IS
	'the people between two others who stand on every chain from the first to the second, in the order of the chains; an empty array if there are none, NULL if there is no chain';

CREATE FUNCTION mentorgraph.dominators(network mentorgraph.network, root bigint, OUT person bigint, OUT dominator bigint)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_dominators'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.dominators(network mentorgraph.network, root bigint) IS
	'for everyone in reach of the root the last other person who stands on every chain from the root to them: the dominator tree (Lengauer and Tarjan 1979); NULL for the root; who is out of reach has no row';

CREATE FUNCTION mentorgraph.departure_impact(network mentorgraph.network, leaver bigint, deciders bigint[], OUT person bigint, OUT strength_before double precision, OUT strength_after double precision, OUT hops_before integer, OUT hops_after integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_departure_impact'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000 ROWS 100;
COMMENT ON FUNCTION mentorgraph.departure_impact(network mentorgraph.network, leaver bigint, deciders bigint[]) IS
	'whose strongest chain from any of the deciders becomes weaker or longer, or is lost (NULL), when somebody leaves: its strength in (0, 1] and hops (NULL if too weak to be compared) with the leaver and without; nobody else has a row, nor has the leaver; no rows if deciders is empty or NULL';
