-- Who has a sponsor who counts. Unknown where none counts and of one it is unknown, where the person's own level would
-- decide and is missing (or those without a sponsor would be the only ones who are known), and for people who have not
-- been surveyed.
CREATE OR REPLACE FUNCTION make_sponsored() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	levels_above float8 := setting_of('sponsor_levels_above');
	made bigint;
BEGIN
	CREATE TEMP TABLE day_sponsored ON COMMIT DROP AS
	WITH sponsor AS (
		SELECT protege_id,
			CASE WHEN bool_or(counts) THEN true WHEN bool_and(counts IS FALSE) THEN false END AS sponsored
		FROM day_sponsor
		GROUP BY protege_id)
	SELECT q.id AS person_id,
		CASE WHEN q.surveyed AND (levels_above IS NULL OR q.level IS NOT NULL)
			THEN CASE WHEN s.protege_id IS NULL THEN false ELSE s.sponsored END END AS sponsored
	FROM day_person AS q LEFT JOIN sponsor AS s ON s.protege_id = q.id
	WHERE NOT q.external;
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_sponsored() IS 'makes day_sponsored: who has a sponsor who counts';
