CREATE OR REPLACE VIEW equity AS
SELECT
	d.as_of,
	d.subject,
	d.attribute,
	d.group_name,
	d.people,
	d.rate,
	d.reference_group,
	d.difference,
	d.lower,
	d.upper,
	d.impact_ratio,
	d.verdict
FROM d_equity AS d;
COMMENT ON VIEW equity IS
	'Whether groups have sponsors who count, and come on slates, alike; one row per subject, attribute and group of '
	'at least min_group people. From counts rounded to 5, once a quarter.';
COMMENT ON COLUMN equity.as_of IS
	'Day that the row was published for; it stays for the months that the setting equity_every_months has.';
COMMENT ON COLUMN equity.subject IS
	'sponsorship: of the people of the group, who has a sponsor who counts; slate: of the candidates of the group, '
	'emergency cover apart, who is on a slate.';
COMMENT ON COLUMN equity.attribute IS 'The attribute, as person_group has it.';
COMMENT ON COLUMN equity.group_name IS 'Its value; smaller groups have no row.';
COMMENT ON COLUMN equity.people IS
	'People of the group, rounded to 5, without external people and those of whom the figure is unknown.';
COMMENT ON COLUMN equity.rate IS
	'Share of these people who have a sponsor who counts, or are on a slate, in [0, 1]; both counts rounded to 5.';
COMMENT ON COLUMN equity.reference_group IS
	'The group with the highest rate among those of at least equity_min_people; without one, among all; of equals '
	'the largest, then by name.';
COMMENT ON COLUMN equity.difference IS 'Rate less the rate of the reference group.';
COMMENT ON COLUMN equity.lower IS 'Lower 95 % limit of the difference (Newcombe 1998), by the rounded counts.';
COMMENT ON COLUMN equity.upper IS 'Upper 95 % limit of the difference.';
COMMENT ON COLUMN equity.impact_ratio IS
	'The smaller of the group''s and the reference group''s rate divided by the larger; 1 for the reference; NULL: '
	'both are 0.';
COMMENT ON COLUMN equity.verdict IS
	'reference; gap: impact_ratio below setting equity_impact_ratio and more than chance (Fisher, Holm, 0.05); no '
	'gap; too few to tell: below it and chance may do it, or a group below equity_min_people.';
