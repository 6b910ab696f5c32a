-- The work of a refresh, step by step; in one transaction, after the lock. To add a relation, add its step here and its
-- two statements to publish(); a step may read in_*, day_* and every new_* made above it, never d_*.
CREATE OR REPLACE FUNCTION run_works(this_run bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	day date;
	to_publish boolean;
BEGIN
	SELECT as_of, publish INTO STRICT day, to_publish FROM d_run WHERE run_id = this_run;
	CREATE TEMP TABLE new_run_step (place bigint, step text, rows bigint, seconds float8,
		ended timestamptz) ON COMMIT DROP;
	INSERT INTO new_run_step VALUES (0, NULL, 0, 0, clock_timestamp());

	PERFORM make_staging();
	PERFORM log_step('load', load_source());
	PERFORM leave_out_forgotten();
	PERFORM log_step('person', take_person(day));
	PERFORM log_step('tie', take_tie(day));
	PERFORM log_step('position', take_position(day));
	PERFORM log_step('candidate', take_candidate(day));
	PERFORM log_step('rest', take_rest(day));
	PERFORM explain_unknown_keys();
	PERFORM log_step('network', make_network());
	PERFORM log_step('diversity', make_diversity());
	PERFORM log_step('candidate_gap', make_candidate_gap());
	PERFORM log_step('voice', make_voice());
	PERFORM log_step('chain', make_chain());
	PERFORM log_step('departure', make_departure());
	PERFORM log_step('chain_link', make_chain_link());
	PERFORM log_step('succession_readiness', make_succession_readiness());
	PERFORM log_step('bench', make_bench(day));
	-- people and mentoring
	PERFORM log_step('line', make_line());
	PERFORM log_step('sponsorship', make_sponsorship(day));
	PERFORM log_step('mentoring_health', make_mentoring_health(day));
	PERFORM log_step('developmental_network', make_developmental_network(day));
	PERFORM log_step('support_coverage', make_support_coverage());
	PERFORM log_step('person_measures', make_person_measures());
	PERFORM log_step('person_finding', make_person_finding(day));
	PERFORM log_step('mentor_proposal', make_mentor_proposal());
	PERFORM log_step('coverage', make_coverage());
	PERFORM log_step('vacancy_cascade', make_vacancy_cascade());
	PERFORM log_step('if_person_leaves', make_if_person_leaves());
	PERFORM log_step('readiness_objection', make_readiness_objection());
	PERFORM log_step('next_contact', make_next_contact());
	PERFORM log_step('sponsored', make_sponsored());
	PERFORM log_step('equity', make_equity(day));
	PERFORM log_step('unit_mixing', make_unit_mixing());
	PERFORM log_step('data_problem', make_data_problem());

	IF to_publish THEN
		PERFORM log_step('publish', publish(this_run, day));
	END IF;

	INSERT INTO d_run_step (run_id, place, step, rows, seconds)
	SELECT this_run, s.place, s.step, s.rows, s.seconds FROM new_run_step AS s WHERE s.place > 0;
	UPDATE d_run SET finished = clock_timestamp(), ok = true, message = NULL,
		undated = CASE WHEN day <> current_date
				THEN ARRAY['company', 'competency', 'context', 'job_function', 'job_position', 'level', 'location',
					'manager_key', 'mentor_capacity', 'performance', 'person_group', 'position_role', 'potential',
					'requirement', 'status', 'strength', 'support', 'surveyed', 'unit', 'wants_mentor', 'worker_type']
			ELSE '{}' END
	WHERE run_id = this_run;
END
$function$;
COMMENT ON FUNCTION run_works(bigint) IS 'the work of a refresh, step by step';
