CREATE TABLE d_support_coverage (
	person_key text NOT NULL,
	support text NOT NULL,
	family text NOT NULL,
	givers bigint NOT NULL,
	missing boolean,
	only_giver_key text,
	only_giver text,
	unknown_supporters bigint NOT NULL,
	PRIMARY KEY (person_key, support)
);
COMMENT ON TABLE d_support_coverage IS 'Seen through the view support_coverage.';
