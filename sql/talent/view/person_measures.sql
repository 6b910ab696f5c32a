CREATE OR REPLACE VIEW person_measures AS
SELECT
	p.as_of,
	d.person_key,
	d.name,
	d.unit,
	d.level,
	d.contacts,
	d.core,
	d.core_band,
	d.strength,
	d.mean_strength,
	d.supporters,
	d.supported,
	d.reciprocity,
	d.density,
	d.effective_size,
	d.efficiency,
	d.clusters,
	d.burt_constraint,
	d.brokerage,
	d.visibility,
	d.cut_person,
	d.community,
	d.diversity,
	d.known_diversity,
	d.unit_diversity,
	d.unit_known,
	d.unit_same,
	d.location_diversity,
	d.location_known,
	d.location_same,
	d.function_diversity,
	d.function_known,
	d.function_same,
	d.level_diversity,
	d.level_known,
	d.level_same,
	d.outside_unit,
	d.outside_company,
	d.above_elsewhere,
	d.former_share,
	d.up,
	d.level_share,
	d.down,
	d.type,
	d.range,
	d.mentees,
	d.proteges,
	d.mentors,
	d.sponsors,
	d.generation,
	d.descendants,
	d.room_as_mentor
FROM d_person_measures AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW person_measures IS
	'What the network says of each person''s contacts, whoever supports whom: one row per person.';
COMMENT ON COLUMN person_measures.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN person_measures.person_key IS 'Key of the person.';
COMMENT ON COLUMN person_measures.name IS 'Name of the person.';
COMMENT ON COLUMN person_measures.unit IS 'Unit of the person; NULL: unknown.';
COMMENT ON COLUMN person_measures.level IS 'Level of the person; NULL: unknown.';
COMMENT ON COLUMN person_measures.contacts IS
	'People tied to the person either way; NULL, like all figures: the person was not surveyed.';
COMMENT ON COLUMN person_measures.core IS
	'Contacts at least as strong as setting core_strength; NULL: no strength is known.';
COMMENT ON COLUMN person_measures.core_band IS
	'under, within or over the band of settings core_low and core_high; NULL: unknown.';
COMMENT ON COLUMN person_measures.strength IS
	'Sum of the strengths of ties to the person: support received, 0 or more.';
COMMENT ON COLUMN person_measures.mean_strength IS
	'Mean strength of contacts, of the stronger way, in (0, 1]; NULL: no strength is known.';
COMMENT ON COLUMN person_measures.supporters IS 'People with a tie to the person.';
COMMENT ON COLUMN person_measures.supported IS 'People with a tie from the person.';
COMMENT ON COLUMN person_measures.reciprocity IS 'Share of contacts tied both ways, in [0, 1]; NULL: no contacts.';
COMMENT ON COLUMN person_measures.density IS
	'Share of the possible ties among the contacts that there are, in [0, 1]; NULL: fewer than two contacts.';
COMMENT ON COLUMN person_measures.effective_size IS
	'Number of contacts less what they have in ties with each other (Burt 1992), at most contacts; NULL: no contacts.';
COMMENT ON COLUMN person_measures.efficiency IS
	'effective_size divided by contacts, in [0, 1]: 1: no contact knows another; NULL: no contacts.';
COMMENT ON COLUMN person_measures.clusters IS
	'Circles of contacts: contacts of two circles are not tied to each other but through the person.';
COMMENT ON COLUMN person_measures.burt_constraint IS
	'How much contacts are tied to each other (Burt 1992), above 0: low: contacts in different places, high: few of '
	'them or one closed circle; NULL: no contacts.';
COMMENT ON COLUMN person_measures.brokerage IS
	'Pairs who have no tie and between whom the person stands, with a tie from the first and one to the second '
	'(Gould and Fernandez 1989); NULL: unit unknown.';
COMMENT ON COLUMN person_measures.visibility IS
	'Share of the attention of all who decide on positions that reaches the person over the advocacy network '
	'(personalised PageRank), in [0, 1]; NULL: nobody decides.';
COMMENT ON COLUMN person_measures.cut_person IS
	'Whether some people would lose all connection with the others without this person.';
COMMENT ON COLUMN person_measures.community IS
	'Number of the group that the person belongs to by the ties in the whole network; it may change from run to run '
	'and only says who is in one group.';
