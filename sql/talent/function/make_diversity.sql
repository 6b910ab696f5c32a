-- How mixed everyone's contacts are, over the attributes that the source has: one pass. day_affiliation says who
-- belongs to which group; levels_down has the levels with the opposite sign, so that "above" in it means below.
CREATE OR REPLACE FUNCTION make_diversity() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	min_known float8 := setting_of('min_known_diversity');
	taken bigint;
BEGIN
	CREATE TEMP TABLE day_diversity (person_id bigint, diversity float8, known_diversity float8) ON COMMIT DROP;
	CREATE TEMP TABLE day_affiliation ON COMMIT DROP AS
	SELECT affiliation_agg(id, unit) FILTER (WHERE unit IS NOT NULL) AS units,
		affiliation_agg(id, company) FILTER (WHERE company IS NOT NULL) AS companies,
		affiliation_agg(id, location) FILTER (WHERE location IS NOT NULL) AS locations,
		affiliation_agg(id, job_function) FILTER (WHERE job_function IS NOT NULL) AS functions,
		affiliation_agg(id, level::text) FILTER (WHERE level IS NOT NULL) AS levels,
		affiliation_agg(id, (-level)::text) FILTER (WHERE level IS NOT NULL) AS levels_down,
		affiliation_agg(id, manager_id::text) FILTER (WHERE manager_id IS NOT NULL) AS managers
	FROM day_person;
	INSERT INTO day_diversity
	SELECT s.person, CASE WHEN s.known >= min_known THEN s.score END, s.known
	FROM (SELECT net FROM new_network WHERE name = 'contact') AS n,
		(SELECT array_remove(ARRAY[units, locations, functions, levels], NULL) AS groups FROM day_affiliation) AS g,
		diversity_score(n.net, g.groups, neighbours => 'both', min_known => 0) AS s
	JOIN day_person AS p ON p.id = s.person AND p.surveyed
	WHERE g.groups <> '{}';
	GET DIAGNOSTICS taken = ROW_COUNT;
	ANALYZE day_diversity;
	RETURN taken;
END
$function$;
COMMENT ON FUNCTION make_diversity() IS
	'makes day_affiliation, and day_diversity: how mixed everyone''s contacts are by unit, location, function and '
	'level';
