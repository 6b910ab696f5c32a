/*
 * lineage: generations, descendants and ancestors in a network of mentors and mentees.
 */

CREATE FUNCTION mentorgraph.lineage(network mentorgraph.network, OUT person bigint, OUT generation integer,
		OUT mentees bigint, OUT descendants bigint, OUT ancestors bigint, OUT mentees_who_mentor bigint)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_lineage'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.lineage(network mentorgraph.network) IS
	'generation, mentees, descendants and ancestors of everyone in a network of mentors and mentees';
