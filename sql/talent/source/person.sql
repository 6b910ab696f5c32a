CREATE TABLE person (
	person_key text,
	name text,
	unit text,
	company text,
	location text,
	job_function text,
	level integer,
	manager_key text,
	joined date,
	level_since date,
	last_day date,
	worker_type text,
	surveyed boolean,
	performance float8,
	potential float8,
	mentor_capacity integer,
	wants_mentor boolean
);
COMMENT ON TABLE person IS
	'Everybody who works here or is a contact, a row each; a re-hired person has a row for each time. Required.';
COMMENT ON COLUMN person.person_key IS 'The company''s own key of the person. Required.';
COMMENT ON COLUMN person.name IS 'Name to be shown; NULL: the key.';
COMMENT ON COLUMN person.unit IS 'Unit of the organisation.';
COMMENT ON COLUMN person.company IS 'Company, or legal entity.';
COMMENT ON COLUMN person.location IS 'Place of work.';
COMMENT ON COLUMN person.job_function IS 'Function, such as finance or engineering.';
COMMENT ON COLUMN person.level IS 'Level in the hierarchy; higher is more senior.';
COMMENT ON COLUMN person.manager_key IS 'Key of the manager; gives a tie of kind manager.';
COMMENT ON COLUMN person.joined IS 'First day employed; NULL: always.';
COMMENT ON COLUMN person.level_since IS 'Since when on this level.';
COMMENT ON COLUMN person.last_day IS 'Last day employed; NULL: not known to leave.';
COMMENT ON COLUMN person.worker_type IS 'employee, contractor or external; NULL: employee.';
COMMENT ON COLUMN person.surveyed IS 'Whether the person was asked for their ties; NULL: yes.';
COMMENT ON COLUMN person.performance IS 'Performance, any scale, higher is better.';
COMMENT ON COLUMN person.potential IS 'Potential, any scale, higher is better.';
COMMENT ON COLUMN person.mentor_capacity IS 'How many mentees the person can take; NULL: by setting.';
COMMENT ON COLUMN person.wants_mentor IS 'Whether the person looks for a mentor.';
