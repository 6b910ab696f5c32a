CREATE OR REPLACE VIEW coverage AS
SELECT
	p.as_of,
	d.scope,
	nullif(d.unit, '') AS unit,
	d.positions,
	d.critical,
	d.covered,
	d.covered_at_once,
	d.shortage,
	d.critical_covered
FROM d_coverage AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW coverage IS
	'How many positions somebody is ready to take within the setting cover_within_months, one by one and all at '
	'once; pools are left out. It counts positions, few in a small unit: not for analysts.';
COMMENT ON COLUMN coverage.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN coverage.scope IS 'company: all positions; unit: the positions of one unit.';
COMMENT ON COLUMN coverage.unit IS 'The unit; NULL: the company.';
COMMENT ON COLUMN coverage.positions IS 'How many positions there are.';
COMMENT ON COLUMN coverage.critical IS 'How many of them are critical.';
COMMENT ON COLUMN coverage.covered IS
	'Positions with as many candidates ready in time as openings, each by itself; emergency cover and people who '
	'only stand in do not count; NULL: no candidate''s time is known.';
COMMENT ON COLUMN coverage.covered_at_once IS
	'Positions that would be filled if all of the row opened together: nobody can take two; NULL as covered.';
COMMENT ON COLUMN coverage.shortage IS
	'Keys of positions that cannot all be filled together, for too few candidates; empty: none, NULL as covered. '
	'Rows: coverage_shortage.';
COMMENT ON COLUMN coverage.critical_covered IS 'How many of the covered positions are critical; NULL as covered.';
