CREATE OR REPLACE FUNCTION check_source(day date)
RETURNS TABLE (relation text, key text, severity text, problem text, rows bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
BEGIN
	PERFORM set_config('row_security', 'off', true); -- as refresh: a filtered source is an error
	PERFORM make_staging();
	PERFORM load_source(false);
	PERFORM leave_out_forgotten();
	PERFORM take_person(day);
	PERFORM take_tie(day);
	PERFORM take_position(day);
	PERFORM take_candidate(day);
	PERFORM take_rest(day);
	PERFORM explain_unknown_keys();
	RETURN QUERY
	SELECT f.relation, f.key, f.severity, f.problem, count(*)
	FROM found_problem AS f
	GROUP BY f.relation, f.key, f.severity, f.problem;
END
$function$;
COMMENT ON FUNCTION check_source(date) IS
	'what the checks find in the source; for check_talent_source, which rolls back what it makes';
