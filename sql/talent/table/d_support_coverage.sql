-- What somebody gives. The view support_coverage adds a row for each kind of support that nobody gives.
CREATE TABLE d_support_coverage (
	person_key text NOT NULL,
	support text NOT NULL,
	givers bigint NOT NULL,
	only_giver_key text,
	only_giver text,
	PRIMARY KEY (person_key, support)
);
COMMENT ON TABLE d_support_coverage IS 'Seen through the view support_coverage: kinds of support that a person gets.';
