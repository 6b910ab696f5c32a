CREATE TABLE object (
	name text NOT NULL,
	kind text NOT NULL,
	version text NOT NULL,
	definition_md5 text,
	PRIMARY KEY (kind, name)
);
COMMENT ON TABLE object IS 'What create_talent_schema has made here, to see what has been edited since.';
COMMENT ON COLUMN object.name IS 'Name of the object.';
COMMENT ON COLUMN object.kind IS 'table, rows, step, function, view or procedure.';
COMMENT ON COLUMN object.version IS 'Version of mentorgraph that made or replaced it last.';
COMMENT ON COLUMN object.definition_md5 IS
	'MD5 of the definition as the catalogues had it then; NULL for rows and steps.';
