-- The talent schema over an HR database that was not made for it (test/demo/hr): each row that is left out is named,
-- and what comes out is what plain SQL over the HR tables gives. The figures by hand read neither the views of the
-- source nor the inside of the talent schema.
\i test/lib/attempt.sql
SET client_min_messages = warning;
SET TimeZone = 'UTC';
SET DateStyle = 'ISO';
\pset format unaligned
\set ECHO none
\set QUIET on
\i test/demo/hr/database.sql
\i test/demo/hr/views.sql
RESET search_path;
\set QUIET off
\set ECHO all
-- the same rows on every machine
SELECT (SELECT md5(string_agg(e::text, E'\n' ORDER BY e::text COLLATE "C")) FROM hr.employee AS e) AS employees,
	(SELECT md5(string_agg(r::text, E'\n' ORDER BY r::text COLLATE "C")) FROM hr.relationship AS r) AS relationships,
	(SELECT md5(string_agg(f::text, E'\n' ORDER BY f::text COLLATE "C")) FROM hr.feedback_360 AS f) AS feedback,
	(SELECT md5(string_agg(p::text, E'\n' ORDER BY p::text COLLATE "C")) FROM hr.succession_plan AS p) AS plans;
SELECT mentorgraph.create_talent_schema('talent');
CALL talent.refresh(date '2026-07-01', publish => true);

-- What the HR tables say, by hand. Everybody, once: of a re-hired person the last time.
CREATE TEMP VIEW known AS
(SELECT DISTINCT ON (emp_no) emp_no AS no, left_on, hired_on <= '2026-07-01'
	AND coalesce(left_on >= '2026-07-01', true) AS here, false AS outside,
	manager_no, dept, CASE WHEN grade LIKE 'G%' THEN substr(grade, 2)::integer END AS level FROM hr.employee
		ORDER BY emp_no, hired_on DESC)
UNION ALL SELECT contact_no, NULL, true, true, NULL, NULL, NULL FROM hr.outside_person;
-- Each relationship: used, not of the day, or why it is left out.
CREATE TEMP TABLE judged AS
SELECT r.*, CASE WHEN r.answer BETWEEN 1 AND 5 THEN 0.1 + 0.85 * (r.answer - 1) / 4 ELSE 0.5 END::float8 AS strength,
	CASE WHEN coalesce(r.other_no, '') = '' THEN 'from_key is missing'
		WHEN coalesce(r.emp_no, '') = '' THEN 'to_key is missing'
		WHEN o.no IS NULL THEN 'from_key ... is not in person'
			|| CASE WHEN upper(r.other_no) IN (SELECT no FROM known) THEN '; there is ...' ELSE '' END
		WHEN e.no IS NULL THEN 'to_key ... is not in person'
			|| CASE WHEN 'E' || lpad(substr(r.emp_no, 2), 5, '0') IN (SELECT no FROM known)
				THEN '; there is ...' ELSE '' END
		WHEN r.other_no = r.emp_no THEN 'a tie to oneself'
		WHEN r.answer NOT BETWEEN 1 AND 5 AND r.answer <> 9 THEN 'strength ... is outside (0, 1]'
		WHEN r.ended_on < r.started_on THEN 'until, the first day after, is not after since'
		WHEN lower(r.rel_type) NOT IN ('mentor', 'sponsor', 'coach', 'peer', 'dotted line')
			THEN 'the kind is not in tie_kind: add it there'
		WHEN r.ended_on >= '2026-07-01' AND o.left_on < '2026-07-01' THEN 'from_key has left, and the tie is open'
		WHEN r.ended_on >= '2026-07-01' AND e.left_on < '2026-07-01' THEN 'to_key has left, and the tie is open'
		WHEN date '2026-07-01' BETWEEN r.started_on AND r.ended_on THEN 'used' ELSE 'not of the day' END AS verdict
FROM hr.relationship AS r LEFT JOIN known AS o ON o.no = r.other_no LEFT JOIN known AS e ON e.no = r.emp_no;
-- Each plan likewise; of two for the same person and position the last review counts.
CREATE TEMP TABLE judged_plan AS
SELECT s.*, CASE
	WHEN p.pos_no IS NULL THEN 'position_key ... is not in job_position'
	WHEN p.headcount < 1 THEN 'position_key ... was left out: see job_position'
	WHEN s.emp_no IS NULL THEN 'person_key is missing'
	WHEN k.no IS NULL THEN 'person_key ... is not in person'
	WHEN s.state NOT IN ('Proposed', 'Approved', 'Rejected') THEN 'status ... is unknown'
	WHEN s.state = 'Rejected' THEN 'rejected'
	WHEN NOT k.here THEN 'person_key has left'
	WHEN k.outside THEN 'person_key is external: no candidate'
	WHEN EXISTS (SELECT FROM hr.assignment AS a
		WHERE (a.pos_no, a.emp_no, a.acting) = (s.pos_no, s.emp_no, 'N')
		AND date '2026-07-01' BETWEEN a.from_date AND a.to_date)
		THEN 'person_key holds the position'
	WHEN row_number() OVER (PARTITION BY s.pos_no, s.emp_no, s.state = 'Rejected'
		ORDER BY s.reviewed_on DESC) > 1 THEN 'another row has the same position_key and person_key'
	ELSE 'used' END AS verdict
