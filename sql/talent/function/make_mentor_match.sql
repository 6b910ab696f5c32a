-- Who is considered as a mentor for whom. Not everybody is compared with everybody: a mentee meets those who have a
-- competency that is needed at the level needed and are the wanted number of levels above (without a known need: those
-- of the same function so far above). Of such a block each mentee gets mentor_choices, the next ones in the order of
-- keys after those of the mentee before, so that all are considered alike.
CREATE OR REPLACE FUNCTION make_mentor_match() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	levels_low integer := setting_of('mentor_levels_low');
	levels_high integer := setting_of('mentor_levels_high');
	choices integer := setting_of('mentor_choices');
	own_capacity float8 := setting_of('mentor_capacity');
	made bigint;
BEGIN
	CREATE TEMP TABLE day_mentee ON COMMIT DROP AS
	SELECT p.id, p.person_key, p.name, p.unit, p.level, coalesce(p.job_function, '') AS job_function, p.place
	FROM day_person AS p
	WHERE p.wants_mentor AND NOT p.external;
	CREATE TEMP TABLE day_mentor ON COMMIT DROP AS
	SELECT p.id, p.person_key, p.name, p.unit, p.level, coalesce(p.job_function, '') AS job_function, p.manager_id,
		p.place, coalesce(p.mentor_capacity, own_capacity)::bigint - r.mentees AS room
	FROM day_person AS p JOIN day_role_count AS r ON r.person_id = p.id
	WHERE coalesce(p.mentor_capacity, own_capacity)::bigint > r.mentees;
	CREATE TEMP TABLE day_mentee_need ON COMMIT DROP AS
	SELECT n.person_id, n.competency, max(n.level) AS level
	FROM day_need AS n
	WHERE n.had < n.level AND n.person_id IN (SELECT id FROM day_mentee)
	GROUP BY n.person_id, n.competency;
	CREATE TEMP TABLE day_offer ON COMMIT DROP AS
	SELECT m.id AS mentor_id, m.place, m.level AS mentor_level, h.competency, h.level
	FROM day_competency AS h JOIN day_mentor AS m ON m.id = h.person_id
	WHERE h.competency IN (SELECT n.competency FROM day_mentee_need AS n);
	ANALYZE day_mentee, day_mentor, day_mentee_need, day_offer;

	-- who looks in which block; a level that is unknown takes all levels
	CREATE TEMP TABLE day_seek ON COMMIT DROP AS
	WITH sought AS (
		SELECT m.id AS mentee_id, m.place, coalesce(n.competency, m.job_function) AS what, n.level AS needed,
			m.level + g AS target
		FROM day_mentee AS m
		LEFT JOIN day_mentee_need AS n ON n.person_id = m.id
		CROSS JOIN generate_series(levels_low, levels_high) AS g
		WHERE m.level IS NOT NULL OR g = levels_low)
	SELECT mentee_id, dense_rank() OVER (ORDER BY what COLLATE "C", needed, target) AS block, what, needed, target,
		row_number() OVER (PARTITION BY what, needed, target ORDER BY place) - 1 AS number
	FROM sought;
	CREATE TEMP TABLE day_block ON COMMIT DROP AS SELECT DISTINCT block, what, needed, target FROM day_seek;
	ANALYZE day_seek, day_block;
	CREATE TEMP TABLE day_pool ON COMMIT DROP AS
	SELECT f.block, f.mentor_id, row_number() OVER (PARTITION BY f.block ORDER BY f.place) - 1 AS place,
		count(*) OVER (PARTITION BY f.block) AS size
	FROM (
		SELECT b.block, o.mentor_id, o.place
		FROM day_block AS b
		JOIN day_offer AS o ON o.competency = b.what AND o.mentor_level = b.target AND o.level >= b.needed
		UNION ALL
		SELECT b.block, o.mentor_id, o.place
		FROM day_block AS b JOIN day_offer AS o ON o.competency = b.what AND o.level >= b.needed
		WHERE b.target IS NULL
		UNION ALL
		SELECT b.block, m.id, m.place
		FROM day_block AS b JOIN day_mentor AS m ON m.job_function = b.what AND m.level = b.target
		WHERE b.needed IS NULL
		UNION ALL
		SELECT b.block, m.id, m.place
		FROM day_block AS b JOIN day_mentor AS m ON m.job_function = b.what
		WHERE b.needed IS NULL AND b.target IS NULL) AS f;
	CREATE TEMP TABLE day_size ON COMMIT DROP AS SELECT DISTINCT block, size FROM day_pool;
	ANALYZE day_pool, day_size;

	-- nobody of the own line, no pair that is or was one, nobody who objects
	CREATE TEMP TABLE day_match ON COMMIT DROP AS
	WITH choice AS MATERIALIZED (
		SELECT s.mentee_id, s.block, (s.number * choices + k.step) % z.size AS place
		FROM day_seek AS s
		JOIN day_size AS z USING (block)
		CROSS JOIN LATERAL generate_series(0, least(choices, z.size) - 1) AS k (step))
	SELECT c.mentee_id, p.mentor_id
	FROM choice AS c JOIN day_pool AS p USING (block, place)
	WHERE c.mentee_id <> p.mentor_id
	EXCEPT (
		SELECT l.person_id, l.above_id FROM day_line AS l
		UNION ALL
		SELECT p.manager_id, p.id FROM day_person AS p
		UNION ALL
		SELECT m.id, f.id
		FROM in_tie AS i
		JOIN tie_kind AS k ON k.kind = lower(i.kind) AND k.mentoring
		JOIN day_mentee AS m ON m.person_key = i.to_key
		JOIN known_person AS f ON f.person_key = i.from_key
		UNION ALL
		SELECT o.person_id, o.objector_id FROM day_objection AS o);
	GET DIAGNOSTICS made = ROW_COUNT;
	ANALYZE day_match;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_mentor_match() IS
	'makes day_match: whom each person who looks for a mentor could be proposed';
