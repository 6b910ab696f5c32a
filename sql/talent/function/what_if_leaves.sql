-- What if_person_leaves says of somebody, and whom else the deciders would hear of less or no more. departure_impact is
-- one whole-network search.
CREATE OR REPLACE FUNCTION what_if_leaves(person_key text)
RETURNS TABLE (effect text, position_key text, other_key text, other_name text, strength_before float8,
	strength_after float8)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $function$
DECLARE
	leaver bigint := id(person_key);
	advocacy network := (SELECT n.net FROM d_network AS n WHERE n.name = 'advocacy');
	deciders bigint[] := ARRAY(
		SELECT DISTINCT i.id
		FROM d_succession_readiness AS r JOIN person_id AS i ON i.person_key = r.decider_key
		WHERE i.id <> leaver
		ORDER BY 1);
BEGIN
	RETURN QUERY
	SELECT e.effect, nullif(e.position_key, ''), nullif(e.other_key, ''), p.name, e.strength_before, e.strength_after
	FROM (
		SELECT d.effect, d.position_key, d.other_key, d.strength_before, d.strength_after
		FROM d_if_person_leaves AS d
		WHERE d.person_key = what_if_leaves.person_key
		UNION ALL
		SELECT CASE WHEN m.strength_after IS NULL THEN 'heard of no more' ELSE 'heard of less' END, '', i.person_key,
			m.strength_before, m.strength_after
		FROM departure_impact(advocacy, leaver, deciders) AS m JOIN person_id AS i ON i.id = m.person) AS e
	LEFT JOIN d_person AS p ON p.person_key = e.other_key
	ORDER BY e.effect, e.position_key COLLATE "C", e.other_key COLLATE "C";
END
$function$;
COMMENT ON FUNCTION what_if_leaves(text) IS
	'what happens if a person leaves: the rows of if_person_leaves, and all whom the deciders hear of by weaker '
	'chains (heard of less) or none (heard of no more), of any length';
