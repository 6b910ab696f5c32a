-- Only what has changed is replaced, so that readers are not blocked and tables do not grow. For each relation: rows
-- that are not in new_* with the same values are deleted, then rows of new_* that are missing are inserted. Each
-- relation has these two statements of its own, because only load_source may assemble SQL.
CREATE OR REPLACE FUNCTION publish(this_run bigint, day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
BEGIN
	-- else joins are planned for any number of rows
	ANALYZE new_succession_readiness, new_chain_link, new_person_finding, new_bench, new_candidate_gap,
		new_mentoring_health, new_mentor_proposal, new_if_person_leaves, new_next_contact, new_vacancy_cascade,
		new_unit_mixing, new_coverage;
	DELETE FROM d_network AS d
	WHERE NOT EXISTS (SELECT FROM new_network AS n WHERE n.name = d.name AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_network
	SELECT n.* FROM new_network AS n WHERE NOT EXISTS (SELECT FROM d_network AS d WHERE n.name = d.name);

	DELETE FROM d_data_problem AS d USING (TABLE d_data_problem EXCEPT TABLE new_data_problem) AS o
	WHERE (d.relation, d.key, d.severity, d.problem, d.rows, d.people)
		= (o.relation, o.key, o.severity, o.problem, o.rows, o.people);
	INSERT INTO d_data_problem TABLE new_data_problem EXCEPT TABLE d_data_problem;

	DELETE FROM d_succession_readiness AS d
	WHERE NOT EXISTS (
		SELECT FROM new_succession_readiness AS n
		WHERE (n.position_key, n.person_key) = (d.position_key, d.person_key)
		AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_succession_readiness
	SELECT n.*
	FROM new_succession_readiness AS n
	WHERE NOT EXISTS (
		SELECT FROM d_succession_readiness AS d WHERE (n.position_key, n.person_key) = (d.position_key, d.person_key));

	DELETE FROM d_chain_link AS d
	WHERE NOT EXISTS (
		SELECT FROM new_chain_link AS n
		WHERE (n.position_key, n.person_key, n.step) = (d.position_key, d.person_key, d.step)
		AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_chain_link
	SELECT n.*
	FROM new_chain_link AS n
	WHERE NOT EXISTS (
		SELECT FROM d_chain_link AS d
		WHERE (n.position_key, n.person_key, n.step) = (d.position_key, d.person_key, d.step));

	DELETE FROM d_candidate_gap AS d
	WHERE NOT EXISTS (
		SELECT FROM new_candidate_gap AS n
		WHERE (n.position_key, n.person_key, n.competency) = (d.position_key, d.person_key, d.competency)
		AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_candidate_gap
	SELECT n.*
	FROM new_candidate_gap AS n
	WHERE NOT EXISTS (
		SELECT FROM d_candidate_gap AS d
		WHERE (n.position_key, n.person_key, n.competency) = (d.position_key, d.person_key, d.competency));

	DELETE FROM d_bench AS d
	WHERE NOT EXISTS (
		SELECT FROM new_bench AS n
		WHERE n.position_key = d.position_key
		AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_bench
	SELECT n.* FROM new_bench AS n WHERE NOT EXISTS (SELECT FROM d_bench AS d WHERE n.position_key = d.position_key);

	-- people and mentoring
	DELETE FROM d_sponsorship AS d
	WHERE NOT EXISTS (
		SELECT FROM new_sponsorship AS n
		WHERE (n.sponsor_key, n.protege_key, n.kind) = (d.sponsor_key, d.protege_key, d.kind)
		AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_sponsorship
	SELECT n.*
	FROM new_sponsorship AS n
	WHERE NOT EXISTS (
		SELECT FROM d_sponsorship AS d
		WHERE (n.sponsor_key, n.protege_key, n.kind) = (d.sponsor_key, d.protege_key, d.kind));

	DELETE FROM d_sponsorship_chain AS d
	WHERE NOT EXISTS (
		SELECT FROM new_sponsorship_chain AS n
		WHERE (n.position_key, n.protege_key, n.sponsor_key) = (d.position_key, d.protege_key, d.sponsor_key)
		AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_sponsorship_chain
	SELECT n.*
	FROM new_sponsorship_chain AS n
	WHERE NOT EXISTS (
		SELECT FROM d_sponsorship_chain AS d
		WHERE (n.position_key, n.protege_key, n.sponsor_key) = (d.position_key, d.protege_key, d.sponsor_key));

	DELETE FROM d_developmental_network AS d
	WHERE NOT EXISTS (
		SELECT FROM new_developmental_network AS n
		WHERE (n.person_key, n.contact_key) = (d.person_key, d.contact_key)
		AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_developmental_network
	SELECT n.*
	FROM new_developmental_network AS n
	WHERE NOT EXISTS (
		SELECT FROM d_developmental_network AS d
		WHERE (n.person_key, n.contact_key) = (d.person_key, d.contact_key));

	DELETE FROM d_mentoring_health AS d
	WHERE NOT EXISTS (
		SELECT FROM new_mentoring_health AS n
		WHERE (n.mentor_key, n.mentee_key, n.kind) = (d.mentor_key, d.mentee_key, d.kind)
		AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_mentoring_health
	SELECT n.*
	FROM new_mentoring_health AS n
	WHERE NOT EXISTS (
		SELECT FROM d_mentoring_health AS d
		WHERE (n.mentor_key, n.mentee_key, n.kind) = (d.mentor_key, d.mentee_key, d.kind));

	DELETE FROM d_support_coverage AS d
	WHERE NOT EXISTS (
		SELECT FROM new_support_coverage AS n
		WHERE (n.person_key, n.support) = (d.person_key, d.support) AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_support_coverage
	SELECT n.*
	FROM new_support_coverage AS n
	WHERE NOT EXISTS (
		SELECT FROM d_support_coverage AS d WHERE (n.person_key, n.support) = (d.person_key, d.support));
	DELETE FROM d_supported AS d
	WHERE NOT EXISTS (
		SELECT FROM new_supported AS n
		WHERE n.person_key = d.person_key AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_supported
	SELECT n.*
	FROM new_supported AS n
	WHERE NOT EXISTS (SELECT FROM d_supported AS d WHERE n.person_key = d.person_key);
	DELETE FROM d_support_counted AS d
	WHERE NOT EXISTS (
		SELECT FROM new_support_counted AS n WHERE n.support = d.support AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_support_counted
	SELECT n.*
	FROM new_support_counted AS n
	WHERE NOT EXISTS (SELECT FROM d_support_counted AS d WHERE n.support = d.support);

	DELETE FROM d_person_measures AS d
	WHERE NOT EXISTS (
		SELECT FROM new_person_measures AS n WHERE n.person_key = d.person_key
		AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_person_measures
	SELECT n.*
	FROM new_person_measures AS n
	WHERE NOT EXISTS (SELECT FROM d_person_measures AS d WHERE n.person_key = d.person_key);

	DELETE FROM d_person_finding AS d
	WHERE NOT EXISTS (
		SELECT FROM new_person_finding AS n
		WHERE (n.person_key, n.finding) = (d.person_key, d.finding) AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_person_finding
	SELECT n.*
	FROM new_person_finding AS n
	WHERE NOT EXISTS (SELECT FROM d_person_finding AS d WHERE (n.person_key, n.finding) = (d.person_key, d.finding));

	DELETE FROM d_mentor_proposal AS d
	WHERE NOT EXISTS (
		SELECT FROM new_mentor_proposal AS n
		WHERE (n.mentee_key, n.mentor_key) = (d.mentee_key, d.mentor_key) AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_mentor_proposal
	SELECT n.*
	FROM new_mentor_proposal AS n
	WHERE NOT EXISTS (
		SELECT FROM d_mentor_proposal AS d WHERE (n.mentee_key, n.mentor_key) = (d.mentee_key, d.mentor_key));
	PERFORM publish_positions(day);
	PERFORM index_results();

	INSERT INTO d_published (as_of, run_id) VALUES (day, this_run)
	ON CONFLICT (one) DO UPDATE SET as_of = excluded.as_of, run_id = excluded.run_id;
	RETURN 1;
END
$function$;
COMMENT ON FUNCTION publish(bigint, date) IS 'shows the results of this run in the views, by difference';
