CREATE TABLE job_position (
	position_key text,
	title text,
	unit text,
	level integer,
	critical boolean,
	openings integer,
	pool boolean,
	vacant_from date
);
COMMENT ON TABLE job_position IS 'Positions and talent pools, a row each.';
COMMENT ON COLUMN job_position.position_key IS 'The company''s own key of the position. Required.';
COMMENT ON COLUMN job_position.title IS 'Title of the position. Required.';
COMMENT ON COLUMN job_position.unit IS 'Unit of the position.';
COMMENT ON COLUMN job_position.level IS 'Level of the position; higher is more senior.';
COMMENT ON COLUMN job_position.critical IS 'Whether the position must not stay empty; NULL: no.';
COMMENT ON COLUMN job_position.openings IS 'How many people hold such a position; NULL: 1.';
COMMENT ON COLUMN job_position.pool IS 'Whether this is a talent pool, not a position; NULL: no.';
COMMENT ON COLUMN job_position.vacant_from IS 'Day from which the position is or will be vacant.';
