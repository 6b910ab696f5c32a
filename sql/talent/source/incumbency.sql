CREATE TABLE incumbency (
	position_key text,
	person_key text,
	since date,
	until date,
	acting boolean
);
COMMENT ON TABLE incumbency IS 'Who holds or has held which position, a row each.';
COMMENT ON COLUMN incumbency.position_key IS 'The position. Required.';
COMMENT ON COLUMN incumbency.person_key IS 'Who holds it. Required.';
COMMENT ON COLUMN incumbency.since IS 'First day; NULL: always.';
COMMENT ON COLUMN incumbency.until IS 'First day after; NULL: open.';
COMMENT ON COLUMN incumbency.acting IS 'Whether the person only stands in; NULL: no.';
