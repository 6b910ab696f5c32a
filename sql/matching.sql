/*
 * matching: assigning people to things.
 */

CREATE FUNCTION mentorgraph.assign(shortlist mentorgraph.shortlist, method text DEFAULT 'most')
	RETURNS TABLE (for_id bigint, person bigint, score double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_assign'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.assign(shortlist mentorgraph.shortlist, method text) IS
	'assigns people to things: as many as possible (most), with the greatest total score (optimal), or stable (stable)';

CREATE FUNCTION mentorgraph.blocking_pairs(shortlist mentorgraph.shortlist, assigned mentorgraph.shortlist)
	RETURNS TABLE (for_id bigint, person bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_blocking_pairs'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 10;
COMMENT ON FUNCTION mentorgraph.blocking_pairs(shortlist mentorgraph.shortlist, assigned mentorgraph.shortlist) IS
	'the pairs who would both rather have each other than what an assignment gives them';

CREATE FUNCTION mentorgraph.shortage(shortlist mentorgraph.shortlist)
	RETURNS TABLE (component bigint, for_ids bigint[], people bigint[], missing bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_shortage'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 10;
COMMENT ON FUNCTION mentorgraph.shortage(shortlist mentorgraph.shortlist) IS
	'the things that cannot all be filled at the same time, and the people for whom they compete';

CREATE FUNCTION mentorgraph.unassigned(shortlist mentorgraph.shortlist, assigned mentorgraph.shortlist)
	RETURNS TABLE (for_id bigint, reason text)
	AS 'MODULE_PATHNAME', 'mg_sql_unassigned'
	/* not strict: assigned may be NULL */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 100;
COMMENT ON FUNCTION mentorgraph.unassigned(shortlist mentorgraph.shortlist, assigned mentorgraph.shortlist) IS
	'the things whose openings an assignment leaves unfilled, and why';

CREATE FUNCTION mentorgraph.smallest_cover(shortlist mentorgraph.shortlist)
	RETURNS TABLE (person bigint, covers bigint[], exact boolean, at_least bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_smallest_cover'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000 ROWS 10;
COMMENT ON FUNCTION mentorgraph.smallest_cover(shortlist mentorgraph.shortlist) IS
	'the fewest people who cover everything that anyone covers; exact says whether fewer are impossible';
