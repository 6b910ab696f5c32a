/*
 * vacancies: who moves up when a position opens, and what opens next.
 */

CREATE FUNCTION mentorgraph.vacancy_cascade(candidates mentorgraph.shortlist, incumbents mentorgraph.shortlist,
		opened bigint)
	RETURNS TABLE (step integer, parent_step integer, for_id bigint, filled_by bigint, opens bigint[],
			score double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_vacancy_cascade'
	/* not strict: without candidates or incumbents the shortlists are NULL */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 10;
COMMENT ON FUNCTION mentorgraph.vacancy_cascade(mentorgraph.shortlist, mentorgraph.shortlist, bigint) IS
	'the vacancies that follow when a position opens, and who fills them; filled_by is NULL for a hire from outside';

CREATE FUNCTION mentorgraph.vacancy_cascades(candidates mentorgraph.shortlist, incumbents mentorgraph.shortlist)
	RETURNS TABLE (for_id bigint, moves bigint, hires bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_vacancy_cascades'
	/* not strict: without candidates or incumbents the shortlists are NULL */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.vacancy_cascades(candidates mentorgraph.shortlist, incumbents mentorgraph.shortlist) IS
	'for each position, how many people move and how many hires from outside follow if it alone opens';
