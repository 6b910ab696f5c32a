-- report.sql - makes the talent schema over talent_source, and prints for each position the candidates in their order,
-- who can speak for them to the one who decides, and what the committee should look at. At most 120 columns.
\pset footer off
SET client_min_messages = warning;
SELECT mentorgraph.create_talent_schema('talent') \gset
\if :{?kinds}
INSERT INTO talent.tie_kind (kind, advocacy, mentoring, sponsorship)
	SELECT DISTINCT lower(kind), 'forward', false, false FROM talent_source.tie
ON CONFLICT (kind) DO UPDATE SET advocacy = 'forward';
\endif
CALL talent.refresh(date '2026-07-01', publish => true);
SET search_path = talent, mentorgraph, public;

\echo 'The advocacy network: A -> B where A would act on the word of B.'
SELECT s.people, s.ties, s.isolates, round(s.density::numeric, 4) AS density,
	round(s.reciprocity::numeric, 3) AS reciprocity,
	round(s.mean_strength::numeric, 3) AS mean_strength, s.components, s.strong_components
FROM d_network, summary(net) AS s WHERE name = 'advocacy';

\echo 'Who is ready for which position, and who can speak for them (succession_readiness, chain_link).'
\echo -n 'The order is by months and fit, equals by chain: '
\echo 'how strong the strongest is from who decides through others (via);'
\echo 'direct: what the one who decides knows first-hand; voices: who else is heard.'
WITH via AS (
	SELECT position_key, person_key, string_agg(format('-%s->%s', trim_scale(round(strength::numeric, 2)),
		CASE WHEN to_key <> person_key THEN ' ' || to_name || ' ' END), '' ORDER BY step) AS via
	FROM chain_link GROUP BY position_key, person_key),
line AS (
	SELECT DISTINCT position_key, 0::bigint AS place, position_title AS candidate, NULL::integer AS months,
		NULL::numeric AS fit, NULL::numeric AS chain,
		NULL::numeric AS direct, NULL::integer AS voices, decider || ' decides' AS via FROM succession_readiness
	UNION ALL
	SELECT position_key, row_number() OVER (PARTITION BY position_key
		ORDER BY rank, advocacy_strength DESC NULLS LAST, name COLLATE "C", person_key COLLATE "C"),
		name, months_to_ready, round(fit::numeric, 2), round(advocacy_strength::numeric, 3),
		round(direct_strength::numeric, 2), voices,
		coalesce(via, '(nobody else within three links)')
	FROM succession_readiness LEFT JOIN via USING (position_key, person_key))
SELECT candidate AS "position and candidates", nullif(place, 0) AS "#", months, fit, chain, direct, voices, via
FROM line ORDER BY length(position_key), position_key COLLATE "C", place;

\echo 'How well each position is provided for (bench), and all of them at the same time (coverage).'
SELECT title, candidates, ready_now AS now, ready_1_year AS "1 year", ready_3_years AS "3 years",
	months_to_vacancy AS vacant_in,
	uncovered_months AS uncovered, from_other_units AS others, slate_problem
FROM bench ORDER BY length(position_key), position_key COLLATE "C";
SELECT positions, critical, covered, covered_at_once, array_to_string(shortage, ' ') AS shortage FROM coverage
WHERE scope = 'company';

SELECT count(*) > 0 AS objections FROM readiness_objection \gset
\if :objections
\echo -n 'Candidates to whom somebody objects, '
\echo 'and what is left when the chain has to go around them (readiness_objection).'
SELECT r.position_title AS position, r.name AS candidate,
	array_to_string(ARRAY(SELECT p.name FROM unnest(o.objectors) AS k JOIN talent_source.person AS p ON p.person_key = k
	ORDER BY 1), ', ') AS objectors,
	round(o.advocacy_strength::numeric, 3) AS strength, round(o.strength_around::numeric, 3) AS around
FROM readiness_objection AS o JOIN succession_readiness AS r USING (position_key, person_key)
ORDER BY length(position_key), position_key COLLATE "C", 2;
\endif

SELECT count(*) > 0 AS problems FROM data_problem \gset
\if :problems
\echo 'What the check of the source has found (data_problem).'
SELECT relation, severity, problem, sum(rows) AS rows FROM data_problem GROUP BY 1, 2, 3
ORDER BY 4 DESC, 1, 2, 3 LIMIT 5;
\endif
