CREATE OR REPLACE VIEW gap_teacher AS
SELECT
	p.as_of,
	d.position_key,
	d.person_key,
	d.competency,
	t.place,
	t.teacher_key
FROM d_candidate_gap AS d
CROSS JOIN d_published AS p
CROSS JOIN LATERAL unnest(d.teachers) WITH ORDINALITY AS t (teacher_key, place);
COMMENT ON VIEW gap_teacher IS 'Which contacts could teach a candidate what is lacking, one row per contact.';
COMMENT ON COLUMN gap_teacher.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN gap_teacher.position_key IS 'Key of the position or pool.';
COMMENT ON COLUMN gap_teacher.person_key IS 'Key of the candidate.';
COMMENT ON COLUMN gap_teacher.competency IS 'The competency that is lacking.';
COMMENT ON COLUMN gap_teacher.place IS 'Place of the contact, from 1: the highest level first.';
COMMENT ON COLUMN gap_teacher.teacher_key IS 'Key of a contact with at least the level needed.';
