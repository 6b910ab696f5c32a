-- Mentors for those who look for one: the best of those who are considered, matched within the mentors' capacities.
CREATE OR REPLACE FUNCTION make_mentor_proposal() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	levels_low integer := setting_of('mentor_levels_low');
	levels_high integer := setting_of('mentor_levels_high');
	shown integer := setting_of('mentor_proposals');
	need_weight float8 := setting_of('mentor_weight_need');
	level_weight float8 := setting_of('mentor_weight_level');
	unit_weight float8 := setting_of('mentor_weight_unit');
	either_way network := (SELECT n.net + reversed(n.net) FROM day_network_by_key AS n);
	made bigint;
BEGIN
	CREATE TEMP TABLE new_mentor_proposal (LIKE d_mentor_proposal) ON COMMIT DROP;

	PERFORM make_mentor_match();

	CREATE TEMP TABLE day_proposal ON COMMIT DROP AS
	WITH needs AS MATERIALIZED (SELECT person_id, count(*) AS needs FROM day_mentee_need GROUP BY person_id),
	taught AS MATERIALIZED (
		SELECT m.mentee_id, m.mentor_id, count(*) AS needs
		FROM day_match AS m
		JOIN day_mentee_need AS n ON n.person_id = m.mentee_id
		JOIN day_offer AS o ON o.mentor_id = m.mentor_id AND o.competency = n.competency AND o.level >= n.level
		GROUP BY m.mentee_id, m.mentor_id),
	parts AS (
		SELECT m.mentee_id, m.mentor_id, p.place AS mentee_place, q.place AS mentor_place, q.room,
			q.level - p.level AS levels_above, coalesce(t.needs, 0)::float8 / n.needs AS need_part,
			1 - (q.level - p.level - levels_low)::float8 / (levels_high - levels_low + 1) AS level_part,
			CASE WHEN q.unit <> p.unit THEN 1::float8 WHEN q.unit = p.unit THEN 0 END AS unit_part
		FROM day_match AS m
		JOIN day_mentee AS p ON p.id = m.mentee_id
		JOIN day_mentor AS q ON q.id = m.mentor_id
		LEFT JOIN taught AS t ON (t.mentee_id, t.mentor_id) = (m.mentee_id, m.mentor_id)
		LEFT JOIN needs AS n ON n.person_id = m.mentee_id),
	scored AS (
		SELECT p.*,
			(coalesce(need_weight * need_part, 0) + coalesce(level_weight * level_part, 0)
					+ coalesce(unit_weight * unit_part, 0))
				/ nullif(CASE WHEN need_part IS NULL THEN 0 ELSE need_weight END
						+ CASE WHEN level_part IS NULL THEN 0 ELSE level_weight END
						+ CASE WHEN unit_part IS NULL THEN 0 ELSE unit_weight END,
					0) AS score
		FROM parts AS p)
	SELECT s.*, row_number() OVER (PARTITION BY mentee_id ORDER BY score DESC, mentor_place) AS place, false AS assigned
	FROM scored AS s
	WHERE score > 0;
	ANALYZE day_proposal;

	-- By places in the order of keys, not by ids: which of several equally good matchings it is must not depend on when
	-- somebody was hired.
	UPDATE day_proposal AS d SET assigned = true
	FROM (SELECT shortlist_agg(mentee_place, mentor_place, score, 1, room) AS list FROM day_proposal) AS l,
		assign(l.list, 'most') AS a
	WHERE l.list IS NOT NULL AND d.mentee_place = a.for_id AND d.mentor_place = a.person;
	DELETE FROM day_proposal WHERE place > shown AND NOT assigned;
	ANALYZE day_proposal;

	-- who could introduce them: the strongest contact of both, unless this one objects to the mentee
	WITH objectors AS (
		SELECT o.person_id, array_agg(DISTINCT k.place) AS places
		FROM day_objection AS o JOIN day_person AS k ON k.id = o.objector_id
		GROUP BY o.person_id),
	asked AS MATERIALIZED (
		SELECT p.mentee_place, array_agg(p.mentor_place ORDER BY p.mentor_place) AS mentors,
			coalesce(o.places, '{}') AS objectors
		FROM day_proposal AS p LEFT JOIN objectors AS o ON o.person_id = p.mentee_id
		GROUP BY p.mentee_place, o.places),
	introduction AS MATERIALIZED (
		SELECT b.from_person AS mentee_place, b.to_person AS mentor_place, (people(b.chain))[2] AS place
		FROM asked AS a
		CROSS JOIN LATERAL chains_between(either_way, ARRAY[a.mentee_place], a.mentors, 2, avoid => a.objectors,
			skip_direct => true) AS b),
	taught AS MATERIALIZED (
		SELECT p.mentee_id, p.mentor_id, array_agg(n.competency ORDER BY n.competency COLLATE "C") AS competencies
		FROM day_proposal AS p
		JOIN day_mentee_need AS n ON n.person_id = p.mentee_id
		JOIN day_offer AS o ON o.mentor_id = p.mentor_id AND o.competency = n.competency AND o.level >= n.level
		GROUP BY p.mentee_id, p.mentor_id)
	INSERT INTO new_mentor_proposal
	SELECT m.person_key, q.person_key, p.score, p.need_part, p.level_part, p.unit_part,
		CASE WHEN NOT k.know THEN x.person_key END, CASE WHEN NOT k.know THEN x.name END, p.place, p.assigned, m.name,
		q.name, p.levels_above, k.know, CASE WHEN p.need_part IS NOT NULL THEN coalesce(t.competencies, '{}') END
	FROM day_proposal AS p
	JOIN day_mentee AS m ON m.id = p.mentee_id
	JOIN day_mentor AS q ON q.id = p.mentor_id
	CROSS JOIN LATERAL (SELECT strength(either_way, p.mentee_place, p.mentor_place) IS NOT NULL) AS k (know)
	LEFT JOIN introduction AS i ON (i.mentee_place, i.mentor_place) = (p.mentee_place, p.mentor_place)
	LEFT JOIN taught AS t ON (t.mentee_id, t.mentor_id) = (p.mentee_id, p.mentor_id)
	LEFT JOIN day_person AS x ON x.place = i.place;
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_mentor_proposal() IS
	'makes mentor_proposal: mentors who would suit those who look for one, matched within capacities';
