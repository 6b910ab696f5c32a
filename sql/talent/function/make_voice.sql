-- Who stands up for each candidate: everybody with an advocacy tie to them, and whether the decider hears them.
CREATE OR REPLACE FUNCTION make_voice() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	advocacy network := (SELECT n.net FROM new_network AS n WHERE n.name = 'advocacy');
	hops_allowed integer := setting_of('max_hops') - 1;
	made bigint;
BEGIN
	CREATE TEMP TABLE day_voice (position_id bigint, person_id bigint, decider_id bigint, supporter_id bigint, manager_only boolean, heard boolean) ON COMMIT DROP;
	INSERT INTO day_voice
	SELECT c.position_id, c.person_id, p.decider_id, a.source, bool_and(a.kind = 'manager'), false
	FROM day_candidate AS c JOIN day_position AS p ON p.id = c.position_id JOIN (
		SELECT t.from_id AS source, t.to_id AS target, t.kind FROM day_tie AS t JOIN tie_kind AS k USING (kind) WHERE k.advocacy IN ('forward', 'both')
		UNION ALL
		SELECT t.to_id, t.from_id, t.kind FROM day_tie AS t JOIN tie_kind AS k USING (kind) WHERE k.advocacy IN ('backward', 'both')) AS a ON a.target = c.person_id
	GROUP BY c.position_id, c.person_id, p.decider_id, a.source;
	GET DIAGNOSTICS made = ROW_COUNT;
	ANALYZE day_voice;

	-- The decider reaches them within one link less than a chain may have, and not through the candidate. One search a decider; only
	-- where the candidate stands on the strongest chain is another one asked for.
	WITH asked AS MATERIALIZED (
		SELECT v.position_id, v.person_id, v.decider_id, v.supporter_id FROM day_voice AS v
		WHERE NOT v.manager_only AND v.supporter_id <> v.decider_id
		AND NOT EXISTS (SELECT FROM day_incumbency AS i WHERE (i.position_id, i.person_id) = (v.position_id, v.supporter_id))),
	reached AS MATERIALIZED (
		SELECT b.from_person, b.to_person, b.chain
		FROM (SELECT decider_id, array_agg(DISTINCT supporter_id) AS supporters FROM asked GROUP BY decider_id) AS g
		CROSS JOIN LATERAL chains_between(advocacy, ARRAY[g.decider_id], g.supporters, hops_allowed) AS b)
	UPDATE day_voice AS v SET heard = true
	FROM asked AS a JOIN reached AS r ON (r.from_person, r.to_person) = (a.decider_id, a.supporter_id)
	WHERE (v.position_id, v.person_id, v.supporter_id) = (a.position_id, a.person_id, a.supporter_id)
	AND CASE WHEN chain_has_person(r.chain, a.person_id)
		THEN strongest_chain(advocacy, a.decider_id, a.supporter_id, hops_allowed, ARRAY[a.person_id]) IS NOT NULL ELSE true END;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_voice() IS 'makes day_voice: who has an advocacy tie to each candidate, and whom of them the decider hears';
