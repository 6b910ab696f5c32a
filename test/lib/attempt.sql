-- attempt(statement) runs a statement that must fail and gives what the user would see.
CREATE FUNCTION pg_temp.attempt(statement text, OUT state text, OUT message text, OUT detail text, OUT hint text)
LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE statement;
	state := 'none';
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT,
		detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
END
$$;

-- plan_shows(statement, what): whether a line of the plan has these words.
CREATE FUNCTION pg_temp.plan_shows(statement text, what text) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE line text;
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || statement LOOP
		IF strpos(line, what) > 0 THEN
			RETURN true;
		END IF;
	END LOOP;
	RETURN false;
END
$$;

-- Make the planner use workers however small the table.
CREATE PROCEDURE pg_temp.use_workers() LANGUAGE sql AS $$
	SELECT set_config('parallel_setup_cost', '0', false), set_config('parallel_tuple_cost', '0', false),
		set_config('min_parallel_table_scan_size', '0', false),
		set_config('max_parallel_workers_per_gather', '2', false)
$$;
