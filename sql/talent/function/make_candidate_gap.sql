CREATE OR REPLACE FUNCTION make_candidate_gap() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	made bigint;
BEGIN
	CREATE TEMP TABLE new_candidate_gap (LIKE d_candidate_gap) ON COMMIT DROP;
	CREATE TEMP TABLE day_need ON COMMIT DROP AS
	SELECT p.position_key, c.person_id, q.person_key, r.competency, r.level, r.weight, h.level AS had
	FROM day_candidate AS c
	JOIN day_position AS p ON p.id = c.position_id
	JOIN day_person AS q ON q.id = c.person_id
	JOIN day_requirement AS r ON r.position_id = c.position_id
	LEFT JOIN day_competency AS h ON h.person_id = c.person_id AND h.competency = r.competency;
	CREATE TEMP TABLE day_contact_of_needy ON COMMIT DROP AS
	SELECT t.to_id AS person_id, t.from_id AS contact_id
	FROM day_tie AS t
	WHERE t.to_id IN (SELECT person_id FROM day_need WHERE (had >= level) IS NOT TRUE)
	UNION
	SELECT t.from_id, t.to_id
	FROM day_tie AS t
	WHERE t.from_id IN (SELECT person_id FROM day_need WHERE (had >= level) IS NOT TRUE);
	ANALYZE day_need, day_contact_of_needy;

	-- Which contacts have the level that is needed. A table of its own: the planner cannot guess how many they are.
	CREATE TEMP TABLE day_teacher ON COMMIT DROP AS
	SELECT n.person_id, n.competency, n.level, c.contact_id, h.level AS has
	FROM (SELECT DISTINCT person_id, competency, level FROM day_need WHERE (had >= level) IS NOT TRUE) AS n
	JOIN day_contact_of_needy AS c USING (person_id)
	JOIN day_competency AS h ON h.person_id = c.contact_id AND h.competency = n.competency AND h.level >= n.level;
	ANALYZE day_teacher;

	WITH teacher AS MATERIALIZED (
		SELECT t.person_id, t.competency, t.level, array_agg(q.person_key ORDER BY t.has DESC, q.place) AS keys
		FROM day_teacher AS t JOIN day_person AS q ON q.id = t.contact_id
		GROUP BY t.person_id, t.competency, t.level)
	INSERT INTO new_candidate_gap
	SELECT n.position_key, n.person_key, n.competency, n.level, n.weight, n.had,
		CASE WHEN n.had IS NOT NULL THEN greatest(0, n.level - n.had) END, n.had IS NULL, t.keys
	FROM day_need AS n
	LEFT JOIN teacher AS t
		ON t.person_id = n.person_id
			AND t.competency = n.competency
			AND t.level = n.level
			AND (n.had >= n.level) IS NOT TRUE;
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_candidate_gap() IS 'makes candidate_gap: what each candidate lacks for the position';
