-- No SET clause and not SECURITY DEFINER: both forbid COMMIT. So names are qualified: "talent." becomes the schema's name where
-- create_talent_schema runs this.
CREATE OR REPLACE PROCEDURE refresh(as_of date DEFAULT NULL, publish boolean DEFAULT NULL)
LANGUAGE plpgsql AS $procedure$
DECLARE
	this_run bigint := talent.run_begins(as_of, publish);
	state text;
	what text;
	details text;
	hints text;
	place text;
BEGIN
	COMMIT;
	SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
	BEGIN
		BEGIN
			LOCK TABLE talent.refresh_lock IN EXCLUSIVE MODE NOWAIT;
		EXCEPTION WHEN lock_not_available THEN
			RAISE lock_not_available USING MESSAGE = 'another refresh is running',
				HINT = 'The view run shows when it has started. Wait until it has finished.';
		END;
		SET LOCAL row_security = off;
		PERFORM talent.run_works(this_run);
	EXCEPTION WHEN query_canceled OR OTHERS THEN
		GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, what = MESSAGE_TEXT, details = PG_EXCEPTION_DETAIL, hints = PG_EXCEPTION_HINT, place = PG_EXCEPTION_CONTEXT;
	END;
	IF state IS NOT NULL THEN
		details := pg_catalog.concat_ws(' ', nullif(details, ''), 'Run ' || this_run || '.', 'In ' || pg_catalog.substring(place, '(?:load|new|take|make|publish|run)[a-z_]*[(]') || ').');
		PERFORM talent.run_fails(this_run, pg_catalog.concat_ws(' ', what, details));
		COMMIT;
		RAISE EXCEPTION USING ERRCODE = state, MESSAGE = what, DETAIL = details,
			HINT = coalesce(nullif(hints, ''), 'The results of the last run that was shown are as they were.');
	END IF;
	COMMIT;
END
$procedure$;
COMMENT ON PROCEDURE refresh(date, boolean) IS 'computes all results as of a day (NULL: today) and shows them in the views (NULL: if it is today); needs autocommit';
