-- in_candidate, in_requirement, in_competency, in_objection -> day_candidate, day_requirement, day_competency,
-- day_objection
CREATE OR REPLACE FUNCTION take_candidate(day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	taken bigint;
	old_months float8 := setting_of('assessment_old_months');
BEGIN
	WITH judged AS MATERIALIZED (
		SELECT c.*, p.id AS position_id, k.id AS person_id, k.present,
			CASE WHEN p.id IS NULL THEN format('position_key "%s" is not in job_position', c.position_key)
				WHEN k.id IS NULL THEN format('person_key "%s" is not in person', c.person_key)
				WHEN lower(c.status) NOT IN ('nominated', 'approved', 'declined', 'withdrawn')
					THEN format('status "%s" is unknown', c.status)
				WHEN lower(c.status) IN ('declined', 'withdrawn') OR c.until <= day THEN ''
				WHEN k.last_day < day THEN 'person_key has left'
				WHEN NOT k.present THEN ''
				WHEN q.external THEN 'person_key is external: no candidate'
				WHEN NOT i.acting THEN 'person_key holds the position'
				WHEN row_number() OVER (PARTITION BY p.id, k.id,
							coalesce(lower(c.status), 'nominated') IN ('nominated', 'approved')
								AND (c.until > day OR c.until IS NULL)
						ORDER BY c.assessed_on DESC NULLS LAST, c::text COLLATE "C") > 1
					THEN 'another row has the same position_key and person_key' END AS error
		FROM in_candidate AS c
		LEFT JOIN day_position AS p USING (position_key)
		LEFT JOIN known_person AS k USING (person_key)
		LEFT JOIN day_person AS q ON q.id = k.id
		LEFT JOIN day_incumbency AS i ON (i.position_id, i.person_id) = (p.id, k.id)),
	bad AS (
		INSERT INTO found_problem
		SELECT 'candidate', concat_ws(' / ', position_key, person_key), 'error', error, ARRAY[person_key]
		FROM judged
		WHERE error <> ''
		UNION ALL
		SELECT 'candidate', concat_ws(' / ', j.position_key, j.person_key), 'warning', v.problem, ARRAY[j.person_key]
		FROM judged AS j
		CROSS JOIN LATERAL (VALUES
			(CASE WHEN months_between(j.assessed_on, day) > old_months
				THEN format('assessed %s months ago', months_between(j.assessed_on, day)) END),
			(CASE WHEN j.assessed_on > day THEN 'assessed_on is in the future' END),
			(CASE WHEN j.months_to_ready < 0 THEN 'months_to_ready is below 0: taken for 0' END)) AS v (problem)
		WHERE j.error IS NULL AND v.problem IS NOT NULL)
	INSERT INTO day_candidate
	SELECT position_id, person_id,
		CASE WHEN ready_on <= day THEN 0
			WHEN isfinite(ready_on)
				THEN months_between(day, ready_on)
					+ CASE WHEN day + make_interval(months => months_between(day, ready_on)) < ready_on THEN 1
						ELSE 0 END
			WHEN months_to_ready IS NOT NULL
				THEN greatest(0,
					greatest(0, months_to_ready) - greatest(0, coalesce(months_between(assessed_on, day), 0))) END,
		CASE WHEN isfinite(assessed_on) THEN greatest(0, months_between(assessed_on, day)) END,
		coalesce(lower(status), 'nominated'), coalesce(emergency, false)
	FROM judged
	WHERE error IS NULL;
	GET DIAGNOSTICS taken = ROW_COUNT;
	ANALYZE day_candidate;

	WITH judged AS MATERIALIZED (
		SELECT r.*, p.id AS position_id,
			CASE WHEN p.id IS NULL THEN format('position_key "%s" is not in job_position', r.position_key)
				WHEN coalesce(r.competency, '') = '' THEN 'competency is missing'
				WHEN r.level IS NULL THEN 'level is missing'
				WHEN NOT (r.level >= 0 AND r.level <= 1000000)
					THEN format('level %s is not from 0 to a million', r.level)
				WHEN NOT (r.weight >= 0 AND r.weight <= 1000000)
					THEN format('weight %s is not from 0 to a million', r.weight)
				WHEN row_number() OVER (PARTITION BY p.id, r.competency
						ORDER BY r.level DESC NULLS LAST, r.weight DESC NULLS LAST) > 1
					THEN 'another row has the same position_key and competency' END AS error
		FROM in_requirement AS r LEFT JOIN day_position AS p USING (position_key)),
	bad AS (
		INSERT INTO found_problem
		SELECT 'requirement', concat_ws(' / ', position_key, competency), 'error', error, '{}'::text[]
		FROM judged
		WHERE error IS NOT NULL)
	INSERT INTO day_requirement
	SELECT position_id, competency, level, coalesce(weight, 1) FROM judged WHERE error IS NULL;
	ANALYZE day_requirement;

	-- The assessor's word before the manager's before that of others before one's own; of the first two the latest, of
	-- the others the mean.
	WITH judged AS MATERIALIZED (
		SELECT c.*, k.id AS person_id, k.present,
			CASE WHEN k.id IS NULL THEN format('person_key "%s" is not in person', c.person_key)
				WHEN coalesce(c.competency, '') = '' THEN 'competency is missing'
				WHEN c.level IS NULL THEN 'level is missing'
				WHEN NOT (c.level >= 0 AND c.level <= 1000000)
					THEN format('level %s is not from 0 to a million', c.level)
				WHEN lower(c.rater) NOT IN ('self', 'manager', 'peer', 'report', 'assessor')
					THEN format('rater "%s" is unknown', c.rater) END AS error,
			CASE lower(c.rater)
				WHEN 'assessor' THEN 1
				WHEN 'manager' THEN 2
				WHEN 'self' THEN 4
				ELSE 3 END AS rater_class
		FROM in_competency AS c LEFT JOIN known_person AS k USING (person_key)),
	bad AS (
		INSERT INTO found_problem
		SELECT 'competency', concat_ws(' / ', person_key, competency), 'error', error, ARRAY[person_key]
		FROM judged
		WHERE error IS NOT NULL)
	INSERT INTO day_competency
	SELECT person_id, competency, avg(level)
	FROM (
		SELECT person_id, competency, level,
			rank() OVER (PARTITION BY person_id, competency
				ORDER BY rater_class, CASE WHEN rater_class < 3 THEN rated_on END DESC NULLS LAST) AS place
		FROM judged
		WHERE error IS NULL AND present) AS r
	WHERE place = 1
	GROUP BY person_id, competency;
	ANALYZE day_competency;
	INSERT INTO found_problem
	SELECT 'requirement', r.competency, 'warning', 'nobody is rated in this competency', '{}'::text[]
	FROM day_requirement AS r
	WHERE EXISTS (SELECT FROM day_competency) AND r.competency NOT IN (SELECT c.competency FROM day_competency AS c);

	WITH judged AS MATERIALIZED (
		SELECT o.*, a.id AS objector_id, b.id AS person_id, p.id AS position_id, a.present AND b.present AS present,
			CASE WHEN a.id IS NULL THEN format('objector_key "%s" is not in person', o.objector_key)
				WHEN b.id IS NULL THEN format('person_key "%s" is not in person', o.person_key)
				WHEN a.id = b.id THEN 'an objection to oneself'
				WHEN o.position_key IS NOT NULL AND p.id IS NULL
					THEN format('position_key "%s" is not in job_position', o.position_key)
				WHEN o.until <= o.since THEN 'until, the first day after, is not after since' END AS error
		FROM in_objection AS o
		LEFT JOIN known_person AS a ON a.person_key = o.objector_key
		LEFT JOIN known_person AS b ON b.person_key = o.person_key
		LEFT JOIN day_position AS p ON p.position_key = o.position_key),
	bad AS (
		INSERT INTO found_problem
		SELECT 'objection', concat_ws(' / ', person_key, position_key), 'error',
			CASE WHEN objector_id IS NULL THEN 'objector_key is not in person' ELSE error END,
			ARRAY[objector_key, person_key]
		FROM judged
		WHERE error IS NOT NULL)
	INSERT INTO day_objection
	SELECT DISTINCT objector_id, person_id, position_id
	FROM judged
	WHERE error IS NULL AND present AND (since IS NULL OR since <= day) AND (until IS NULL OR day < until);
	RETURN taken;
END
$function$;
COMMENT ON FUNCTION take_candidate(date) IS
	'checks candidates, what positions need and people can, and objections; fills their day_* tables';
