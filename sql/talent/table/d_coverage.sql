CREATE TABLE d_coverage (
	scope text NOT NULL CHECK (scope IN ('company', 'unit')),
	unit text NOT NULL,
	positions bigint NOT NULL,
	critical bigint NOT NULL,
	covered bigint NOT NULL,
	covered_at_once bigint NOT NULL,
	shortage text[] NOT NULL,
	critical_covered bigint NOT NULL,
	PRIMARY KEY (scope, unit)
);
COMMENT ON TABLE d_coverage IS 'Seen through the view coverage; the unit of the company is the empty string.';
