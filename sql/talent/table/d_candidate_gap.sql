CREATE TABLE d_candidate_gap (
	position_key text NOT NULL,
	person_key text NOT NULL,
	competency text NOT NULL,
	level_needed float8 NOT NULL,
	weight float8 NOT NULL,
	level_had float8,
	gap float8,
	unknown boolean NOT NULL,
	teachers text[],
	PRIMARY KEY (position_key, person_key, competency)
);
CREATE INDEX d_candidate_gap_person ON d_candidate_gap (person_key);
COMMENT ON TABLE d_candidate_gap IS 'Seen through the view candidate_gap.';
