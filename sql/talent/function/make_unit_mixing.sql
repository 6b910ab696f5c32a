-- Only people of units that are shown enter it, so that nothing tells of the others: not what is expected, and no
-- total. At most unit_mixing_units units, the largest.
CREATE OR REPLACE FUNCTION make_unit_mixing() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	contact network := (SELECT n.net FROM new_network AS n WHERE n.name = 'contact');
	smallest bigint := greatest(3, setting_of('min_group'));
	most bigint := setting_of('unit_mixing_units');
	made bigint;
BEGIN
	CREATE TEMP TABLE new_unit_mixing (LIKE d_unit_mixing) ON COMMIT DROP;
	WITH shown AS MATERIALIZED (
		SELECT unit, 5 * round(count(*) / 5.0) AS people
		FROM day_person
		WHERE unit IS NOT NULL AND NOT external
		GROUP BY unit
		HAVING count(*) >= smallest
		ORDER BY count(*) DESC, unit COLLATE "C" LIMIT least(most, 2000)),
	mixed AS MATERIALIZED (
		SELECT m.from_group, m.to_group, m.ties, sum(m.ties) OVER (PARTITION BY m.from_group) AS from_ties
		FROM (
			SELECT affiliation_agg(q.id, q.unit) AS units
			FROM day_person AS q JOIN shown USING (unit)
			WHERE NOT q.external) AS a,
			mixing(contact, a.units) AS m
		WHERE a.units IS NOT NULL),
	rounded AS (
		SELECT m.from_group, m.to_group, 5 * round(m.ties / 5.0)::bigint AS ties,
			(5 * round(m.from_ties / 5.0) * (t.people - CASE WHEN m.from_group = m.to_group THEN 1 ELSE 0 END)
				/ ((SELECT sum(s.people) FROM shown AS s) - 1))::float8 AS expected
		FROM mixed AS m JOIN shown AS t ON t.unit = m.to_group)
	INSERT INTO new_unit_mixing
	SELECT from_group, to_group, ties, expected, CASE WHEN expected >= 5 THEN ties / expected END
	FROM rounded
	WHERE ties > 0 OR expected >= 5;
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_unit_mixing() IS 'makes unit_mixing: ties between units against chance';
