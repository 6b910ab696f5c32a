CREATE TABLE d_coverage (
	scope text NOT NULL CHECK (scope IN ('company', 'unit')),
	unit text NOT NULL,
	positions bigint NOT NULL,
	critical bigint NOT NULL,
	covered bigint,
	covered_at_once bigint,
	shortage text[],
	critical_covered bigint,
	PRIMARY KEY (scope, unit)
);
COMMENT ON TABLE d_coverage IS 'Seen through the view coverage; the unit of the company is the empty string.';
