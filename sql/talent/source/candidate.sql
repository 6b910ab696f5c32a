CREATE TABLE candidate (
	position_key text,
	person_key text,
	ready_on date,
	months_to_ready integer,
	assessed_on date,
	status text,
	until date,
	emergency boolean
);
COMMENT ON TABLE candidate IS 'Who is considered for which position or pool, a row each.';
COMMENT ON COLUMN candidate.position_key IS 'The position. Required.';
COMMENT ON COLUMN candidate.person_key IS 'The candidate. Required.';
COMMENT ON COLUMN candidate.ready_on IS 'Day on which the candidate is ready.';
COMMENT ON COLUMN candidate.months_to_ready IS 'Or the months until then, counted from assessed_on.';
COMMENT ON COLUMN candidate.assessed_on IS 'Day of the assessment.';
COMMENT ON COLUMN candidate.status IS 'nominated, approved, declined or withdrawn; NULL: nominated.';
COMMENT ON COLUMN candidate.until IS 'First day on which the candidacy no longer counts; NULL: open.';
COMMENT ON COLUMN candidate.emergency IS 'Whether the person is emergency cover only; NULL: no.';
