CREATE TABLE d_unit_mixing (
	from_unit text NOT NULL,
	to_unit text NOT NULL,
	ties bigint NOT NULL CHECK (ties % 5 = 0),
	expected float8 NOT NULL,
	ratio float8,
	PRIMARY KEY (from_unit, to_unit)
);
COMMENT ON TABLE d_unit_mixing IS 'Seen through the view unit_mixing.';
