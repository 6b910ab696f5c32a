CREATE TABLE setting (
	name text PRIMARY KEY,
	value float8,
	unit text,
	meaning text NOT NULL,
	source text NOT NULL
);
COMMENT ON TABLE setting IS 'Thresholds. Change value by UPDATE; the next refresh uses it.';
COMMENT ON COLUMN setting.name IS 'Name of the setting.';
COMMENT ON COLUMN setting.value IS 'Its value; NULL: the rule is off.';
COMMENT ON COLUMN setting.unit IS 'Unit of the value.';
COMMENT ON COLUMN setting.meaning IS 'What it does.';
COMMENT ON COLUMN setting.source IS 'Where the default comes from.';
