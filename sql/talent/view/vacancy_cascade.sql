CREATE OR REPLACE VIEW vacancy_cascade AS
SELECT
	p.as_of,
	d.position_key,
	d.step,
	d.parent_step,
	d.opened_key,
	d.filled_by_key,
	d.filled_by,
	d.score,
	d.months_to_ready
FROM d_vacancy_cascade AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW vacancy_cascade IS
	'If a position opens: who would move up, what opens next, and so on; one row per position and step. The first '
	'rank moves, equals by key; emergency cover does not.';
COMMENT ON COLUMN vacancy_cascade.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN vacancy_cascade.position_key IS 'Key of the position that opens first.';
COMMENT ON COLUMN vacancy_cascade.step IS 'Number of the move, from 1.';
COMMENT ON COLUMN vacancy_cascade.parent_step IS 'The move that opens this position; NULL: the first.';
COMMENT ON COLUMN vacancy_cascade.opened_key IS 'Key of the position that is open at this step.';
COMMENT ON COLUMN vacancy_cascade.filled_by_key IS
	'Key of who would fill it; NULL: nobody is left, somebody from outside is hired.';
COMMENT ON COLUMN vacancy_cascade.filled_by IS 'Name of who would fill it.';
COMMENT ON COLUMN vacancy_cascade.score IS '1 / rank of that person for the position, in (0, 1].';
COMMENT ON COLUMN vacancy_cascade.months_to_ready IS
	'Months until that person is ready, 0: now; NULL: unknown, or nobody.';
