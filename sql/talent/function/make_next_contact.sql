-- Asked for each candidate: the strongest contacts of the strongest contacts, the deciders on their positions and whom
-- those hear, and, where nobody from outside the unit is among the contacts, who is best connected in other units.
CREATE OR REPLACE FUNCTION make_next_contact() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	contact network := (SELECT n.net FROM new_network AS n WHERE n.name = 'contact');
	either_way network := contact + reversed(contact);
	advocacy network := (SELECT n.net FROM new_network AS n WHERE n.name = 'advocacy');
	places integer := setting_of('next_contacts');
	introducers integer := setting_of('introducers');
	introductions integer := setting_of('introductions');
	others integer := setting_of('next_contact_others');
	made bigint;
BEGIN
	CREATE TEMP TABLE new_next_contact (LIKE d_next_contact) ON COMMIT DROP;
	CREATE TEMP TABLE contact_asker ON COMMIT DROP AS
	SELECT c.person_id, q.unit, q.company, coalesce(o.outside_unit = 0, false) AS all_inside
	FROM (SELECT DISTINCT person_id FROM day_candidate) AS c
	JOIN day_person AS q ON q.id = c.person_id
	LEFT JOIN day_outsight AS o ON o.person = c.person_id;
	ANALYZE contact_asker;
	CREATE TEMP TABLE contact_target ON COMMIT DROP AS
	WITH decider AS MATERIALIZED (
		SELECT DISTINCT p.decider_id
		FROM day_candidate AS c JOIN day_position AS p ON p.id = c.position_id
		WHERE p.decider_id IS NOT NULL),
	heard AS MATERIALIZED (
		SELECT d.decider_id, d.decider_id AS contact_id FROM decider AS d
		UNION ALL
		SELECT d.decider_id, r.person
		FROM decider AS d
		CROSS JOIN LATERAL (
			SELECT n.person, row_number() OVER (ORDER BY n.strength DESC, q.person_key COLLATE "C") AS place
			FROM reach(advocacy, d.decider_id, 'out', 1) AS n JOIN day_person AS q ON q.id = n.person) AS r
		WHERE r.place <= others)
	SELECT c.person_id, h.contact_id, true AS hears_or_decides
	FROM day_candidate AS c
	JOIN day_position AS p ON p.id = c.position_id
	JOIN heard AS h ON h.decider_id = p.decider_id
	WHERE h.contact_id <> c.person_id
	GROUP BY c.person_id, h.contact_id;

	IF EXISTS (SELECT FROM contact_asker WHERE all_inside) THEN
		WITH best AS MATERIALIZED (
			SELECT DISTINCT ON (q.company, q.unit) q.company, q.unit, q.id, q.person_key, d.contacts
			FROM degree(contact) AS d JOIN day_person AS q ON q.id = d.person
			WHERE q.unit IS NOT NULL
			ORDER BY q.company, q.unit, d.contacts DESC, q.level DESC NULLS LAST, q.person_key COLLATE "C"),
		known AS MATERIALIZED (
			SELECT b.*,
				row_number() OVER (PARTITION BY b.company ORDER BY b.contacts DESC, b.person_key COLLATE "C") AS place
			FROM best AS b)
		INSERT INTO contact_target
		SELECT a.person_id, k.id, false
		FROM contact_asker AS a JOIN known AS k ON k.company IS NOT DISTINCT FROM a.company AND k.unit <> a.unit
		WHERE a.all_inside
		AND k.place <= others
		AND NOT EXISTS (SELECT FROM contact_target AS t WHERE (t.person_id, t.contact_id) = (a.person_id, k.id));
	END IF;
	ANALYZE contact_target;

	-- the strongest contacts of each strongest contact; the best way to each of the others
	CREATE TEMP TABLE contact_option ON COMMIT DROP AS
	WITH own AS MATERIALIZED (
		SELECT a.person_id, r.person AS via, r.strength
		FROM contact_asker AS a
		CROSS JOIN LATERAL (
			SELECT n.person, n.strength
			FROM reach(either_way, a.person_id, 'out', 1) AS n
			ORDER BY n.strength DESC, n.person LIMIT introducers) AS r),
	theirs AS MATERIALIZED (
		SELECT v.via, r.person AS contact_id, r.strength
		FROM (SELECT DISTINCT via FROM own) AS v
		CROSS JOIN LATERAL (
			SELECT n.person, n.strength
			FROM reach(either_way, v.via, 'out', 1) AS n
			ORDER BY n.strength DESC, n.person LIMIT introductions) AS r),
	target AS MATERIALIZED (
		SELECT person_id, array_agg(contact_id ORDER BY contact_id) AS contacts FROM contact_target GROUP BY person_id),
	way AS (
		SELECT o.person_id, t.contact_id, o.via, o.strength * t.strength AS strength, false AS hears_or_decides
		FROM own AS o JOIN theirs AS t USING (via)
		WHERE t.contact_id <> o.person_id
		UNION ALL
		SELECT t.person_id, b.to_person, (people(b.chain))[2], b.strength, false
		FROM target AS t
		CROSS JOIN LATERAL chains_between(either_way, ARRAY[t.person_id], t.contacts, 2, skip_direct => true) AS b
		UNION ALL
		SELECT person_id, contact_id, NULL, NULL, hears_or_decides FROM contact_target)
	SELECT w.person_id, w.contact_id, (array_agg(w.via ORDER BY w.strength DESC NULLS LAST, w.via))[1] AS via,
		max(w.strength) AS strength, bool_or(w.hears_or_decides) AS hears_or_decides
	FROM way AS w
	GROUP BY w.person_id, w.contact_id;
	ANALYZE contact_option;

	WITH option AS MATERIALIZED (
		SELECT o.*, q.level
		FROM contact_option AS o JOIN contact_asker AS a USING (person_id) JOIN day_person AS q ON q.id = o.contact_id
		WHERE NOT a.all_inside OR q.unit <> a.unit),
	valued AS MATERIALIZED (
		SELECT a.person_id, v.candidate AS contact_id, v.effective_size_gain AS gain
		FROM (
			SELECT person_id, array_agg(contact_id ORDER BY contact_id) AS contacts FROM option GROUP BY person_id) AS a
		CROSS JOIN LATERAL contact_value(contact, a.person_id, a.contacts) AS v
		WHERE v.effective_size_gain > 0),
	placed AS (
		SELECT o.*, v.gain,
			row_number() OVER (PARTITION BY o.person_id
				ORDER BY round(v.gain * 1e9) DESC, o.via IS NULL, o.strength DESC, o.hears_or_decides DESC,
					o.level DESC NULLS LAST, k.place) AS place
		FROM option AS o JOIN valued AS v USING (person_id, contact_id) JOIN day_place AS k ON k.id = o.contact_id)
	INSERT INTO new_next_contact
	SELECT q.person_key, o.place, c.person_key, c.name, CASE WHEN q.surveyed THEN o.gain END, t.person_key, t.name,
		c.unit, o.hears_or_decides
	FROM placed AS o
	JOIN day_person AS q ON q.id = o.person_id
	JOIN day_person AS c ON c.id = o.contact_id
	LEFT JOIN day_person AS t ON t.id = o.via
	WHERE o.place <= places;
	GET DIAGNOSTICS made = ROW_COUNT;
	DROP TABLE contact_asker, contact_target, contact_option;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_next_contact() IS 'makes next_contact: whom each candidate could meet next, and through whom';