FROM hr.succession_plan AS s LEFT JOIN hr.position AS p USING (pos_no) LEFT JOIN known AS k ON k.no = s.emp_no;

-- Each reason, with its rows as data_problem counts them, and as the HR tables do.
CREATE TEMP TABLE by_hand (relation text, severity text, problem text, rows bigint);
INSERT INTO by_hand SELECT 'tie', 'error', verdict, count(*) FROM judged WHERE verdict NOT IN ('used', 'not of the day')
GROUP BY verdict;
INSERT INTO by_hand SELECT 'candidate', 'error', verdict, count(*) FROM judged_plan
WHERE verdict NOT IN ('used', 'rejected') GROUP BY verdict;
INSERT INTO by_hand
SELECT 'candidate', 'warning', 'assessed ... months ago', count(*) FROM judged_plan
WHERE verdict = 'used' AND reviewed_on <= date '2026-07-01' - interval '25 months' UNION ALL
-- ties: words that are not known, and the same twice
SELECT 'tie', 'warning', 'context is not employer, profession or outside', count(*) FROM judged
WHERE verdict = 'used' AND met_through = 'school' UNION ALL
SELECT 'tie', 'warning', 'the kind of support is not in support_kind: add it there', count(*) FROM judged
WHERE verdict = 'used' AND help LIKE '%lunch%' UNION ALL
SELECT 'tie', 'warning', 'the same tie more than once: the strongest counts', count(*) FROM (
	SELECT 1 FROM judged WHERE verdict = 'used' GROUP BY other_no, emp_no, lower(rel_type) HAVING count(*) > 1) AS t
		UNION ALL
-- people
SELECT 'person', 'warning', 'unit is missing', count(*) FROM known WHERE here AND dept IS NULL UNION ALL
SELECT 'person', 'warning', 'worker_type ... is unknown: taken for an employee', count(*) FROM hr.employee
JOIN known ON no = emp_no AND here WHERE contract = 'Intern' UNION ALL
SELECT 'person', 'warning', 'manager_key is the person: no tie from a manager', count(*) FROM known
WHERE here AND manager_no = no UNION ALL
SELECT 'person', 'warning', 'manager_key ... is not in person: no tie from a manager', count(*) FROM known
WHERE here AND manager_no NOT IN (SELECT no FROM known) UNION ALL
SELECT 'person', 'warning', 'manager_key ... is not present: no tie from a manager', count(*) FROM known AS k
WHERE here AND (SELECT NOT m.here FROM known AS m WHERE m.no = k.manager_no) UNION ALL
SELECT 'person', 'warning', 'managers form a circle', count(*) FROM known AS a
JOIN known AS b ON b.no = a.manager_no AND b.manager_no = a.no AND b.no <> a.no WHERE a.here AND b.here UNION ALL
-- positions
SELECT 'job_position', 'error', 'openings is ..., below ...', count(*) FROM hr.position WHERE headcount < 1 UNION ALL
SELECT 'job_position', 'warning', 'title is missing: the key is shown', count(*) FROM hr.position
WHERE title IS NULL AND headcount > 0 UNION ALL
SELECT 'job_position', 'warning', 'nobody decides', count(*) FROM hr.position LEFT JOIN known ON no = hiring_manager_no
WHERE headcount > 0 AND here IS NOT TRUE UNION ALL
SELECT 'position_role', 'error', 'person_key has left', count(*) FROM hr.position
JOIN known ON no IN (hiring_manager_no, hr_partner_no) WHERE headcount > 0 AND NOT here UNION ALL
SELECT 'position_role', 'error', 'position_key ... was left out: see job_position',
	sum(num_nonnulls(hiring_manager_no, hr_partner_no)) FROM hr.position WHERE headcount < 1 UNION ALL