COMMENT ON COLUMN person_measures.diversity IS
	'How mixed the contacts are by unit, location, function and level, in [0, 1]; NULL: too little is known (setting '
	'min_known_diversity).';
COMMENT ON COLUMN person_measures.known_diversity IS 'Share of that which is known, in [0, 1].';
COMMENT ON COLUMN person_measures.unit_diversity IS
	'How mixed the contacts are by unit: Blau index, in [0, 1]; NULL: unknown.';
COMMENT ON COLUMN person_measures.unit_known IS
	'Share of contacts whose unit is known, in [0, 1]; NULL: no contacts, or none recorded at all.';
COMMENT ON COLUMN person_measures.unit_same IS
	'Share of contacts, as far as known, of the person''s own unit, in [0, 1].';
COMMENT ON COLUMN person_measures.location_diversity IS
	'How mixed the contacts are by location: Blau index, in [0, 1]; NULL: unknown.';
COMMENT ON COLUMN person_measures.location_known IS
	'Share of contacts whose location is known, in [0, 1]; NULL: no contacts, or none recorded at all.';
COMMENT ON COLUMN person_measures.location_same IS
	'Share of contacts, as far as known, of the person''s own location, in [0, 1].';
COMMENT ON COLUMN person_measures.function_diversity IS
	'How mixed the contacts are by function: Blau index, in [0, 1]; NULL: unknown.';
COMMENT ON COLUMN person_measures.function_known IS
	'Share of contacts whose function is known, in [0, 1]; NULL: no contacts, or none recorded at all.';
COMMENT ON COLUMN person_measures.function_same IS
	'Share of contacts, as far as known, of the person''s own function, in [0, 1].';
COMMENT ON COLUMN person_measures.level_diversity IS
	'How mixed the contacts are by level: Blau index, in [0, 1]; NULL: unknown.';
COMMENT ON COLUMN person_measures.level_known IS
	'Share of contacts whose level is known, in [0, 1]; NULL: no contacts, or none recorded at all.';
COMMENT ON COLUMN person_measures.level_same IS
	'Share of contacts, as far as known, of the person''s own level, in [0, 1].';
COMMENT ON COLUMN person_measures.outside_unit IS
	'Out-sight: share of contacts outside the unit, as far as known, in [0, 1].';
COMMENT ON COLUMN person_measures.outside_company IS
	'Out-sight: share of contacts outside the company, as far as known, in [0, 1].';
COMMENT ON COLUMN person_measures.above_elsewhere IS
	'Contacts two levels above or more, in another unit; NULL: level or unit unknown.';
COMMENT ON COLUMN person_measures.former_share IS
	'Share of contacts in units where the person worked before, in [0, 1]; NULL: no earlier unit is known.';
COMMENT ON COLUMN person_measures.up IS 'Share of contacts above the person''s level, as far as known, in [0, 1].';
COMMENT ON COLUMN person_measures.level_share IS
	'Share of contacts on the person''s level, as far as known, in [0, 1].';
COMMENT ON COLUMN person_measures.down IS 'Share of contacts below the person''s level, as far as known, in [0, 1].';
COMMENT ON COLUMN person_measures.type IS
	'Kind of developmental network (Higgins and Kram 2001) by diversity and mean_strength, cut at settings '
	'type_diversity_cut and type_strength_cut; NULL: unknown.';
COMMENT ON COLUMN person_measures.range IS
	'How many of the contexts employer, profession and outside supporters come from; NULL: none is known.';
COMMENT ON COLUMN person_measures.mentees IS 'People whom the person mentors.';
COMMENT ON COLUMN person_measures.proteges IS 'People whom the person sponsors.';
COMMENT ON COLUMN person_measures.mentors IS 'Mentors of the person.';
COMMENT ON COLUMN person_measures.sponsors IS
	'Sponsors of the person who count (see sponsorship); NULL: of none it is known, of some it is unknown.';
COMMENT ON COLUMN person_measures.generation IS
	'Length of the longest line of mentors above the person: 0: has no mentor, 1: mentors without one (Malmgren, '
	'Ottino and Amaral 2010); NULL: no mentoring tie.';
COMMENT ON COLUMN person_measures.descendants IS
	'Mentees, their mentees and so on, each counted once; NULL: no mentoring tie.';
COMMENT ON COLUMN person_measures.room_as_mentor IS
	'Mentees whom the person could take beside those of today, by mentor_capacity, else by setting mentor_capacity.';
