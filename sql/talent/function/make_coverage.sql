-- For the company and for each unit a shortlist of its positions and of who will be ready in time.
CREATE OR REPLACE FUNCTION make_coverage() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	within_months float8 := setting_of('cover_within_months');
	-- without any candidate's time nobody knows who will be ready in time
	times_are_known boolean := within_months IS NULL
		OR NOT EXISTS (SELECT FROM day_candidate)
		OR EXISTS (SELECT FROM day_candidate AS c WHERE c.months_to_ready IS NOT NULL);
	made bigint;
BEGIN
	CREATE TEMP TABLE new_coverage (LIKE d_coverage) ON COMMIT DROP;
	WITH cover AS MATERIALIZED (
		SELECT c.position_id, c.person_id, 1.0::float8 / r.rank AS score
		FROM day_candidate AS c
		JOIN day_position AS p ON p.id = c.position_id
		JOIN day_person AS q ON q.id = c.person_id
		JOIN new_succession_readiness AS r ON (r.position_key, r.person_key) = (p.position_key, q.person_key)
		WHERE NOT c.emergency
		AND (within_months IS NULL OR c.months_to_ready <= within_months)
		AND NOT EXISTS (
			SELECT FROM day_incumbency AS i WHERE (i.position_id, i.person_id) = (c.position_id, c.person_id))),
	found AS MATERIALIZED (
		SELECT s.scope, s.unit, p.id, p.position_key, p.critical, p.openings,
			(SELECT count(*) FROM cover AS c WHERE c.position_id = p.id) >= p.openings AS covered
		FROM day_position AS p CROSS JOIN LATERAL (VALUES ('company', ''), ('unit', p.unit)) AS s (scope, unit)
		WHERE NOT p.pool AND s.unit IS NOT NULL),
	lists AS MATERIALIZED (
		SELECT f.scope, f.unit,
			shortlist_agg(f.id, c.person_id, c.score, f.openings, CASE WHEN c.person_id IS NOT NULL THEN 1 END) AS list
		FROM found AS f LEFT JOIN cover AS c ON c.position_id = f.id
		GROUP BY f.scope, f.unit),
	filled AS MATERIALIZED (
		SELECT l.scope, l.unit, a.for_id, count(*) AS people
		FROM lists AS l CROSS JOIN LATERAL assign(l.list, 'most') AS a
		GROUP BY l.scope, l.unit, a.for_id),
	short AS MATERIALIZED (
		SELECT l.scope, l.unit, s.id
		FROM lists AS l CROSS JOIN LATERAL shortage(l.list) AS c CROSS JOIN LATERAL unnest(c.for_ids) AS s (id))
	INSERT INTO new_coverage
	SELECT f.scope, f.unit, count(*), count(*) FILTER (WHERE f.critical),
		CASE WHEN times_are_known THEN count(*) FILTER (WHERE f.covered) END,
		CASE WHEN times_are_known THEN count(*) FILTER (WHERE a.people >= f.openings) END,
		CASE WHEN times_are_known
			THEN coalesce(array_agg(f.position_key ORDER BY f.position_key COLLATE "C") FILTER (WHERE s.id IS NOT NULL),
				'{}') END,
		CASE WHEN times_are_known THEN count(*) FILTER (WHERE f.covered AND f.critical) END
	FROM found AS f
	LEFT JOIN filled AS a ON (a.scope, a.unit, a.for_id) = (f.scope, f.unit, f.id)
	LEFT JOIN short AS s ON (s.scope, s.unit, s.id) = (f.scope, f.unit, f.id)
	GROUP BY f.scope, f.unit;
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_coverage() IS 'makes coverage: how many positions can be filled, one by one and all at once';
