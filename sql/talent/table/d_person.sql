CREATE TABLE d_person (
	person_key text PRIMARY KEY,
	name text NOT NULL,
	unit text
);
COMMENT ON TABLE d_person IS
	'Names and units of the people of the last run, for functions and for the views of readers.';
COMMENT ON COLUMN d_person.person_key IS 'The company''s own key.';
COMMENT ON COLUMN d_person.name IS 'The name; the key if there is none.';
COMMENT ON COLUMN d_person.unit IS 'The unit; NULL: unknown.';
