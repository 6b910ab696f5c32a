CREATE OR REPLACE VIEW developmental_network AS
SELECT
	p.as_of,
	d.person_key,
	d.contact_key,
	d.contact,
	d.kinds,
	d.supports,
	d.strength,
	d.core,
	d.redundant,
	d.last_contact,
	d.overdue,
	d.stage,
	d.since,
	d.mutual,
	d.levels_above,
	d.other_unit,
	d.context
FROM d_developmental_network AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW developmental_network IS 'Who supports each person and how: one row per person and supporter.';
COMMENT ON COLUMN developmental_network.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN developmental_network.person_key IS 'Key of the person who is supported.';
COMMENT ON COLUMN developmental_network.contact_key IS 'Key of the supporter.';
COMMENT ON COLUMN developmental_network.contact IS 'Name of the supporter.';
COMMENT ON COLUMN developmental_network.kinds IS
	'Kinds of ties from the supporter; developmental_kind has them in rows.';
COMMENT ON COLUMN developmental_network.supports IS
	'Kinds of support given; NULL: not asked; developmental_support has them in rows.';
COMMENT ON COLUMN developmental_network.strength IS 'Strength of the strongest of these ties, in (0, 1].';
COMMENT ON COLUMN developmental_network.core IS
	'Whether the supporter belongs to the core (setting core_strength); NULL: the strength is a default.';
COMMENT ON COLUMN developmental_network.redundant IS
	'Whether a supporter who is closer to the person (stronger, then with fewer contacts, then by key) is tied to '
	'this one: both are one way to the same circle.';
COMMENT ON COLUMN developmental_network.last_contact IS 'Last contact; NULL: unknown.';
COMMENT ON COLUMN developmental_network.overdue IS
	'Whether a contact is overdue by contact_every or setting contact_days; NULL: no contact is known.';
COMMENT ON COLUMN developmental_network.stage IS
	'dormant (no contact for twice the time agreed), at risk (contact is overdue), new (setting tie_new_days) or '
	'active; NULL: unknown.';
COMMENT ON COLUMN developmental_network.since IS 'First day of the oldest of these ties; NULL: unknown.';
COMMENT ON COLUMN developmental_network.mutual IS 'Whether the person supports the supporter too.';
COMMENT ON COLUMN developmental_network.levels_above IS
	'Levels of the supporter above the person; below 0: below; NULL: unknown.';
COMMENT ON COLUMN developmental_network.other_unit IS
	'Whether the supporter is of another unit; NULL: a unit is unknown.';
COMMENT ON COLUMN developmental_network.context IS
	'Where they know each other from: employer, profession or outside; NULL: unknown.';