SELECT 'incumbency', 'error', 'until, the first day after, is not after since', count(*) FROM hr.assignment
WHERE to_date < from_date UNION ALL
SELECT 'incumbency', 'error', 'position_key ... is not in job_position', count(*) FROM hr.assignment
WHERE pos_no NOT IN (SELECT pos_no FROM hr.position) UNION ALL
SELECT 'incumbency', 'error', 'position_key ... was left out: see job_position', count(*) FROM hr.assignment
JOIN hr.position USING (pos_no) WHERE headcount < 1 UNION ALL
SELECT 'incumbency', 'error', 'person_key has left, and the period is open', count(*) FROM hr.assignment
JOIN hr.position USING (pos_no) JOIN known ON no = emp_no
	WHERE headcount > 0 AND to_date >= '2026-07-01' AND left_on < '2026-07-01' UNION ALL
SELECT 'incumbency', 'warning', '... people hold it, and openings is ...', count(*) FROM (
	SELECT 1 FROM hr.assignment JOIN hr.position USING (pos_no) JOIN known ON no = emp_no AND here
		WHERE acting = 'N' AND headcount > 0 AND date '2026-07-01' BETWEEN from_date AND to_date
	GROUP BY pos_no, headcount HAVING count(*) > headcount) AS p UNION ALL
-- what positions need, and what people have
SELECT 'requirement', 'error', 'position_key ... is not in job_position', count(*) FROM hr.skill_required
WHERE pos_no NOT IN (SELECT pos_no FROM hr.position) UNION ALL
SELECT 'requirement', 'error', 'position_key ... was left out: see job_position', count(*)
FROM hr.skill_required JOIN hr.position USING (pos_no) WHERE headcount < 1 UNION ALL
SELECT 'requirement', 'error', 'level is missing', count(*) FROM hr.skill_required JOIN hr.position USING (pos_no)
WHERE headcount > 0 AND min_score IS NULL UNION ALL
SELECT 'requirement', 'error', 'another row has the same position_key and competency',
	count(*) - count(DISTINCT (pos_no, skill)) FROM hr.skill_required JOIN hr.position USING (pos_no)
	WHERE headcount > 0 AND min_score IS NOT NULL UNION ALL
SELECT 'requirement', 'warning', 'nobody is rated in this competency', count(*) FROM hr.skill_required
JOIN hr.position USING (pos_no) WHERE headcount > 0 AND skill NOT IN (SELECT skill FROM hr.feedback_360) UNION ALL
SELECT 'competency', 'error', 'person_key ... is not in person', count(*) FROM hr.feedback_360
WHERE emp_no NOT IN (SELECT no FROM known) UNION ALL
SELECT 'competency', 'error', 'level is missing', count(*) FROM hr.feedback_360 WHERE score IS NULL UNION ALL
SELECT 'competency', 'error', 'rater ... is unknown', count(*) FROM hr.feedback_360
WHERE rater = 'Customer' AND score IS NOT NULL UNION ALL
-- remarks, programmes, careers
SELECT 'objection', 'error', 'objector_key is not in person', count(*) FROM hr.remark
WHERE remark = 'Concern' AND made_by NOT IN (SELECT no FROM known) UNION ALL
SELECT 'objection', 'error', 'an objection to oneself', count(*) FROM hr.remark
WHERE remark = 'Concern' AND made_by = emp_no UNION ALL
SELECT 'objection', 'error', 'position_key ... is not in job_position', count(*) FROM hr.remark
WHERE remark = 'Concern' AND made_by <> emp_no AND pos_no NOT IN (SELECT pos_no FROM hr.position) UNION ALL
SELECT 'objection', 'error', 'position_key ... was left out: see job_position', count(*) FROM hr.remark
JOIN hr.position USING (pos_no) WHERE remark = 'Concern' AND headcount < 1 UNION ALL
SELECT 'goal', 'error', 'from_key ... is not in person', count(*) FROM hr.programme JOIN hr.milestone USING (prog_no)
WHERE mentor_no NOT IN (SELECT no FROM known) UNION ALL
SELECT 'goal', 'error', 'goal is missing', count(*) FROM hr.milestone WHERE title = '' UNION ALL
SELECT 'goal', 'error', 'no row of tie has this from_key, to_key and kind', count(*) FROM hr.programme
JOIN hr.milestone USING (prog_no) JOIN known AS a ON a.no = mentor_no JOIN known AS b ON b.no = mentee_no
	WHERE title <> '' AND NOT EXISTS (SELECT FROM hr.relationship
		WHERE (other_no, emp_no, lower(rel_type)) = (mentor_no, mentee_no, 'mentor')) UNION ALL
