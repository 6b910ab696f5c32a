CREATE TABLE d_network (
	name text PRIMARY KEY,
	net network NOT NULL
);
COMMENT ON TABLE d_network IS
	'Networks of the last run, everyone in them. Who may read one sees every tie: grant views, not this table.';
COMMENT ON COLUMN d_network.name IS
	'advocacy (who would act on whose word), contact (every tie), mentoring or sponsorship (mentor or sponsor to '
	'mentee or protege).';
COMMENT ON COLUMN d_network.net IS 'The network; people are ids of person_id.';
