-- The function index_results makes its indexes.
CREATE TABLE d_mentoring_health (
	mentor_key text NOT NULL,
	mentor text NOT NULL,
	mentee_key text NOT NULL,
	mentee text NOT NULL,
	kind text NOT NULL,
	stage text,
	goals bigint,
	goals_done bigint,
	goals_overdue bigint,
	next_due date,
	days_since_contact integer,
	contact_every_days integer,
	contact_overdue boolean,
	ended_but_open boolean,
	too_many_goals boolean,
	too_few_goals boolean,
	since date,
	last_contact date,
	strength float8 NOT NULL,
	levels_above integer,
	remote boolean,
	mutual boolean NOT NULL,
	problems text[] NOT NULL
);
-- The table has no primary key. In a publication FOR ALL TABLES, DELETE would be an error without this.
ALTER TABLE d_mentoring_health REPLICA IDENTITY FULL;
COMMENT ON TABLE d_mentoring_health IS 'Seen through the view mentoring_health.';
