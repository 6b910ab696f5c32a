CREATE OR REPLACE VIEW unit_mixing AS
SELECT
	p.as_of,
	d.from_unit,
	d.to_unit,
	d.ties,
	d.expected,
	d.ratio
FROM d_unit_mixing AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW unit_mixing IS
	'Ties between units against chance; both units have at least min_group people. Smaller units, external people '
	'and their ties are left out of all figures; counts are rounded to 5.';
COMMENT ON COLUMN unit_mixing.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN unit_mixing.from_unit IS 'Unit of those who support.';
COMMENT ON COLUMN unit_mixing.to_unit IS 'Unit of those who are supported; it may be the same.';
COMMENT ON COLUMN unit_mixing.ties IS 'Ties, a pair of people counted once however many kinds, rounded to 5.';
COMMENT ON COLUMN unit_mixing.expected IS
	'Ties to expect if the ties from the unit chose anybody of the units shown by chance; from counts rounded to 5.';
COMMENT ON COLUMN unit_mixing.ratio IS
	'ties by expected: below 1 fewer than by chance; NULL: fewer than 5 are expected.';
