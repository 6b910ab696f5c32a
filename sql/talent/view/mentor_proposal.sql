CREATE OR REPLACE VIEW mentor_proposal AS
SELECT
	p.as_of,
	d.mentee_key,
	d.mentor_key,
	d.score,
	d.need_part,
	d.level_part,
	d.unit_part,
	d.introduced_by_key,
	d.introduced_by,
	d.place,
	d.assigned,
	d.mentee,
	d.mentor,
	d.levels_above,
	d.know_each_other,
	d.competencies
FROM d_mentor_proposal AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW mentor_proposal IS
	'Mentors who would suit those who look for one: the best pairs of each mentee, and who would get whom if '
	'capacities are kept.';
COMMENT ON COLUMN mentor_proposal.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN mentor_proposal.mentee_key IS 'Key of the mentee.';
COMMENT ON COLUMN mentor_proposal.mentor_key IS 'Key of the mentor.';
COMMENT ON COLUMN mentor_proposal.score IS
	'How well they suit, in (0, 1]: mean of the parts that are known, with the weights of settings mentor_weight_*.';
COMMENT ON COLUMN mentor_proposal.need_part IS
	'Share of the competencies that the mentee needs which the mentor has at that level, in [0, 1]; NULL: no need is '
	'known.';
COMMENT ON COLUMN mentor_proposal.level_part IS
	'1 for setting mentor_levels_low levels above, less for each level more, in (0, 1]; NULL: a level is unknown.';
COMMENT ON COLUMN mentor_proposal.unit_part IS '1: another unit, 0: the same; NULL: a unit is unknown.';
COMMENT ON COLUMN mentor_proposal.introduced_by_key IS
	'Key of the contact of both who could introduce them best; NULL: they know each other, or nobody could.';
COMMENT ON COLUMN mentor_proposal.introduced_by IS 'Name of that contact.';
COMMENT ON COLUMN mentor_proposal.place IS 'Place among the mentors for this mentee by score, then by key, from 1.';
COMMENT ON COLUMN mentor_proposal.assigned IS
	'Whether they get each other if all mentees are matched together: as many mentees as possible, then the largest '
	'sum of scores, nobody beyond capacity.';
COMMENT ON COLUMN mentor_proposal.mentee IS 'Name of the mentee.';
COMMENT ON COLUMN mentor_proposal.mentor IS 'Name of the mentor.';
COMMENT ON COLUMN mentor_proposal.levels_above IS 'Levels of the mentor above the mentee; NULL: unknown.';
COMMENT ON COLUMN mentor_proposal.know_each_other IS 'Whether they have a tie already.';
COMMENT ON COLUMN mentor_proposal.competencies IS
	'Needed competencies that the mentor has at that level; NULL: no need is known; mentor_proposal_competency has '
	'them in rows.';
