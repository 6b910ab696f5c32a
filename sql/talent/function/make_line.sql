-- day_line: for proteges and people who look for a mentor, everybody above them in the reporting line.
CREATE OR REPLACE FUNCTION make_line() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	made bigint;
BEGIN
	CREATE TEMP TABLE day_line ON COMMIT DROP AS
	WITH RECURSIVE line AS (
		SELECT p.id AS person_id, p.manager_id AS above_id
		FROM day_person AS p
		WHERE p.manager_id IS NOT NULL
		AND (p.wants_mentor OR p.id IN (SELECT t.to_id FROM day_tie AS t WHERE t.sponsorship))
		UNION
		SELECT l.person_id, m.manager_id
		FROM line AS l JOIN day_person AS m ON m.id = l.above_id
		WHERE m.manager_id IS NOT NULL)
	SELECT person_id, above_id FROM line WHERE person_id <> above_id;
	GET DIAGNOSTICS made = ROW_COUNT;
	ANALYZE day_line;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_line() IS 'makes day_line: who is above whom in the reporting line';
