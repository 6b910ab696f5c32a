CREATE OR REPLACE FUNCTION make_if_person_leaves() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	made bigint;
BEGIN
	CREATE TEMP TABLE new_if_person_leaves (LIKE d_if_person_leaves) ON COMMIT DROP;
	WITH only_mentor AS (
		SELECT t.to_id, min(t.from_id) AS from_id, max(t.strength) AS strength
		FROM day_tie AS t
		WHERE t.mentoring
		GROUP BY t.to_id
		HAVING count(DISTINCT t.from_id) = 1),
	candidates AS (
		SELECT c.*, count(*) FILTER (WHERE NOT c.emergency) OVER (PARTITION BY c.position_id) AS others
		FROM day_candidate AS c),
	effects AS (
		SELECT leaver_id AS person_id,
			CASE WHEN after IS NULL THEN 'chain lost'
				WHEN after < before THEN 'chain weaker'
				ELSE 'chain as strong' END AS effect,
			position_id, person_id AS other_id, before, after
		FROM day_departure
		UNION ALL
		SELECT i.person_id, CASE WHEN i.acting THEN 'stand-in lost' ELSE 'position opens' END, i.position_id, NULL,
			NULL, NULL
		FROM day_incumbency AS i JOIN day_position AS p ON p.id = i.position_id
		WHERE NOT p.pool
		UNION ALL
		SELECT decider_id, 'decider lost', id, NULL, NULL, NULL FROM day_position WHERE decider_id IS NOT NULL
		UNION ALL
		SELECT person_id,
			CASE WHEN emergency THEN 'emergency cover lost'
				WHEN others = 1 THEN 'only candidate lost'
				ELSE 'candidate lost' END,
			position_id, NULL, NULL, NULL
		FROM candidates
		UNION ALL
		SELECT from_id, 'mentee without mentor', NULL, to_id, strength, NULL FROM only_mentor)
	INSERT INTO new_if_person_leaves
	SELECT q.person_key, q.name, e.effect, coalesce(p.position_key, ''), coalesce(o.person_key, ''), e.before, e.after
	FROM effects AS e
	JOIN day_person AS q ON q.id = e.person_id
	LEFT JOIN day_position AS p ON p.id = e.position_id
	LEFT JOIN day_person AS o ON o.id = e.other_id;
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_if_person_leaves() IS
	'makes if_person_leaves: which chains, positions and mentees depend on whom';
