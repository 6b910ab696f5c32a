-- report.sql - what a first evening with the talent schema shows over the HR database of this folder: what is wrong
-- with the data, who is ready for which position, and what is not known. At most 120 columns.
\pset footer off
SET client_min_messages = warning;
SELECT mentorgraph.create_talent_schema('talent') \gset

\echo 'What the check finds (check_talent_source), equal problems counted. error: the row is left out, warning: used.'
SELECT relation, severity, sum(rows) AS rows, min(replace(key, ' / ', '/') COLLATE "C") AS "such as",
	regexp_replace(regexp_replace(problem, '"[^"]*"', '...', 'g'), '^assessed [0-9]+', 'assessed ...') AS problem
FROM mentorgraph.check_talent_source('talent_source', 'talent', as_of => date '2026-07-01')
GROUP BY relation, severity, 5 ORDER BY severity, rows DESC, relation, problem;

CALL talent.refresh(date '2026-07-01', publish => true);
SET search_path = talent, mentorgraph, public;

\echo 'Who is ready for which critical position (succession_readiness): the slate. fit: share of the need, as rated;'
\echo -n 'chain: strength of the strongest chain from who decides, through via; '
\echo 'direct: who decides knows them; ?: unknown.'
WITH line AS (
	SELECT DISTINCT position_key, 0 AS place, '' AS person_key,
		position_title || ', decided by ' || coalesce(decider, '?') AS candidate,
		NULL AS rank, NULL AS months, NULL AS fit, NULL AS chain, NULL AS direct, NULL AS via
	FROM succession_readiness
	UNION ALL
	SELECT position_key, rank, person_key, '  ' || name, rank::text, coalesce(months_to_ready::text, '?'),
		coalesce(round(fit::numeric, 2)::text, '?'), round(advocacy_strength::numeric, 3)::text,
		round(direct_strength::numeric, 2)::text, (SELECT string_agg(to_name, ', ' ORDER BY step) FROM chain_link AS l
			WHERE (l.position_key, l.person_key) = (r.position_key, r.person_key) AND l.to_key <> r.person_key)
	FROM succession_readiness AS r WHERE slate_place IS NOT NULL)
SELECT candidate AS "position and slate", rank, months, fit, chain, direct, via
FROM line JOIN bench USING (position_key) WHERE critical
ORDER BY position_key COLLATE "C", place, person_key COLLATE "C";

\echo 'What is not known, and so is no figure: it is neither 0 nor guessed.'
SELECT u.unknown, u.rows, u.all_rows AS "of", u.why FROM (
	SELECT 1 AS place, 'who decides' AS unknown, count(*) FILTER (WHERE decider_key IS NULL) AS rows,
		count(*) AS all_rows, 'no hiring manager, or one who has left' AS why
	FROM (SELECT DISTINCT position_key, decider_key FROM succession_readiness) AS p
	UNION ALL
	SELECT 2, 'months until ready', count(*) FILTER (WHERE months_to_ready IS NULL), count(*),
		'a plan without a word for it, or emergency cover' FROM succession_readiness
	UNION ALL
	SELECT 3, 'fit', count(*) FILTER (WHERE fit IS NULL), count(*), 'less than half of the need has been rated'
	FROM succession_readiness
	UNION ALL
	SELECT 4, 'competencies of candidates', count(*) FILTER (WHERE g.unknown), count(*), 'nobody has rated them'
	FROM candidate_gap AS g
	UNION ALL
	SELECT 5, 'sponsors who count', count(*) FILTER (WHERE counts IS NULL), count(*),
		'the level of one of the two is unknown' FROM sponsorship
	UNION ALL
	SELECT 6, 'all figures of a person', count(*) FILTER (WHERE contacts IS NULL), count(*), 'not asked in the survey'
	FROM person_measures
	UNION ALL
	SELECT 7, 'the core of close contacts', count(*) FILTER (WHERE core IS NULL AND contacts IS NOT NULL),
		count(contacts), 'no answer gives a strength' FROM person_measures) AS u
ORDER BY place;

\echo 'What to do for those on a slate (readiness_action), the commonest first.'
SELECT regexp_replace(a.action, ' [0-9]+', ' ...') AS action, count(*) AS candidates
FROM (SELECT position_key, person_key, replace(action, decider, '...') AS action FROM readiness_action
	JOIN succession_readiness USING (position_key, person_key)
	WHERE slate_place IS NOT NULL AND decider IS NOT NULL) AS a
GROUP BY 1 ORDER BY candidates DESC, action;
