CREATE OR REPLACE VIEW data_problem AS
SELECT
	p.as_of,
	d.relation,
	nullif(d.key, '') AS key,
	d.severity,
	d.problem,
	d.rows
FROM d_data_problem AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW data_problem IS 'Bad rows of the source, as the last published run has found them.';
COMMENT ON COLUMN data_problem.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN data_problem.relation IS 'Relation of the source.';
COMMENT ON COLUMN data_problem.key IS 'Key of the row, the parts separated by /; NULL: it has none.';
COMMENT ON COLUMN data_problem.severity IS 'error: left out; warning: used.';
COMMENT ON COLUMN data_problem.problem IS 'What is wrong.';
COMMENT ON COLUMN data_problem.rows IS 'How many rows have this problem.';
