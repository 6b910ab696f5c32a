-- database.sql - an HR database that was not made for mentorgraph: some 3 000 people, keys and codes as text, periods
-- that end on their last day or on 9999-12-31, answers 1 to 5 and 9 for "don't know", and bad rows of many years.
--
-- Nothing is random: draw(what, n) is a number from 0 to n - 1 that depends on its arguments only, so these are the
-- same rows on every machine and on every day. The day of the examples is 2026-07-01.

CREATE FUNCTION pg_temp.draw(what text, n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
	SELECT (('x' || left(encode(sha256(convert_to(what, 'UTF8')), 'hex'), 12))::bit(48)::bigint % n)::integer
$$;
CREATE FUNCTION pg_temp.pick(what text, from_words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT w[1 + pg_temp.draw(what, cardinality(w))] FROM (SELECT string_to_array(from_words, '|')) AS s (w)
$$;
-- the number of the person numbered n; and a person of a level of the tree, 8 people below each: 0, 1 to 8, 9 to 72 ...
CREATE FUNCTION pg_temp.emp(n integer) RETURNS text
LANGUAGE sql IMMUTABLE AS $$ SELECT 'E' || lpad((n + 1)::text, 5, '0') $$;
CREATE FUNCTION pg_temp.somebody(what text, depth integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
	SELECT (8 ^ depth)::integer / 7 + pg_temp.draw(what, least((8 ^ depth)::integer, 2415))
$$;

CREATE SCHEMA hr;
SET search_path = hr, pg_temp;
CREATE TABLE employee (
	emp_no text, first_name text, last_name text, dept text, entity text, site text, job_family text, grade text,
	grade_since date, manager_no text, hired_on date, left_on date, contract text, in_survey char(1),
	rating numeric(2, 1), potential text, gender char(1), mentees_max integer, seeks_mentor char(1),
	PRIMARY KEY (emp_no, hired_on));
CREATE TABLE outside_person (contact_no text PRIMARY KEY, full_name text, organisation text, field text);
CREATE TABLE relationship (
	rel_no integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, emp_no text, other_no text, rel_type text, started_on date,
	ended_on date, answer smallint, meets text, last_meeting date, help text, met_through text);
COMMENT ON COLUMN relationship.other_no IS 'The mentor, sponsor, coach, dotted-line boss or peer of emp_no.';
COMMENT ON COLUMN relationship.ended_on IS 'Last day; 9999-12-31: open.';
COMMENT ON COLUMN relationship.answer IS
	'How far emp_no can rely on other_no, 1 (hardly) to 5 (fully); 9: don''t know.';
CREATE TABLE position (
	pos_no text PRIMARY KEY, title text, dept text, grade text, critical char(1), headcount integer,
	hiring_manager_no text, hr_partner_no text, vacant_on date);
CREATE TABLE assignment (pos_no text, emp_no text, from_date date, to_date date, acting char(1));
CREATE TABLE succession_plan (pos_no text, emp_no text, plan text, state text, reviewed_on date);
CREATE TABLE skill_required (pos_no text, skill text, min_score integer, must char(1));
CREATE TABLE feedback_360 (emp_no text, skill text, rater text, score numeric(2, 1), given_on date);
CREATE TABLE remark (pos_no text, emp_no text, made_by text, remark text, made_on date);
CREATE TABLE programme (prog_no text PRIMARY KEY, mentor_no text, mentee_no text);
CREATE TABLE milestone (prog_no text, title text, due_on date, done_on date);
CREATE TABLE career (emp_no text, employer text, dept text, job_family text, grade text, from_date date, to_date date);

-- The tree: number 0 is the boss, 1 to 8 lead divisions, 9 to 72 their departments, and so on.
CREATE TEMP TABLE made AS
WITH RECURSIVE tree (n, depth, division, dept) AS (
	SELECT 0, 0, NULL::text, 'Executive office'
	UNION ALL
	SELECT n * 8 + k, depth + 1, coalesce(division, d.name),
		CASE depth WHEN 0 THEN d.name WHEN 1 THEN division || ' ' || place ELSE dept END
	FROM tree CROSS JOIN (VALUES (1, 'Research', 'North'), (2, 'Production', 'South'), (3, 'Sales', 'East'),
		(4, 'Finance', 'West'), (5, 'Logistics', 'Central'), (6, 'People', 'Projects'), (7, 'Service', 'Systems'),
		(8, 'Digital', 'Quality')) AS d (k, name, place)
	WHERE n * 8 + k < 3000)
SELECT * FROM tree;
INSERT INTO employee
SELECT pg_temp.emp(n),
	(string_to_array('Ada|Aino|Alma|Amir|Anna|Anton|Bea|Ben|Bo|Carla|Chen|Cleo|Dag|Dana|Dev|Edda|Elif|'
		'Emil|Enzo|Eva|Finn|Gita|Gus|Hana|Hugo|Ida|Igor|Ines|Ivo|Jana|Jonas|Kai|Kira|Lars|Lea|Lin|Lou|Maja|Marc|Mia|'
		'Nils|Nora|Olga|Omar|Pia|Rosa|Sami|Tara|Uwe|Yara', '|'))[n % 50 + 1],
	(string_to_array('Abel|Ahmad|Amsel|Bach|Baker|Blom|Bruno|Celik|Cohen|Conti|Dahl|Dias|Dorn|Eke|Falk|Faro|Fox|Gall|'
		'Gomes|Hall|Hart|Hein|Holm|Ito|Jung|Kahn|Kern|Khan|Koch|Krol|Lam|Lane|Leto|Lind|Lutz|Mann|Marx|Mori|Nagy|Nash|'
		'Nowak|Okoro|Olsen|Otto|Park|Pohl|Prado|Quinn|Rao|Reis|Roth|Saar|Sato|Silva|Stein|Szabo|Tran|Vega|Wang|Zorn',
		'|'))[(n / 50 + 7 * n) % 60 + 1],
	dept, 'Kontor AG', pg_temp.pick('site' || n, 'Aarhus|Basel|Cork|Delft|Essen|Fano'),
	pg_temp.pick('job' || n, 'Engineering|Operations|Commercial|Finance|Legal|Data'),
	CASE depth WHEN 0 THEN 'G10' WHEN 1 THEN 'G9' WHEN 2 THEN pg_temp.pick('grade' || n, 'G7|G8')
		WHEN 3 THEN pg_temp.pick('grade' || n, 'G5|G6')
			ELSE pg_temp.pick('grade' || n, 'G1|G2|G3|G3|G4|G4|G4|Trainee') END,
	date '2026-06-01' - pg_temp.draw('grade since' || n, 3000), pg_temp.emp(CASE WHEN n > 0 THEN (n - 1) / 8 END),
	date '2017-01-01' - pg_temp.draw('hired' || n, 6000), CASE WHEN n > 8 AND pg_temp.draw('left' || n, 14) = 0
		THEN date '2026-12-31' - pg_temp.draw('left on' || n, 2000) END,
	pg_temp.pick('contract' || n, 'Permanent|Permanent|Permanent|Permanent|Temporary|Agency'),
	CASE WHEN pg_temp.draw('asked' || n, 9) > 0 THEN 'Y' ELSE 'N' END, 1 + pg_temp.draw('rating' || n, 41) / 10.0,
	pg_temp.pick('potential' || n, 'High|Medium|Medium|Low'),
	nullif(pg_temp.pick('gender' || n, 'F|M|F|M|F|M|F|M|F|M|X| '), ' '),
	CASE WHEN depth < 4 THEN nullif(pg_temp.draw('mentees' || n, 5), 0) END,
	CASE WHEN depth > 2 AND pg_temp.draw('seeks' || n, 20) = 0 THEN 'Y' END
FROM made;
INSERT INTO outside_person SELECT 'X' || lpad(n::text, 3, '0'), 'Coach ' || n,
	pg_temp.pick('org' || n, 'Forum|Gild|Hub'), pg_temp.pick('field' || n, 'Finance|Data|Legal')
FROM generate_series(1, 40) AS n;

-- Who helps whom: other_no is further up, outside, or beside.
INSERT INTO relationship (emp_no, other_no, rel_type, started_on, ended_on, answer, meets, last_meeting, help,
	met_through)
SELECT pg_temp.emp(n), other, rel_type, started_on,
	CASE WHEN pg_temp.draw('ended' || what, 7) = 0 THEN started_on + 200 + pg_temp.draw('on' || what, 900)
		ELSE '9999-12-31' END,
	(ARRAY[NULL, NULL, NULL, 2, 3, 3, 4, 4, 4, 5, 5, 1])[1 + pg_temp.draw('answer' || what, 12)],
	nullif(pg_temp.pick('meets' || what, 'weekly|monthly|monthly|quarterly|'), ''),
	CASE WHEN pg_temp.draw('seen' || what, 4) > 0 THEN date '2026-06-30' - pg_temp.draw('met' || what, 300) END,
	CASE WHEN pg_temp.draw('helps' || what, 3) > 0 THEN pg_temp.pick('help' || what,
		'information|advice, feedback|development|influence, exposure|encouragement|balance, purpose') END,
	CASE WHEN other LIKE 'X%' THEN 'outside' WHEN pg_temp.draw('through' || what, 2) = 0 THEN 'employer' END
FROM (
	SELECT n, rel_type, other, rel_type || ' ' || n || ' ' || other AS what,
		date '2026-05-01' - pg_temp.draw('since ' || rel_type || n || other, 2500) AS started_on
	FROM (
		SELECT n, 'Mentor' AS rel_type, pg_temp.emp(pg_temp.somebody('mentor' || n, greatest(1, depth - 1
			- pg_temp.draw('mentor far' || n, 2)))) AS other FROM made
		WHERE depth > 1 AND pg_temp.draw('mentored' || n, 5) < 2
		UNION
		SELECT n, 'Sponsor', pg_temp.emp(pg_temp.somebody('sponsor' || n || k, greatest(1, depth - 2
			+ pg_temp.draw('sponsor near' || n, 2)))) FROM made CROSS JOIN generate_series(1, 2) AS k
		WHERE depth > 1 AND pg_temp.draw('sponsored' || n || k, depth * depth) = 0
		UNION
		SELECT n, 'Coach', 'X' || lpad((1 + pg_temp.draw('coach' || n, 40))::text, 3, '0') FROM made
		WHERE pg_temp.draw('coached' || n, 25) = 0
		UNION
		SELECT n, 'Dotted line', pg_temp.emp(pg_temp.somebody('line' || n, depth - 1)) FROM made
		WHERE depth > 1 AND pg_temp.draw('lined' || n, 12) = 0
		UNION
		SELECT n, 'Peer', pg_temp.emp(pg_temp.somebody('peer' || n || k, depth)) FROM made
		CROSS JOIN generate_series(1, 2) AS k
		WHERE depth > 0 AND pg_temp.draw('peered' || n || k, 3) > 0) AS r
	WHERE other <> pg_temp.emp(n)) AS r
ORDER BY n, rel_type COLLATE "C", other COLLATE "C";

-- Positions: the boss's, the eight divisions', and every other department's; their holders, plans, needs and feedback.
INSERT INTO position
SELECT 'P-' || lpad(row_number() OVER (ORDER BY n)::text, 3, '0'),
	CASE depth WHEN 0 THEN 'Chief executive' ELSE 'Head of ' || dept END, dept,
	CASE depth WHEN 0 THEN 'G10' WHEN 1 THEN 'G9' ELSE 'G8' END,
	CASE WHEN depth < 2 OR n % 3 = 0 THEN 'Y' ELSE 'N' END, 1,
	pg_temp.emp(CASE WHEN n > 0 THEN (n - 1) / 8 END), pg_temp.emp(pg_temp.somebody('partner' || n, 2)),
	CASE WHEN pg_temp.draw('vacant' || n, 3) > 0 THEN date '2026-07-01' + 30 * pg_temp.draw('vacant on' || n, 40) END
FROM made WHERE n < 9 OR n < 73 AND n % 2 = 1;
INSERT INTO assignment
SELECT pos_no, emp_no, grade_since, '9999-12-31',
	CASE WHEN pg_temp.draw('acting' || pos_no, 12) = 0 THEN 'Y' ELSE 'N' END
FROM position JOIN employee USING (dept) WHERE manager_no IS NOT DISTINCT FROM hiring_manager_no
	AND pg_temp.draw('filled' || pos_no, 10) > 0;
INSERT INTO succession_plan
SELECT DISTINCT ON (pos_no, c) pos_no, pg_temp.emp(c),
	pg_temp.pick('plan' || pos_no || c,
		'Ready now|Ready now|1-2 years|1-2 years|1-2 years|3-5 years|3-5 years|Emergency only|TBD'),
	pg_temp.pick('state' || pos_no || c, 'Proposed|Proposed|Proposed|Approved|Approved|Rejected'),
	date '2026-06-15' - 30 * pg_temp.draw('reviewed' || c, 32)
FROM position JOIN made ON pg_temp.emp(n) = hiring_manager_no OR n = 0 AND hiring_manager_no IS NULL
CROSS JOIN generate_series(1, 7) AS k CROSS JOIN LATERAL (SELECT CASE WHEN hiring_manager_no IS NULL THEN k
	WHEN depth = 0 THEN 9 + pg_temp.draw('candidate' || pos_no || k, 64)
	WHEN k < 3 THEN 8 * (8 * n + pg_temp.draw('own' || pos_no || k, 8) + 1) + k
	ELSE 73 + pg_temp.draw('candidate' || pos_no || k, 512) END) AS x (c)
WHERE k < 5 + pg_temp.draw('candidates' || pos_no, 4);
INSERT INTO skill_required
SELECT pos_no, skill, 3 + pg_temp.draw('need' || pos_no || skill, 2),
	CASE WHEN pg_temp.draw('must' || pos_no || skill, 3) = 0 THEN 'Y' ELSE 'N' END
FROM position, unnest(string_to_array('Leadership|Strategy|Finance|Negotiation|Operations|Digital', '|')) AS skill
WHERE pg_temp.draw('needs' || pos_no || skill, 2) = 0;
INSERT INTO feedback_360
SELECT pg_temp.emp(n), skill, rater,
	1 + (pg_temp.draw('base' || n || skill, 25) + pg_temp.draw('score' || n || skill || rater || k, 16)) / 10.0,
	date '2026-06-01' - 30 * pg_temp.draw('given' || n || rater || k, 20)
FROM made, unnest(string_to_array('Leadership|Strategy|Finance|Negotiation|Operations|Digital', '|')) AS skill,
	(VALUES ('Self', 1), ('Manager', 1), ('Manager', 2), ('Peer', 1), ('Peer', 2), ('Direct report', 1)) AS r (rater, k)
WHERE n BETWEEN 1 AND 584 AND pg_temp.draw('rated' || n || skill, 5) > 0
	AND pg_temp.draw('rates' || n || skill || rater || k, 3) = 0;
INSERT INTO remark
SELECT pos_no, emp_no, pg_temp.emp(1 + pg_temp.draw('by' || pos_no || emp_no, 72)),
	pg_temp.pick('remark' || pos_no || emp_no, 'Support|Concern'),
	date '2026-06-01' - pg_temp.draw('made' || pos_no || emp_no, 900)
FROM succession_plan WHERE pg_temp.draw('remark on' || pos_no || emp_no, 5) = 0;
INSERT INTO programme
SELECT 'M' || rel_no, other_no, emp_no FROM relationship
WHERE rel_type = 'Mentor' AND pg_temp.draw('programme' || rel_no, 3) = 0;
INSERT INTO milestone
SELECT prog_no, 'Milestone ' || k, date '2026-03-01' + 30 * k,
	CASE WHEN pg_temp.draw('done' || prog_no || k, 7) > k THEN date '2026-02-20' + 30 * k END
FROM programme CROSS JOIN generate_series(1, 7) AS k WHERE k < 2 + pg_temp.draw('milestones' || prog_no, 6);
INSERT INTO career
SELECT pg_temp.emp(n), 'Kontor AG', pg_temp.pick('was' || n, 'Sales North|Finance West|Digital East|Research South'),
	'Operations', 'G4', date '2012-01-01', date '2016-12-31'
FROM made WHERE n BETWEEN 1 AND 584 AND pg_temp.draw('career' || n, 4) = 0;

-- What such a database has gathered over the years. Some people come back, as agency workers mostly.
INSERT INTO employee SELECT (e).emp_no, (e).first_name, (e).last_name, (e).dept, (e).entity, (e).site, (e).job_family,
	'G4', '2026-02-01', (e).manager_no, '2026-02-01', NULL, 'Agency', 'Y', NULL, NULL, (e).gender, NULL, NULL
FROM (SELECT e FROM employee AS e WHERE left_on < '2025-01-01' ORDER BY emp_no LIMIT 6) AS e;
UPDATE employee SET dept = NULL WHERE emp_no > 'E01000' AND pg_temp.draw('no dept' || emp_no, 150) = 0;
UPDATE employee SET contract = 'Intern' WHERE grade = 'Trainee' AND pg_temp.draw('intern' || emp_no, 3) = 0;
UPDATE employee SET manager_no = 'E09' || right(emp_no, 3)
WHERE emp_no > 'E01000' AND pg_temp.draw('no boss' || emp_no, 200) = 0;
UPDATE employee SET manager_no = CASE emp_no WHEN 'E02001' THEN 'E02003' WHEN 'E02003' THEN 'E02001' ELSE emp_no END
WHERE emp_no IN ('E02001', 'E02003', 'E02004');
UPDATE relationship SET answer = 9 WHERE pg_temp.draw('nine' || rel_no, 40) = 0;
UPDATE relationship SET answer = 6 + rel_no % 3 WHERE pg_temp.draw('off' || rel_no, 500) = 0 AND answer < 9;
UPDATE relationship SET ended_on = started_on - 30 WHERE pg_temp.draw('before' || rel_no, 400) = 0;
UPDATE relationship SET other_no = lower(other_no) WHERE pg_temp.draw('lower' || rel_no, 400) = 0;
UPDATE relationship SET emp_no = 'E' || (90000 + rel_no) WHERE pg_temp.draw('nobody' || rel_no, 400) = 0;
UPDATE relationship SET emp_no = 'E' || substr(emp_no, 2)::integer
WHERE emp_no < 'E01' AND pg_temp.draw('short' || rel_no, 200) = 0;
UPDATE relationship SET rel_type = 'Buddy' WHERE rel_type = 'Peer' AND pg_temp.draw('buddy' || rel_no, 60) = 0;
UPDATE relationship SET rel_type = upper(rel_type) WHERE pg_temp.draw('upper' || rel_no, 90) = 0;
UPDATE relationship SET help = help || ', lunch' WHERE pg_temp.draw('lunch' || rel_no, 90) = 0;
UPDATE relationship SET met_through = 'school' WHERE pg_temp.draw('school' || rel_no, 300) = 0;
INSERT INTO relationship (emp_no, other_no, rel_type, started_on, ended_on, answer)
SELECT emp_no, other_no, rel_type, started_on + 100, ended_on, 3 FROM relationship
WHERE pg_temp.draw('twice' || rel_no, 90) = 0 ORDER BY rel_no;
INSERT INTO relationship (emp_no, other_no, rel_type, started_on, ended_on, answer)
VALUES ('E00100', 'E00100', 'Mentor', '2024-01-01', '9999-12-31', 5),
	(NULL, 'E00100', 'Peer', '2024-01-01', '9999-12-31', 4),
	('E00101', '', 'Sponsor', '2024-01-01', '9999-12-31', 4);
UPDATE employee SET left_on = '2025-11-30' WHERE emp_no = 'E00099';
UPDATE position SET hiring_manager_no = 'E00099' WHERE pos_no = 'P-020';
UPDATE position SET headcount = 0 WHERE pos_no = 'P-030';
UPDATE position SET title = NULL WHERE pos_no = 'P-031';
INSERT INTO assignment VALUES ('P-099', 'E00050', '2020-01-01', '9999-12-31', 'N'),
	('P-012', 'E00051', '2023-01-01', '9999-12-31', 'N'),
	('P-012', 'E00052', '2021-01-01', '2020-12-31', 'N');
INSERT INTO succession_plan VALUES ('P-002', 'X001', 'Ready now', 'Proposed', '2026-05-01'),
	('P-002', 'E99999', 'Ready now', 'Proposed', '2026-05-01'),
	('P-077', 'E00020', '1-2 years', 'Proposed', '2026-05-01'),
	('P-003', 'E00021', 'Ready now', 'In discussion', '2026-05-01'),
	('P-003', NULL, 'Ready now', 'Proposed', '2026-05-01');
INSERT INTO succession_plan SELECT pos_no, emp_no, '3-5 years', state, '2022-05-01' FROM succession_plan
WHERE pg_temp.draw('again' || pos_no || emp_no, 40) = 0;
INSERT INTO skill_required SELECT pos_no, skill, 2, must FROM skill_required WHERE pos_no = 'P-005';
INSERT INTO skill_required VALUES ('P-077', 'Finance', 3, 'N'), ('P-003', 'Data literacy', 3, 'N'),
	('P-004', 'Finance', NULL, 'N');
UPDATE feedback_360 SET score = NULL
WHERE pg_temp.draw('not seen' || emp_no || skill || rater || to_char(given_on, 'YYMMDD'), 200) = 0;
UPDATE feedback_360 SET rater = 'Customer'
WHERE pg_temp.draw('customer' || emp_no || skill || rater || to_char(given_on, 'YYMMDD'), 200) = 0;
INSERT INTO feedback_360 VALUES ('E99998', 'Finance', 'Peer', 3, '2026-01-01');
INSERT INTO remark VALUES ('P-002', 'E00012', 'E00012', 'Concern', '2026-01-01'),
	('P-078', 'E00012', 'E00002', 'Concern', '2026-01-01'), ('P-002', 'E00013', 'E99997', 'Concern', '2026-01-01');
UPDATE milestone SET title = '' WHERE pg_temp.draw('untitled' || prog_no || title, 150) = 0;
INSERT INTO programme VALUES ('M-old', 'E00010', 'E00590'), ('M-gone', 'E98765', 'E00590');
INSERT INTO milestone VALUES ('M-old', 'Kick-off', '2026-05-01', NULL), ('M-gone', 'Kick-off', '2026-05-01', NULL);
INSERT INTO career VALUES ('E00020', 'Kontor AG', 'Digital East', 'Data', 'G6', '2015-01-01', '2014-01-01'),
	('E97777', 'Elsewhere', NULL, NULL, NULL, NULL, NULL);
RESET search_path;
