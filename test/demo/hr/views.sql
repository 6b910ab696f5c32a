-- views.sql - the tables of database.sql as the talent schema reads them. Copy this file, and put in your own tables.
--
-- A view passes bad rows on: check_talent_source and data_problem then say which they are, and why they are left out.
-- But it must not fail on one, as an error in a view stops the refresh. Columns that you do not have can be left out.
CREATE SCHEMA talent_source;
SET search_path = talent_source, hr;

CREATE VIEW person AS -- 'G7' is level 7; a trainee's level is unknown; both kinds of contract are of employees
SELECT emp_no AS person_key, concat_ws(' ', first_name, last_name) AS name, dept AS unit, entity AS company,
	site AS location, job_family AS job_function, substring(grade FROM '^G([0-9]+)$')::integer AS level,
	manager_no AS manager_key, hired_on AS joined, grade_since AS level_since, left_on AS last_day,
	CASE contract WHEN 'Permanent' THEN 'employee' WHEN 'Temporary' THEN 'employee' WHEN 'Agency' THEN 'contractor'
		ELSE contract END AS worker_type,
	in_survey AS surveyed, rating AS performance,
	CASE potential WHEN 'High' THEN 3 WHEN 'Medium' THEN 2 WHEN 'Low' THEN 1 END AS potential,
	mentees_max AS mentor_capacity, seeks_mentor AS wants_mentor
FROM employee
UNION ALL -- people outside, as contacts and mentors
SELECT contact_no, full_name, NULL, organisation, NULL, field, NULL, NULL, NULL, NULL, NULL, 'external', NULL, NULL,
	NULL, NULL, NULL
FROM outside_person;

CREATE VIEW tie AS -- other_no supports emp_no; ended_on is the last day; 9 is "don't know"; 6 is a slip, to be named
SELECT other_no AS from_key, emp_no AS to_key, rel_type AS kind,
	CASE WHEN answer BETWEEN 1 AND 5 THEN mentorgraph.strength_from_scale(answer, 1, 5)
		WHEN answer <> 9 THEN answer END AS strength,
	started_on AS since, nullif(ended_on, '9999-12-31') + 1 AS until, last_meeting AS last_contact,
	CASE meets WHEN 'weekly' THEN '7 days' WHEN 'monthly' THEN '1 month' WHEN 'quarterly' THEN '3 months' END
		AS contact_every,
	string_to_array(help, ', ') AS support, 'to' AS reported_by, met_through AS context
FROM relationship;

CREATE VIEW job_position AS
SELECT pos_no AS position_key, title, dept AS unit, substring(grade FROM '^G([0-9]+)$')::integer AS level, critical,
	headcount AS openings, vacant_on AS vacant_from
FROM position;

CREATE VIEW incumbency AS
SELECT pos_no AS position_key, emp_no AS person_key, acting, from_date AS since,
	nullif(to_date, '9999-12-31') + 1 AS until
FROM assignment;

CREATE VIEW position_role AS -- the chief executive has no hiring manager: nobody is named who decides
SELECT pos_no AS position_key, hiring_manager_no AS person_key, 'decider' AS role
FROM position WHERE hiring_manager_no IS NOT NULL
UNION ALL
SELECT pos_no, hr_partner_no, 'policy' FROM position WHERE hr_partner_no IS NOT NULL;

CREATE VIEW candidate AS -- of '1-2 years' the later end; the months of other words are unknown
SELECT pos_no AS position_key, emp_no AS person_key,
	CASE plan WHEN 'Ready now' THEN 0 WHEN '1-2 years' THEN 24 WHEN '3-5 years' THEN 60 END AS months_to_ready,
	reviewed_on AS assessed_on, plan = 'Emergency only' AS emergency,
	CASE state WHEN 'Proposed' THEN 'nominated' WHEN 'Rejected' THEN 'declined' ELSE state END AS status
FROM succession_plan;

CREATE VIEW requirement AS
SELECT pos_no AS position_key, skill AS competency, min_score AS level, CASE must WHEN 'Y' THEN 2 ELSE 1 END AS weight
FROM skill_required;

CREATE VIEW competency AS
SELECT emp_no AS person_key, skill AS competency, score AS level, given_on AS rated_on,
	CASE rater WHEN 'Direct report' THEN 'report' ELSE rater END AS rater
FROM feedback_360;

CREATE VIEW objection AS
SELECT made_by AS objector_key, emp_no AS person_key, pos_no AS position_key, made_on AS since
FROM remark WHERE remark = 'Concern';

CREATE VIEW goal AS
SELECT mentor_no AS from_key, mentee_no AS to_key, 'mentor' AS kind, title AS goal, due_on AS due, done_on AS done
FROM programme JOIN milestone USING (prog_no);

CREATE VIEW job_history AS
SELECT emp_no AS person_key, employer AS company, dept AS unit, job_family AS job_function, from_date AS since,
	substring(grade FROM '^G([0-9]+)$')::integer AS level, nullif(to_date, '9999-12-31') + 1 AS until
FROM career;

CREATE VIEW person_group AS -- read by equity only
SELECT emp_no AS person_key, 'gender' AS attribute, gender AS value FROM employee WHERE gender IS NOT NULL;
