CREATE OR REPLACE FUNCTION make_data_problem() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	made bigint;
BEGIN
	CREATE TEMP TABLE new_data_problem (LIKE d_data_problem) ON COMMIT DROP;
	INSERT INTO new_data_problem
	SELECT f.relation, coalesce(f.key, ''), f.severity, f.problem, count(*), array_remove(f.people, NULL)
	FROM found_problem AS f
	GROUP BY f.relation, f.key, f.severity, f.problem, f.people;
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_data_problem() IS 'makes data_problem: what the checks have found, equal ones counted';
