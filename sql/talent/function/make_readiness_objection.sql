CREATE OR REPLACE FUNCTION make_readiness_objection() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	advocacy network := (SELECT n.net FROM new_network AS n WHERE n.name = 'advocacy');
	hops_allowed integer := setting_of('max_hops');
	made bigint;
BEGIN
	CREATE TEMP TABLE new_readiness_objection (LIKE d_readiness_objection) ON COMMIT DROP;
	WITH objection AS MATERIALIZED (
		SELECT DISTINCT c.position_id, c.person_id, o.objector_id
		FROM day_candidate AS c
		JOIN day_objection AS o
			ON o.person_id = c.person_id AND (o.position_id = c.position_id OR o.position_id IS NULL)),
	-- what is left around each: on the chain, as reckoned for departures; nothing around the decider; elsewhere it
	-- costs nothing
	cost AS MATERIALIZED (
		SELECT o.*, q.person_key AS objector_key, strength(d.chain) AS before, p.position_key,
			d.decider_id = o.objector_id AS decider, x.leaver_id IS NOT NULL AS between, x.after,
			EXISTS (
				SELECT FROM day_role AS r
				WHERE (r.position_id, r.person_id) = (o.position_id, o.objector_id)
				AND r.role IN ('decider', 'veto')) AS has_say
		FROM objection AS o
		JOIN day_person AS q ON q.id = o.objector_id
		JOIN day_position AS p ON p.id = o.position_id
		LEFT JOIN day_chain AS d ON (d.position_id, d.person_id) = (o.position_id, o.person_id)
		LEFT JOIN day_departure AS x
			ON (x.position_id, x.person_id, x.leaver_id) = (o.position_id, o.person_id, o.objector_id)),
	found AS (
		SELECT position_id, person_id, position_key, array_agg(objector_id) AS ids,
			array_agg(objector_key ORDER BY objector_key COLLATE "C") AS keys,
			count(*) FILTER (WHERE decider OR between) AS on_chain, bool_or(decider) AS decider,
			(array_agg(objector_key ORDER BY objector_key COLLATE "C") FILTER (WHERE decider)
				|| array_agg(objector_key ORDER BY after NULLS FIRST, objector_key COLLATE "C")
					FILTER (WHERE between AND after IS DISTINCT FROM before))[1] AS worst,
			coalesce(array_agg(objector_key ORDER BY objector_key COLLATE "C") FILTER (WHERE has_say), '{}') AS has_say
		FROM cost
		GROUP BY position_id, person_id, position_key)
	INSERT INTO new_readiness_objection
	SELECT f.position_key, q.person_key, f.keys, strength(d.chain),
		CASE WHEN f.decider THEN NULL
			WHEN f.on_chain = 0 THEN strength(d.chain)
			ELSE strength(strongest_chain(advocacy, d.decider_id, d.person_id, hops_allowed, d.avoid || f.ids,
				skip_direct => true)) END,
		f.worst, CASE WHEN d.chain IS NOT NULL THEN f.on_chain END, f.has_say
	FROM found AS f
	JOIN day_person AS q ON q.id = f.person_id
	LEFT JOIN day_chain AS d ON (d.position_id, d.person_id) = (f.position_id, f.person_id);
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_readiness_objection() IS
	'makes readiness_objection: who objects to which candidacy, and what is left around them';
