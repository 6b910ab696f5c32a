CREATE TABLE support_kind (
	kind text PRIMARY KEY CHECK (kind = lower(kind)),
	family text NOT NULL CHECK (family IN ('benefit', 'sponsor act', 'mentor act'))
);
COMMENT ON TABLE support_kind IS 'Kinds of support, in lower case. Add your own by INSERT.';
COMMENT ON COLUMN support_kind.kind IS 'The kind of support, in lower case.';
COMMENT ON COLUMN support_kind.family IS 'benefit, sponsor act or mentor act.';
