CREATE TABLE objection (
	objector_key text,
	person_key text,
	position_key text,
	since date,
	until date
);
COMMENT ON TABLE objection IS 'Who objects to whom, a row each.';
COMMENT ON COLUMN objection.objector_key IS 'Who objects. Required.';
COMMENT ON COLUMN objection.person_key IS 'To whom. Required.';
COMMENT ON COLUMN objection.position_key IS 'For which position; NULL: for all.';
COMMENT ON COLUMN objection.since IS 'First day; NULL: always.';
COMMENT ON COLUMN objection.until IS 'First day after; NULL: open.';
