CREATE OR REPLACE FUNCTION make_mentoring_health(day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	goals_are_known boolean := EXISTS (SELECT FROM day_goal);
	goals_low float8 := setting_of('goals_low');
	goals_high float8 := setting_of('goals_high');
	default_every interval := make_interval(days => setting_of('contact_days')::integer);
	new_days float8 := setting_of('tie_new_days');
	mentored network := (SELECT n.net FROM new_network AS n WHERE n.name = 'mentoring');
	made bigint;
BEGIN
	CREATE TEMP TABLE new_mentoring_health (LIKE d_mentoring_health) ON COMMIT DROP;
	WITH goals AS MATERIALIZED (
		SELECT from_id, to_id, kind, count(*) AS goals, count(*) FILTER (WHERE done IS NOT NULL) AS goals_done,
			CASE WHEN bool_or(due IS NOT NULL) OR bool_and(done IS NOT NULL)
				THEN count(*) FILTER (WHERE done IS NULL AND due < day) END AS goals_overdue,
			min(due) FILTER (WHERE done IS NULL) AS next_due
		FROM day_goal
		GROUP BY from_id, to_id, kind),
	tied AS (SELECT t.*, coalesce(t.contact_every, default_every) AS every FROM day_tie AS t WHERE t.mentoring),
	found AS (
		SELECT t.*, m.person_key AS mentor_key, m.name AS mentor, p.person_key AS mentee_key, p.name AS mentee,
			m.level - p.level AS levels_above, CASE WHEN m.external THEN true ELSE m.company <> p.company END AS remote,
			b.source IS NOT NULL AS mutual, CASE WHEN goals_are_known THEN coalesce(g.goals, 0) END AS goals,
			CASE WHEN goals_are_known THEN coalesce(g.goals_done, 0) END AS goals_done,
			CASE WHEN goals_are_known
				THEN CASE WHEN g.goals IS NULL THEN 0 ELSE g.goals_overdue END END AS goals_overdue,
			g.next_due,
			CASE WHEN t.last_contact IS NOT NULL THEN greatest(0, day - t.last_contact) END AS days_since_contact,
			(extract(epoch FROM t.every) / 86400)::integer AS every_days, t.last_contact + t.every < day AS late,
			t.last_contact + 2 * t.every < day AS very_late
		FROM tied AS t
		JOIN day_person AS m ON m.id = t.from_id
		JOIN day_person AS p ON p.id = t.to_id
		LEFT JOIN goals AS g USING (from_id, to_id, kind)
		LEFT JOIN ties(mutual(mentored)) AS b ON (b.source, b.target) = (t.from_id, t.to_id)),
	judged AS (
		SELECT f.*, goals > 0 AND goals_done = goals AS all_done, goals - goals_done > goals_high AS many,
			goals < goals_low AS few
		FROM found AS f)
	INSERT INTO new_mentoring_health
	SELECT mentor_key, mentor, mentee_key, mentee, kind,
		CASE WHEN all_done THEN 'goals met'
			WHEN very_late THEN 'dormant'
			WHEN late THEN 'at risk'
			WHEN since > day - new_days::integer THEN 'new'
			WHEN NOT late THEN 'active' END,
		goals, goals_done, goals_overdue, next_due, days_since_contact, every_days, late, all_done, many, few, since,
		last_contact, strength, levels_above, remote, mutual,
		array_remove(ARRAY[
				CASE WHEN all_done THEN 'all goals are done and the tie is open: end it or agree on new ones' END,
				CASE WHEN goals_overdue > 0 THEN format('goals that are overdue: %s', goals_overdue) END,
				CASE WHEN late THEN format('no contact for %s days', days_since_contact) END,
				CASE WHEN many THEN format('%s open goals are too many', goals - goals_done) END,
				CASE WHEN few THEN format('goals: %s are too few', goals) END],
			NULL)
	FROM judged;
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_mentoring_health(date) IS 'makes mentoring_health: how each mentoring tie stands';