SELECT 'job_history', 'error', 'person_key ... is not in person', count(*) FROM hr.career
WHERE emp_no NOT IN (SELECT no FROM known) UNION ALL
SELECT 'job_history', 'error', 'until, the first day after, is not after since', count(*) FROM hr.career
WHERE to_date < from_date;
CREATE TEMP VIEW reason AS
SELECT relation, severity, regexp_replace(problem, '"[^"]*"|-?[0-9.]+(?=,? |$)(?<!\()', '...', 'g') AS problem,
	sum(rows)::bigint AS rows FROM (
	SELECT relation, severity, replace(problem, '(0, 1]', '(zero, one]') AS problem, rows FROM talent.data_problem) AS d
		GROUP BY 1, 2, 3;
SELECT d.relation, d.severity, d.problem, d.rows FROM reason AS d
ORDER BY d.relation, d.severity, d.problem COLLATE "C";
SELECT coalesce(d.relation, h.relation) AS relation, coalesce(d.problem, h.problem) AS unlike, d.rows, h.rows AS by_hand
FROM reason AS d FULL JOIN (SELECT relation, severity, replace(problem, '(0, 1]', '(zero, one]') AS problem, rows
	FROM by_hand WHERE rows > 0) AS h
	ON (h.relation, h.severity, h.problem) = (d.relation, d.severity, d.problem) WHERE d.rows IS DISTINCT FROM h.rows;

-- Nothing is silent: all relationships and plans are used, not of the day, or named; used is what the run has counted.
SELECT (SELECT count(*) FROM hr.relationship) AS relationships, count(*) FILTER (WHERE verdict = 'used') AS used,
	count(*) FILTER (WHERE verdict = 'not of the day') AS not_of_the_day,
	(SELECT sum(rows) FROM talent.data_problem WHERE relation = 'tie' AND severity = 'error') AS named FROM judged;
CREATE TEMP TABLE line AS SELECT k.manager_no AS a, k.no AS b FROM known AS k
JOIN known AS m ON m.no = k.manager_no AND m.here WHERE k.here AND k.no <> m.no;
SELECT count(DISTINCT (other_no, emp_no, lower(rel_type))) + (SELECT count(*) FROM line) AS by_hand,
	(SELECT rows FROM talent.run_step WHERE step = 'tie') AS rows
FROM judged WHERE verdict = 'used';
SELECT (SELECT count(*) FROM hr.succession_plan) AS plans, count(*) FILTER (WHERE verdict = 'used') AS used,
	count(*) FILTER (WHERE verdict = 'rejected') AS rejected,
	(SELECT sum(rows) FROM talent.data_problem
		WHERE relation = 'candidate' AND severity = 'error') AS named,
	(SELECT count(*) FROM talent.succession_readiness) AS rows FROM judged_plan;

-- goals, careers and groups
SELECT (SELECT rows FROM talent.run_step WHERE step = 'rest') AS rows, (SELECT count(*) FROM hr.programme
	JOIN hr.milestone USING (prog_no) JOIN known AS a ON a.no = mentor_no AND a.here
JOIN known AS b ON b.no = mentee_no AND b.here
		WHERE title <> '' AND EXISTS (SELECT FROM hr.relationship
			WHERE (other_no, emp_no, lower(rel_type)) = (mentor_no, mentee_no, 'mentor')))
	+ (SELECT count(*) FROM hr.career JOIN known ON no = emp_no AND here
		WHERE to_date > from_date) + (SELECT count(DISTINCT (emp_no, gender)) FROM hr.employee
		JOIN known ON no = emp_no AND here WHERE gender IS NOT NULL) AS by_hand;

-- Months from the words of the plan, fit from feedback, rank, who decides: every row, by hand.
CREATE TEMP TABLE rated AS
SELECT emp_no, skill, avg(score) FILTER (WHERE rater = 'Manager' AND given_on = last_word) AS by_manager,
	avg(score) FILTER (WHERE rater IN ('Peer', 'Direct report')) AS by_others,
	avg(score) FILTER (WHERE rater = 'Self') AS by_self
FROM (SELECT *, max(given_on) FILTER (WHERE rater = 'Manager') OVER (PARTITION BY emp_no, skill) AS last_word
	FROM hr.feedback_360 WHERE score IS NOT NULL) AS f GROUP BY emp_no, skill;
CREATE TEMP TABLE expected AS
WITH need AS (
	SELECT pos_no, skill, min_score, CASE must WHEN 'Y' THEN 2 ELSE 1 END AS weight FROM hr.skill_required
		WHERE min_score IS NOT NULL),
