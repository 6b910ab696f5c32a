CREATE TABLE d_run_step (
	run_id bigint NOT NULL REFERENCES d_run ON DELETE CASCADE,
	place integer NOT NULL,
	step text NOT NULL,
	rows bigint NOT NULL,
	seconds float8 NOT NULL,
	PRIMARY KEY (run_id, place)
);
COMMENT ON TABLE d_run_step IS 'Steps of runs that have finished; seen through the view run_step.';
