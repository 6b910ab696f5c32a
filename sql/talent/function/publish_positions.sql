-- publish() for the relations about positions and fairness. equity stays until equity_every_months have passed, but for groups that have become too small to show.
CREATE OR REPLACE FUNCTION publish_positions(day date) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	equity_until date := (SELECT max(e.as_of) + make_interval(months => setting_of('equity_every_months')::integer) FROM d_equity AS e);
BEGIN
	DELETE FROM d_coverage AS d USING (TABLE d_coverage EXCEPT TABLE new_coverage) AS o WHERE (d.scope, d.unit) = (o.scope, o.unit);
	INSERT INTO d_coverage TABLE new_coverage EXCEPT TABLE d_coverage;

	DELETE FROM d_vacancy_cascade AS d USING (TABLE d_vacancy_cascade EXCEPT TABLE new_vacancy_cascade) AS o WHERE (d.position_key, d.step) = (o.position_key, o.step);
	INSERT INTO d_vacancy_cascade TABLE new_vacancy_cascade EXCEPT TABLE d_vacancy_cascade;

	DELETE FROM d_if_person_leaves AS d USING (TABLE d_if_person_leaves EXCEPT TABLE new_if_person_leaves) AS o
	WHERE (d.person_key, d.effect, d.position_key, d.other_key) = (o.person_key, o.effect, o.position_key, o.other_key);
	INSERT INTO d_if_person_leaves TABLE new_if_person_leaves EXCEPT TABLE d_if_person_leaves;

	DELETE FROM d_readiness_objection AS d USING (TABLE d_readiness_objection EXCEPT TABLE new_readiness_objection) AS o
	WHERE (d.position_key, d.person_key) = (o.position_key, o.person_key);
	INSERT INTO d_readiness_objection TABLE new_readiness_objection EXCEPT TABLE d_readiness_objection;

	DELETE FROM d_next_contact AS d USING (TABLE d_next_contact EXCEPT TABLE new_next_contact) AS o WHERE (d.person_key, d.place) = (o.person_key, o.place);
	INSERT INTO d_next_contact TABLE new_next_contact EXCEPT TABLE d_next_contact;

	DELETE FROM d_unit_mixing AS d USING (TABLE d_unit_mixing EXCEPT TABLE new_unit_mixing) AS o WHERE (d.from_unit, d.to_unit) = (o.from_unit, o.to_unit);
	INSERT INTO d_unit_mixing TABLE new_unit_mixing EXCEPT TABLE d_unit_mixing;

	DELETE FROM d_person AS d USING (TABLE d_person EXCEPT SELECT q.person_key, q.name, q.unit FROM day_person AS q) AS o WHERE d.person_key = o.person_key;
	INSERT INTO d_person SELECT q.person_key, q.name, q.unit FROM day_person AS q EXCEPT TABLE d_person;

	IF equity_until IS NULL OR day >= equity_until THEN
		DELETE FROM d_equity;
		INSERT INTO d_equity TABLE new_equity;
	ELSE
		DELETE FROM d_equity WHERE people < setting_of('min_group') - 2;
	END IF;
	PERFORM publish_history(day);
END
$function$;
COMMENT ON FUNCTION publish_positions(date) IS 'shows the relations about positions and fairness, by difference; equity once a quarter';
