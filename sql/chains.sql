/*
 * chains: finding the strongest chains, and everyone who can be reached.
 */

/* Not STRICT: max_hops and avoid may be NULL. */
CREATE FUNCTION mentorgraph.strongest_chain(network mentorgraph.network, from_person bigint, to_person bigint,
		max_hops integer DEFAULT NULL, avoid bigint[] DEFAULT '{}', by text DEFAULT 'product',
		skip_direct boolean DEFAULT false)
	RETURNS mentorgraph.chain
	AS 'MODULE_PATHNAME', 'mg_sql_strongest_chain'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.strongest_chain(mentorgraph.network, bigint, bigint, integer, bigint[], text,
		boolean) IS
	'the strongest chain from one person to another along the direction of the ties, or NULL if there is none';

/* Not STRICT: max_hops and avoid may be NULL. */
CREATE FUNCTION mentorgraph.strongest_chains(network mentorgraph.network, from_person bigint, to_person bigint,
		k integer, max_hops integer DEFAULT NULL, avoid bigint[] DEFAULT '{}', OUT rank integer,
		OUT chain mentorgraph.chain, OUT strength double precision, OUT hops integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_strongest_chains'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 5;
COMMENT ON FUNCTION mentorgraph.strongest_chains(mentorgraph.network, bigint, bigint, integer, integer, bigint[]) IS
	'the k strongest chains from one person to another, the strongest first';

/* Not STRICT: max_hops and avoid may be NULL. */
CREATE FUNCTION mentorgraph.chains_between(network mentorgraph.network, from_people bigint[], to_people bigint[],
		max_hops integer DEFAULT NULL, avoid bigint[] DEFAULT '{}', by text DEFAULT 'product',
		skip_direct boolean DEFAULT false, OUT from_person bigint, OUT to_person bigint, OUT chain mentorgraph.chain,
		OUT strength double precision, OUT hops integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_chains_between'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10 ROWS 100;
COMMENT ON FUNCTION mentorgraph.chains_between(mentorgraph.network, bigint[], bigint[], integer, bigint[], text,
		boolean) IS
	'the strongest chain for each pair of a person in from_people and a person in to_people; pairs without a chain '
	'have no row';

/* Not STRICT: max_hops, min_strength and avoid may be NULL. */
CREATE FUNCTION mentorgraph.reach(network mentorgraph.network, person bigint, direction text DEFAULT 'out',
		max_hops integer DEFAULT NULL, min_strength double precision DEFAULT NULL, avoid bigint[] DEFAULT '{}',
		by text DEFAULT 'product', OUT person bigint, OUT strength double precision, OUT hops integer, OUT via bigint)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_reach'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.reach(mentorgraph.network, bigint, text, integer, double precision, bigint[], text) IS
	'everyone who can be reached from a person along the ties, or against them, with the strength and hops of the '
	'strongest chain';
