CREATE TABLE d_published (
	one boolean PRIMARY KEY DEFAULT true CHECK (one),
	as_of date NOT NULL,
	run_id bigint NOT NULL
);
COMMENT ON TABLE d_published IS
	'The run whose results the views show; one row, none before the first. Here, not in each row, so that a new day '
	'changes one row only.';
COMMENT ON COLUMN d_published.one IS 'Always true: there is one row.';
COMMENT ON COLUMN d_published.as_of IS 'The day that the results are for.';
COMMENT ON COLUMN d_published.run_id IS 'The run that has made them.';
