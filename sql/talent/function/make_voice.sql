-- Who stands up for each candidate: everybody with an advocacy tie to them, and how the decider hears of them: the
-- strongest chain of at most one link less than an advocacy chain may have. One call a decider.
CREATE OR REPLACE FUNCTION make_voice() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	advocacy network := (SELECT n.net FROM new_network AS n WHERE n.name = 'advocacy');
	hops_allowed integer := setting_of('max_hops') - 1;
	made bigint;
BEGIN
	CREATE TEMP TABLE day_voice (position_id bigint, person_id bigint, decider_id bigint, supporter_id bigint,
		manager_only boolean, chain chain, heard boolean) ON COMMIT DROP;
	CREATE TEMP TABLE day_supporter ON COMMIT DROP AS
	SELECT a.source AS supporter_id, a.target AS person_id, bool_and(a.kind = 'manager') AS manager_only
	FROM (
		SELECT t.from_id AS source, t.to_id AS target, t.kind
		FROM day_tie AS t
		WHERE t.advocacy IN ('forward', 'both') AND t.to_id IN (SELECT c.person_id FROM day_candidate AS c)
		UNION ALL
		SELECT t.to_id, t.from_id, t.kind
		FROM day_tie AS t
		WHERE t.advocacy IN ('backward', 'both') AND t.from_id IN (SELECT c.person_id FROM day_candidate AS c)) AS a
	GROUP BY a.source, a.target;
	ANALYZE day_supporter;

	WITH voice AS MATERIALIZED (
		SELECT c.position_id, c.person_id, p.decider_id, s.supporter_id, s.manager_only
		FROM day_candidate AS c
		JOIN day_position AS p ON p.id = c.position_id
		JOIN day_supporter AS s ON s.person_id = c.person_id),
	reached AS MATERIALIZED (
		SELECT b.from_person, b.to_person, b.chain
		FROM (
			SELECT decider_id, array_agg(DISTINCT supporter_id) AS supporters
			FROM voice
			WHERE supporter_id <> decider_id
			GROUP BY decider_id) AS g
		CROSS JOIN LATERAL chains_between(advocacy, ARRAY[g.decider_id], g.supporters, hops_allowed) AS b)
	INSERT INTO day_voice
	SELECT v.position_id, v.person_id, v.decider_id, v.supporter_id, v.manager_only, r.chain,
		CASE WHEN v.manager_only OR r.chain IS NULL THEN false
			WHEN EXISTS (
					SELECT FROM day_incumbency AS i
					WHERE i.position_id = v.position_id AND i.person_id = v.supporter_id)
				THEN false
			WHEN chain_has_person(r.chain, v.person_id)
				THEN strongest_chain(advocacy, v.decider_id, v.supporter_id, hops_allowed,
					ARRAY[v.person_id]) IS NOT NULL
			ELSE true END
	FROM voice AS v LEFT JOIN reached AS r ON r.from_person = v.decider_id AND r.to_person = v.supporter_id;
	GET DIAGNOSTICS made = ROW_COUNT;
	CREATE INDEX day_voice_candidate ON day_voice (position_id, person_id);
	ANALYZE day_voice;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_voice() IS
	'makes day_voice: who has an advocacy tie to each candidate, and whom of them the decider hears';
