-- Who supports whom, one row a pair. Redundant: of each triangle of a person and two supporters, the supporter who is less close. Triangles are
-- listed from the person with the fewest contacts on, so that somebody with very many costs no more than others; the first named is the one with fewer.
CREATE OR REPLACE FUNCTION make_developmental_network(day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	core_strength float8 := setting_of('core_strength');
	default_every interval := make_interval(days => setting_of('contact_days')::integer);
	new_days float8 := setting_of('tie_new_days');
	made bigint;
BEGIN
	CREATE TEMP TABLE new_developmental_network (LIKE d_developmental_network) ON COMMIT DROP;

	CREATE TEMP TABLE day_place ON COMMIT DROP AS
	SELECT p.id, row_number() OVER (ORDER BY c.contacts, p.person_key COLLATE "C") AS place
	FROM (SELECT person_id, count(*) AS contacts FROM day_contact GROUP BY person_id) AS c JOIN day_person AS p ON p.id = c.person_id;
	ANALYZE day_place;
	-- one number an edge, whose hash is not that of many others, as places side by side in a bigint would have
	CREATE TEMP TABLE day_edge ON COMMIT DROP AS
	SELECT a.place AS low, b.place AS high, a.place * 2654435761 + b.place AS edge, c.given AS to_low, c.taken AS to_high
	FROM day_contact AS c JOIN day_place AS a ON a.id = c.person_id JOIN day_place AS b ON b.id = c.contact_id WHERE a.place < b.place;
	ANALYZE day_edge;
	CREATE TEMP TABLE day_redundant ON COMMIT DROP AS
	SELECT p.id AS person_id, q.id AS contact_id
	FROM (SELECT DISTINCT r.person, CASE WHEN r.one_strength >= r.other_strength THEN r.other ELSE r.one END AS contact
		FROM day_edge AS a JOIN day_edge AS b ON b.low = a.low AND b.high > a.high JOIN day_edge AS c ON c.edge = a.high * 2654435761 + b.high
		CROSS JOIN LATERAL (VALUES (a.low, a.high, a.to_low, b.high, b.to_low), (a.high, a.low, a.to_high, b.high, c.to_low), (b.high, a.low, b.to_high, a.high, c.to_high)) AS r (person, one, one_strength, other, other_strength)
		WHERE r.one_strength IS NOT NULL AND r.other_strength IS NOT NULL) AS r
	JOIN day_place AS p ON p.place = r.person JOIN day_place AS q ON q.place = r.contact;
	ANALYZE day_redundant;

	-- Most pairs have one tie: only the others are put together.
	CREATE TEMP TABLE day_pair_tie ON COMMIT DROP AS
	SELECT t.*, c.supports AS ties, c.taken IS NOT NULL AS mutual FROM day_tie AS t JOIN day_contact AS c ON (c.person_id, c.contact_id) = (t.to_id, t.from_id);
	ANALYZE day_pair_tie;
	WITH pair AS (
		SELECT t.to_id, t.from_id, ARRAY[t.kind] AS kinds, t.support AS supports, t.strength, CASE WHEN t.strength_known THEN t.strength END AS known_strength, t.since, t.last_contact, t.contact_every, t.context, t.mutual
		FROM day_pair_tie AS t WHERE t.ties = 1
		UNION ALL
		SELECT t.to_id, t.from_id, array_agg(DISTINCT t.kind COLLATE "C" ORDER BY t.kind COLLATE "C"),
			CASE WHEN bool_or(t.support IS NOT NULL) THEN coalesce(array_agg(DISTINCT w.word COLLATE "C" ORDER BY w.word COLLATE "C") FILTER (WHERE w.word IS NOT NULL), '{}') END,
			max(t.strength), max(t.strength) FILTER (WHERE t.strength_known), min(t.since), max(t.last_contact), min(t.contact_every), min(t.context COLLATE "C"), bool_or(t.mutual)
		FROM day_pair_tie AS t LEFT JOIN LATERAL unnest(t.support) AS w (word) ON true WHERE t.ties > 1 GROUP BY t.to_id, t.from_id),
	timed AS (
		SELECT p.*, last_contact + coalesce(contact_every, default_every) < day AS late, last_contact + 2 * coalesce(contact_every, default_every) < day AS very_late FROM pair AS p)
	INSERT INTO new_developmental_network
	SELECT p.person_key, q.person_key, q.name, t.kinds, t.supports, t.strength, t.known_strength >= core_strength, r.person_id IS NOT NULL, t.last_contact, t.late,
		CASE WHEN t.very_late THEN 'dormant' WHEN t.late THEN 'at risk' WHEN t.since > day - new_days::integer THEN 'new' WHEN NOT t.late THEN 'active' END, t.since, t.mutual,
		q.level - p.level, q.unit <> p.unit, t.context
	FROM timed AS t JOIN day_person AS p ON p.id = t.to_id JOIN day_person AS q ON q.id = t.from_id
	LEFT JOIN day_redundant AS r ON (r.person_id, r.contact_id) = (t.to_id, t.from_id);
	GET DIAGNOSTICS made = ROW_COUNT;
	ANALYZE new_developmental_network;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_developmental_network(date) IS 'makes developmental_network: who supports each person, how, and whether they repeat one another';
