CREATE OR REPLACE FUNCTION make_staging() RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
BEGIN
	-- Until the end of the transaction: room for sorts, no compiling, small samples for ANALYZE. Numbers as text are
	-- the shortest exact ones, and dates as text do not depend on the session's DateStyle.
	-- No nested loops between tables: for a join over pairs of people the planner often expects one row, chooses such a
	-- loop over a table without an index, and in a large company it does not end.
	IF (SELECT setting::bigint FROM pg_settings WHERE name = 'work_mem') < 65536 THEN
		PERFORM set_config('work_mem', '64MB', true);
	END IF;
	PERFORM set_config('jit', 'off', true);
	PERFORM set_config('default_statistics_target', '25', true);
	PERFORM set_config('enable_nestloop', 'off', true);
	PERFORM set_config('extra_float_digits', '1', true);
	PERFORM set_config('DateStyle', 'ISO', true);

	-- What the company supplies, as it stands: column names and types are the contract (see source/).
	CREATE TEMP TABLE in_person (person_key text, name text, unit text, company text, location text, job_function text,
		level integer, manager_key text, joined date, level_since date, last_day date, worker_type text,
		surveyed boolean, performance float8, potential float8, mentor_capacity integer,
		wants_mentor boolean) ON COMMIT DROP;
	CREATE TEMP TABLE in_tie (from_key text, to_key text, kind text, strength float8, since date, until date,
		last_contact date, contact_every interval, support text[], reported_by text, context text) ON COMMIT DROP;
	CREATE TEMP TABLE in_job_position (position_key text, title text, unit text, level integer, critical boolean,
		openings integer, pool boolean, vacant_from date) ON COMMIT DROP;
	CREATE TEMP TABLE in_incumbency (position_key text, person_key text, since date, until date,
		acting boolean) ON COMMIT DROP;
	CREATE TEMP TABLE in_position_role (position_key text, person_key text, role text, seq integer) ON COMMIT DROP;
	CREATE TEMP TABLE in_candidate (position_key text, person_key text, ready_on date, months_to_ready integer,
		assessed_on date, status text, until date, emergency boolean) ON COMMIT DROP;
	CREATE TEMP TABLE in_requirement (position_key text, competency text, level float8, weight float8) ON COMMIT DROP;
	CREATE TEMP TABLE in_competency (person_key text, competency text, level float8, rater text,
		rated_on date) ON COMMIT DROP;
	CREATE TEMP TABLE in_objection (objector_key text, person_key text, position_key text, since date,
		until date) ON COMMIT DROP;
	CREATE TEMP TABLE in_goal (from_key text, to_key text, kind text, goal text, due date, done date) ON COMMIT DROP;
	CREATE TEMP TABLE in_job_history (person_key text, company text, unit text, job_function text, level integer,
		since date, until date) ON COMMIT DROP;
	CREATE TEMP TABLE in_person_group (person_key text, attribute text, value text) ON COMMIT DROP;

	-- What counts on the day, checked, with ids and places in the order of keys: everything else reads these.
	CREATE TEMP TABLE known_person (id bigint, place bigint, person_key text, last_day date,
		present boolean) ON COMMIT DROP;
	CREATE TEMP TABLE day_person (id bigint, place bigint, person_key text, name text, unit text, company text,
		location text, job_function text, level integer, manager_id bigint, joined date, level_since date,
		external boolean, worker_type text, surveyed boolean, performance float8, potential float8,
		mentor_capacity integer, wants_mentor boolean) ON COMMIT DROP;
	-- problem, key and people describe a wrong row of the source, as in found_problem; take_tie moves such rows there
	CREATE TEMP TABLE day_tie (from_id bigint, to_id bigint, from_place bigint, to_place bigint, kind text,
		advocacy text, mentoring boolean, sponsorship boolean, strength float8, strength_known boolean, since date,
		last_contact date, contact_every interval, support text[], reported_by text, context text, problem text,
		key text, people text[]) ON COMMIT DROP;
	CREATE TEMP TABLE day_position (id bigint, position_key text, title text, unit text, level integer,
		critical boolean, openings integer, pool boolean, vacant_from date, decider_id bigint) ON COMMIT DROP;
	CREATE TEMP TABLE day_incumbency (position_id bigint, person_id bigint, since date, acting boolean) ON COMMIT DROP;
	CREATE TEMP TABLE day_role (position_id bigint, person_id bigint, role text, seq integer) ON COMMIT DROP;
	CREATE TEMP TABLE day_candidate (position_id bigint, person_id bigint, months_to_ready integer,
		assessment_age_months integer, status text, emergency boolean) ON COMMIT DROP;
	CREATE TEMP TABLE day_requirement (position_id bigint, competency text, level float8, weight float8) ON COMMIT DROP;
	CREATE TEMP TABLE day_competency (person_id bigint, competency text, level float8) ON COMMIT DROP;
	CREATE TEMP TABLE day_objection (objector_id bigint, person_id bigint, position_id bigint) ON COMMIT DROP;
	CREATE TEMP TABLE day_goal (from_id bigint, to_id bigint, kind text, goal text, due date, done date) ON COMMIT DROP;
	CREATE TEMP TABLE day_job_history (person_id bigint, company text, unit text, job_function text, level integer,
		since date, until date) ON COMMIT DROP;
	CREATE TEMP TABLE day_person_group (person_id bigint, attribute text, value text) ON COMMIT DROP;
	CREATE TEMP TABLE found_problem (relation text, key text, severity text, problem text,
		people text[]) ON COMMIT DROP;
END
$function$;
COMMENT ON FUNCTION make_staging() IS
	'makes the temporary tables of a refresh: in_* as supplied, day_* what counts on the day; they go with the '
	'transaction';
