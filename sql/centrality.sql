/*
 * Positions in the network: a figure for everyone.
 */

/* Not STRICT: seeds may be NULL. */
CREATE FUNCTION mentorgraph.pagerank(network mentorgraph.network, damping double precision DEFAULT 0.85, seeds bigint[] DEFAULT NULL, direction text DEFAULT 'in')
	RETURNS TABLE (person bigint, pagerank double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_pagerank'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.pagerank(network mentorgraph.network, damping double precision, seeds bigint[], direction text) IS
	'PageRank of everyone, summing to 1 (Brin and Page 1998): where a walk is found that steps by strength from a person to those who support them (direction in) or whom they support (out) with probability damping, and else, or without a way on, starts again at anyone or at one of the seeds; seeds NULL is anyone, while an empty array has no rows; unknown seeds are left out, no rows if all are; the sum of all errors is at most 1e-10 for damping up to 0.9996';

/* Not STRICT: max_hops and samples may be NULL. */
CREATE FUNCTION mentorgraph.betweenness(network mentorgraph.network, max_hops integer DEFAULT NULL, samples integer DEFAULT NULL, seed bigint DEFAULT 1, weighted boolean DEFAULT false)
	RETURNS TABLE (person bigint, betweenness double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_betweenness'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.betweenness(network mentorgraph.network, max_hops integer, samples integer, seed bigint, weighted boolean) IS
	'for everyone, the sum over ordered pairs of others of the share of their shortest chains (weighted: strongest chains) that the person stands on, from 0 to (n - 1)(n - 2) (Freeman 1977, Brandes 2001), of the pairs at most max_hops apart; with samples, estimated from so many of the n people as sources, drawn with seed: unbiased, standard error n sqrt((1 - samples / n) V / samples), V the variance (divisor n - 1) of what one source adds to the person, which no row shows: the standard deviation over several seeds estimates the error';

CREATE FUNCTION mentorgraph.closeness(network mentorgraph.network, direction text DEFAULT 'out', weighted boolean DEFAULT false)
	RETURNS TABLE (person bigint, closeness double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_closeness'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.closeness(network mentorgraph.network, direction text, weighted boolean) IS
	'harmonic closeness of everyone, from 0 to n - 1: the sum of 1 / hops to (direction out) or from (in) everyone else within reach (Marchiori and Latora 2000); weighted: the sum of the strengths of the strongest chains';

CREATE FUNCTION mentorgraph.coreness(network mentorgraph.network, mode text DEFAULT 'simple')
	RETURNS TABLE (person bigint, coreness integer)
	AS 'MODULE_PATHNAME', 'mg_sql_coreness'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.coreness(network mentorgraph.network, mode text) IS
	'for everyone, the largest k such that the person belongs to a group in which everyone has ties with k others of it (mode simple: either way, a pair once), is supported by k (in) or supports k (out) (Seidman 1983)';
