CREATE OR REPLACE VIEW sponsorship AS
SELECT
	p.as_of,
	d.sponsor_key,
	d.sponsor,
	d.protege_key,
	d.protege,
	d.counts,
	d.reason,
	d.since,
	d.last_contact,
	d.kind,
	d.strength,
	d.levels_above,
	d.in_line,
	d.overdue,
	d.proteges,
	d.acts
FROM d_sponsorship AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW sponsorship IS
	'Who sponsors whom, and whether that counts or is so in name only: one row per sponsor tie.';
COMMENT ON COLUMN sponsorship.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN sponsorship.sponsor_key IS 'Key of the sponsor.';
COMMENT ON COLUMN sponsorship.sponsor IS 'Name of the sponsor.';
COMMENT ON COLUMN sponsorship.protege_key IS 'Key of the protege.';
COMMENT ON COLUMN sponsorship.protege IS 'Name of the protege.';
COMMENT ON COLUMN sponsorship.counts IS
	'Whether the sponsor counts: enough levels above the protege (setting sponsor_levels_above) and as the other '
	'sponsor settings say; NULL: a level is unknown.';
COMMENT ON COLUMN sponsorship.reason IS 'Why the sponsor does not count, or why that is unknown; NULL: counts.';
COMMENT ON COLUMN sponsorship.since IS 'First day of the tie; NULL: unknown.';
COMMENT ON COLUMN sponsorship.last_contact IS 'Last contact; NULL: unknown.';
COMMENT ON COLUMN sponsorship.kind IS 'Kind of tie.';
COMMENT ON COLUMN sponsorship.strength IS 'Strength of the tie, in (0, 1].';
COMMENT ON COLUMN sponsorship.levels_above IS 'Levels of the sponsor above the protege; below 0: below; NULL: unknown.';
COMMENT ON COLUMN sponsorship.in_line IS 'Whether the sponsor is above the protege in the reporting line.';
COMMENT ON COLUMN sponsorship.overdue IS
	'Whether a contact is overdue by contact_every or setting contact_days; NULL: no contact is known.';
COMMENT ON COLUMN sponsorship.proteges IS 'Proteges whom this sponsor has in all.';
COMMENT ON COLUMN sponsorship.acts IS
	'What the sponsor does, kinds of support; NULL: not asked; sponsorship_act has them in rows.';
