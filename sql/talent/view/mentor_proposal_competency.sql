CREATE OR REPLACE VIEW mentor_proposal_competency AS
SELECT
	p.as_of,
	d.mentee_key,
	d.mentor_key,
	c.place,
	c.competency
FROM d_mentor_proposal AS d
CROSS JOIN d_published AS p
CROSS JOIN LATERAL unnest(d.competencies) WITH ORDINALITY AS c (competency, place);
COMMENT ON VIEW mentor_proposal_competency IS
	'Competencies that a proposed mentor could teach the mentee, one row per competency.';
COMMENT ON COLUMN mentor_proposal_competency.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN mentor_proposal_competency.mentee_key IS 'Key of the mentee.';
COMMENT ON COLUMN mentor_proposal_competency.mentor_key IS 'Key of the mentor.';
COMMENT ON COLUMN mentor_proposal_competency.place IS 'Place in the order of the words, from 1.';
COMMENT ON COLUMN mentor_proposal_competency.competency IS 'The competency.';
