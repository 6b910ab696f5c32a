/*
 * chains: finding the strongest chains, and everyone in reach.
 */

/* Not STRICT: max_hops and avoid may be NULL. */
CREATE FUNCTION mentorgraph.strongest_chain(network mentorgraph.network, from_person bigint, to_person bigint, max_hops integer DEFAULT NULL, avoid bigint[] DEFAULT '{}', by text DEFAULT 'product', skip_direct boolean DEFAULT false)
	RETURNS mentorgraph.chain
	AS 'MODULE_PATHNAME', 'mg_sql_strongest_chain'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION mentorgraph.strongest_chain(network mentorgraph.network, from_person bigint, to_person bigint, max_hops integer, avoid bigint[], by text, skip_direct boolean) IS
	'the strongest chain from a person to another along the ties, among those of at most max_hops links and without the people to avoid, the ends included: to avoid an end leaves no chain (avoid NULL: nobody); by product of the strengths, or by weakest_link or hops first; equal ones by fewer hops, then people; skip_direct: through others, not the direct tie; NULL if there is none';

/* Not STRICT: max_hops and avoid may be NULL. */
CREATE FUNCTION mentorgraph.strongest_chains(network mentorgraph.network, from_person bigint, to_person bigint, k integer, max_hops integer DEFAULT NULL, avoid bigint[] DEFAULT '{}', OUT rank integer, OUT chain mentorgraph.chain, OUT strength double precision, OUT hops integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_strongest_chains'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 5;
COMMENT ON FUNCTION mentorgraph.strongest_chains(network mentorgraph.network, from_person bigint, to_person bigint, k integer, max_hops integer, avoid bigint[]) IS
	'the k strongest chains (a count(*) as ::int) from a person to another, nobody twice on one, in exact order: strength, fewer hops, people (Yen 1971, Lawler 1972); among those of at most max_hops links and without the people to avoid, the ends included (NULL: nobody); fewer rows if there are fewer';

/* Not STRICT: max_hops and avoid may be NULL. */
CREATE FUNCTION mentorgraph.chains_between(network mentorgraph.network, from_people bigint[], to_people bigint[], max_hops integer DEFAULT NULL, avoid bigint[] DEFAULT '{}', by text DEFAULT 'product', skip_direct boolean DEFAULT false, OUT from_person bigint, OUT to_person bigint, OUT chain mentorgraph.chain, OUT strength double precision, OUT hops integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_chains_between'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 100;
COMMENT ON FUNCTION mentorgraph.chains_between(network mentorgraph.network, from_people bigint[], to_people bigint[], max_hops integer, avoid bigint[], by text, skip_direct boolean) IS
	'the strongest chain from each of some people to each of some others, in the order of the arrays; each pair once, without a row if it has no chain: LEFT JOIN for all; avoid includes the ends (NULL: nobody); skip_direct: through others, not the direct ties; the searches are shared, so that many pairs cost little more than a search a person, by weakest_link or hops a search a pair';

/* Not STRICT: max_hops, min_strength and avoid may be NULL. */
CREATE FUNCTION mentorgraph.reach(network mentorgraph.network, person bigint, direction text DEFAULT 'out', max_hops integer DEFAULT NULL, min_strength double precision DEFAULT NULL, avoid bigint[] DEFAULT '{}', by text DEFAULT 'product', OUT person bigint, OUT strength double precision, OUT hops integer, OUT via bigint)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_reach'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.reach(network mentorgraph.network, person bigint, direction text, max_hops integer, min_strength double precision, avoid bigint[], by text) IS
	'everyone whom a person can lift (direction out), or who can speak for them (in), by their strongest chain: its strength in (0, 1], its hops, and the neighbour of that person on it; the person asked about has no row. by says which chain is the strongest, product, weakest_link or hops (fewest) first; strength is the product along that chain always, and min_strength limits the product. hops and via are NULL if every chain is too weak to be compared (below 2^-8388608). avoid includes the person asked about (NULL: nobody)';
