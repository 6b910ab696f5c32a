-- Mentors for those who look for one. Not everybody is compared with everybody: a mentee meets those who have a
-- competency that is needed at
-- the level needed and are the wanted number of levels above (without a known need: those of the same function so far
-- above). Of such a
-- block each mentee gets mentor_choices, the next ones in the order of keys after those of the mentee before, so that
-- all are considered alike.
CREATE OR REPLACE FUNCTION make_mentor_proposal() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	levels_low integer := setting_of('mentor_levels_low');
	levels_high integer := setting_of('mentor_levels_high');
	choices integer := setting_of('mentor_choices');
	shown integer := setting_of('mentor_proposals');
	own_capacity float8 := setting_of('mentor_capacity');
	need_weight float8 := setting_of('mentor_weight_need');
	level_weight float8 := setting_of('mentor_weight_level');
	unit_weight float8 := setting_of('mentor_weight_unit');
	made bigint;
BEGIN
	CREATE TEMP TABLE new_mentor_proposal (LIKE d_mentor_proposal) ON COMMIT DROP;

	CREATE TEMP TABLE day_mentee ON COMMIT DROP AS
	SELECT p.id, p.person_key, p.name, p.unit, p.level, coalesce(p.job_function, '') AS job_function,
		row_number() OVER (ORDER BY p.person_key COLLATE "C") AS place
	FROM day_person AS p WHERE p.wants_mentor AND NOT p.external;
	CREATE TEMP TABLE day_mentor ON COMMIT DROP AS
	SELECT p.id, p.person_key, p.name, p.unit, p.level, coalesce(p.job_function, '') AS job_function, p.manager_id,
		row_number() OVER (ORDER BY p.person_key COLLATE "C") AS place,
		coalesce(p.mentor_capacity, own_capacity)::bigint - coalesce(r.mentees, 0) AS room
	FROM day_person AS p LEFT JOIN day_role_count AS r ON r.person_id = p.id
		WHERE coalesce(p.mentor_capacity, own_capacity)::bigint > coalesce(r.mentees, 0);
	CREATE TEMP TABLE day_mentee_need ON COMMIT DROP AS
	SELECT n.person_id, n.competency, max(n.level) AS level FROM day_need AS n
		WHERE n.had < n.level AND n.person_id IN (SELECT id FROM day_mentee) GROUP BY n.person_id, n.competency;
	CREATE TEMP TABLE day_offer ON COMMIT DROP AS
	SELECT m.id AS mentor_id, m.person_key, m.level AS mentor_level, h.competency, h.level FROM day_competency AS h
		JOIN day_mentor AS m ON m.id = h.person_id
	WHERE h.competency IN (SELECT n.competency FROM day_mentee_need AS n);
	ANALYZE day_mentee, day_mentor, day_mentee_need, day_offer;

	-- who looks in which block; a level that is unknown takes all levels
	CREATE TEMP TABLE day_seek ON COMMIT DROP AS
	WITH sought AS (
		SELECT m.id AS mentee_id, m.person_key, coalesce(n.competency, m.job_function) AS what, n.level AS needed,
			m.level + g AS target
		FROM day_mentee AS m LEFT JOIN day_mentee_need AS n ON n.person_id = m.id
			CROSS JOIN generate_series(levels_low, levels_high) AS g WHERE m.level IS NOT NULL OR g = levels_low)
	SELECT mentee_id, dense_rank() OVER (ORDER BY what COLLATE "C", needed, target) AS block, what, needed, target,
		row_number() OVER (PARTITION BY what, needed, target ORDER BY person_key COLLATE "C") - 1 AS number
	FROM sought;
	CREATE TEMP TABLE day_block ON COMMIT DROP AS SELECT DISTINCT block, what, needed, target FROM day_seek;
	ANALYZE day_seek, day_block;
	CREATE TEMP TABLE day_pool ON COMMIT DROP AS
	SELECT f.block, f.mentor_id, row_number() OVER (PARTITION BY f.block
		ORDER BY f.person_key COLLATE "C") - 1 AS place, count(*) OVER (PARTITION BY f.block) AS size
	FROM (SELECT b.block, o.mentor_id, o.person_key FROM day_block AS b
		JOIN day_offer AS o ON o.competency = b.what AND o.mentor_level = b.target AND o.level >= b.needed
		UNION ALL
		SELECT b.block, o.mentor_id, o.person_key FROM day_block AS b
			JOIN day_offer AS o ON o.competency = b.what AND o.level >= b.needed WHERE b.target IS NULL
		UNION ALL
		SELECT b.block, m.id, m.person_key FROM day_block AS b
			JOIN day_mentor AS m ON m.job_function = b.what AND m.level = b.target WHERE b.needed IS NULL
		UNION ALL
		SELECT b.block, m.id, m.person_key FROM day_block AS b JOIN day_mentor AS m ON m.job_function = b.what
			WHERE b.needed IS NULL AND b.target IS NULL) AS f;
	CREATE TEMP TABLE day_size ON COMMIT DROP AS SELECT DISTINCT block, size FROM day_pool;
	ANALYZE day_pool, day_size;

	-- not oneself, nobody of the own line, no pair that is or was one, nobody who objects
	CREATE TEMP TABLE day_match ON COMMIT DROP AS
	WITH met AS MATERIALIZED (
		SELECT DISTINCT s.mentee_id, p.mentor_id
		FROM day_seek AS s JOIN day_size AS z USING (block)
			CROSS JOIN LATERAL generate_series(0, least(choices, z.size) - 1) AS k (step)
		JOIN day_pool AS p ON p.block = s.block AND p.place = (s.number * choices + k.step) % z.size),
	earlier AS MATERIALIZED (
		SELECT DISTINCT f.id AS mentor_id, t.id AS mentee_id
		FROM in_tie AS i JOIN tie_kind AS k ON k.kind = lower(i.kind) AND k.mentoring
			JOIN known_person AS f ON f.person_key = i.from_key JOIN known_person AS t ON t.person_key = i.to_key
		WHERE t.id IN (SELECT id FROM day_mentee))
	SELECT m.mentee_id, m.mentor_id
	FROM met AS m JOIN day_mentor AS q ON q.id = m.mentor_id
	WHERE m.mentee_id <> m.mentor_id AND q.manager_id IS DISTINCT FROM m.mentee_id
	AND NOT EXISTS (SELECT FROM day_line AS l WHERE l.person_id = m.mentee_id AND l.above_id = m.mentor_id)
	AND NOT EXISTS (SELECT FROM earlier AS e WHERE e.mentee_id = m.mentee_id AND e.mentor_id = m.mentor_id)
	AND NOT EXISTS (SELECT FROM day_objection AS o WHERE o.person_id = m.mentee_id AND o.objector_id = m.mentor_id);
	ANALYZE day_match;

	CREATE TEMP TABLE day_proposal ON COMMIT DROP AS
	WITH taught AS MATERIALIZED (
		SELECT m.mentee_id, m.mentor_id, array_agg(n.competency ORDER BY n.competency COLLATE "C") AS competencies
		FROM day_match AS m JOIN day_mentee_need AS n ON n.person_id = m.mentee_id
			JOIN day_offer AS o ON o.mentor_id = m.mentor_id AND o.competency = n.competency AND o.level >= n.level
		GROUP BY m.mentee_id, m.mentor_id),
	needs AS MATERIALIZED (SELECT person_id, count(*) AS needs FROM day_mentee_need GROUP BY person_id),
	parts AS (
		SELECT m.mentee_id, m.mentor_id, p.place AS mentee_place, q.place AS mentor_place, q.person_key AS mentor_key,
			q.room, q.level - p.level AS levels_above,
			CASE WHEN n.needs > 0 THEN coalesce(t.competencies, '{}') END AS competencies,
				coalesce(cardinality(t.competencies), 0)::float8 / n.needs AS need_part,
			1 - (q.level - p.level - levels_low)::float8 / (levels_high - levels_low + 1) AS level_part, CASE
				WHEN q.unit <> p.unit THEN 1::float8 WHEN q.unit = p.unit THEN 0 END AS unit_part
		FROM day_match AS m JOIN day_mentee AS p ON p.id = m.mentee_id JOIN day_mentor AS q ON q.id = m.mentor_id
		LEFT JOIN taught AS t ON (t.mentee_id, t.mentor_id) = (m.mentee_id, m.mentor_id)
			LEFT JOIN needs AS n ON n.person_id = m.mentee_id),
	scored AS (
		SELECT p.*, (coalesce(need_weight * need_part, 0) + coalesce(level_weight * level_part, 0)
			+ coalesce(unit_weight * unit_part, 0))
			/ nullif(CASE WHEN need_part IS NULL THEN 0 ELSE need_weight END + CASE WHEN level_part IS NULL THEN 0
				ELSE level_weight END + CASE WHEN unit_part IS NULL THEN 0 ELSE unit_weight END, 0) AS score
		FROM parts AS p)
	SELECT s.*, row_number() OVER (PARTITION BY mentee_id
		ORDER BY score DESC, mentor_key COLLATE "C") AS place, false AS assigned FROM scored AS s WHERE score > 0;
	ANALYZE day_proposal;

	-- By places in the order of keys, not by ids: which of several equally good matchings it is must not hang on when
	-- somebody was hired.
	UPDATE day_proposal AS d SET assigned = true
	FROM (SELECT shortlist_agg(mentee_place, mentor_place, score, 1, room) AS list
		FROM day_proposal) AS l, assign(l.list, 'most') AS a
	WHERE l.list IS NOT NULL AND d.mentee_place = a.for_id AND d.mentor_place = a.person;
	DELETE FROM day_proposal WHERE place > shown AND NOT assigned;
	ANALYZE day_proposal;

	WITH knows AS MATERIALIZED (
		SELECT p.mentee_id, p.mentor_id FROM day_proposal AS p
			JOIN day_contact AS c ON c.person_id = p.mentee_id AND c.contact_id = p.mentor_id),
	introduction AS MATERIALIZED (
		SELECT DISTINCT ON (p.mentee_id, p.mentor_id) p.mentee_id, p.mentor_id, x.person_key, x.name
		FROM day_proposal AS p JOIN day_contact AS a ON a.person_id = p.mentee_id
			JOIN day_contact AS b ON b.person_id = p.mentor_id AND b.contact_id = a.contact_id
			JOIN day_person AS x ON x.id = a.contact_id
		WHERE NOT EXISTS (SELECT FROM knows AS k WHERE k.mentee_id = p.mentee_id AND k.mentor_id = p.mentor_id)
		AND NOT EXISTS (SELECT FROM day_objection AS o WHERE o.person_id = p.mentee_id AND o.objector_id = x.id)
		ORDER BY p.mentee_id, p.mentor_id, a.strength * b.strength DESC, x.person_key COLLATE "C")
	INSERT INTO new_mentor_proposal
	SELECT m.person_key, q.person_key, p.score, p.need_part, p.level_part, p.unit_part, i.person_key, i.name, p.place,
		p.assigned, m.name, q.name, p.levels_above, k.mentee_id IS NOT NULL, p.competencies
	FROM day_proposal AS p JOIN day_mentee AS m ON m.id = p.mentee_id JOIN day_mentor AS q ON q.id = p.mentor_id
	LEFT JOIN knows AS k ON (k.mentee_id, k.mentor_id) = (p.mentee_id, p.mentor_id)
		LEFT JOIN introduction AS i ON (i.mentee_id, i.mentor_id) = (p.mentee_id, p.mentor_id);
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_mentor_proposal() IS
	'makes mentor_proposal: mentors who would suit those who look for one, matched within capacities';
