CREATE TABLE d_bench (
	position_key text PRIMARY KEY,
	title text NOT NULL,
	unit text,
	critical boolean NOT NULL,
	incumbents bigint NOT NULL,
	candidates bigint NOT NULL,
	ready_now bigint,
	ready_1_year bigint,
	ready_3_years bigint,
	best_key text,
	months_to_vacancy integer,
	uncovered_months integer,
	from_other_units bigint,
	slate_problem text
);
COMMENT ON TABLE d_bench IS 'Seen through the view bench.';
