-- What becomes of each advocacy chain without one of the people between its ends: searched once for each decider and
-- leaver, for all candidates whom it concerns; only where that chain goes through somebody to avoid is it asked for
-- again.
CREATE OR REPLACE FUNCTION make_departure() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	advocacy network := (SELECT n.net FROM new_network AS n WHERE n.name = 'advocacy');
	hops_allowed integer := setting_of('max_hops');
	made bigint;
BEGIN
	CREATE TEMP TABLE day_departure ON COMMIT DROP AS
	SELECT d.position_id, d.person_id, d.decider_id, d.avoid, m.person AS leaver_id, strength(d.chain) AS before,
		NULL::float8 AS after
	FROM day_chain AS d CROSS JOIN LATERAL unnest((people(d.chain))[2:hops(d.chain)]) AS m (person);
	GET DIAGNOSTICS made = ROW_COUNT;
	ANALYZE day_departure;

	WITH asked AS MATERIALIZED (
		SELECT decider_id, leaver_id, array_agg(DISTINCT person_id) AS people
		FROM day_departure
		GROUP BY decider_id, leaver_id),
	answer AS MATERIALIZED (
		SELECT b.from_person AS decider_id, a.leaver_id, b.to_person AS person_id, b.chain
		FROM asked AS a
		CROSS JOIN LATERAL chains_between(advocacy, ARRAY[a.decider_id], a.people, hops_allowed,
			avoid => ARRAY[a.leaver_id], skip_direct => true) AS b)
	UPDATE day_departure AS d SET after = CASE WHEN NOT people(a.chain) && d.avoid THEN strength(a.chain)
		ELSE strength(strongest_chain(advocacy, d.decider_id, d.person_id, hops_allowed, d.avoid || d.leaver_id,
			skip_direct => true)) END
	FROM answer AS a
	WHERE (a.decider_id, a.leaver_id, a.person_id) = (d.decider_id, d.leaver_id, d.person_id);
	ANALYZE day_departure;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_departure() IS
	'makes day_departure: each advocacy chain without one of its people, for chain_link, if_person_leaves and '
	'readiness_objection';
