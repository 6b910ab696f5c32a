CREATE TABLE tie (
	from_key text,
	to_key text,
	kind text,
	strength float8,
	since date,
	until date,
	last_contact date,
	contact_every interval,
	support text,
	reported_by text,
	context text
);
COMMENT ON TABLE tie IS 'Who supports whom, one row per tie. Required.';
COMMENT ON COLUMN tie.from_key IS 'Who supports. Required.';
COMMENT ON COLUMN tie.to_key IS 'Who is supported. Required.';
COMMENT ON COLUMN tie.kind IS 'Kind of tie, one of tie_kind, such as sponsor or mentor. Required.';
COMMENT ON COLUMN tie.strength IS 'How far the tie can be relied on, in (0, 1]; NULL: the default of its kind.';
COMMENT ON COLUMN tie.since IS 'First day of the tie; NULL: always.';
COMMENT ON COLUMN tie.until IS 'First day after the tie; NULL: open.';
COMMENT ON COLUMN tie.last_contact IS 'Last contact of the two.';
COMMENT ON COLUMN tie.contact_every IS 'How often they have agreed to be in contact.';
COMMENT ON COLUMN tie.support IS 'Kinds of support, one of support_kind, separated by ; (or an array of text).';
COMMENT ON COLUMN tie.reported_by IS 'Who has reported the tie: from, to, both or system.';
COMMENT ON COLUMN tie.context IS 'Where they know each other from: employer, profession or outside.';
