CREATE TABLE goal (
	from_key text,
	to_key text,
	kind text,
	goal text,
	due date,
	done date
);
COMMENT ON TABLE goal IS 'Goals and milestones of a tie, a row each.';
COMMENT ON COLUMN goal.from_key IS 'Who supports. Required.';
COMMENT ON COLUMN goal.to_key IS 'Who is supported. Required.';
COMMENT ON COLUMN goal.kind IS 'Kind of the tie. Required.';
COMMENT ON COLUMN goal.goal IS 'The goal or milestone. Required.';
COMMENT ON COLUMN goal.due IS 'Day by which it is due.';
COMMENT ON COLUMN goal.done IS 'Day on which it was done; NULL: open.';
