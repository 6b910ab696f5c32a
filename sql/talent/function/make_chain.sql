-- The advocacy chain of each candidate: from the first decider, at most max_hops links, without the direct tie and the
-- incumbents (an incumbent who decides stays, and a candidate who stands in for the position is no obstacle to
-- themselves).
CREATE OR REPLACE FUNCTION make_chain() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	advocacy network := (SELECT n.net FROM new_network AS n WHERE n.name = 'advocacy');
	hops_allowed integer := setting_of('max_hops');
	made bigint;
BEGIN
	CREATE TEMP TABLE day_chain (position_id bigint, person_id bigint, decider_id bigint, avoid bigint[],
		chain chain) ON COMMIT DROP;

	INSERT INTO day_chain (position_id, person_id, decider_id, avoid)
	SELECT c.position_id, c.person_id, p.decider_id, i.people
	FROM day_candidate AS c
	JOIN day_position AS p ON p.id = c.position_id
	CROSS JOIN LATERAL (
		SELECT coalesce(array_agg(h.person_id ORDER BY h.person_id), '{}')
		FROM day_incumbency AS h
		WHERE h.position_id = p.id AND h.person_id <> p.decider_id AND h.person_id <> c.person_id) AS i (people)
	WHERE p.decider_id <> c.person_id;
	ANALYZE day_chain;

	-- One call a decider, whoever holds the positions; only where that chain goes through somebody to avoid is it asked
	-- for again.
	WITH asked AS MATERIALIZED (
		SELECT decider_id, array_agg(DISTINCT person_id) AS people FROM day_chain GROUP BY decider_id),
	answer AS MATERIALIZED (
		SELECT b.from_person AS decider_id, b.to_person AS person_id, b.chain
		FROM asked AS a
		CROSS JOIN LATERAL chains_between(advocacy, ARRAY[a.decider_id], a.people, hops_allowed,
			skip_direct => true) AS b)
	UPDATE day_chain AS d SET chain = CASE WHEN NOT people(a.chain) && d.avoid THEN a.chain
		ELSE strongest_chain(advocacy, d.decider_id, d.person_id, hops_allowed, d.avoid, skip_direct => true) END
	FROM answer AS a
	WHERE (a.decider_id, a.person_id) = (d.decider_id, d.person_id);
	DELETE FROM day_chain WHERE chain IS NULL;
	ANALYZE day_chain;
	SELECT count(*) INTO made FROM day_chain;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_chain() IS 'makes day_chain: the advocacy chain of each candidate';
