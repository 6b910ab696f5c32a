CREATE TABLE d_vacancy_cascade (
	position_key text NOT NULL,
	step integer NOT NULL,
	parent_step integer,
	opened_key text NOT NULL,
	filled_by_key text,
	filled_by text,
	score float8,
	months_to_ready integer,
	PRIMARY KEY (position_key, step)
);
CREATE INDEX d_vacancy_cascade_filled_by ON d_vacancy_cascade (filled_by_key);
COMMENT ON TABLE d_vacancy_cascade IS 'Seen through the view vacancy_cascade.';
