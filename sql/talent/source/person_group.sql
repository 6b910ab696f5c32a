CREATE TABLE person_group (
	person_key text,
	attribute text,
	value text
);
COMMENT ON TABLE person_group IS 'Sensitive attributes, such as gender, a row each; read by equity only.';
COMMENT ON COLUMN person_group.person_key IS 'The person. Required.';
COMMENT ON COLUMN person_group.attribute IS 'The attribute. Required.';
COMMENT ON COLUMN person_group.value IS 'Its value. Required.';
