CREATE OR REPLACE VIEW mentoring_health AS
SELECT
	p.as_of,
	d.mentor_key,
	d.mentor,
	d.mentee_key,
	d.mentee,
	d.kind,
	d.stage,
	d.goals,
	d.goals_done,
	d.goals_overdue,
	d.next_due,
	d.days_since_contact,
	d.contact_every_days,
	d.contact_overdue,
	d.ended_but_open,
	d.too_many_goals,
	d.too_few_goals,
	d.since,
	d.last_contact,
	d.strength,
	d.levels_above,
	d.remote,
	d.mutual,
	d.problems
FROM d_mentoring_health AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW mentoring_health IS 'How each mentoring tie stands: stage, goals, contact, and what is wrong with it.';
COMMENT ON COLUMN mentoring_health.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN mentoring_health.mentor_key IS 'Key of the mentor.';
COMMENT ON COLUMN mentoring_health.mentor IS 'Name of the mentor.';
COMMENT ON COLUMN mentoring_health.mentee_key IS 'Key of the mentee.';
COMMENT ON COLUMN mentoring_health.mentee IS 'Name of the mentee.';
COMMENT ON COLUMN mentoring_health.kind IS 'Kind of tie.';
COMMENT ON COLUMN mentoring_health.stage IS
	'goals met, dormant (no contact for twice the time agreed), at risk (contact is overdue), new (setting '
	'tie_new_days) or active; NULL: unknown.';
COMMENT ON COLUMN mentoring_health.goals IS 'Goals and milestones; NULL: the source has none of anybody.';
COMMENT ON COLUMN mentoring_health.goals_done IS 'Of these, done.';
COMMENT ON COLUMN mentoring_health.goals_overdue IS 'Of these, not done although due; NULL: no day is known.';
COMMENT ON COLUMN mentoring_health.next_due IS 'When the next goal that is not done is due; NULL: none has a day.';
COMMENT ON COLUMN mentoring_health.days_since_contact IS 'Days since the last contact; NULL: unknown.';
COMMENT ON COLUMN mentoring_health.contact_every_days IS
	'Days between contacts as agreed, else by setting contact_days; a month has 30; NULL: neither.';
COMMENT ON COLUMN mentoring_health.contact_overdue IS 'Whether a contact is overdue; NULL: no contact is known.';
COMMENT ON COLUMN mentoring_health.ended_but_open IS
	'Whether all goals are done and the tie is still open; NULL: goals are unknown.';
COMMENT ON COLUMN mentoring_health.too_many_goals IS
	'Whether it has more open goals than setting goals_high; NULL: goals are unknown.';
COMMENT ON COLUMN mentoring_health.too_few_goals IS
	'Whether it has fewer goals than setting goals_low; NULL: goals are unknown.';
COMMENT ON COLUMN mentoring_health.since IS 'First day of the tie; NULL: unknown.';
COMMENT ON COLUMN mentoring_health.last_contact IS 'Last contact; NULL: unknown.';
COMMENT ON COLUMN mentoring_health.strength IS 'Strength of the tie, in (0, 1].';
COMMENT ON COLUMN mentoring_health.levels_above IS
	'Levels of the mentor above the mentee; below 0: reverse mentoring; 0: peers; NULL: unknown.';
COMMENT ON COLUMN mentoring_health.remote IS
	'Whether the mentor is external or of another company; NULL: a company is unknown.';
COMMENT ON COLUMN mentoring_health.mutual IS 'Whether each mentors the other.';
COMMENT ON COLUMN mentoring_health.problems IS 'What is wrong; mentoring_problem has it in rows.';
