CREATE TABLE d_readiness_history (
	position_key text NOT NULL,
	person_key text NOT NULL,
	since date NOT NULL,
	until date,
	rank bigint NOT NULL,
	slate_place bigint,
	fit float8,
	known_fit float8,
	gaps integer,
	months_to_ready integer,
	emergency boolean NOT NULL,
	advocacy_strength float8,
	hops integer,
	direct_strength float8,
	voices integer,
	visibility integer,
	diversity float8,
	PRIMARY KEY (position_key, person_key, since)
);
CREATE INDEX d_readiness_history_person ON d_readiness_history (person_key);
COMMENT ON TABLE d_readiness_history IS
	'Figures of succession_readiness as they were, a row a period in which none changed; seen through the view '
	'readiness_history.';
