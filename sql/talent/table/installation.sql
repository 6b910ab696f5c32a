CREATE TABLE installation (
	one boolean PRIMARY KEY DEFAULT true CHECK (one),
	source text NOT NULL
);
COMMENT ON TABLE installation IS 'Where this schema reads from; one row.';
COMMENT ON COLUMN installation.one IS 'Always true: there is one row.';
COMMENT ON COLUMN installation.source IS 'Schema with the source relations; change it by create_talent_schema.';
