-- What is new replaces what has changed, and nothing else is touched: readers are never blocked, tables do not grow.
-- For a relation: its rows that are not in new_* go, those of new_* that it lacks come.
CREATE OR REPLACE FUNCTION publish(this_run bigint, day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
BEGIN
	DELETE FROM d_network AS d USING (TABLE d_network EXCEPT TABLE new_network) AS o WHERE d.name = o.name;
	INSERT INTO d_network TABLE new_network EXCEPT TABLE d_network;

	DELETE FROM d_data_problem AS d USING (TABLE d_data_problem EXCEPT TABLE new_data_problem) AS o
	WHERE (d.relation, d.key, d.severity, d.problem, d.rows, d.people) = (o.relation, o.key, o.severity, o.problem, o.rows, o.people);
	INSERT INTO d_data_problem TABLE new_data_problem EXCEPT TABLE d_data_problem;

	DELETE FROM d_succession_readiness AS d USING (TABLE d_succession_readiness EXCEPT TABLE new_succession_readiness) AS o
	WHERE (d.position_key, d.person_key) = (o.position_key, o.person_key);
	INSERT INTO d_succession_readiness TABLE new_succession_readiness EXCEPT TABLE d_succession_readiness;

	DELETE FROM d_chain_link AS d USING (TABLE d_chain_link EXCEPT TABLE new_chain_link) AS o
	WHERE (d.position_key, d.person_key, d.step) = (o.position_key, o.person_key, o.step);
	INSERT INTO d_chain_link TABLE new_chain_link EXCEPT TABLE d_chain_link;

	DELETE FROM d_candidate_gap AS d USING (TABLE d_candidate_gap EXCEPT TABLE new_candidate_gap) AS o
	WHERE (d.position_key, d.person_key, d.competency) = (o.position_key, o.person_key, o.competency);
	INSERT INTO d_candidate_gap TABLE new_candidate_gap EXCEPT TABLE d_candidate_gap;

	DELETE FROM d_bench AS d USING (TABLE d_bench EXCEPT TABLE new_bench) AS o WHERE d.position_key = o.position_key;
	INSERT INTO d_bench TABLE new_bench EXCEPT TABLE d_bench;

	-- people and mentoring
	DELETE FROM d_sponsorship AS d USING (TABLE d_sponsorship EXCEPT TABLE new_sponsorship) AS o WHERE (d.sponsor_key, d.protege_key, d.kind) = (o.sponsor_key, o.protege_key, o.kind);
	INSERT INTO d_sponsorship TABLE new_sponsorship EXCEPT TABLE d_sponsorship;

	DELETE FROM d_sponsorship_chain AS d USING (TABLE d_sponsorship_chain EXCEPT TABLE new_sponsorship_chain) AS o WHERE (d.position_key, d.protege_key, d.sponsor_key) = (o.position_key, o.protege_key, o.sponsor_key);
	INSERT INTO d_sponsorship_chain TABLE new_sponsorship_chain EXCEPT TABLE d_sponsorship_chain;

	DELETE FROM d_mentoring_health AS d USING (TABLE d_mentoring_health EXCEPT TABLE new_mentoring_health) AS o WHERE (d.mentor_key, d.mentee_key, d.kind) = (o.mentor_key, o.mentee_key, o.kind);
	INSERT INTO d_mentoring_health TABLE new_mentoring_health EXCEPT TABLE d_mentoring_health;

	DELETE FROM d_developmental_network AS d USING (TABLE d_developmental_network EXCEPT TABLE new_developmental_network) AS o WHERE (d.person_key, d.contact_key) = (o.person_key, o.contact_key);
	INSERT INTO d_developmental_network TABLE new_developmental_network EXCEPT TABLE d_developmental_network;

	DELETE FROM d_support_coverage AS d USING (TABLE d_support_coverage EXCEPT TABLE new_support_coverage) AS o WHERE (d.person_key, d.support) = (o.person_key, o.support);
	INSERT INTO d_support_coverage TABLE new_support_coverage EXCEPT TABLE d_support_coverage;

	DELETE FROM d_person_measures AS d USING (TABLE d_person_measures EXCEPT TABLE new_person_measures) AS o WHERE d.person_key = o.person_key;
	INSERT INTO d_person_measures TABLE new_person_measures EXCEPT TABLE d_person_measures;

	DELETE FROM d_person_finding AS d USING (TABLE d_person_finding EXCEPT TABLE new_person_finding) AS o WHERE (d.person_key, d.finding) = (o.person_key, o.finding);
	INSERT INTO d_person_finding TABLE new_person_finding EXCEPT TABLE d_person_finding;

	DELETE FROM d_mentor_proposal AS d USING (TABLE d_mentor_proposal EXCEPT TABLE new_mentor_proposal) AS o WHERE (d.mentee_key, d.mentor_key) = (o.mentee_key, o.mentor_key);
	INSERT INTO d_mentor_proposal TABLE new_mentor_proposal EXCEPT TABLE d_mentor_proposal;
	PERFORM publish_positions(day);

	INSERT INTO d_published (as_of, run_id) VALUES (day, this_run) ON CONFLICT (one) DO UPDATE SET as_of = excluded.as_of, run_id = excluded.run_id;
	RETURN 1;
END
$function$;
COMMENT ON FUNCTION publish(bigint, date) IS 'shows the results of this run in the views, by difference';
