CREATE TABLE d_supported (
	person_key text PRIMARY KEY,
	unknown_supporters bigint NOT NULL
);
COMMENT ON TABLE d_supported IS 'Seen through the view support_coverage: people of whom some support is known.';
COMMENT ON COLUMN d_supported.person_key IS 'Key of the person.';
COMMENT ON COLUMN d_supported.unknown_supporters IS 'Supporters of whom it is not known what they give.';
