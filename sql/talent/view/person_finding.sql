CREATE OR REPLACE VIEW person_finding AS
SELECT
	p.as_of,
	d.person_key,
	d.name,
	d.finding,
	d.evidence,
	d.setting
FROM d_person_finding AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW person_finding IS
	'What a person''s network suggests to talk about, one row per person and finding; to be granted to few: it '
	'labels people.';
COMMENT ON COLUMN person_finding.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN person_finding.person_key IS 'Key of the person.';
COMMENT ON COLUMN person_finding.name IS 'Name of the person.';
COMMENT ON COLUMN person_finding.finding IS
	'formalist, biased, overloaded, disconnected, superficial, chameleon, home_unit_bias, impasse, unseen_potential, '
	'only_boss_sponsors, pool_not_refreshed, outdated_mentor or hoarding_manager.';
COMMENT ON COLUMN person_finding.evidence IS 'What was found, in words and figures.';
COMMENT ON COLUMN person_finding.setting IS 'Settings that were used and their values.';
