-- publish() for the relations about positions and fairness. equity stays until equity_every_months have passed, but for
-- groups that have become too small to show.
CREATE OR REPLACE FUNCTION publish_positions(day date) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	equity_until date := (
		SELECT max(e.as_of) + make_interval(months => setting_of('equity_every_months')::integer) FROM d_equity AS e);
BEGIN
	DELETE FROM d_coverage AS d
	WHERE NOT EXISTS (
		SELECT FROM new_coverage AS n WHERE (n.scope, n.unit) = (d.scope, d.unit)
		AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_coverage
	SELECT n.*
	FROM new_coverage AS n
	WHERE NOT EXISTS (SELECT FROM d_coverage AS d WHERE (n.scope, n.unit) = (d.scope, d.unit));

	DELETE FROM d_vacancy_cascade AS d
	WHERE NOT EXISTS (
		SELECT FROM new_vacancy_cascade AS n
		WHERE (n.position_key, n.step) = (d.position_key, d.step) AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_vacancy_cascade
	SELECT n.*
	FROM new_vacancy_cascade AS n
	WHERE NOT EXISTS (SELECT FROM d_vacancy_cascade AS d WHERE (n.position_key, n.step) = (d.position_key, d.step));

	DELETE FROM d_if_person_leaves AS d
	WHERE NOT EXISTS (
		SELECT FROM new_if_person_leaves AS n
		WHERE (n.person_key, n.effect, n.position_key, n.other_key)
			= (d.person_key, d.effect, d.position_key, d.other_key)
		AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_if_person_leaves
	SELECT n.*
	FROM new_if_person_leaves AS n
	WHERE NOT EXISTS (
		SELECT FROM d_if_person_leaves AS d
		WHERE (n.person_key, n.effect, n.position_key, n.other_key)
			= (d.person_key, d.effect, d.position_key, d.other_key));

	DELETE FROM d_readiness_objection AS d
	WHERE NOT EXISTS (
		SELECT FROM new_readiness_objection AS n
		WHERE (n.position_key, n.person_key) = (d.position_key, d.person_key)
		AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_readiness_objection
	SELECT n.*
	FROM new_readiness_objection AS n
	WHERE NOT EXISTS (
		SELECT FROM d_readiness_objection AS d WHERE (n.position_key, n.person_key) = (d.position_key, d.person_key));

	DELETE FROM d_next_contact AS d
	WHERE NOT EXISTS (
		SELECT FROM new_next_contact AS n
		WHERE (n.person_key, n.place) = (d.person_key, d.place) AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_next_contact
	SELECT n.*
	FROM new_next_contact AS n
	WHERE NOT EXISTS (SELECT FROM d_next_contact AS d WHERE (n.person_key, n.place) = (d.person_key, d.place));

	DELETE FROM d_unit_mixing AS d
	WHERE NOT EXISTS (
		SELECT FROM new_unit_mixing AS n
		WHERE (n.from_unit, n.to_unit) = (d.from_unit, d.to_unit) AND ROW(n.*) IS NOT DISTINCT FROM ROW(d.*));
	INSERT INTO d_unit_mixing
	SELECT n.*
	FROM new_unit_mixing AS n
	WHERE NOT EXISTS (SELECT FROM d_unit_mixing AS d WHERE (n.from_unit, n.to_unit) = (d.from_unit, d.to_unit));

	DELETE FROM d_person AS d
	WHERE NOT EXISTS (
		SELECT FROM day_person AS q
		WHERE q.person_key = d.person_key AND (q.name, q.unit) IS NOT DISTINCT FROM (d.name, d.unit));
	INSERT INTO d_person
	SELECT q.person_key, q.name, q.unit
	FROM day_person AS q
	WHERE NOT EXISTS (SELECT FROM d_person AS d WHERE d.person_key = q.person_key);

	IF equity_until IS NULL OR day >= equity_until THEN
		DELETE FROM d_equity;
		INSERT INTO d_equity TABLE new_equity;
	ELSE
		DELETE FROM d_equity WHERE people < setting_of('min_group') - 2;
	END IF;
	PERFORM publish_history(day);
END
$function$;
COMMENT ON FUNCTION publish_positions(date) IS
	'shows the relations about positions and fairness, by difference; equity once a quarter';
