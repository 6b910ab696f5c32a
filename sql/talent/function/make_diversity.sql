-- How mixed everyone's contacts are, over the attributes that the source has: one pass.
CREATE OR REPLACE FUNCTION make_diversity() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	min_known float8 := setting_of('min_known_diversity');
	taken bigint;
BEGIN
	CREATE TEMP TABLE day_diversity (person_id bigint, diversity float8, known_diversity float8) ON COMMIT DROP;
	INSERT INTO day_diversity
	SELECT s.person, CASE WHEN s.known >= min_known THEN s.score END, s.known
	FROM (SELECT net FROM new_network WHERE name = 'contact') AS n,
		(SELECT array_agg(a.groups ORDER BY a.place) AS groups FROM (
			SELECT 1 AS place, affiliation_agg(id, unit) FILTER (WHERE unit IS NOT NULL) AS groups FROM day_person
			UNION ALL SELECT 2, affiliation_agg(id, location) FILTER (WHERE location IS NOT NULL) FROM day_person
			UNION ALL SELECT 3, affiliation_agg(id, job_function) FILTER (WHERE job_function IS NOT NULL)
				FROM day_person
			UNION ALL SELECT 4, affiliation_agg(id, level::text) FILTER (WHERE level IS NOT NULL) FROM day_person) AS a
				WHERE a.groups IS NOT NULL) AS g,
		diversity_score(n.net, g.groups, neighbours => 'both', min_known => 0) AS s
	JOIN day_person AS p ON p.id = s.person AND p.surveyed
	WHERE g.groups IS NOT NULL;
	GET DIAGNOSTICS taken = ROW_COUNT;
	ANALYZE day_diversity;
	RETURN taken;
END
$function$;
COMMENT ON FUNCTION make_diversity() IS
	'makes day_diversity: how mixed everyone''s contacts are by unit, location, function and level';
