-- Whoever has the lock is the only one at work: runs that have not finished by then were cut off with their session.
-- The lock goes with the COMMIT of refresh.
CREATE OR REPLACE FUNCTION run_begins(as_of date, publish boolean) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	this_run bigint;
BEGIN
	BEGIN
		LOCK TABLE refresh_lock IN EXCLUSIVE MODE NOWAIT;
		UPDATE d_run AS r SET message = 'the session ended before the run'
		WHERE NOT r.ok AND r.finished IS NULL AND r.message = 'not finished';
	EXCEPTION WHEN lock_not_available THEN
		NULL;
	END;
	INSERT INTO d_run (as_of, started, who, publish, message)
	VALUES (coalesce(run_begins.as_of, current_date), clock_timestamp(), session_user,
		coalesce(run_begins.publish, coalesce(run_begins.as_of, current_date) = current_date), 'not finished')
	RETURNING run_id INTO this_run;
	RETURN this_run;
END
$function$;
COMMENT ON FUNCTION run_begins(date, boolean) IS
	'notes a run that begins; until it has finished it is marked as not ok';
