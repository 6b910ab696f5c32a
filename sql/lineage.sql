/*
 * lineage: who has mentored whom over the generations.
 */

CREATE FUNCTION mentorgraph.lineage(network mentorgraph.network, OUT person bigint, OUT generation integer, OUT mentees bigint, OUT descendants bigint, OUT ancestors bigint, OUT mentees_who_mentor bigint)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_lineage'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000000 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.lineage(network mentorgraph.network) IS
	'everyone in a lineage of mentors and mentees (Malmgren, Ottino and Amaral 2010): generation, the longest way from somebody without a mentor, people who mentor each other in a circle counting as one step; direct mentees; distinct descendants and ancestors, the person not counted; mentees who have mentees';
