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

	INSERT INTO day_chain (position_id, person_id, decider_id, avoid)
	SELECT c.position_id, c.person_id, p.decider_id, i.people
	FROM day_candidate AS c JOIN day_position AS p ON p.id = c.position_id
	CROSS JOIN LATERAL (SELECT coalesce(array_agg(h.person_id ORDER BY h.person_id), '{}') FROM day_incumbency AS h
		WHERE h.position_id = p.id AND h.person_id <> p.decider_id AND h.person_id <> c.person_id) AS i (people)
	WHERE p.decider_id <> c.person_id;
	ANALYZE day_chain;

	-- One call a decider, whoever holds the positions; only where that chain goes through somebody to avoid is it asked for again.
	WITH asked AS MATERIALIZED (SELECT decider_id, array_agg(DISTINCT person_id) AS people FROM day_chain GROUP BY decider_id),
	answer AS MATERIALIZED (
		SELECT b.from_person AS decider_id, b.to_person AS person_id, b.chain
		FROM asked AS a CROSS JOIN LATERAL chains_between(advocacy, ARRAY[a.decider_id], a.people, hops_allowed, skip_direct => true) AS b)
	UPDATE day_chain AS d SET chain = CASE WHEN NOT people(a.chain) && d.avoid THEN a.chain
		ELSE strongest_chain(advocacy, d.decider_id, d.person_id, hops_allowed, d.avoid, skip_direct => true) END
	FROM answer AS a WHERE (a.decider_id, a.person_id) = (d.decider_id, d.person_id);
	DELETE FROM day_chain WHERE chain IS NULL;

	-- Without whom does no chain remain? A chain ends with a supporter whom the decider hears of. With one who is heard of without that person, one
	-- remains; if nobody else is heard of at all, none does; only where others are heard of through that person (or somebody to avoid) ask.
	UPDATE day_chain AS d SET indispensable = ARRAY(
		SELECT m.person
		FROM unnest((people(d.chain))[2:hops(d.chain)]) WITH ORDINALITY AS m (person, place)
		CROSS JOIN LATERAL (
			SELECT count(*) AS others, count(*) FILTER (WHERE NOT people(v.chain) && (d.avoid || m.person || d.person_id)) AS free
			FROM day_voice AS v WHERE v.position_id = d.position_id AND v.person_id = d.person_id AND v.chain IS NOT NULL AND v.supporter_id <> m.person) AS o
		WHERE CASE WHEN o.free > 0 THEN false WHEN o.others = 0 THEN true
			ELSE strongest_chain(advocacy, d.decider_id, d.person_id, hops_allowed, d.avoid || m.person, skip_direct => true) IS NULL END
		ORDER BY m.place);
	CREATE TEMP TABLE day_link ON COMMIT DROP AS
	SELECT d.position_id, d.person_id, d.decider_id, l.step, l.source, (people(d.chain))[l.step + 1] AS target, (strengths(d.chain))[l.step] AS strength,
		(people(d.chain))[l.step + 1] = ANY (d.indispensable) AS indispensable
	FROM day_chain AS d CROSS JOIN LATERAL unnest((people(d.chain))[1:hops(d.chain)]) WITH ORDINALITY AS l (source, step);
	CREATE TEMP TABLE day_link_pair ON COMMIT DROP AS SELECT DISTINCT source, target FROM day_link;
	ANALYZE day_chain, day_link, day_link_pair;

	WITH line AS MATERIALIZED (
		SELECT source, target, bool_and(kind = 'manager') AS reporting_line FROM (
			SELECT x.source, x.target, t.kind FROM day_link_pair AS x JOIN day_tie AS t ON t.from_id = x.source AND t.to_id = x.target JOIN tie_kind AS k USING (kind) WHERE k.advocacy IN ('forward', 'both')
			UNION ALL
			SELECT x.source, x.target, t.kind FROM day_link_pair AS x JOIN day_tie AS t ON t.to_id = x.source AND t.from_id = x.target JOIN tie_kind AS k USING (kind) WHERE k.advocacy IN ('backward', 'both')) AS v
		GROUP BY source, target)
	INSERT INTO new_chain_link
	SELECT p.position_key, c.person_key, d.person_key, l.step, f.person_key, f.name, t.person_key, t.name, l.strength, x.reporting_line, l.indispensable
	FROM day_link AS l JOIN line AS x USING (source, target) JOIN day_position AS p ON p.id = l.position_id
	JOIN day_person AS c ON c.id = l.person_id JOIN day_person AS d ON d.id = l.decider_id
	JOIN day_person AS f ON f.id = l.source JOIN day_person AS t ON t.id = l.target;
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_chain_link() IS 'makes day_chain and chain_link: through whom each candidate can be heard by the decider';
