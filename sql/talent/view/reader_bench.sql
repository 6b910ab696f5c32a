-- OFFSET 0: a person is looked up by key for each row. Joined, the view with its barrier would be read whole.
CREATE OR REPLACE VIEW reader_bench WITH (security_barrier) AS
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
	b.person_key AS best_key,
	d.months_to_vacancy,
	d.uncovered_months,
	d.from_other_units,
	d.slate_problem
FROM d_bench AS d
CROSS JOIN d_published AS p
LEFT JOIN LATERAL (
	SELECT q.person_key, q.name FROM known_to_reader AS q WHERE q.person_key = d.best_key OFFSET 0) AS b ON true
WHERE EXISTS (
	SELECT FROM reader_unit AS u
	JOIN pg_catalog.pg_roles AS g ON g.rolname = u.role_name AND pg_catalog.pg_has_role(current_user, g.oid, 'USAGE')
	WHERE u.unit = d.unit);
COMMENT ON VIEW reader_bench IS 'bench of positions of the reader''s units.';
COMMENT ON COLUMN reader_bench.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN reader_bench.position_key IS 'Key of the position.';
COMMENT ON COLUMN reader_bench.title IS 'Its title.';
COMMENT ON COLUMN reader_bench.unit IS 'Its unit.';
COMMENT ON COLUMN reader_bench.critical IS 'Whether it must not stay empty.';
COMMENT ON COLUMN reader_bench.incumbents IS 'People who hold it, those who stand in included.';
COMMENT ON COLUMN reader_bench.candidates IS 'Candidates, emergency cover apart.';
COMMENT ON COLUMN reader_bench.ready_now IS 'Of these, ready now.';
COMMENT ON COLUMN reader_bench.ready_1_year IS 'Ready within 12 months, now included.';
COMMENT ON COLUMN reader_bench.ready_3_years IS 'Ready within 36 months, now included.';
COMMENT ON COLUMN reader_bench.best_key IS
	'Key of the candidate with the first rank; NULL: none, several share it, or the person is of another unit.';
COMMENT ON COLUMN reader_bench.months_to_vacancy IS 'Whole months until it is vacant, 0: it is; NULL: unknown.';
COMMENT ON COLUMN reader_bench.uncovered_months IS
	'Months between vacancy and the first candidate who is ready; NULL: unknown, or there is none.';
COMMENT ON COLUMN reader_bench.from_other_units IS
	'Candidates from another unit; NULL: the position''s unit is unknown.';
COMMENT ON COLUMN reader_bench.slate_problem IS 'What the slate lacks; NULL: nothing.';
