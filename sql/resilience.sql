/*
 * resilience: how much the chains between people depend on others.
 */

/* Not STRICT: avoid may be NULL. */
CREATE FUNCTION mentorgraph.independent_chains(network mentorgraph.network, from_person bigint, to_person bigint,
		avoid bigint[] DEFAULT '{}', OUT rank integer, OUT chain mentorgraph.chain, OUT strength double precision,
		OUT hops integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_independent_chains'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 3;
COMMENT ON FUNCTION mentorgraph.independent_chains(mentorgraph.network, bigint, bigint, bigint[]) IS
	'a largest possible set of chains from one person to another that have nobody in common except the two ends';

CREATE FUNCTION mentorgraph.indispensable(network mentorgraph.network, from_person bigint, to_person bigint)
	RETURNS bigint[]
	AS 'MODULE_PATHNAME', 'mg_sql_indispensable'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.indispensable(network mentorgraph.network, from_person bigint, to_person bigint) IS
	'the people between two others who are on every chain from the first to the second, in the order of the chains';

CREATE FUNCTION mentorgraph.dominators(network mentorgraph.network, root bigint, OUT person bigint,
		OUT dominator bigint)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_dominators'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.dominators(network mentorgraph.network, root bigint) IS
	'for everyone who can be reached from root, the last other person who is on every chain from root to them';

CREATE FUNCTION mentorgraph.departure_impact(network mentorgraph.network, leaver bigint, deciders bigint[],
		OUT person bigint, OUT strength_before double precision, OUT strength_after double precision,
		OUT hops_before integer, OUT hops_after integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_departure_impact'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 ROWS 100;
COMMENT ON FUNCTION mentorgraph.departure_impact(network mentorgraph.network, leaver bigint, deciders bigint[]) IS
	'the people whose strongest chain from any of the deciders becomes weaker, longer or lost when leaver leaves';
