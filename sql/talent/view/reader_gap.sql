CREATE OR REPLACE VIEW reader_gap WITH (security_barrier) AS
SELECT
	p.as_of,
	d.position_key,
	d.person_key,
	d.competency,
	d.level_needed,
	d.weight,
	d.level_had,
	d.gap,
	d.unknown
FROM d_candidate_gap AS d CROSS JOIN d_published AS p JOIN known_to_reader AS c ON c.person_key = d.person_key;
COMMENT ON VIEW reader_gap IS 'candidate_gap of candidates of the reader''s units, without the teachers.';
COMMENT ON COLUMN reader_gap.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN reader_gap.position_key IS 'Key of the position or pool.';
COMMENT ON COLUMN reader_gap.person_key IS 'Key of the candidate.';
COMMENT ON COLUMN reader_gap.competency IS 'The competency that is needed.';
COMMENT ON COLUMN reader_gap.level_needed IS 'Level that is needed.';
COMMENT ON COLUMN reader_gap.weight IS 'Weight of the competency.';
COMMENT ON COLUMN reader_gap.level_had IS
	'Level rated: by assessors before managers before others before oneself; NULL: not rated.';
COMMENT ON COLUMN reader_gap.gap IS 'How far it is below the level needed, 0: not; NULL: not rated.';
COMMENT ON COLUMN reader_gap.unknown IS 'Whether nobody has rated it.';
