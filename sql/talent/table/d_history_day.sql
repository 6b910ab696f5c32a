CREATE TABLE d_history_day (
	as_of date PRIMARY KEY
);
COMMENT ON TABLE d_history_day IS
	'Days that readiness_history has: those that were published, each after the one before.';
COMMENT ON COLUMN d_history_day.as_of IS 'The day.';
