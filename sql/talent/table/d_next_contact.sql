CREATE TABLE d_next_contact (
	person_key text NOT NULL,
	place bigint NOT NULL,
	contact_key text NOT NULL,
	contact text NOT NULL,
	gain float8,
	through_key text,
	through text,
	contact_unit text,
	hears_or_decides boolean NOT NULL,
	PRIMARY KEY (person_key, place)
);
CREATE INDEX d_next_contact_contact ON d_next_contact (contact_key);
CREATE INDEX d_next_contact_through ON d_next_contact (through_key);
COMMENT ON TABLE d_next_contact IS 'Seen through the view next_contact.';
