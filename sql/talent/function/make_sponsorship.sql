-- day_sponsor: ties of kinds that are sponsorship, and whether they count; sponsorship; sponsorship_chain from
-- day_voice.
CREATE OR REPLACE FUNCTION make_sponsorship(day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	levels_needed float8 := setting_of('sponsor_levels_above');
	min_level float8 := setting_of('sponsor_min_level');
	influence_quantile float8 := setting_of('sponsor_influence_quantile');
	default_every interval := make_interval(days => setting_of('contact_days')::integer);
	made bigint;
BEGIN
	CREATE TEMP TABLE new_sponsorship (LIKE d_sponsorship) ON COMMIT DROP;
	CREATE TEMP TABLE new_sponsorship_chain (LIKE d_sponsorship_chain) ON COMMIT DROP;

	-- Influence, where a setting asks for it: whose word is leaned on by people who are leaned on; a share of the
	-- employees have less.
	CREATE TEMP TABLE day_influence (person_id bigint, influence float8) ON COMMIT DROP;
	IF influence_quantile IS NOT NULL THEN
		INSERT INTO day_influence
		SELECT r.person, percent_rank() OVER (ORDER BY r.pagerank)
		FROM (SELECT net FROM new_network WHERE name = 'contact') AS n, pagerank(n.net, direction => 'in') AS r
		JOIN day_person AS p ON p.id = r.person
		WHERE NOT p.external;
		ANALYZE day_influence;
	END IF;

	CREATE TEMP TABLE day_sponsor ON COMMIT DROP AS
	WITH judged AS (
		SELECT t.from_id AS sponsor_id, t.to_id AS protege_id, t.kind, t.strength, t.since, t.last_contact, t.support,
			s.level - p.level AS levels_above, l.above_id IS NOT NULL AS in_line,
			count(*) OVER (PARTITION BY t.from_id, t.kind) AS proteges,
			t.last_contact + coalesce(t.contact_every, default_every) < day AS overdue,
			CASE WHEN s.level - p.level < levels_needed AND levels_needed = 1
					THEN 'not on a higher level than the protege'
				WHEN s.level - p.level < levels_needed
					THEN format('less than %s levels above the protege', levels_needed)
				WHEN s.level < min_level THEN format('below level %s', min_level)
				WHEN i.influence < influence_quantile
					THEN format('influence below that of a share of %s of the employees',
						influence_quantile) END AS failed,
			CASE WHEN levels_needed IS NOT NULL AND s.level IS NULL OR min_level IS NOT NULL AND s.level IS NULL
					THEN 'the level of the sponsor is unknown'
				WHEN levels_needed IS NOT NULL AND p.level IS NULL THEN 'the level of the protege is unknown'
				WHEN influence_quantile IS NOT NULL AND i.influence IS NULL
					THEN 'the influence of the sponsor is unknown' END AS unknown
		FROM day_tie AS t
		JOIN day_person AS s ON s.id = t.from_id
		JOIN day_person AS p ON p.id = t.to_id
		LEFT JOIN day_line AS l ON l.person_id = t.to_id AND l.above_id = t.from_id
		LEFT JOIN day_influence AS i ON i.person_id = t.from_id
		WHERE t.sponsorship)
	SELECT j.*, CASE WHEN failed IS NOT NULL THEN false WHEN unknown IS NULL THEN true END AS counts,
		coalesce(failed, unknown) AS reason
	FROM judged AS j;
	ANALYZE day_sponsor;

	INSERT INTO new_sponsorship
	SELECT s.person_key, s.name, p.person_key, p.name, d.counts, d.reason, d.since, d.last_contact, d.kind, d.strength,
		d.levels_above, d.in_line, d.overdue, d.proteges, d.support
	FROM day_sponsor AS d JOIN day_person AS s ON s.id = d.sponsor_id JOIN day_person AS p ON p.id = d.protege_id;
	GET DIAGNOSTICS made = ROW_COUNT;

	WITH heard AS MATERIALIZED (
		SELECT v.position_id, v.person_id, v.supporter_id, v.decider_id,
			CASE WHEN v.supporter_id <> v.decider_id AND NOT people(v.chain) @> ARRAY[v.person_id]
				THEN v.chain END AS chain,
			v.supporter_id = v.decider_id
				OR (v.chain IS NOT NULL AND (v.heard OR NOT people(v.chain) @> ARRAY[v.person_id])) AS heard
		FROM day_voice AS v
		WHERE v.decider_id IS NOT NULL
		AND EXISTS (SELECT FROM day_sponsor AS d WHERE d.sponsor_id = v.supporter_id AND d.protege_id = v.person_id)),
	links AS (
		SELECT h.position_id, h.person_id, h.supporter_id,
			string_agg(CASE l.step
					WHEN 1 THEN f.name
					ELSE format(' -[%s]-> %s', (strengths(h.chain))[l.step - 1], f.name) END,
				'' ORDER BY l.step) AS chain
		FROM heard AS h
		CROSS JOIN LATERAL unnest(people(h.chain)) WITH ORDINALITY AS l (id, step)
		JOIN day_person AS f ON f.id = l.id
		GROUP BY h.position_id, h.person_id, h.supporter_id)
	INSERT INTO new_sponsorship_chain
	SELECT p.position_key, c.person_key, s.person_key, s.name, d.person_key, d.name, h.heard,
		CASE WHEN h.supporter_id = h.decider_id THEN 0 ELSE hops(h.chain) END,
		CASE WHEN h.supporter_id = h.decider_id THEN 1 ELSE strength(h.chain) END, l.chain
	FROM heard AS h
	JOIN day_position AS p ON p.id = h.position_id
	JOIN day_person AS c ON c.id = h.person_id
	JOIN day_person AS s ON s.id = h.supporter_id
	JOIN day_person AS d ON d.id = h.decider_id
	LEFT JOIN links AS l USING (position_id, person_id, supporter_id);
	ANALYZE new_sponsorship, new_sponsorship_chain;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_sponsorship(date) IS
	'makes sponsorship and sponsorship_chain: which sponsors count, and whether deciders hear them';
