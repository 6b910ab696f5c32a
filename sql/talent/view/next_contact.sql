CREATE OR REPLACE VIEW next_contact AS
SELECT
	p.as_of,
	d.person_key,
	d.place,
	d.contact_key,
	d.contact,
	d.gain,
	d.through_key,
	d.through,
	d.contact_unit,
	d.hears_or_decides
FROM d_next_contact AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW next_contact IS
	'Whom each candidate could meet next, the largest gain first, at most as many as the setting next_contacts; who '
	'has no contact outside the unit is shown outsiders only.';
COMMENT ON COLUMN next_contact.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN next_contact.person_key IS 'Key of the candidate.';
COMMENT ON COLUMN next_contact.place IS 'Place among the candidate''s rows, from 1.';
COMMENT ON COLUMN next_contact.contact_key IS 'Key of whom to meet.';
COMMENT ON COLUMN next_contact.contact IS 'Name of whom to meet.';
COMMENT ON COLUMN next_contact.gain IS
	'What a tie with them would add to the effective size of the candidate''s network (Burt), about 1 for a new '
	'circle; NULL: the candidate''s contacts are not known.';
COMMENT ON COLUMN next_contact.through_key IS 'Key of a contact of both who could introduce them; NULL: nobody can.';
COMMENT ON COLUMN next_contact.through IS 'Name of who could introduce them.';
COMMENT ON COLUMN next_contact.contact_unit IS 'Unit of whom to meet; NULL: unknown.';
COMMENT ON COLUMN next_contact.hears_or_decides IS
	'Whether they decide on a position of the candidate, or such a decider acts on their word.';
