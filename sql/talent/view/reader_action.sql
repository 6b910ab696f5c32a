-- OFFSET 0: a person is looked up by key for each row. Joined, the view with its barrier would be read whole.
CREATE OR REPLACE VIEW reader_action WITH (security_barrier) AS
SELECT
	p.as_of,
	d.position_key,
	d.person_key,
	a.place,
	CASE WHEN d.decider IS NULL OR k.person_key IS NOT NULL THEN a.action
		ELSE replace(a.action, d.decider, 'who decides') END AS action
FROM d_succession_readiness AS d
CROSS JOIN d_published AS p
JOIN known_to_reader AS c ON c.person_key = d.person_key
LEFT JOIN LATERAL (
	SELECT q.person_key, q.name FROM known_to_reader AS q WHERE q.person_key = d.decider_key OFFSET 0) AS k ON true
CROSS JOIN LATERAL unnest(d.actions) WITH ORDINALITY AS a (action, place);
COMMENT ON VIEW reader_action IS
	'What to do for candidates of the reader''s units, one row per action; who decides is masked if of another unit.';
COMMENT ON COLUMN reader_action.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN reader_action.position_key IS 'Key of the position or pool.';
COMMENT ON COLUMN reader_action.person_key IS 'Key of the candidate.';
COMMENT ON COLUMN reader_action.place IS 'Place among the actions for this candidate, from 1.';
COMMENT ON COLUMN reader_action.action IS 'What to do.';
