-- in_person -> known_person (everybody who was ever named), day_person (who is present on the day).
-- A re-hired person has several rows: the latest joined by the day counts.
CREATE OR REPLACE FUNCTION take_person(day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	taken bigint;
	units_are_known boolean := EXISTS (SELECT FROM in_person WHERE unit IS NOT NULL);
BEGIN
	PERFORM new_person_ids();

	INSERT INTO found_problem
	SELECT 'person', p.person_key, 'error',
		CASE WHEN p.person_key <> '' THEN 'person_key is longer than 1000 bytes' ELSE 'person_key is missing' END,
		'{}'::text[]
	FROM in_person AS p
	WHERE p.person_key IS NULL OR p.person_key = '' OR octet_length(p.person_key) > 1000;

	CREATE TEMP TABLE person_row ON COMMIT DROP AS
	WITH again AS MATERIALIZED (SELECT person_key FROM in_person GROUP BY person_key HAVING count(*) > 1)
	SELECT i.id, p.*, p.joined IS NULL OR p.joined <= day AS has_joined, 1 AS place, 0 AS twice
	FROM in_person AS p JOIN person_id AS i USING (person_key)
	WHERE person_key NOT IN (SELECT a.person_key FROM again AS a WHERE a.person_key IS NOT NULL)
	UNION ALL
	SELECT i.id, p.*, p.joined IS NULL OR p.joined <= day,
		row_number() OVER (PARTITION BY p.person_key
			ORDER BY p.joined IS NULL OR p.joined <= day DESC, p.joined DESC NULLS LAST, p.last_day DESC NULLS FIRST,
				p::text COLLATE "C"),
		lag(1, 1, 0) OVER (PARTITION BY p.person_key, p.joined
			ORDER BY p.last_day DESC NULLS FIRST, p::text COLLATE "C")
	FROM in_person AS p JOIN person_id AS i USING (person_key) JOIN again USING (person_key);

	INSERT INTO found_problem
	SELECT 'person', p.person_key, 'error', 'another row has the same person_key and joined', ARRAY[p.person_key]
	FROM person_row AS p
	WHERE p.twice = 1;
	DELETE FROM person_row WHERE twice = 1;

	INSERT INTO known_person
	SELECT p.id, row_number() OVER (ORDER BY p.person_key COLLATE "C"), p.person_key, nullif(p.last_day, 'infinity'),
		p.has_joined AND (p.last_day IS NULL OR p.last_day >= day)
	FROM person_row AS p
	WHERE p.place = 1;
	CREATE UNIQUE INDEX known_person_key ON known_person (person_key);

	INSERT INTO day_person
	SELECT p.id, k.place, p.person_key, coalesce(nullif(p.name, ''), p.person_key), nullif(p.unit, ''),
		nullif(p.company, ''), nullif(p.location, ''), nullif(p.job_function, ''),
		CASE WHEN abs(p.level::bigint) <= 1000000 THEN p.level END, m.id, nullif(p.joined, '-infinity'),
		CASE WHEN isfinite(p.level_since) THEN p.level_since END, w.worker_type = 'external', w.worker_type,
		coalesce(p.surveyed, true),
		CASE WHEN p.performance NOT IN ('NaN', 'Infinity', '-Infinity') THEN p.performance END,
		CASE WHEN p.potential NOT IN ('NaN', 'Infinity', '-Infinity') THEN p.potential END,
		CASE WHEN p.mentor_capacity >= 0 THEN p.mentor_capacity END, p.wants_mentor
	FROM person_row AS p
	JOIN known_person AS k ON k.id = p.id AND k.present
	LEFT JOIN known_person AS m ON m.person_key = p.manager_key AND m.present AND m.id <> p.id
	CROSS JOIN LATERAL (
		SELECT CASE WHEN lower(p.worker_type) IN ('contractor', 'external') THEN lower(p.worker_type)
			ELSE 'employee' END) AS w (worker_type)
	WHERE p.place = 1;
	GET DIAGNOSTICS taken = ROW_COUNT;
	CREATE UNIQUE INDEX day_person_id ON day_person (id);
	ANALYZE known_person, day_person;

	INSERT INTO found_problem
	SELECT 'person', p.person_key, 'warning', v.problem, ARRAY[p.person_key]
	FROM person_row AS p
	JOIN known_person AS k ON k.id = p.id AND k.present
	LEFT JOIN known_person AS m ON m.person_key = p.manager_key
	CROSS JOIN LATERAL (VALUES
		(CASE WHEN units_are_known AND coalesce(p.unit, '') = '' THEN 'unit is missing' END),
		(CASE WHEN lower(p.worker_type) NOT IN ('employee', 'contractor', 'external')
			THEN format('worker_type "%s" is unknown: taken for an employee', p.worker_type) END),
		(CASE WHEN p.manager_key = p.person_key THEN 'manager_key is the person: no tie from a manager'
			WHEN p.manager_key <> '' AND m.id IS NULL
				THEN format('manager_key "%s" is not in person: no tie from a manager', p.manager_key)
			WHEN p.manager_key <> '' AND NOT m.present
				THEN format('manager_key "%s" is not present: no tie from a manager', p.manager_key) END),
		(CASE WHEN p.performance IN ('NaN', 'Infinity', '-Infinity')
			THEN 'performance is no number: taken for unknown' END),
		(CASE WHEN p.potential IN ('NaN', 'Infinity', '-Infinity')
			THEN 'potential is no number: taken for unknown' END),
		(CASE WHEN p.mentor_capacity < 0 THEN 'mentor_capacity is below 0: taken for unknown' END),
		(CASE WHEN abs(p.level::bigint) > 1000000 THEN 'level is beyond a million: taken for unknown' END),
		(CASE WHEN p.level_since > day THEN 'level_since is in the future' END)) AS v (problem)
	WHERE p.place = 1 AND v.problem IS NOT NULL;

	INSERT INTO found_problem
	SELECT 'person', p.person_key, 'error', 'last_day is before joined', ARRAY[p.person_key]
	FROM person_row AS p
	WHERE p.last_day < p.joined;

	INSERT INTO found_problem
	SELECT 'person', k.person_key, 'warning', 'another person_key differs in case or blanks only', f.keys
	FROM (
		SELECT array_agg(person_key ORDER BY person_key COLLATE "C") AS keys
		FROM known_person
		GROUP BY folded(person_key)
		HAVING count(*) > 1) AS f
	JOIN known_person AS k ON k.person_key = ANY (f.keys);

	INSERT INTO found_problem
	SELECT 'person', p.person_key, 'warning', 'managers form a circle', ARRAY[p.person_key]
	FROM (
		SELECT c.person, count(*) OVER (PARTITION BY c.component) AS size
		FROM (SELECT network_agg(manager_id, id) AS net FROM day_person WHERE manager_id IS NOT NULL) AS n,
			components(n.net, 'strong') AS c) AS c
	JOIN day_person AS p ON p.id = c.person
	WHERE c.size > 1;
	DROP TABLE person_row;
	RETURN taken;
END
$function$;
COMMENT ON FUNCTION take_person(date) IS 'checks in_person and fills known_person and day_person';
