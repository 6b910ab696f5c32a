-- in_job_position, in_incumbency, in_position_role -> day_position, day_incumbency, day_role
CREATE OR REPLACE FUNCTION take_position(day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	taken bigint;
BEGIN
	PERFORM new_position_ids();

	WITH judged AS MATERIALIZED (
		SELECT i.id, p.*,
			CASE WHEN p.position_key IS NULL OR p.position_key = '' THEN 'position_key is missing'
				WHEN i.id IS NULL THEN 'position_key is longer than 1000 bytes'
				WHEN row_number() OVER (PARTITION BY p.position_key ORDER BY p::text COLLATE "C") > 1
					THEN 'another row has the same position_key'
				WHEN p.openings < 1 THEN format('openings is %s, below 1', p.openings) END AS error
		FROM in_job_position AS p LEFT JOIN position_id AS i USING (position_key)),
	bad AS (
		INSERT INTO found_problem
		SELECT 'job_position', position_key, 'error', error, '{}'::text[] FROM judged WHERE error IS NOT NULL
		UNION ALL
		SELECT 'job_position', position_key, 'warning', 'title is missing: the key is shown', '{}'::text[]
		FROM judged
		WHERE error IS NULL AND coalesce(title, '') = '')
	INSERT INTO day_position
	SELECT id, position_key, coalesce(nullif(title, ''), position_key), nullif(unit, ''), level,
		coalesce(critical, false), coalesce(openings, 1), coalesce(pool, false),
		CASE WHEN isfinite(vacant_from) THEN vacant_from END
	FROM judged
	WHERE error IS NULL;
	GET DIAGNOSTICS taken = ROW_COUNT;
	CREATE UNIQUE INDEX day_position_id ON day_position (id);
	CREATE UNIQUE INDEX day_position_key ON day_position (position_key);
	ANALYZE day_position;

	WITH judged AS MATERIALIZED (
		SELECT r.*, p.id AS position_id, k.id AS person_id, k.present,
			CASE WHEN p.id IS NULL THEN format('position_key "%s" is not in job_position', r.position_key)
				WHEN k.id IS NULL THEN format('person_key "%s" is not in person', r.person_key)
				WHEN r.until <= r.since THEN 'until, the first day after, is not after since'
				WHEN (r.until > day OR r.until IS NULL) AND k.last_day < day
					THEN 'person_key has left, and the period is open' END AS error
		FROM in_incumbency AS r
		LEFT JOIN day_position AS p USING (position_key)
		LEFT JOIN known_person AS k USING (person_key)),
	bad AS (
		INSERT INTO found_problem
		SELECT 'incumbency', concat_ws(' / ', position_key, person_key), 'error', error, ARRAY[person_key]
		FROM judged
		WHERE error IS NOT NULL)
	INSERT INTO day_incumbency
	SELECT position_id, person_id, min(nullif(since, '-infinity')), bool_and(coalesce(acting, false))
	FROM judged
	WHERE error IS NULL AND present AND (since IS NULL OR since <= day) AND (until IS NULL OR day < until)
	GROUP BY position_id, person_id;
	ANALYZE day_incumbency;

	INSERT INTO found_problem
	SELECT 'incumbency', p.position_key, 'warning',
		format('%s people hold it, and openings is %s', count(*), p.openings), '{}'::text[]
	FROM day_incumbency AS i JOIN day_position AS p ON p.id = i.position_id
	WHERE NOT i.acting AND NOT p.pool
	GROUP BY p.position_key, p.openings
	HAVING count(*) > p.openings;

	WITH judged AS MATERIALIZED (
		SELECT r.*, lower(r.role) AS known_role, p.id AS position_id, k.id AS person_id, k.present,
			CASE WHEN p.id IS NULL THEN format('position_key "%s" is not in job_position', r.position_key)
				WHEN k.id IS NULL THEN format('person_key "%s" is not in person', r.person_key)
				WHEN lower(r.role) IN ('decider', 'recommender', 'policy', 'veto') IS NOT TRUE
					THEN 'role is not decider, recommender, policy or veto'
				WHEN k.last_day < day THEN 'person_key has left' END AS error
		FROM in_position_role AS r
		LEFT JOIN day_position AS p USING (position_key)
		LEFT JOIN known_person AS k USING (person_key)),
	bad AS (
		INSERT INTO found_problem
		SELECT 'position_role', concat_ws(' / ', position_key, person_key, role), 'error', error, ARRAY[person_key]
		FROM judged
		WHERE error IS NOT NULL)
	INSERT INTO day_role
	SELECT position_id, person_id, known_role, min(seq)
	FROM judged
	WHERE error IS NULL AND present
	GROUP BY position_id, person_id, known_role;

	-- the first decider: the lowest seq, then the first key
	UPDATE day_position AS p SET decider_id = d.person_id
	FROM (
		SELECT DISTINCT ON (r.position_id) r.position_id, r.person_id
		FROM day_role AS r JOIN day_person AS q ON q.id = r.person_id
		WHERE r.role = 'decider'
		ORDER BY r.position_id, r.seq NULLS LAST, q.person_key COLLATE "C") AS d
	WHERE d.position_id = p.id;

	INSERT INTO found_problem
	SELECT 'job_position', p.position_key, 'warning', v.problem, '{}'::text[]
	FROM day_position AS p
	CROSS JOIN LATERAL (VALUES
		(CASE WHEN p.decider_id IS NULL THEN 'nobody decides' END),
		(CASE WHEN (
				SELECT count(*)
				FROM (
					SELECT rank() OVER (ORDER BY r.seq NULLS LAST) AS place
					FROM day_role AS r
					WHERE r.position_id = p.id AND r.role = 'decider') AS q
				WHERE q.place = 1) > 1
			THEN 'several deciders have the lowest seq: the first key counts' END)) AS v (problem)
	WHERE v.problem IS NOT NULL AND NOT p.pool;
	RETURN taken;
END
$function$;
COMMENT ON FUNCTION take_position(date) IS
	'checks positions, incumbents and roles, and fills day_position, day_incumbency and day_role';
