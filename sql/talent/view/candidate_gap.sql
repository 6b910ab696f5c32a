CREATE OR REPLACE VIEW candidate_gap AS
SELECT
	p.as_of,
	d.position_key,
	d.person_key,
	d.competency,
	d.level_needed,
	d.weight,
	d.level_had,
	d.gap,
	d.unknown,
	d.teachers
FROM d_candidate_gap AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW candidate_gap IS 'What each candidate has and lacks for the position, one row per competency.';
COMMENT ON COLUMN candidate_gap.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN candidate_gap.position_key IS 'Key of the position or pool.';
COMMENT ON COLUMN candidate_gap.person_key IS 'Key of the candidate.';
COMMENT ON COLUMN candidate_gap.competency IS 'The competency that is needed.';
COMMENT ON COLUMN candidate_gap.level_needed IS 'Level that is needed.';
COMMENT ON COLUMN candidate_gap.weight IS 'Weight of the competency.';
COMMENT ON COLUMN candidate_gap.level_had IS
	'Level rated: by assessors before managers before others before oneself; NULL: not rated.';
COMMENT ON COLUMN candidate_gap.gap IS 'How far it is below the level needed, 0: not; NULL: not rated.';
COMMENT ON COLUMN candidate_gap.unknown IS 'Whether nobody has rated it.';
COMMENT ON COLUMN candidate_gap.teachers IS
	'Keys of contacts with at least the level needed, best first; only where there is a gap; gap_teacher has them in '
	'rows.';
