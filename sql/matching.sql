/*
 * matching: assigning people to things.
 */

CREATE FUNCTION mentorgraph.assign(shortlist mentorgraph.shortlist, method text DEFAULT 'most')
	RETURNS TABLE (for_id bigint, person bigint, score double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_assign'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.assign(shortlist mentorgraph.shortlist, method text) IS
	'who is assigned to what: most pairs and of those the largest total score (most), the largest total score '
	'(optimal), or stable by the scores of both sides (stable)';

CREATE FUNCTION mentorgraph.blocking_pairs(shortlist mentorgraph.shortlist, assigned mentorgraph.shortlist)
	RETURNS TABLE (for_id bigint, person bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_blocking_pairs'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 10;
COMMENT ON FUNCTION mentorgraph.blocking_pairs(shortlist mentorgraph.shortlist, assigned mentorgraph.shortlist) IS
	'pairs that would both rather have each other than what an assignment gives them; none if it is stable; '
	'assigned NULL is nobody';

CREATE FUNCTION mentorgraph.shortage(shortlist mentorgraph.shortlist)
	RETURNS TABLE (component bigint, for_ids bigint[], people bigint[], missing bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_shortage'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 10;
COMMENT ON FUNCTION mentorgraph.shortage(shortlist mentorgraph.shortlist) IS
	'the things that cannot all be filled and the people they compete for, in connected components, and how many '
	'openings stay unfilled; no rows if all can be filled';

CREATE FUNCTION mentorgraph.unassigned(shortlist mentorgraph.shortlist, assigned mentorgraph.shortlist)
	RETURNS TABLE (for_id bigint, reason text)
	AS 'MODULE_PATHNAME', 'mg_sql_unassigned'
	/* not strict: assigned may be NULL */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 100;
COMMENT ON FUNCTION mentorgraph.unassigned(shortlist mentorgraph.shortlist, assigned mentorgraph.shortlist) IS
	'things with unfilled openings: no candidates, no capacity, too few candidates, candidates taken or candidate '
	'free; assigned NULL is nobody';