fit AS (
	SELECT s.pos_no, s.emp_no, sum(weight * least(min_score, had)) FILTER (WHERE had IS NOT NULL)
		/ sum(weight * min_score) FILTER (WHERE had IS NOT NULL) AS fit,
		coalesce(sum(weight * min_score) FILTER (WHERE had IS NOT NULL), 0) / sum(weight * min_score)::numeric AS known,
		CASE WHEN count(had) > 0 THEN count(*) FILTER (WHERE had < min_score) END AS gaps
	FROM judged_plan AS s JOIN (SELECT pos_no, skill, max(min_score) AS min_score, max(weight) AS weight FROM need
		GROUP BY pos_no, skill) AS n USING (pos_no)
	LEFT JOIN (SELECT emp_no, skill, coalesce(by_manager, by_others, by_self) AS had
		FROM rated) AS r USING (emp_no, skill)
	WHERE verdict = 'used' GROUP BY s.pos_no, s.emp_no),
month AS (
	SELECT pos_no, emp_no,
		greatest(0, CASE plan WHEN 'Ready now' THEN 0 WHEN '1-2 years' THEN 24 WHEN '3-5 years' THEN 60 END
			- (extract(year FROM age(date '2026-07-01', reviewed_on)) * 12
			+ extract(month FROM age(date '2026-07-01', reviewed_on)))::integer) AS months,
		plan = 'Emergency only' AS emergency
	FROM judged_plan WHERE verdict = 'used' AND plan <> 'TBD' AND plan <> 'Emergency only'
	UNION ALL SELECT pos_no, emp_no, NULL, plan = 'Emergency only' FROM judged_plan
		WHERE verdict = 'used' AND plan IN ('TBD', 'Emergency only'))
SELECT m.*, CASE WHEN f.known >= 0.5 THEN f.fit END AS fit, f.known, f.gaps,
	CASE WHEN d.here THEN p.hiring_manager_no END AS decider,
	rank() OVER (PARTITION BY m.pos_no ORDER BY months NULLS LAST,
		CASE WHEN f.known >= 0.5 THEN f.fit END DESC NULLS LAST) AS rank
FROM month AS m LEFT JOIN fit AS f USING (pos_no, emp_no) JOIN hr.position AS p USING (pos_no)
LEFT JOIN known AS d ON d.no = p.hiring_manager_no;
SELECT count(*) AS candidates, count(*) FILTER (WHERE r.rank = e.rank) AS ranks,
	count(*) FILTER (WHERE r.months_to_ready IS NOT DISTINCT FROM e.months) AS months,
	count(*) FILTER (WHERE abs(r.fit - e.fit) < 1e-9 OR r.fit IS NULL AND e.fit IS NULL) AS fits,
	count(*) FILTER (WHERE r.gaps IS NOT DISTINCT FROM e.gaps) AS gaps,
	count(*) FILTER (WHERE abs(r.known_fit - e.known) < 1e-9 OR r.known_fit IS NULL AND e.known IS NULL) AS known,
	count(*) FILTER (WHERE r.decider_key IS NOT DISTINCT FROM e.decider) AS deciders,
	count(*) FILTER (WHERE r.emergency = e.emergency) AS emergency
FROM expected AS e LEFT JOIN talent.succession_readiness AS r ON (r.position_key, r.person_key) = (e.pos_no, e.emp_no);
-- The bench of each position, and the slate: the best from elsewhere has a place, the others go to the best of the
-- rest; equals share one.
CREATE TEMP VIEW holder AS SELECT pos_no, emp_no, acting FROM hr.assignment JOIN known ON no = emp_no AND here
WHERE date '2026-07-01' BETWEEN from_date AND to_date;
CREATE TEMP TABLE named AS
SELECT e.*, coalesce(k.dept <> p.dept, false) AS elsewhere FROM expected AS e JOIN known AS k ON k.no = e.emp_no
JOIN hr.position AS p USING (pos_no) WHERE NOT emergency;
CREATE TEMP VIEW vacancy AS
SELECT pos_no, greatest(0, (extract(year FROM a) * 12 + extract(month FROM a))::integer) AS months FROM hr.position
CROSS JOIN LATERAL age(vacant_on, '2026-07-01') AS a WHERE vacant_on IS NOT NULL;
SELECT count(*) AS positions,
	count(*) FILTER (WHERE (b.candidates, b.ready_now, b.ready_1_year, b.ready_3_years, b.from_other_units)
		IS NOT DISTINCT FROM (e.n, CASE WHEN e.n = 0 OR e.known > 0 THEN e.now END,
			CASE WHEN e.n = 0 OR e.known > 0 THEN e.one END,
			CASE WHEN e.n = 0 OR e.known > 0 THEN e.three END, e.elsewhere)) AS candidates,
	count(*) FILTER (WHERE b.incumbents
		= (SELECT count(*) FROM holder AS h WHERE h.pos_no = b.position_key)) AS incumbents,
	count(*) FILTER (WHERE b.months_to_vacancy IS NOT DISTINCT FROM v.months) AS vacancies, count(v.months) AS known,
	count(*) FILTER (WHERE b.uncovered_months IS NOT DISTINCT FROM
		CASE WHEN e.first IS NOT NULL AND v.months IS NOT NULL THEN greatest(0, e.first - v.months) END) AS uncovered,
	count(*) FILTER (WHERE b.best_key IS NOT DISTINCT FROM (SELECT min(emp_no) FROM named AS c
		WHERE c.pos_no = b.position_key AND c.rank = (SELECT min(rank) FROM named AS d WHERE d.pos_no = b.position_key)
		HAVING count(*) = 1)) AS best
