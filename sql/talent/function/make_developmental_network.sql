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

	-- Of two supporters who are equally close, the first by key is taken as the closer one.
	CREATE TEMP TABLE day_redundant ON COMMIT DROP AS
	SELECT p.id AS person_id, c.id AS contact_id
	FROM redundant_contacts((SELECT n.net FROM day_network_by_key AS n), 'supporters') AS r
	JOIN day_person AS p ON p.place = r.person
	JOIN day_person AS c ON c.place = r.contact;
	CREATE TEMP TABLE day_mutual ON COMMIT DROP AS
	SELECT m.source AS from_id, m.target AS to_id
	FROM new_network AS n CROSS JOIN LATERAL ties(mutual(n.net)) AS m
	WHERE n.name = 'contact';
	ANALYZE day_redundant, day_mutual;

	-- Most pairs have one tie. Only the ties of the others have to be put together.
	WITH again AS MATERIALIZED (SELECT t.* FROM day_tie AS t JOIN day_pair_again AS a USING (from_id, to_id)),
	pair AS (
		SELECT t.to_id, t.from_id, ARRAY[t.kind] AS kinds, t.support AS supports, t.strength,
			CASE WHEN t.strength_known THEN t.strength END AS known_strength, t.since, t.last_contact, t.contact_every,
			t.context
		FROM day_tie AS t
		WHERE NOT EXISTS (SELECT FROM day_pair_again AS a WHERE (a.from_id, a.to_id) = (t.from_id, t.to_id))
		UNION ALL
		SELECT t.to_id, t.from_id, array_agg(DISTINCT t.kind COLLATE "C" ORDER BY t.kind COLLATE "C"),
			CASE WHEN bool_or(t.support IS NOT NULL)
				THEN coalesce(array_agg(DISTINCT w.word COLLATE "C" ORDER BY w.word COLLATE "C")
						FILTER (WHERE w.word IS NOT NULL),
					'{}') END,
			max(t.strength), max(t.strength) FILTER (WHERE t.strength_known), min(t.since), max(t.last_contact),
			min(t.contact_every), min(t.context COLLATE "C")
		FROM again AS t LEFT JOIN LATERAL unnest(t.support) AS w (word) ON true
		GROUP BY t.to_id, t.from_id),
	timed AS (
		SELECT p.*, last_contact + coalesce(contact_every, default_every) < day AS late,
			last_contact + 2 * coalesce(contact_every, default_every) < day AS very_late
		FROM pair AS p)
	INSERT INTO new_developmental_network
	SELECT p.person_key, q.person_key, q.name, t.kinds, t.supports, t.strength, t.known_strength >= core_strength,
		r.person_id IS NOT NULL, t.last_contact, t.late,
		CASE WHEN t.very_late THEN 'dormant'
			WHEN t.late THEN 'at risk'
			WHEN t.since > day - new_days::integer THEN 'new'
			WHEN NOT t.late THEN 'active' END,
		t.since, m.from_id IS NOT NULL, q.level - p.level, q.unit <> p.unit, t.context
	FROM timed AS t
	JOIN day_person AS p ON p.id = t.to_id
	JOIN day_person AS q ON q.id = t.from_id
	LEFT JOIN day_redundant AS r ON (r.person_id, r.contact_id) = (t.to_id, t.from_id)
	LEFT JOIN day_mutual AS m USING (from_id, to_id);
	GET DIAGNOSTICS made = ROW_COUNT;
	ANALYZE new_developmental_network (person_key, contact_key);
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_developmental_network(date) IS
	'makes developmental_network: who supports each person, how, and whether they repeat one another';
