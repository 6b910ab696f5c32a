CREATE OR REPLACE FUNCTION make_bench(day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	places integer := setting_of('slate_size');
	outside_places integer := setting_of('slate_from_other_units');
	made bigint;
BEGIN
	CREATE TEMP TABLE new_bench (LIKE d_bench) ON COMMIT DROP;
	WITH candidates AS MATERIALIZED (
		SELECT c.position_id, count(*) AS candidates, count(*) FILTER (WHERE c.months_to_ready <= 0) AS ready_now,
			count(*) FILTER (WHERE c.months_to_ready <= 12) AS ready_1_year,
			count(*) FILTER (WHERE c.months_to_ready <= 36) AS ready_3_years, min(c.months_to_ready) AS first_ready,
			CASE WHEN count(q.unit) > 0 THEN count(*) FILTER (WHERE q.unit <> p.unit) END AS from_other_units,
			count(*) FILTER (WHERE r.slate_place IS NOT NULL) AS on_slate
		FROM day_candidate AS c
		JOIN day_position AS p ON p.id = c.position_id
		JOIN day_person AS q ON q.id = c.person_id
		JOIN new_succession_readiness AS r USING (position_key, person_key)
		WHERE NOT c.emergency
		GROUP BY c.position_id),
	best AS (
		SELECT position_key, CASE WHEN count(*) = 1 THEN min(person_key) END AS best_key
		FROM (
			SELECT r.position_key, r.person_key, rank() OVER (PARTITION BY r.position_key ORDER BY r.rank) AS place
			FROM new_succession_readiness AS r
			WHERE NOT r.emergency) AS r
		WHERE place = 1
		GROUP BY position_key),
	holders AS (SELECT position_id, count(*) AS incumbents FROM day_incumbency GROUP BY position_id),
	found AS (
		SELECT p.*, coalesce(h.incumbents, 0) AS incumbents, coalesce(c.candidates, 0) AS candidates, c.first_ready,
			CASE WHEN p.unit IS NOT NULL
				THEN CASE WHEN c.candidates IS NULL THEN 0 ELSE c.from_other_units END END AS from_other_units,
			b.best_key,
			-- unknown where no candidate's time is
			CASE WHEN c.candidates IS NULL THEN 0 WHEN c.first_ready IS NOT NULL THEN c.ready_now END AS ready_now,
			CASE WHEN c.candidates IS NULL THEN 0
				WHEN c.first_ready IS NOT NULL THEN c.ready_1_year END AS ready_1_year,
			CASE WHEN c.candidates IS NULL THEN 0
				WHEN c.first_ready IS NOT NULL THEN c.ready_3_years END AS ready_3_years,
			greatest(0, months_between(day, p.vacant_from)) AS months_to_vacancy, coalesce(c.on_slate, 0) AS on_slate
		FROM day_position AS p
		LEFT JOIN candidates AS c ON c.position_id = p.id
		LEFT JOIN best AS b USING (position_key)
		LEFT JOIN holders AS h ON h.position_id = p.id
		WHERE NOT p.pool)
	INSERT INTO new_bench
	SELECT position_key, title, unit, critical, incumbents, candidates, ready_now, ready_1_year, ready_3_years,
		best_key, CASE WHEN vacant_from IS NOT NULL THEN months_to_vacancy END,
		CASE WHEN vacant_from IS NOT NULL AND first_ready IS NOT NULL
			THEN greatest(0, first_ready - months_to_vacancy) END,
		from_other_units,
		CASE WHEN candidates = 0 THEN 'no candidate'
			WHEN on_slate < places THEN format('%s of %s places are filled', on_slate, places)
			WHEN from_other_units < outside_places
				THEN format('%s of %s places for another unit are filled', from_other_units, outside_places) END
	FROM found;
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_bench(date) IS 'makes bench: how well each position is provided for';
