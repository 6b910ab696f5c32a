CREATE OR REPLACE VIEW support_coverage AS
SELECT
	p.as_of,
	s.person_key,
	k.support,
	k.family,
	coalesce(d.givers, 0) AS givers,
	CASE WHEN d.givers > 0 THEN false WHEN s.unknown_supporters = 0 THEN true END AS missing,
	d.only_giver_key,
	d.only_giver,
	s.unknown_supporters
FROM d_supported AS s
CROSS JOIN d_support_counted AS k
LEFT JOIN d_support_coverage AS d ON d.person_key = s.person_key AND d.support = k.support
CROSS JOIN d_published AS p;
COMMENT ON VIEW support_coverage IS
	'Who lacks which kind of support, and what rests on one supporter: one row per person and kind; only people of '
	'whom some support is known.';
COMMENT ON COLUMN support_coverage.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN support_coverage.person_key IS 'Key of the person.';
COMMENT ON COLUMN support_coverage.support IS 'Kind of support, one of support_kind.';
COMMENT ON COLUMN support_coverage.family IS 'benefit, sponsor act or mentor act.';
COMMENT ON COLUMN support_coverage.givers IS 'People known to give it to the person.';
COMMENT ON COLUMN support_coverage.missing IS
	'Whether nobody gives it; NULL: nobody is known to, but not all supporters were asked about.';
COMMENT ON COLUMN support_coverage.only_giver_key IS 'Key of the only one who gives it; NULL: none or several.';
COMMENT ON COLUMN support_coverage.only_giver IS 'Name of the only one who gives it.';
COMMENT ON COLUMN support_coverage.unknown_supporters IS 'Supporters of whom it is not known what they give.';
