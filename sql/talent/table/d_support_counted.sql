CREATE TABLE d_support_counted (
	support text PRIMARY KEY,
	family text NOT NULL
);
COMMENT ON TABLE d_support_counted IS
	'Seen through the view support_coverage: the benefits, and the other kinds of support that somebody gives.';
COMMENT ON COLUMN d_support_counted.support IS 'Kind of support, one of support_kind.';
COMMENT ON COLUMN d_support_counted.family IS 'benefit, sponsor act or mentor act.';
