-- day_contact: for everyone, whom they are tied to, either way, one row a contact; given: strength of ties from the
-- contact, taken: to
-- the contact; supports: how many are from the contact. day_line: who is above proteges and those who look for a
-- mentor, however far.
CREATE OR REPLACE FUNCTION make_contact() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	made bigint;
BEGIN
	CREATE TEMP TABLE day_contact ON COMMIT DROP AS
	SELECT person_id, contact_id, greatest(max(strength) FILTER (WHERE supports),
		max(strength) FILTER (WHERE NOT supports)) AS strength, max(known_strength) AS known_strength,
		max(strength) FILTER (WHERE supports) AS given, max(strength) FILTER (WHERE NOT supports) AS taken,
		count(*) FILTER (WHERE supports) AS supports, bool_or(other_kind) AS beyond_line
	FROM (SELECT to_id AS person_id, from_id AS contact_id, strength, CASE
		WHEN strength_known THEN strength END AS known_strength, true AS supports, kind <> 'manager' AS other_kind
		FROM day_tie
		UNION ALL SELECT from_id, to_id, strength, CASE WHEN strength_known THEN strength END, false, kind <> 'manager'
			FROM day_tie) AS t
	GROUP BY person_id, contact_id;
	GET DIAGNOSTICS made = ROW_COUNT;

	CREATE TEMP TABLE day_line ON COMMIT DROP AS
	WITH RECURSIVE line AS (
		SELECT p.id AS person_id, p.manager_id AS above_id FROM day_person AS p
		WHERE p.manager_id IS NOT NULL AND (p.wants_mentor
			OR p.id IN (SELECT t.to_id FROM day_tie AS t WHERE t.sponsorship))
		UNION
		SELECT l.person_id, m.manager_id FROM line AS l JOIN day_person AS m ON m.id = l.above_id
			WHERE m.manager_id IS NOT NULL)
	SELECT person_id, above_id FROM line WHERE person_id <> above_id;
	ANALYZE day_contact, day_line;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_contact() IS
	'makes day_contact and day_line: everyone''s contacts, and who is above whom in the reporting line';
