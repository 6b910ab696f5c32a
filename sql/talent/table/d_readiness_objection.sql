CREATE TABLE d_readiness_objection (
	position_key text NOT NULL,
	person_key text NOT NULL,
	objectors text[] NOT NULL,
	advocacy_strength float8,
	strength_around float8,
	worst_objector text,
	on_chain integer,
	decides_or_vetoes text[] NOT NULL,
	PRIMARY KEY (position_key, person_key)
);
COMMENT ON TABLE d_readiness_objection IS 'Seen through the view readiness_objection.';