FROM talent.bench AS b LEFT JOIN vacancy AS v ON v.pos_no = b.position_key LEFT JOIN LATERAL (
	SELECT count(*) AS n, count(months) AS known, count(*) FILTER (WHERE months = 0) AS now,
		count(*) FILTER (WHERE months <= 12) AS one, count(*) FILTER (WHERE months <= 36) AS three,
		count(*) FILTER (WHERE elsewhere) AS elsewhere, min(months) AS first
	FROM named WHERE pos_no = b.position_key) AS e ON true;
WITH guest AS (SELECT DISTINCT ON (pos_no) pos_no, rank FROM named WHERE elsewhere ORDER BY pos_no, rank),
slate AS (
	SELECT n.pos_no, n.emp_no, n.elsewhere AND n.rank = g.rank IS TRUE AS guest, (SELECT count(*) FROM named AS o
		WHERE o.pos_no = n.pos_no AND o.rank < n.rank AND NOT (o.elsewhere AND o.rank = g.rank IS TRUE)) AS better,
		3 - count(g.rank) OVER (PARTITION BY n.pos_no, n.emp_no) AS places
	FROM named AS n LEFT JOIN guest AS g USING (pos_no))
SELECT count(*) AS candidates, count(*) FILTER (WHERE r.slate_place IS NOT NULL) AS on_slate,
	count(*) FILTER (WHERE (r.slate_place IS NOT NULL) <> (s.guest OR s.better < s.places)) AS unlike
FROM talent.succession_readiness AS r JOIN slate AS s ON (s.pos_no, s.emp_no) = (r.position_key, r.person_key);
-- Covered within a year: as many candidates as there is room, who stand in apart.
SELECT scope, count(*) AS rows, sum(c.positions) AS positions, sum(c.covered) AS covered,
	count(*) FILTER (WHERE (c.positions, c.critical, c.covered, c.critical_covered)
		IS DISTINCT FROM (h.positions, h.critical, h.covered, h.critical_covered)) AS unlike
FROM talent.coverage AS c LEFT JOIN LATERAL (
	SELECT count(*) AS positions, count(*) FILTER (WHERE critical = 'Y') AS critical,
		count(*) FILTER (WHERE ready >= headcount) AS covered,
		count(*) FILTER (WHERE critical = 'Y' AND ready >= headcount) AS critical_covered
	FROM (SELECT p.*, (SELECT count(*) FROM named AS n
		WHERE n.pos_no = p.pos_no AND n.months <= 12
		AND NOT EXISTS (SELECT FROM holder AS o WHERE (o.pos_no, o.emp_no) = (n.pos_no, n.emp_no))) AS ready
		FROM hr.position AS p WHERE headcount > 0) AS q
	WHERE c.scope = 'company' OR q.dept = c.unit) AS h ON true GROUP BY scope ORDER BY scope;

-- The chains: all ways of two and three links that miss whoever holds the position, by joins; the strongest must be the
-- one that is shown.
CREATE TEMP TABLE edge AS
SELECT a, b, max(s) AS s FROM (
	SELECT a, b, 0.5::float8 AS s FROM line
	UNION ALL SELECT other_no, emp_no, strength FROM judged WHERE verdict = 'used'
	UNION ALL SELECT emp_no, other_no, strength FROM judged WHERE verdict = 'used' AND lower(rel_type) = 'peer') AS e
		GROUP BY a, b;
CREATE INDEX ON edge (a);
CREATE TEMP TABLE best AS
SELECT e.pos_no, e.emp_no, max(w.s) AS strength FROM expected AS e CROSS JOIN LATERAL (
	SELECT x.s * y.s AS s, x.b AS one, NULL AS two FROM edge AS x JOIN edge AS y ON y.a = x.b
		WHERE x.a = e.decider AND y.b = e.emp_no AND x.b <> e.emp_no
	UNION ALL
	SELECT x.s * y.s * z.s, x.b, y.b FROM edge AS x JOIN edge AS y ON y.a = x.b JOIN edge AS z ON z.a = y.b
	WHERE x.a = e.decider AND z.b = e.emp_no AND x.b <> e.emp_no AND y.b NOT IN (e.emp_no, e.decider)) AS w
