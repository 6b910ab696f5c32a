-- in_goal, in_job_history, in_person_group -> day_goal, day_job_history, day_person_group
CREATE OR REPLACE FUNCTION take_rest(day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	taken bigint;
BEGIN
	WITH pair AS MATERIALIZED (
		SELECT DISTINCT g.from_key, g.to_key, g.kind
		FROM in_tie AS i
		JOIN (SELECT DISTINCT from_key, to_key, lower(kind) AS kind FROM in_goal) AS g
			ON (g.from_key, g.to_key, g.kind) = (i.from_key, i.to_key, lower(i.kind))),
	judged AS MATERIALIZED (
		SELECT g.*, lower(g.kind) AS known_kind, f.id AS from_id, t.id AS to_id, f.present AND t.present AS present,
			CASE WHEN f.id IS NULL THEN format('from_key "%s" is not in person', g.from_key)
				WHEN t.id IS NULL THEN format('to_key "%s" is not in person', g.to_key)
				WHEN k.kind IS NULL THEN 'the kind is not in tie_kind: add it there'
				WHEN coalesce(g.goal, '') = '' THEN 'goal is missing'
				WHEN k.kind <> 'manager' AND i.kind IS NULL
					THEN 'no row of tie has this from_key, to_key and kind' END AS error
		FROM in_goal AS g
		LEFT JOIN known_person AS f ON f.person_key = g.from_key
		LEFT JOIN known_person AS t ON t.person_key = g.to_key
		LEFT JOIN tie_kind AS k ON k.kind = lower(g.kind)
		LEFT JOIN pair AS i ON (i.from_key, i.to_key, i.kind) = (g.from_key, g.to_key, lower(g.kind))),
	bad AS (
		INSERT INTO found_problem
		SELECT 'goal', concat_ws(' / ', from_key, to_key, kind), 'error', error, ARRAY[from_key, to_key]
		FROM judged
		WHERE error IS NOT NULL)
	INSERT INTO day_goal
	SELECT from_id, to_id, known_kind, goal, due, CASE WHEN done <= day THEN done END
	FROM judged
	WHERE error IS NULL AND present;

	WITH judged AS MATERIALIZED (
		SELECT h.*, k.id AS person_id, k.present,
			CASE WHEN k.id IS NULL THEN format('person_key "%s" is not in person', h.person_key)
				WHEN h.until <= h.since THEN 'until, the first day after, is not after since' END AS error
		FROM in_job_history AS h LEFT JOIN known_person AS k USING (person_key)),
	bad AS (
		INSERT INTO found_problem
		SELECT 'job_history', person_key, 'error', error, ARRAY[person_key] FROM judged WHERE error IS NOT NULL)
	INSERT INTO day_job_history
	SELECT person_id, nullif(company, ''), nullif(unit, ''), nullif(job_function, ''), level, since, until
	FROM judged
	WHERE error IS NULL AND present AND (since IS NULL OR since <= day);

	WITH judged AS MATERIALIZED (
		SELECT g.*, k.id AS person_id, k.present,
			CASE WHEN k.id IS NULL THEN format('person_key "%s" is not in person', g.person_key)
				WHEN coalesce(g.attribute, '') = '' THEN 'attribute is missing'
				WHEN min(g.value) OVER w <> max(g.value) OVER w THEN 'more than one value of an attribute' END AS error
		FROM in_person_group AS g LEFT JOIN known_person AS k USING (person_key)
		WINDOW w AS (PARTITION BY g.person_key, g.attribute)),
	bad AS (
		INSERT INTO found_problem
		SELECT 'person_group', person_key, 'error', error, ARRAY[person_key] FROM judged WHERE error IS NOT NULL)
	INSERT INTO day_person_group
	SELECT DISTINCT person_id, attribute, value FROM judged WHERE error IS NULL AND present AND value <> '';
	SELECT (SELECT count(*) FROM day_goal) + (SELECT count(*) FROM day_job_history)
		+ (SELECT count(*) FROM day_person_group)
	INTO taken;
	ANALYZE day_goal, day_job_history, day_person_group;
	RETURN taken;
END
$function$;
COMMENT ON FUNCTION take_rest(date) IS 'checks goals, job history and groups, and fills their day_* tables';
