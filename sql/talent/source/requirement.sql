CREATE TABLE requirement (
	position_key text,
	competency text,
	level float8,
	weight float8
);
COMMENT ON TABLE requirement IS 'Which competencies a position needs, a row each.';
COMMENT ON COLUMN requirement.position_key IS 'The position. Required.';
COMMENT ON COLUMN requirement.competency IS 'The competency. Required.';
COMMENT ON COLUMN requirement.level IS 'Level needed, 0 or more. Required.';
COMMENT ON COLUMN requirement.weight IS 'Weight, 0 or more; NULL: 1.';
