CREATE TABLE d_if_person_leaves (
	person_key text NOT NULL,
	name text NOT NULL,
	effect text NOT NULL,
	position_key text NOT NULL,
	other_key text NOT NULL,
	strength_before float8,
	strength_after float8,
	PRIMARY KEY (person_key, effect, position_key, other_key)
);
CREATE INDEX d_if_person_leaves_other ON d_if_person_leaves (other_key);
COMMENT ON TABLE d_if_person_leaves IS
	'Seen through the view if_person_leaves; the empty string is no position, nobody.';
