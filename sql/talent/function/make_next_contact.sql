-- Asked for each candidate: the strongest contacts of the strongest contacts, the deciders on their positions and whom
-- those hear, and, where nobody from outside the unit is among the contacts, who is best connected in other units.
-- Who is asked for (person), who could be met (contact) and who could introduce them (via) are places in the order of
-- keys, as in day_network_by_key, so that the first of several equals is the first by key.
CREATE OR REPLACE FUNCTION make_next_contact() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	contacts network := (SELECT n.net FROM day_network_by_key AS n);
	either_way network := contacts + reversed(contacts);
	advocacy network := (SELECT n.net FROM new_network AS n WHERE n.name = 'advocacy');
	places integer := setting_of('next_contacts');
	introducers integer := setting_of('introducers');
	introductions integer := setting_of('introductions');
	others integer := setting_of('next_contact_others');
	made bigint;
BEGIN
	CREATE TEMP TABLE new_next_contact (LIKE d_next_contact) ON COMMIT DROP;
	CREATE TEMP TABLE contact_asker ON COMMIT DROP AS
	SELECT q.place AS person, q.unit, q.company, coalesce(o.outside_unit = 0, false) AS all_inside
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
		SELECT d.decider_id, q.place AS contact FROM decider AS d JOIN day_person AS q ON q.id = d.decider_id
		UNION ALL
		SELECT d.decider_id, r.contact
		FROM decider AS d
		CROSS JOIN LATERAL (
			SELECT q.place AS contact, row_number() OVER (ORDER BY n.strength DESC, q.place) AS rank
			FROM reach(advocacy, d.decider_id, 'out', 1) AS n JOIN day_person AS q ON q.id = n.person) AS r
		WHERE r.rank <= others)
	SELECT q.place AS person, h.contact, true AS hears_or_decides
	FROM day_candidate AS c
	JOIN day_person AS q ON q.id = c.person_id
	JOIN day_position AS p ON p.id = c.position_id
	JOIN heard AS h ON h.decider_id = p.decider_id
	WHERE h.contact <> q.place
	GROUP BY q.place, h.contact;

	IF EXISTS (SELECT FROM contact_asker WHERE all_inside) THEN
		WITH best AS MATERIALIZED (
			SELECT DISTINCT ON (q.company, q.unit) q.company, q.unit, q.place, d.contacts
			FROM degree(contacts) AS d JOIN day_person AS q ON q.place = d.person
			WHERE q.unit IS NOT NULL
			ORDER BY q.company, q.unit, d.contacts DESC, q.level DESC NULLS LAST, q.place),
		known AS MATERIALIZED (
			SELECT b.*, row_number() OVER (PARTITION BY b.company ORDER BY b.contacts DESC, b.place) AS rank
			FROM best AS b)
		INSERT INTO contact_target
		SELECT a.person, k.place, false
		FROM contact_asker AS a JOIN known AS k ON k.company IS NOT DISTINCT FROM a.company AND k.unit <> a.unit
		WHERE a.all_inside
		AND k.rank <= others
		AND NOT EXISTS (SELECT FROM contact_target AS t WHERE (t.person, t.contact) = (a.person, k.place));
	END IF;
	ANALYZE contact_target;

	-- the strongest contacts of each strongest contact; the best way to each of the others
	CREATE TEMP TABLE contact_option ON COMMIT DROP AS
	WITH own AS MATERIALIZED (
		SELECT a.person, r.person AS via, r.strength
		FROM contact_asker AS a
		CROSS JOIN LATERAL (
			SELECT n.person, n.strength
			FROM reach(either_way, a.person, 'out', 1) AS n
			ORDER BY n.strength DESC, n.person LIMIT introducers) AS r),
	theirs AS MATERIALIZED (
		SELECT v.via, r.person AS contact, r.strength
		FROM (SELECT DISTINCT via FROM own) AS v
		CROSS JOIN LATERAL (
			SELECT n.person, n.strength
			FROM reach(either_way, v.via, 'out', 1) AS n
			ORDER BY n.strength DESC, n.person LIMIT introductions) AS r),
	target AS MATERIALIZED (
		SELECT person, array_agg(contact ORDER BY contact) AS contacts FROM contact_target GROUP BY person),
	way AS (
		-- at least 1e-150 each: a product that is too small for its type would be an error
		SELECT o.person, t.contact, o.via, greatest(o.strength, 1e-150) * greatest(t.strength, 1e-150) AS strength,
			false AS hears_or_decides
		FROM own AS o JOIN theirs AS t USING (via)
		WHERE t.contact <> o.person
		UNION ALL
		SELECT t.person, b.to_person, (people(b.chain))[2], b.strength, false
		FROM target AS t
		CROSS JOIN LATERAL chains_between(either_way, ARRAY[t.person], t.contacts, 2, skip_direct => true) AS b
		UNION ALL
		SELECT person, contact, NULL, NULL, hears_or_decides FROM contact_target)
	SELECT w.person, w.contact, (array_agg(w.via ORDER BY w.strength DESC NULLS LAST, w.via))[1] AS via,
		max(w.strength) AS strength, bool_or(w.hears_or_decides) AS hears_or_decides
	FROM way AS w
	GROUP BY w.person, w.contact;
	ANALYZE contact_option;

	WITH option AS MATERIALIZED (
		SELECT o.*, q.level
		FROM contact_option AS o JOIN contact_asker AS a USING (person) JOIN day_person AS q ON q.place = o.contact
		WHERE NOT a.all_inside OR q.unit <> a.unit),
	valued AS MATERIALIZED (
		SELECT a.person, v.candidate AS contact, v.effective_size_gain AS gain
		FROM (SELECT person, array_agg(contact ORDER BY contact) AS options FROM option GROUP BY person) AS a
		CROSS JOIN LATERAL contact_value(contacts, a.person, a.options) AS v
		WHERE v.effective_size_gain > 0),
	placed AS (
		SELECT o.*, v.gain,
			row_number() OVER (PARTITION BY o.person
				ORDER BY round(v.gain * 1e9) DESC, o.via IS NULL, o.strength DESC, o.hears_or_decides DESC,
					o.level DESC NULLS LAST, o.contact) AS rank
		FROM option AS o JOIN valued AS v USING (person, contact))
	INSERT INTO new_next_contact
	SELECT q.person_key, o.rank, c.person_key, c.name, CASE WHEN q.surveyed THEN o.gain END, t.person_key, t.name,
		c.unit, o.hears_or_decides
	FROM placed AS o
	JOIN day_person AS q ON q.place = o.person
	JOIN day_person AS c ON c.place = o.contact
	LEFT JOIN day_person AS t ON t.place = o.via
	WHERE o.rank <= places;
	GET DIAGNOSTICS made = ROW_COUNT;
	DROP TABLE contact_asker, contact_target, contact_option;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_next_contact() IS 'makes next_contact: whom each candidate could meet next, and through whom';
