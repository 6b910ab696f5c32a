CREATE TABLE d_data_problem (
	relation text NOT NULL,
	key text NOT NULL,
	severity text NOT NULL CHECK (severity IN ('error', 'warning')),
	problem text NOT NULL,
	rows bigint NOT NULL,
	people text[] NOT NULL
);
-- The table has no primary key. In a publication FOR ALL TABLES, DELETE would be an error without this.
ALTER TABLE d_data_problem REPLICA IDENTITY FULL;
COMMENT ON TABLE d_data_problem IS 'Bad rows of the last run; seen through the view data_problem.';
COMMENT ON COLUMN d_data_problem.people IS 'Keys of the people whom the row is about, for forget.';
