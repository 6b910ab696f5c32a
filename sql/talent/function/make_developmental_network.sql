-- Who supports whom, one row a pair. Redundant: of each triangle of a person and two supporters, the supporter who is
-- less close.
CREATE OR REPLACE FUNCTION make_developmental_network(day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	core_strength float8 := setting_of('core_strength');
	default_every interval := make_interval(days => setting_of('contact_days')::integer);
	new_days float8 := setting_of('tie_new_days');
	made bigint;
BEGIN
	CREATE TEMP TABLE new_developmental_network (LIKE d_developmental_network) ON COMMIT DROP;

	-- Of two who are as close in every respect the first by key counts, not by id.
	CREATE TEMP TABLE day_place ON COMMIT DROP AS
		SELECT p.id, row_number() OVER (ORDER BY p.person_key COLLATE "C") AS place FROM day_person AS p;
	ANALYZE day_place;
	CREATE TEMP TABLE day_redundant ON COMMIT DROP AS
	SELECT p.id AS person_id, c.id AS contact_id
	FROM redundant_contacts((SELECT network_agg(f.place, t.place, d.strength) FROM day_tie AS d
		JOIN day_place AS f ON f.id = d.from_id JOIN day_place AS t ON t.id = d.to_id), 'supporters') AS r
	JOIN day_place AS p ON p.place = r.person JOIN day_place AS c ON c.place = r.contact;
	ANALYZE day_redundant;

	-- Most pairs have one tie: only the others are put together. Every tie has its row in day_contact; of an inner join
	-- over two columns the planner
	-- would expect a few rows.
	WITH pair AS (
		SELECT t.to_id, t.from_id, ARRAY[t.kind] AS kinds, t.support AS supports, t.strength, CASE
			WHEN t.strength_known THEN t.strength END AS known_strength, t.since, t.last_contact, t.contact_every,
			t.context, c.taken IS NOT NULL AS mutual
		FROM day_tie AS t LEFT JOIN day_contact AS c ON (c.person_id, c.contact_id) = (t.to_id, t.from_id)
			WHERE coalesce(c.supports, 1) < 2
		UNION ALL
		SELECT t.to_id, t.from_id, array_agg(DISTINCT t.kind COLLATE "C" ORDER BY t.kind COLLATE "C"),
			CASE WHEN bool_or(t.support IS NOT NULL) THEN coalesce(array_agg(DISTINCT w.word COLLATE "C"
				ORDER BY w.word COLLATE "C") FILTER (WHERE w.word IS NOT NULL), '{}') END,
			max(t.strength), max(t.strength) FILTER (WHERE t.strength_known), min(t.since), max(t.last_contact),
				min(t.contact_every), min(t.context COLLATE "C"), bool_or(c.taken IS NOT NULL)
		FROM day_tie AS t JOIN day_contact AS c ON (c.person_id, c.contact_id) = (t.to_id, t.from_id)
			LEFT JOIN LATERAL unnest(t.support) AS w (word) ON true WHERE c.supports > 1 GROUP BY t.to_id, t.from_id),
	timed AS (
		SELECT p.*, last_contact + coalesce(contact_every, default_every) < day AS late,
			last_contact + 2 * coalesce(contact_every, default_every) < day AS very_late FROM pair AS p)
	INSERT INTO new_developmental_network
	SELECT p.person_key, q.person_key, q.name, t.kinds, t.supports, t.strength, t.known_strength >= core_strength,
		r.person_id IS NOT NULL, t.last_contact, t.late,
		CASE WHEN t.very_late THEN 'dormant' WHEN t.late THEN 'at risk'
			WHEN t.since > day - new_days::integer THEN 'new' WHEN NOT t.late THEN 'active' END, t.since, t.mutual,
		q.level - p.level, q.unit <> p.unit, t.context
	FROM timed AS t JOIN day_person AS p ON p.id = t.to_id JOIN day_person AS q ON q.id = t.from_id
	LEFT JOIN day_redundant AS r ON (r.person_id, r.contact_id) = (t.to_id, t.from_id);
	GET DIAGNOSTICS made = ROW_COUNT;
	ANALYZE new_developmental_network;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_developmental_network(date) IS
	'makes developmental_network: who supports each person, how, and whether they repeat one another';
