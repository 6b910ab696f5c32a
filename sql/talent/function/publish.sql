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

	PERFORM publish_positions(day);

	INSERT INTO d_published (as_of, run_id) VALUES (day, this_run) ON CONFLICT (one) DO UPDATE SET as_of = excluded.as_of, run_id = excluded.run_id;
	RETURN 1;
END
$function$;
COMMENT ON FUNCTION publish(bigint, date) IS 'shows the results of this run in the views, by difference';
