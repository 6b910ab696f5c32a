CREATE OR REPLACE FUNCTION run_begins(as_of date, publish boolean) RETURNS bigint
LANGUAGE sql SET search_path FROM CURRENT AS $function$
	INSERT INTO d_run (as_of, started, who, publish, message)
	VALUES (coalesce(run_begins.as_of, current_date), clock_timestamp(), session_user, coalesce(run_begins.publish, coalesce(run_begins.as_of, current_date) = current_date),
		'not finished')
	RETURNING run_id
$function$;
COMMENT ON FUNCTION run_begins(date, boolean) IS 'notes a run that begins; until it has finished it is marked as not ok';
