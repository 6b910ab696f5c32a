-- The advocacy chain of each candidate: from the first decider, at most max_hops links, without the direct tie and the incumbents
-- (an incumbent who decides stays, and a candidate who stands in for the position is no obstacle to themselves).
CREATE OR REPLACE FUNCTION make_chain_link() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	advocacy network := (SELECT n.net FROM new_network AS n WHERE n.name = 'advocacy');
	hops_allowed integer := setting_of('max_hops');
	made bigint;
BEGIN
	CREATE TEMP TABLE day_chain (position_id bigint, person_id bigint, decider_id bigint, avoid bigint[], chain chain, indispensable bigint[]) ON COMMIT DROP;
	CREATE TEMP TABLE new_chain_link (LIKE d_chain_link) ON COMMIT DROP;

	INSERT INTO day_chain (position_id, person_id, decider_id, avoid, chain)
	SELECT g.position_id, b.to_person, g.decider_id, g.avoid, b.chain
	FROM (
		SELECT c.position_id, p.decider_id, i.people AS avoid, array_agg(c.person_id ORDER BY c.person_id) AS candidates
		FROM day_candidate AS c JOIN day_position AS p ON p.id = c.position_id
		CROSS JOIN LATERAL (SELECT coalesce(array_agg(h.person_id ORDER BY h.person_id), '{}') FROM day_incumbency AS h
			WHERE h.position_id = p.id AND h.person_id <> p.decider_id AND h.person_id <> c.person_id) AS i (people)
		WHERE p.decider_id IS NOT NULL GROUP BY c.position_id, p.decider_id, i.people) AS g
	CROSS JOIN LATERAL chains_past_direct(advocacy, g.decider_id, g.candidates, hops_allowed, g.avoid) AS b
	WHERE b.chain IS NOT NULL;

	-- without whom no chain remains
	UPDATE day_chain AS d SET indispensable = ARRAY(
		SELECT m.person FROM unnest((people(d.chain))[2:hops(d.chain)]) WITH ORDINALITY AS m (person, place)
		WHERE chain_past_direct(advocacy, d.decider_id, d.person_id, hops_allowed, d.avoid || m.person) IS NULL ORDER BY m.place);

	WITH link AS MATERIALIZED (
		SELECT d.position_id, d.person_id, d.decider_id, l.step, l.source, (people(d.chain))[l.step + 1] AS target, (strengths(d.chain))[l.step] AS strength,
			(people(d.chain))[l.step + 1] = ANY (d.indispensable) AS indispensable
		FROM day_chain AS d CROSS JOIN LATERAL unnest((people(d.chain))[1:hops(d.chain)]) WITH ORDINALITY AS l (source, step)),
	pair AS (SELECT DISTINCT source, target FROM link),
	line AS (
		SELECT source, target, bool_and(kind = 'manager') AS reporting_line FROM (
			SELECT x.source, x.target, t.kind FROM pair AS x JOIN day_tie AS t ON (t.from_id, t.to_id) = (x.source, x.target) JOIN tie_kind AS k USING (kind) WHERE k.advocacy IN ('forward', 'both')
			UNION ALL
			SELECT x.source, x.target, t.kind FROM pair AS x JOIN day_tie AS t ON (t.to_id, t.from_id) = (x.source, x.target) JOIN tie_kind AS k USING (kind) WHERE k.advocacy IN ('backward', 'both')) AS v
		GROUP BY source, target)
	INSERT INTO new_chain_link
	SELECT p.position_key, c.person_key, d.person_key, l.step, f.person_key, f.name, t.person_key, t.name, l.strength, x.reporting_line, l.indispensable
	FROM link AS l JOIN line AS x USING (source, target) JOIN day_position AS p ON p.id = l.position_id
	JOIN day_person AS c ON c.id = l.person_id JOIN day_person AS d ON d.id = l.decider_id
	JOIN day_person AS f ON f.id = l.source JOIN day_person AS t ON t.id = l.target;
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_chain_link() IS 'makes day_chain and chain_link: through whom each candidate can be heard by the decider';
