-- The links of the advocacy chains. Indispensable is who has a link, and without whom no chain remains.
CREATE OR REPLACE FUNCTION make_chain_link() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	made bigint;
BEGIN
	CREATE TEMP TABLE new_chain_link (LIKE d_chain_link) ON COMMIT DROP;
	CREATE TEMP TABLE day_link ON COMMIT DROP AS
	SELECT d.position_id, d.person_id, d.decider_id, l.step, l.source, (people(d.chain))[l.step + 1] AS target,
		(strengths(d.chain))[l.step] AS strength, x.leaver_id IS NOT NULL AS indispensable
	FROM day_chain AS d
	CROSS JOIN LATERAL unnest((people(d.chain))[1:hops(d.chain)]) WITH ORDINALITY AS l (source, step)
	LEFT JOIN day_departure AS x
		ON (x.position_id, x.person_id, x.leaver_id) = (d.position_id, d.person_id, (people(d.chain))[l.step + 1])
			AND x.after IS NULL;
	CREATE TEMP TABLE day_link_pair ON COMMIT DROP AS SELECT DISTINCT source, target FROM day_link;
	ANALYZE day_link, day_link_pair;

	WITH line AS MATERIALIZED (
		SELECT source, target, bool_and(kind = 'manager') AS reporting_line
		FROM (
			SELECT x.source, x.target, t.kind
			FROM day_link_pair AS x JOIN day_tie AS t ON t.from_id = x.source AND t.to_id = x.target
			WHERE t.advocacy IN ('forward', 'both')
			UNION ALL
			SELECT x.source, x.target, t.kind
			FROM day_link_pair AS x JOIN day_tie AS t ON t.to_id = x.source AND t.from_id = x.target
			WHERE t.advocacy IN ('backward', 'both')) AS v
		GROUP BY source, target)
	INSERT INTO new_chain_link
	SELECT p.position_key, c.person_key, d.person_key, l.step, f.person_key, f.name, t.person_key, t.name, l.strength,
		x.reporting_line, l.indispensable
	FROM day_link AS l
	JOIN line AS x USING (source, target)
	JOIN day_position AS p ON p.id = l.position_id
	JOIN day_person AS c ON c.id = l.person_id
	JOIN day_person AS d ON d.id = l.decider_id
	JOIN day_person AS f ON f.id = l.source
	JOIN day_person AS t ON t.id = l.target;
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_chain_link() IS 'makes chain_link: through whom each candidate can be heard by the decider';
