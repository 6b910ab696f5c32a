CREATE OR REPLACE FUNCTION log_step(done_step text, done_rows bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	now_it_is timestamptz := clock_timestamp();
	took float8 := extract(epoch FROM now_it_is - (SELECT max(s.ended) FROM new_run_step AS s));
BEGIN
	INSERT INTO new_run_step (place, step, rows, seconds, ended)
	SELECT count(*), done_step, done_rows, took, now_it_is FROM new_run_step;
	RAISE NOTICE '%: % rows in % s', done_step, done_rows, round(took::numeric, 3);
END
$function$;
COMMENT ON FUNCTION log_step(text, bigint) IS 'notes a step of a refresh that has just been done, and says so';
