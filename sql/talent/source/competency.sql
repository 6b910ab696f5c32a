CREATE TABLE competency (
	person_key text,
	competency text,
	level float8,
	rater text,
	rated_on date
);
COMMENT ON TABLE competency IS 'Ratings of competencies, a row each.';
COMMENT ON COLUMN competency.person_key IS 'Who was rated. Required.';
COMMENT ON COLUMN competency.competency IS 'The competency. Required.';
COMMENT ON COLUMN competency.level IS 'Level, 0 (known to have none) or more. Required.';
COMMENT ON COLUMN competency.rater IS 'Who rated: self, manager, peer, report or assessor.';
COMMENT ON COLUMN competency.rated_on IS 'Day of the rating.';