WHERE e.decider <> e.emp_no AND NOT EXISTS (SELECT FROM holder AS h
	WHERE h.pos_no = e.pos_no AND h.emp_no IN (w.one, w.two) AND h.emp_no <> e.decider)
GROUP BY e.pos_no, e.emp_no;
SELECT count(*) AS candidates, count(r.advocacy_strength) AS with_chain, count(r.direct_strength) AS with_direct,
	count(*) FILTER (WHERE e.decider IS NULL) AS without_decider,
	count(*) FILTER (WHERE abs(r.advocacy_strength - b.strength) > 1e-12
		OR (r.advocacy_strength IS NULL) <> (b.strength IS NULL)) AS chains_unlike,
	count(*) FILTER (WHERE r.direct_strength IS DISTINCT FROM d.s) AS direct_unlike
FROM talent.succession_readiness AS r JOIN expected AS e ON (e.pos_no, e.emp_no) = (r.position_key, r.person_key)
LEFT JOIN best AS b ON (b.pos_no, b.emp_no) = (e.pos_no, e.emp_no)
LEFT JOIN edge AS d ON (d.a, d.b) = (e.decider, e.emp_no);
-- Who speaks for the candidate and is heard by who decides within two links, not by way of the candidate; and who of
-- the unit of who decides does.
CREATE TEMP TABLE speaker AS
SELECT a, b FROM judged CROSS JOIN LATERAL (VALUES (other_no, emp_no, true),
	(emp_no, other_no, lower(rel_type) = 'peer')) AS v (a, b, acts) WHERE verdict = 'used' AND acts GROUP BY a, b;
CREATE TEMP TABLE heard AS
SELECT e.pos_no, e.emp_no, count(*) AS voices FROM expected AS e
JOIN speaker AS s ON s.b = e.emp_no AND s.a <> e.decider
WHERE NOT EXISTS (SELECT FROM holder AS h WHERE (h.pos_no, h.emp_no) = (e.pos_no, s.a))
AND (EXISTS (SELECT FROM edge AS x WHERE x.a = e.decider AND x.b = s.a)
	OR EXISTS (SELECT FROM edge AS x JOIN edge AS y ON y.a = x.b
	WHERE x.a = e.decider AND y.b = s.a AND x.b <> e.emp_no))
GROUP BY e.pos_no, e.emp_no;
SELECT count(*) AS candidates, count(*) FILTER (WHERE r.voices IS NOT DISTINCT FROM
		CASE WHEN e.decider IS NOT NULL THEN coalesce(h.voices, 0) END) AS voices, sum(r.voices) AS voices_in_all,
	count(*) FILTER (WHERE r.visibility IS NOT DISTINCT FROM
		CASE WHEN d.dept IS NOT NULL THEN (SELECT count(*) FROM edge AS x JOIN known AS k ON k.no = x.a
			WHERE x.b = e.emp_no AND (k.no = d.no OR k.dept = d.dept)) END) AS visibility
FROM talent.succession_readiness AS r JOIN expected AS e ON (e.pos_no, e.emp_no) = (r.position_key, r.person_key)
LEFT JOIN heard AS h ON (h.pos_no, h.emp_no) = (e.pos_no, e.emp_no) LEFT JOIN known AS d ON d.no = e.decider;
-- and each link of it is a relationship or a line of the HR tables
SELECT count(*) AS links, count(*) FILTER (WHERE e.s = l.strength) AS in_hr,
	count(*) FILTER (WHERE l.reporting_line) AS lines
FROM talent.chain_link AS l LEFT JOIN edge AS e ON (e.a, e.b) = (l.from_key, l.to_key);

-- Sponsors count who are at least a grade above; a level that is unknown leaves it open.
SELECT count(*) AS sponsors, count(*) FILTER (WHERE s.counts IS DISTINCT FROM (a.level > b.level)) AS unlike,
	count(*) FILTER (WHERE s.counts IS NULL) AS unknown
FROM talent.sponsorship AS s JOIN known AS a ON a.no = s.sponsor_key JOIN known AS b ON b.no = s.protege_key;
-- Milestones of programmes, contacts against what was agreed.
SELECT count(*) AS mentoring, count(*) FILTER (WHERE h.goals <> g.goals OR h.goals_done <> g.done
	OR h.goals_overdue <> g.overdue) AS goals_unlike,
	count(*) FILTER (WHERE h.days_since_contact IS DISTINCT FROM date '2026-07-01' - c.last_meeting) AS days_unlike
