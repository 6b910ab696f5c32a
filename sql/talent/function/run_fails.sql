CREATE OR REPLACE FUNCTION run_fails(this_run bigint, why text) RETURNS void
LANGUAGE sql SET search_path FROM CURRENT AS $function$
	UPDATE d_run SET finished = clock_timestamp(), message = why WHERE run_id = this_run
$function$;
COMMENT ON FUNCTION run_fails(bigint, text) IS 'notes why a run has failed';
