CREATE OR REPLACE VIEW readiness_action AS
SELECT
	p.as_of,
	d.position_key,
	d.person_key,
	a.place,
	a.action
FROM d_succession_readiness AS d
CROSS JOIN d_published AS p
CROSS JOIN LATERAL unnest(d.actions) WITH ORDINALITY AS a (action, place);
COMMENT ON VIEW readiness_action IS 'What to do for each candidate, one row per action.';
COMMENT ON COLUMN readiness_action.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN readiness_action.position_key IS 'Key of the position or pool.';
COMMENT ON COLUMN readiness_action.person_key IS 'Key of the candidate.';
COMMENT ON COLUMN readiness_action.place IS 'Place among the actions for this candidate, from 1.';
COMMENT ON COLUMN readiness_action.action IS 'What to do.';
