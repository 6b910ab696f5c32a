CREATE OR REPLACE VIEW coverage_shortage AS
SELECT
	p.as_of,
	d.scope,
	nullif(d.unit, '') AS unit,
	s.place,
	s.position_key
FROM d_coverage AS d
CROSS JOIN d_published AS p
CROSS JOIN LATERAL unnest(d.shortage) WITH ORDINALITY AS s (position_key, place);
COMMENT ON VIEW coverage_shortage IS 'Positions that cannot all be filled together, one row per position.';
COMMENT ON COLUMN coverage_shortage.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN coverage_shortage.scope IS 'company or unit.';
COMMENT ON COLUMN coverage_shortage.unit IS 'The unit; NULL: the company.';
COMMENT ON COLUMN coverage_shortage.place IS 'Place by key, from 1.';
COMMENT ON COLUMN coverage_shortage.position_key IS 'Key of the position.';
