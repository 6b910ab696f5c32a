CREATE OR REPLACE VIEW bench AS
SELECT
	p.as_of,
	d.position_key,
	d.title,
	d.unit,
	d.critical,
	d.incumbents,
	d.candidates,
	d.ready_now,
	d.ready_1_year,
	d.ready_3_years,
	d.best_key,
	d.months_to_vacancy,
	d.uncovered_months,
	d.from_other_units,
	d.slate_problem
FROM d_bench AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW bench IS 'How well each position is provided for, one row per position; pools are left out.';
COMMENT ON COLUMN bench.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN bench.position_key IS 'Key of the position.';
COMMENT ON COLUMN bench.title IS 'Its title.';
COMMENT ON COLUMN bench.unit IS 'Its unit.';
COMMENT ON COLUMN bench.critical IS 'Whether it must not stay empty.';
COMMENT ON COLUMN bench.incumbents IS 'People who hold it, those who stand in included.';
COMMENT ON COLUMN bench.candidates IS 'Candidates, emergency cover apart.';
COMMENT ON COLUMN bench.ready_now IS 'Of these, ready now; NULL: no candidate''s time is known.';
COMMENT ON COLUMN bench.ready_1_year IS 'Ready within 12 months, now included; NULL as ready_now.';
COMMENT ON COLUMN bench.ready_3_years IS 'Ready within 36 months, now included; NULL as ready_now.';
COMMENT ON COLUMN bench.best_key IS 'Key of the candidate with the first rank; NULL: none, or several share it.';
COMMENT ON COLUMN bench.months_to_vacancy IS 'Whole months until it is vacant, 0: it is; NULL: unknown.';
COMMENT ON COLUMN bench.uncovered_months IS
	'Months between vacancy and the first candidate who is ready; NULL: unknown, or there is none.';
COMMENT ON COLUMN bench.from_other_units IS
	'Candidates from another unit; NULL: the position''s unit or all of theirs are unknown.';
COMMENT ON COLUMN bench.slate_problem IS 'What the slate lacks; NULL: nothing.';
