CREATE TABLE d_person_finding (
	person_key text NOT NULL,
	name text NOT NULL,
	finding text NOT NULL,
	evidence text NOT NULL,
	setting text NOT NULL,
	PRIMARY KEY (person_key, finding)
);
CREATE INDEX d_person_finding_finding ON d_person_finding (finding);
COMMENT ON TABLE d_person_finding IS 'Seen through the view person_finding.';
