CREATE OR REPLACE VIEW mentoring_problem AS
SELECT
	p.as_of,
	d.mentor_key,
	d.mentee_key,
	d.kind,
	b.place,
	b.problem
FROM d_mentoring_health AS d
CROSS JOIN d_published AS p
CROSS JOIN LATERAL unnest(d.problems) WITH ORDINALITY AS b (problem, place);
COMMENT ON VIEW mentoring_problem IS 'What is wrong with each mentoring tie, one row per problem.';
COMMENT ON COLUMN mentoring_problem.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN mentoring_problem.mentor_key IS 'Key of the mentor.';
COMMENT ON COLUMN mentoring_problem.mentee_key IS 'Key of the mentee.';
COMMENT ON COLUMN mentoring_problem.kind IS 'Kind of tie.';
COMMENT ON COLUMN mentoring_problem.place IS 'Place among the problems of the tie, from 1.';
COMMENT ON COLUMN mentoring_problem.problem IS 'What is wrong.';
