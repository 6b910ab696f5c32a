CREATE OR REPLACE VIEW readiness_objector AS
SELECT
	p.as_of,
	d.position_key,
	d.person_key,
	o.place,
	o.objector_key,
	o.objector_key = ANY (d.decides_or_vetoes) AS decides_or_vetoes
FROM d_readiness_objection AS d
CROSS JOIN d_published AS p
CROSS JOIN LATERAL unnest(d.objectors) WITH ORDINALITY AS o (objector_key, place);
COMMENT ON VIEW readiness_objector IS 'Who objects to which candidacy, one row per objector; grant it apart.';
COMMENT ON COLUMN readiness_objector.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN readiness_objector.position_key IS 'Key of the position or pool.';
COMMENT ON COLUMN readiness_objector.person_key IS 'Key of the candidate.';
COMMENT ON COLUMN readiness_objector.place IS 'Place by key, from 1.';
COMMENT ON COLUMN readiness_objector.objector_key IS 'Key of who objects.';
COMMENT ON COLUMN readiness_objector.decides_or_vetoes IS
	'Whether the objector decides on the position, or has a veto.';
