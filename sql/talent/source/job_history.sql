CREATE TABLE job_history (
	person_key text,
	company text,
	unit text,
	job_function text,
	level integer,
	since date,
	until date
);
COMMENT ON TABLE job_history IS 'Where people have worked before, a row each.';
COMMENT ON COLUMN job_history.person_key IS 'The person. Required.';
COMMENT ON COLUMN job_history.company IS 'Company, or legal entity, then.';
COMMENT ON COLUMN job_history.unit IS 'Unit then.';
COMMENT ON COLUMN job_history.job_function IS 'Function then.';
COMMENT ON COLUMN job_history.level IS 'Level then.';
COMMENT ON COLUMN job_history.since IS 'First day; NULL: unknown.';
COMMENT ON COLUMN job_history.until IS 'First day after; NULL: open.';
