-- Who supports whom, one row a pair. Redundant: of each triangle of a person and two supporters, the supporter who is less close. Triangles are
-- listed from the person with the fewest contacts on, so that somebody with very many costs no more than others.
CREATE OR REPLACE FUNCTION make_developmental_network(day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	core_strength float8 := setting_of('core_strength');
	contact_days float8 := setting_of('contact_days');
	new_days float8 := setting_of('tie_new_days');
	made bigint;
BEGIN
	CREATE TEMP TABLE new_developmental_network (LIKE d_developmental_network) ON COMMIT DROP;

	CREATE TEMP TABLE day_edge ON COMMIT DROP AS
	WITH size AS MATERIALIZED (SELECT person_id, row_number() OVER (ORDER BY count(*), person_id) AS place FROM day_contact GROUP BY person_id)
	SELECT a.place AS low, b.place AS high, c.person_id AS low_id, c.contact_id AS high_id
	FROM day_contact AS c JOIN size AS a ON a.person_id = c.person_id JOIN size AS b ON b.person_id = c.contact_id WHERE a.place < b.place;
	CREATE TEMP TABLE day_closeness ON COMMIT DROP AS
	SELECT c.person_id, c.contact_id, row_number() OVER (PARTITION BY c.person_id ORDER BY c.strength DESC, q.person_key COLLATE "C") AS place
	FROM day_contact AS c JOIN day_person AS q ON q.id = c.contact_id WHERE c.supports;
	ANALYZE day_edge, day_closeness;

	CREATE TEMP TABLE day_redundant ON COMMIT DROP AS
	WITH triangle AS MATERIALIZED (
		SELECT a.low_id AS x, a.high_id AS y, b.high_id AS z
		FROM day_edge AS a JOIN day_edge AS b ON b.low = a.low AND b.high > a.high JOIN day_edge AS c ON c.low = a.high AND c.high = b.high),
	around AS (
		SELECT x AS person_id, y AS one, z AS other FROM triangle UNION ALL SELECT y, x, z FROM triangle UNION ALL SELECT z, x, y FROM triangle)
	SELECT DISTINCT r.person_id, CASE WHEN a.place > b.place THEN r.one ELSE r.other END AS contact_id
	FROM around AS r JOIN day_closeness AS a ON (a.person_id, a.contact_id) = (r.person_id, r.one) JOIN day_closeness AS b ON (b.person_id, b.contact_id) = (r.person_id, r.other);
	ANALYZE day_redundant;

	-- Most pairs have one tie: only the others are put together.
	CREATE TEMP TABLE day_pair_again ON COMMIT DROP AS SELECT from_id, to_id FROM day_tie GROUP BY from_id, to_id HAVING count(*) > 1;
	ANALYZE day_pair_again;
	WITH pair AS (
		SELECT t.to_id, t.from_id, ARRAY[t.kind] AS kinds, t.support AS supports, t.strength, CASE WHEN t.strength_known THEN t.strength END AS known_strength, t.since, t.last_contact, t.contact_every, t.context
		FROM day_tie AS t WHERE NOT EXISTS (SELECT FROM day_pair_again AS m WHERE (m.from_id, m.to_id) = (t.from_id, t.to_id))
		UNION ALL
		SELECT t.to_id, t.from_id, array_agg(DISTINCT t.kind COLLATE "C" ORDER BY t.kind COLLATE "C"), array_agg(DISTINCT w.word COLLATE "C" ORDER BY w.word COLLATE "C") FILTER (WHERE w.word IS NOT NULL),
			max(t.strength), max(t.strength) FILTER (WHERE t.strength_known), min(t.since), max(t.last_contact), min(t.contact_every), min(t.context COLLATE "C")
		FROM day_tie AS t JOIN day_pair_again AS m USING (from_id, to_id) LEFT JOIN LATERAL unnest(t.support) AS w (word) ON true GROUP BY t.to_id, t.from_id),
	timed AS (
		SELECT p.*, last_contact + coalesce(contact_every, make_interval(days => contact_days::integer)) < day AS late,
			last_contact + 2 * coalesce(contact_every, make_interval(days => contact_days::integer)) < day AS very_late FROM pair AS p)
	INSERT INTO new_developmental_network
	SELECT p.person_key, q.person_key, q.name, t.kinds, t.supports, t.strength, t.known_strength >= core_strength, r.person_id IS NOT NULL, t.last_contact, t.late,
		CASE WHEN t.very_late THEN 'dormant' WHEN t.late THEN 'at risk' WHEN t.since > day - new_days::integer THEN 'new' WHEN NOT t.late THEN 'active' END, t.since, c.supported,
		q.level - p.level, q.unit <> p.unit, t.context
	FROM timed AS t JOIN day_contact AS c ON (c.person_id, c.contact_id) = (t.to_id, t.from_id) JOIN day_person AS p ON p.id = t.to_id JOIN day_person AS q ON q.id = t.from_id
	LEFT JOIN day_redundant AS r ON (r.person_id, r.contact_id) = (t.to_id, t.from_id);
	GET DIAGNOSTICS made = ROW_COUNT;
	ANALYZE new_developmental_network;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_developmental_network(date) IS 'makes developmental_network: who supports each person, how, and whether they repeat one another';
