-- Who has a sponsor who counts: present, at least sponsor_levels_above above, at least of sponsor_min_level. Unknown where a level that
-- would decide is missing, the person's own included: or those without a sponsor would be the only ones who are known. And
-- for people who have not been surveyed.
CREATE OR REPLACE FUNCTION make_sponsored() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	levels_above float8 := setting_of('sponsor_levels_above');
	lowest_level float8 := setting_of('sponsor_min_level');
	made bigint;
BEGIN
	CREATE TEMP TABLE day_sponsored ON COMMIT DROP AS
	WITH sponsor AS (
		SELECT t.to_id, CASE WHEN bool_or(c.counts) THEN true WHEN bool_and(NOT c.counts) THEN false END AS sponsored
		FROM day_tie AS t JOIN tie_kind AS k USING (kind) JOIN day_person AS s ON s.id = t.from_id JOIN day_person AS p ON p.id = t.to_id
		CROSS JOIN LATERAL (SELECT (levels_above IS NULL OR s.level >= p.level + levels_above) AND (lowest_level IS NULL OR s.level >= lowest_level)) AS c (counts)
		WHERE k.sponsorship GROUP BY t.to_id)
	SELECT q.id AS person_id, CASE WHEN q.surveyed AND (levels_above IS NULL OR q.level IS NOT NULL) THEN CASE WHEN s.to_id IS NULL THEN false ELSE s.sponsored END END AS sponsored
	FROM day_person AS q LEFT JOIN sponsor AS s ON s.to_id = q.id WHERE NOT q.external;
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_sponsored() IS 'makes day_sponsored: who has a sponsor who counts';
