CREATE TABLE d_run (
	run_id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
	as_of date NOT NULL,
	started timestamptz NOT NULL,
	finished timestamptz,
	who text NOT NULL,
	publish boolean NOT NULL,
	ok boolean NOT NULL DEFAULT false,
	message text,
	undated text[] NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE d_run IS 'Runs of refresh; seen through the view run.';
