-- No SET clause and not SECURITY DEFINER: both forbid COMMIT. So names and operators are qualified: "talent." becomes
-- the schema's name where create_talent_schema runs this.
CREATE OR REPLACE PROCEDURE refresh(as_of date DEFAULT NULL, publish boolean DEFAULT NULL)
LANGUAGE plpgsql AS $procedure$
DECLARE
	this_run bigint;
	state text;
	what text;
	details text;
	hints text;
	place text;
BEGIN
	-- COMMIT always fails in a block with EXCEPTION; the message says whether it would fail outside of one too.
	BEGIN
		COMMIT;
	EXCEPTION WHEN invalid_transaction_termination THEN
		what := SQLERRM;
	END;
	IF what OPERATOR(pg_catalog.=) talent.why_no_commit() THEN
		RAISE active_sql_transaction USING MESSAGE = 'refresh cannot run inside a transaction block or a function',
			DETAIL = 'It commits: the run is noted before the work begins, and the results are shown at the end.',
			HINT = 'Call it alone and in autocommit mode, without BEGIN; in psycopg2 set connection.autocommit = True, '
				'in SQLAlchemy isolation_level="AUTOCOMMIT".';
	END IF;

	this_run := talent.run_begins(as_of, publish);
	COMMIT;
	SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
	BEGIN
		BEGIN
			LOCK TABLE talent.refresh_lock IN EXCLUSIVE MODE NOWAIT;
		EXCEPTION WHEN lock_not_available THEN
			RAISE lock_not_available USING MESSAGE = 'another refresh is running',
				HINT = 'Wait until it has finished; the view run shows when it has started. forget and '
					'create_talent_schema count as one.';
		END;
		SET LOCAL row_security = off;
		PERFORM talent.run_works(this_run);
	EXCEPTION WHEN query_canceled OR OTHERS THEN
		GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, what = MESSAGE_TEXT, details = PG_EXCEPTION_DETAIL,
			hints = PG_EXCEPTION_HINT, place = PG_EXCEPTION_CONTEXT;
	END;
	IF state IS NOT NULL THEN
		ROLLBACK; -- a new transaction, which sees what others have done to the run meanwhile
		details := pg_catalog.btrim(pg_catalog.concat_ws(' ', details, pg_catalog.format('Run %s.', this_run),
			'In ' OPERATOR(pg_catalog.||) pg_catalog.substring(place,
				'PL/pgSQL function [^(]*?[[:<:]]((?:load|new|take|make|publish|index|run)[a-z_]*)[(]')
				OPERATOR(pg_catalog.||) '().'));
		PERFORM talent.run_fails(this_run, pg_catalog.format('%s. %s', what, details));
		COMMIT;
		RAISE EXCEPTION USING ERRCODE = state,
			MESSAGE = what,
			DETAIL = details,
			HINT = CASE WHEN hints OPERATOR(pg_catalog.=) ''
					THEN 'The results of the last run that was shown are as they were.'
				ELSE hints END;
	END IF;
	COMMIT;
END
$procedure$;
COMMENT ON PROCEDURE refresh(date, boolean) IS
	'computes all results as of a day (NULL: today) and shows them in the views (NULL: if it is today); needs '
	'autocommit';
