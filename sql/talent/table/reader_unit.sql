CREATE TABLE reader_unit (
	role_name text NOT NULL,
	unit text NOT NULL,
	PRIMARY KEY (role_name, unit)
);
COMMENT ON TABLE reader_unit IS
	'Which role sees which unit through the views reader_*; made by reader. To take a unit away, delete the row.';
COMMENT ON COLUMN reader_unit.role_name IS 'Name of the role; members of it see the unit.';
COMMENT ON COLUMN reader_unit.unit IS 'The unit.';