FROM talent.mentoring_health AS h JOIN LATERAL (
	SELECT max(last_meeting) AS last_meeting FROM judged AS j
		WHERE verdict = 'used' AND (j.other_no, j.emp_no, lower(j.rel_type)) = (h.mentor_key, h.mentee_key,
		h.kind)) AS c ON true
JOIN LATERAL (
	SELECT count(m.prog_no) AS goals, count(*) FILTER (WHERE done_on <= '2026-07-01') AS done,
		count(*) FILTER (WHERE (done_on > '2026-07-01' OR done_on IS NULL) AND due_on < '2026-07-01') AS overdue
	FROM hr.programme AS p JOIN hr.milestone AS m USING (prog_no)
		WHERE (p.mentor_no, p.mentee_no, h.kind) = (h.mentor_key, h.mentee_key, 'mentor')
		AND m.title <> '') AS g ON true;
-- Equity reads gender, and nobody twice: re-hired people have two rows. Who was not asked, whose own level or whose
-- sponsors' is unknown, is apart.
WITH asked AS (SELECT DISTINCT ON (emp_no) emp_no, gender FROM hr.employee JOIN known ON no = emp_no AND here
	WHERE in_survey = 'Y' AND level IS NOT NULL AND hired_on <= '2026-07-01' ORDER BY emp_no, hired_on DESC),
sponsored AS (
	SELECT j.emp_no, bool_or(a.level > b.level) AS counts FROM judged AS j JOIN known AS a ON a.no = j.other_no
		JOIN known AS b ON b.no = j.emp_no
	WHERE verdict = 'used' AND lower(rel_type) = 'sponsor' GROUP BY j.emp_no),
figure AS (
	SELECT gender, round(count(*) / 5.0) * 5 AS people, round(count(*) FILTER (WHERE counts) / 5.0) * 5 AS sponsored
	FROM asked LEFT JOIN sponsored AS s USING (emp_no) WHERE s.emp_no IS NULL OR counts IS NOT NULL GROUP BY gender)
SELECT group_name, e.people, round(rate::numeric, 4) AS rate, verdict, e.people = f.people
	AND abs(rate - f.sponsored / f.people) < 1e-12 AS as_by_hand
FROM talent.equity AS e LEFT JOIN figure AS f ON gender = group_name WHERE subject = 'sponsorship' ORDER BY group_name;

-- What a new user meets first. An answer off the scale that fails inside a view: the message names column and value.
SET search_path = talent_source, hr;
BEGIN;
DROP VIEW tie;
CREATE VIEW tie AS SELECT other_no AS from_key, emp_no AS to_key, rel_type AS kind,
	mentorgraph.strength_from_scale(answer, 1, 5) AS strength FROM relationship;
SELECT state, regexp_replace(message, '(is )[678],|"[a-z]+ly"', '\1...') AS message, hint
FROM pg_temp.attempt('SELECT talent.load_source() FROM talent.make_staging()');
-- words where an interval is wanted
DROP VIEW tie;
CREATE VIEW tie AS SELECT other_no AS from_key, emp_no AS to_key, rel_type AS kind, meets AS contact_every
FROM relationship;
SELECT state, regexp_replace(message, '(is )[678],|"[a-z]+ly"', '\1...') AS message, hint
FROM pg_temp.attempt('SELECT talent.load_source() FROM talent.make_staging()');
-- a view that fails as a whole
DROP VIEW tie;
CREATE VIEW tie AS SELECT other_no AS from_key, emp_no AS to_key, rel_type AS kind FROM relationship
WHERE substr(other_no, 2)::integer > 0;
SELECT state, regexp_replace(message, '(is )[678],|"[a-z]+ly"', '\1...') AS message, hint
FROM pg_temp.attempt('SELECT talent.load_source() FROM talent.make_staging()');
-- ties the wrong way round
DROP VIEW tie;
CREATE VIEW tie AS SELECT emp_no AS from_key, other_no AS to_key, rel_type AS kind, last_meeting AS last_contact
FROM relationship;
SELECT key, severity, problem FROM mentorgraph.check_talent_source('talent_source', 'talent', date '2026-07-01')
WHERE problem LIKE '%from_key is who supports';
-- nearly the right names
ALTER VIEW job_position RENAME TO "Position";
ALTER VIEW tie RENAME COLUMN last_contact TO last_contact_on;
ALTER VIEW person RENAME COLUMN manager_key TO manager;
SELECT relation, severity, problem
FROM mentorgraph.check_talent_source('talent_source', 'talent', date '2026-07-01') WHERE key IS NULL ORDER BY relation;
ROLLBACK;

RESET search_path;
DROP SCHEMA talent CASCADE;
DROP SCHEMA talent_source CASCADE;
DROP SCHEMA hr CASCADE;
