-- The relations about people in the talent schema: measures, findings, support, sponsors, mentoring. A small company
-- made for this, then the source documents' cases (test/talent). Each fact is a row: name, ok.
\set source people_source
\i test/lib/talent_source.sql
-- h1 to h70 fill up networks; all of unit H, level 2.
INSERT INTO person (person_key, name, unit, company, location, job_function, level, manager_key, level_since, potential,
	surveyed, wants_mentor, mentor_capacity, worker_type) VALUES
	-- Fay knows the line only
	('m', 'Max', 'A', 'Ours', 'Bonn', 'sales', 5, NULL, '2015-01-01', 1, true, NULL, NULL, NULL),
	('f', 'Fay', 'A', 'Ours', 'Bonn', 'sales', 4, 'm', '2018-01-01', 1, true, NULL, NULL, NULL),
	('f1', 'Fred', 'A', 'Ours', 'Bonn', 'sales', 2, 'f', '2024-01-01', 1, true, NULL, NULL, NULL),
	('f2', 'Fritz', 'A', 'Ours', 'Bonn', 'sales', 2, 'f', '2024-01-01', 1, true, NULL, NULL, NULL),
	('f3', 'Flora', 'A', 'Ours', 'Bonn', 'sales', 2, 'f', '2024-01-01', 1, true, NULL, NULL, NULL),
	('g', 'Gus', 'A', 'Ours', 'Bonn', 'sales', 4, 'm', '2018-01-01', 1, true, NULL, NULL, NULL),
	-- hubs, and many weak ties
	('hub', 'Hub', 'H', 'Ours', 'Bonn', 'it', 3, NULL, '2015-01-01', 1, true, NULL, NULL, NULL),
	('hub2', 'Hub two', 'H', 'Ours', 'Bonn', 'it', 3, NULL, '2015-01-01', 1, true, NULL, NULL, NULL),
	('sup', 'Sue', 'H', 'Ours', 'Bonn', 'it', 3, NULL, '2015-01-01', 1, true, NULL, NULL, NULL),
	('sup2', 'Sam', 'H', 'Ours', 'Bonn', 'it', 3, NULL, '2015-01-01', 1, true, NULL, NULL, NULL),
	-- support, and one who was not asked
	('d', 'Dora', 'D', 'Ours', 'Bonn', 'it', 3, NULL, '2015-01-01', 1, true, NULL, NULL, NULL),
	('no', 'Not asked', 'D', 'Ours', 'Bonn', 'it', 3, NULL, '2015-01-01', 1, false, NULL, NULL, NULL),
	-- potential and sponsors
	('u', 'Una', 'U', 'Ours', 'Bonn', 'it', 3, NULL, '2024-01-01', 5, true, NULL, NULL, NULL),
	('s', 'Sid', 'U', 'Ours', 'Bonn', 'it', 3, NULL, '2024-01-01', 5, true, NULL, NULL, NULL),
	('n', 'Nora', 'U', 'Ours', 'Bonn', 'it', 3, NULL, '2024-01-01', 5, true, NULL, NULL, NULL),
	('v', 'Vera', 'U', 'Ours', 'Bonn', 'it', NULL, NULL, '2024-01-01', 1, true, NULL, NULL, NULL),
	-- two managers of good people
	('k', 'Kurt', 'K', 'Ours', 'Bonn', 'it', 4, NULL, '2015-01-01', 1, true, NULL, NULL, NULL),
	('k2', 'Kim', 'L', 'Ours', 'Bonn', 'it', 4, NULL, '2015-01-01', 1, true, NULL, NULL, NULL),
	-- mentoring: Ed and Eve need x; Quin and Rob have it, and so have their boss and their earlier mentor
	('e1', 'Ed', 'A', 'Ours', 'Bonn', 'law', 3, 'eb', '2024-01-01', 1, true, true, NULL, NULL),
	('e2', 'Eve', 'A', 'Ours', 'Bonn', 'law', 3, 'eb', '2024-01-01', 1, true, true, NULL, NULL),
	('eb', 'Eb the boss', 'B', 'Ours', 'Bonn', 'law', 4, NULL, '2015-01-01', 1, true, NULL, NULL, NULL),
	('q1', 'Quin', 'B', 'Ours', 'Bonn', 'law', 4, NULL, '2015-01-01', 1, true, NULL, 1, NULL),
	('q2', 'Rob', 'A', 'Ours', 'Bonn', 'law', 5, NULL, '2015-01-01', 1, true, NULL, 1, NULL),
	('q3', 'Old mentor', 'B', 'Ours', 'Bonn', 'law', 4, NULL, '2015-01-01', 1, true, NULL, NULL, NULL),
	('q4', 'Full', 'B', 'Ours', 'Bonn', 'law', 4, NULL, '2015-01-01', 1, true, NULL, 1, NULL),
	('q5', 'Too low', 'B', 'Ours', 'Bonn', 'law', 4, NULL, '2015-01-01', 1, true, NULL, NULL, NULL),
	('w', 'Wim wants one', 'C', 'Ours', 'Bonn', 'buyer', 3, NULL, '2015-01-01', 1, true, true, NULL, NULL),
	('x', 'Xenia', 'C', 'Theirs', 'Bonn', 'buyer', 4, NULL, NULL, NULL, true, NULL, 2, 'external'),
	('o', 'Outsider', 'O', 'Theirs', 'Bonn', 'buyer', 3, NULL, NULL, NULL, NULL, NULL, NULL, 'external');
INSERT INTO person (person_key, name, unit, company, location, job_function, level, level_since, potential)
	SELECT 'h' || i, 'Helper ' || i, 'H', 'Ours', 'Bonn', 'it', 2, date '2024-01-01', 1
FROM generate_series(1, 70) AS i;
INSERT INTO person (person_key, name, unit, company, level, manager_key, level_since, potential)
	SELECT 'k' || b || i, 'Kept ' || i, CASE b WHEN '-' THEN 'K' ELSE 'L' END, 'Ours', 3, CASE b WHEN '-' THEN 'k'
	ELSE 'k2' END, date '2020-01-01', 5
	FROM generate_series(1, 3) AS i, unnest('{-,+}'::text[]) AS b;
INSERT INTO tie (from_key, to_key, kind, strength, since, until, last_contact, contact_every, support, context) VALUES
	('f', 'g', 'peer', 0.8, NULL, NULL, NULL, NULL, NULL, NULL),
	('o', 'f', 'peer', 0.4, NULL, NULL, NULL, NULL, NULL, 'outside'),
	-- Dora: three who are tied to each other, two alone; h1 twice
	('h1', 'd', 'mentor', 0.9, '2020-05-01', NULL, '2026-06-01', '2 months', 'advice', 'employer'),
	('h1', 'd', 'peer', 0.4, '2019-05-01', NULL, '2026-05-01', NULL, 'feedback; advice', NULL),
	('h2', 'd', 'adviser', 0.8, '2020-01-01', NULL, '2026-03-01', '1 month', 'advice', 'profession'),
	('h3', 'd', 'adviser', 0.7, '2020-01-01', NULL, '2026-05-15', '1 month', 'information', 'employer'),
	('h4', 'd', 'adviser', 0.6, '2026-05-01', NULL, '2026-06-20', NULL, 'influence', NULL),
	('h5', 'd', 'adviser', NULL, NULL, NULL, NULL, NULL, 'exposure', NULL),
	('h2', 'h1', 'peer', 0.9, NULL, NULL, NULL, NULL, NULL, NULL),
	('h3', 'h2', 'peer', 0.9, NULL, NULL, NULL, NULL, NULL, NULL),
	('d', 'h4', 'peer', 0.3, NULL, NULL, NULL, NULL, NULL, NULL),
	('h6', 'no', 'adviser', 0.9, '2020-01-01', NULL, '2026-06-01', NULL, 'development', NULL),
	('h7', 'no', 'adviser', 0.9, '2020-01-01', NULL, '2026-06-01', NULL, NULL, NULL),
	-- Sid's sponsor counts, Nora's does not, of Vera's it is unknown
	('k', 's', 'sponsor', 0.8, '2025-01-01', NULL, '2026-06-01', NULL, 'exposure;protection', NULL),
	('h1', 'n', 'sponsor', 0.8, '2025-01-01', NULL, '2026-01-01', NULL, NULL, NULL),
	('k', 'v', 'sponsor', 0.8, '2025-01-01', NULL, NULL, NULL, NULL, NULL),
	-- mentoring ties: goals met; no contact and too many goals; too old; a pair both ways; an end
	('m', 'f1', 'mentor', 0.8, '2025-01-01', NULL, '2026-06-20', '1 month', NULL, NULL),
	('m', 'f2', 'mentor', 0.8, '2025-01-01', NULL, '2026-05-10', '1 month', NULL, NULL),
	('m', 'f3', 'mentor', 0.8, '2015-01-01', NULL, '2026-06-20', NULL, NULL, NULL),
	('m', 'u', 'mentor', 0.8, '2015-01-01', NULL, '2026-01-01', NULL, NULL, NULL),
	('f', 's', 'mentor', 0.8, '2026-06-01', NULL, NULL, NULL, NULL, NULL),
	('s', 'f', 'coach', 0.8, '2025-06-01', NULL, '2026-06-25', NULL, NULL, NULL),
	('x', 's', 'mentor', 0.8, NULL, NULL, NULL, NULL, NULL, NULL),
	('q3', 'e1', 'Mentor', 0.8, '2020-01-01', '2021-01-01', NULL, NULL, NULL, NULL),
	('q4', 'h9', 'mentor', 0.8, '2020-01-01', NULL, NULL, NULL, NULL, NULL),
	('h8', 'e1', 'peer', 0.5, NULL, NULL, NULL, NULL, NULL, NULL),
	('q1', 'h8', 'adviser', 0.5, NULL, NULL, NULL, NULL, NULL, NULL),
	('h9', 'e1', 'peer', 0.4, NULL, NULL, NULL, NULL, NULL, NULL),
	('h9', 'q1', 'peer', 0.4, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO tie (from_key, to_key, kind, strength) SELECT 'hub', 'h' || i, 'adviser', NULL::float8
FROM generate_series(1, 65) AS i UNION ALL SELECT 'hub2', 'h' || i, 'adviser', NULL FROM generate_series(1, 64) AS i
	UNION ALL SELECT 'h' || i, 'sup', 'adviser', 0.3 FROM generate_series(1, 37) AS i
		UNION ALL SELECT 'h' || i, 'sup2', 'adviser', 0.3 FROM generate_series(1, 36) AS i;
UPDATE tie SET support = 'advice;counsel' WHERE to_key = 'sup2' AND from_key = 'h36';
INSERT INTO goal (from_key, to_key, kind, goal, due, done)
	VALUES ('m', 'f1', 'mentor', 'one', '2026-01-01', '2026-01-05'),
	('m', 'f1', 'mentor', 'two', '2026-05-01', '2026-05-05'),
	('m', 'f3', 'mentor', 'open', '2026-12-01', NULL), ('h1', 'd', 'mentor', 'late', '2026-06-30', NULL),
	('h1', 'd', 'mentor', 'next', '2026-07-01', NULL);
INSERT INTO goal (from_key, to_key, kind, goal, due) SELECT 'm', 'f2', 'mentor', 'goal ' || i, date '2026-08-01' + i
FROM generate_series(1, 6) AS i;
INSERT INTO job_position (position_key, title, unit, level) VALUES ('P', 'Position', 'A', 4);
INSERT INTO position_role (position_key, person_key, role, seq) VALUES ('P', 'm', 'decider', 1);
INSERT INTO candidate (position_key, person_key, months_to_ready)
	VALUES ('P', 'e1', 6), ('P', 'e2', 6), ('P', 's', 6), ('P', 'k+1', 6);
INSERT INTO requirement (position_key, competency, level) VALUES ('P', 'x', 3), ('P', 'y', 3);
INSERT INTO competency (person_key, competency, level, rater)
	VALUES ('e1', 'x', 1, 'assessor'), ('e2', 'x', 2, 'assessor'), ('e1', 'y', 3, 'assessor'),
	('q1', 'x', 4, 'manager'), ('q2', 'x', 3, 'manager'), ('q3', 'x', 5, 'manager'), ('q4', 'x', 5, 'manager'),
	('q5', 'x', 2.5, 'manager'), ('eb', 'x', 5, 'manager');
SELECT mentorgraph.create_talent_schema('people', source => 'people_source');
CALL people.refresh(date '2026-07-01', publish => true);
SET search_path = people, mentorgraph;

-- nothing is left out
SELECT relation, key, problem FROM data_problem WHERE severity = 'error';
-- findings, worked out by hand
SELECT person_key, finding, evidence, setting FROM person_finding ORDER BY finding, person_key COLLATE "C";
-- mentoring
SELECT mentor_key, mentee_key, kind, stage, goals, goals_done AS done, goals_overdue AS overdue, next_due,
	days_since_contact AS days, contact_every_days AS every, contact_overdue AS late, ended_but_open AS ended,
	levels_above AS above, remote, mutual, problems
FROM mentoring_health ORDER BY mentor_key COLLATE "C", mentee_key COLLATE "C";
-- Ed and Eve: Quin scores 1, Rob 0.6 + 0.2 * 2/3 = 0.733; not the boss, nobody who is full or cannot teach x, and for
-- Ed not the earlier mentor; each gets one. Nothing is known that Wim needs: somebody of the same function.
SELECT mentee_key, mentor_key, round(score::numeric, 3) AS score, need_part,
	round(level_part::numeric, 3) AS level_part, unit_part, introduced_by_key AS introduced, place, assigned,
	levels_above AS above, know_each_other AS know, competencies
FROM mentor_proposal ORDER BY mentee_key COLLATE "C", place;
SELECT sponsor_key, protege_key, counts, reason, since, last_contact, levels_above, in_line, overdue, proteges, acts
FROM sponsorship ORDER BY 1, 2;
SELECT position_key, protege_key, sponsor_key, decider_key, heard, hops, strength, chain FROM sponsorship_chain
ORDER BY 2, 3;
-- Dora: h1 stands for h2 (tied), h2 for h3; h4 is tied to her alone
SELECT contact_key, kinds, supports, strength, core, redundant, last_contact, overdue, stage, since, mutual,
	levels_above AS above, other_unit AS other, context FROM developmental_network WHERE person_key = 'd'
ORDER BY contact_key COLLATE "C";
SELECT support, family, givers, missing, only_giver_key AS only_giver, unknown_supporters AS unknown
FROM support_coverage WHERE person_key = 'd' ORDER BY family, support COLLATE "C";
SELECT * FROM (VALUES
	('what is not known to be given is not missing where somebody was not asked', (SELECT bool_and(missing IS NULL)
		AND count(*) > 0 FROM support_coverage WHERE person_key = 'no' AND givers = 0)),
	('nobody asked: no row', (SELECT count(*) = 0 FROM support_coverage WHERE person_key = 'f')),
	('fay', (SELECT (contacts, core, core_band, supporters, supported) = (7::bigint, 2, 'under', 3::bigint, 5::bigint)
		AND abs(up - 1.0 / 7) < 1e-12 AND abs(level_share - 1.0 / 7) < 1e-12 AND abs(down - 5.0 / 7) < 1e-12
		FROM person_measures WHERE person_key = 'f')),
	('fay: out-sight', (SELECT outside_unit > 0 AND outside_company > 0 AND range = 1 FROM person_measures
		WHERE person_key = 'f')),
	('a core is unknown where all strengths are defaults', (SELECT contacts = 65 AND core IS NULL AND core_band IS NULL
		AND mean_strength IS NULL AND type IS NULL FROM person_measures WHERE person_key = 'hub')),
	('who was not asked has no figures', (SELECT to_jsonb(m) - '{as_of,person_key,name,unit,level}'::text[]
		= (SELECT jsonb_object_agg(key, NULL) FROM jsonb_each(to_jsonb(m))
		WHERE key NOT IN ('as_of', 'person_key', 'name', 'unit', 'level')) FROM person_measures AS m
		WHERE person_key = 'no')),
	('but observed ties show', (SELECT count(*) = 2 FROM developmental_network WHERE person_key = 'no')),
	('dora', (SELECT (contacts, core, core_band, clusters, range) = (5::bigint, 3, 'under', 3::bigint, 2)
		AND abs(strength - (0.9 + 0.8 + 0.7 + 0.6 + 0.5)) < 1e-9 AND abs(mean_strength - 0.75) < 1e-9
		AND abs(reciprocity - 0.2) < 1e-12 FROM person_measures WHERE person_key = 'd')),
	('roles', (SELECT (mentees, proteges, mentors, sponsors, generation, room_as_mentor) = (1::bigint, 0::bigint,
		2::bigint, 1::bigint, 1, 2) FROM person_measures WHERE person_key = 's')),
	('a generation after the circle', (SELECT generation = 0 AND mentees = 4 AND room_as_mentor = 0 FROM person_measures
		WHERE person_key = 'm')),
	('no room for less than nobody', (SELECT min(room_as_mentor) = 0 FROM person_measures)),
	('visibility is shared out', (SELECT abs(sum(visibility) - 1) < 0.2 AND min(visibility) >= 0 FROM person_measures)),
	('everyone has a row', (SELECT count(*) = (SELECT count(*) FROM people_source.person) FROM person_measures)),
	('diversity is that of readiness', (SELECT bool_and((m.diversity,
		m.known_diversity) IS NOT DISTINCT FROM (r.diversity, r.known_diversity)) FROM succession_readiness AS r
		JOIN person_measures AS m USING (person_key))),
	('long twins', (SELECT (SELECT count(*) FROM developmental_kind) = sum(cardinality(kinds))
		AND (SELECT count(*) FROM developmental_support) = sum(cardinality(supports)) FROM developmental_network)),
	('long twins of the others', (SELECT (SELECT count(*) FROM mentoring_problem) = (SELECT sum(cardinality(problems))
		FROM mentoring_health) AND (SELECT count(*) FROM sponsorship_act) = (SELECT sum(cardinality(acts))
		FROM sponsorship)
		AND (SELECT count(*) FROM mentor_proposal_competency) = (SELECT sum(cardinality(competencies))
			FROM mentor_proposal)))
) AS fact (name, ok);

-- what the figures of contacts mean, counted pair by pair
WITH contact AS (
	SELECT i.person_key AS a, j.person_key AS b FROM d_network AS n CROSS JOIN LATERAL ties(n.net) AS t
	JOIN person_id AS i ON i.id = t.source JOIN person_id AS j ON j.id = t.target WHERE n.name = 'contact'),
pair AS (SELECT a, b FROM contact UNION SELECT b, a FROM contact),
known AS (
	SELECT a, b, max(strength) AS strength FROM (
		SELECT from_key AS a, to_key AS b, strength FROM people_source.tie WHERE coalesce(until > '2026-07-01', true)
		UNION ALL
		SELECT to_key, from_key, strength FROM people_source.tie WHERE coalesce(until > '2026-07-01', true)) AS k
	GROUP BY a, b),
counted AS (
	SELECT c.a AS person_key, count(*) AS contacts, CASE WHEN count(k.strength) > 0
		THEN count(*) FILTER (WHERE k.strength >= 0.7) END AS core, avg(k.strength) AS mean_strength,
		count(*) FILTER (WHERE q.level > p.level)::float8 / nullif(count(q.level + p.level), 0) AS up,
		count(*) FILTER (WHERE q.level = p.level)::float8 / nullif(count(q.level + p.level), 0) AS level_share,
		count(*) FILTER (WHERE q.level < p.level)::float8 / nullif(count(q.level + p.level), 0) AS down
	FROM pair AS c LEFT JOIN known AS k USING (a, b) JOIN people_source.person AS p ON p.person_key = c.a
	JOIN people_source.person AS q ON q.person_key = c.b
	WHERE coalesce(p.surveyed, true) GROUP BY c.a)
SELECT count(*) AS people, count(c.mean_strength) AS strengths, count(c.up) AS levels, count(*) FILTER (WHERE
	(c.contacts, c.core, c.up, c.level_share, c.down) IS DISTINCT FROM (m.contacts, m.core, m.up, m.level_share, m.down)
	OR (c.mean_strength IS NULL) <> (m.mean_strength IS NULL) OR abs(c.mean_strength - m.mean_strength) > 1e-12)
	AS differ
FROM (SELECT person_key FROM person_measures WHERE contacts > 0) AS x FULL JOIN counted AS c USING (person_key)
LEFT JOIN person_measures AS m USING (person_key);

-- the first run makes the indexes of the largest tables: none is missing
SELECT indexname FROM pg_indexes WHERE schemaname = 'people'
	AND tablename IN ('d_developmental_network', 'd_support_coverage', 'd_mentoring_health') ORDER BY indexname;

-- the same again with another DateStyle changes nothing; other settings do
CREATE TEMP TABLE before AS SELECT 1 AS r, ctid::text AS place FROM d_person_measures UNION ALL SELECT 2, ctid::text
FROM d_developmental_network UNION ALL SELECT 3, ctid::text FROM d_person_finding UNION ALL SELECT 4, ctid::text
FROM d_mentor_proposal
	UNION ALL SELECT 5, ctid::text FROM d_support_coverage UNION ALL SELECT 6, ctid::text FROM d_sponsorship
		UNION ALL SELECT 7, ctid::text FROM d_mentoring_health UNION ALL SELECT 8, ctid::text FROM d_sponsorship_chain;
SET DateStyle = 'SQL, DMY';
CALL refresh(date '2026-07-01', publish => true);
SET DateStyle = 'ISO';
SELECT count(*) AS touched FROM before FULL JOIN (SELECT 1 AS r, ctid::text AS place FROM d_person_measures
	UNION ALL SELECT 2, ctid::text FROM d_developmental_network UNION ALL SELECT 3, ctid::text FROM d_person_finding
UNION ALL SELECT 4, ctid::text FROM d_mentor_proposal
	UNION ALL SELECT 5, ctid::text FROM d_support_coverage UNION ALL SELECT 6, ctid::text FROM d_sponsorship
		UNION ALL SELECT 7, ctid::text FROM d_mentoring_health UNION ALL SELECT 8, ctid::text
		FROM d_sponsorship_chain) AS a USING (r, place) WHERE a.r IS NULL OR before.r IS NULL;
UPDATE setting SET value = CASE name WHEN 'overloaded_contacts' THEN 64 WHEN 'sponsor_min_level' THEN 5
	WHEN 'sponsor_influence_quantile' THEN 0.5 WHEN 'mentor_levels_low' THEN 2 END
WHERE name IN ('overloaded_contacts', 'sponsor_min_level', 'sponsor_influence_quantile', 'mentor_levels_low');
CALL refresh(date '2026-07-01', publish => true);
SELECT person_key FROM person_finding WHERE finding = 'overloaded' ORDER BY 1;
SELECT sponsor_key, protege_key, counts, reason FROM sponsorship ORDER BY 1, 2;
SELECT mentee_key, mentor_key, levels_above FROM mentor_proposal ORDER BY 1, place;

-- ids and the order of rows decide nothing
UPDATE setting SET value = CASE name WHEN 'mentor_levels_low' THEN 1 END
WHERE name IN ('sponsor_min_level', 'sponsor_influence_quantile', 'mentor_levels_low');
CALL refresh(date '2026-07-01', publish => true);
CREATE TEMP TABLE proposal AS SELECT * FROM mentor_proposal;
CREATE TEMP TABLE contact AS SELECT * FROM developmental_network;
SELECT mentorgraph.create_talent_schema('people2', source => 'people_source');
INSERT INTO people2.person_id (person_key) SELECT person_key FROM people_source.person
ORDER BY reverse(person_key) COLLATE "C" DESC;
CALL people2.refresh(date '2026-07-01', publish => true);
SELECT (SELECT count(*) FROM (TABLE proposal EXCEPT TABLE people2.mentor_proposal) AS d) AS proposals,
	(SELECT count(*) FROM (TABLE contact EXCEPT TABLE people2.developmental_network) AS d) AS contacts,
	(SELECT count(*) FROM (TABLE next_contact EXCEPT TABLE people2.next_contact) AS d) AS next_contacts,
	(SELECT count(*) FROM (SELECT person_key, community, strength, mean_strength, burt_constraint FROM person_measures
		EXCEPT SELECT person_key, community, strength, mean_strength, burt_constraint
		FROM people2.person_measures) AS d) AS measures,
	(SELECT count(*) FROM (SELECT person_key, finding, evidence FROM person_finding WHERE finding <> 'overloaded'
		EXCEPT SELECT person_key, finding, evidence FROM people2.person_finding) AS d) AS findings;

-- without what may be missing, and while a publication has all tables
SET search_path = people_source;
SET client_min_messages = error; -- says that wal_level is too low
CREATE PUBLICATION everything FOR ALL TABLES;
SET client_min_messages = warning;
DROP TABLE goal, job_history, competency, requirement, candidate;
ALTER TABLE tie DROP support, DROP strength, DROP since, DROP last_contact, DROP contact_every;
ALTER TABLE person DROP unit, DROP company, DROP level, DROP job_function, DROP level_since, DROP potential;
CALL people.refresh(date '2026-07-01', publish => true);
DROP PUBLICATION everything;
SET search_path = people, mentorgraph;
SELECT (SELECT count(*) FROM person_finding) AS findings,
	(SELECT count(*) FROM support_coverage) AS supports,
	(SELECT count(core) FROM person_measures) AS cores,
	(SELECT count(outside_unit) + count(unit_diversity) + count(brokerage) FROM person_measures) AS units,
	(SELECT count(*) FROM mentoring_health WHERE goals IS NOT NULL OR stage IS NOT NULL
		OR contact_overdue IS NOT NULL) AS health,
	(SELECT string_agg(DISTINCT reason, ', ') FROM sponsorship) AS reasons,
	(SELECT count(*) FROM mentor_proposal) AS proposals,
	(SELECT count(*) FROM developmental_network
		WHERE core IS NOT NULL OR levels_above IS NOT NULL OR other_unit IS NOT NULL) AS known;
SELECT finding, count(*) FROM person_finding GROUP BY finding ORDER BY finding;

DROP SCHEMA people, people2 CASCADE;
DROP SCHEMA people_source CASCADE;
RESET search_path;

-- the source documents' cases, beside the facts that the test talent checks
\set source case_source
\set company test/talent/company.sql
\i test/lib/talent_source.sql
SELECT mentorgraph.create_talent_schema('cases', source => 'case_source');
CALL cases.refresh(date '2026-07-01', publish => true);
SET search_path = cases, mentorgraph;
SELECT * FROM (VALUES
	('joe: of the 24 advisers 5 do not repeat a closer one', (SELECT count(*) = 24
		AND count(*) FILTER (WHERE NOT redundant) = 5 FROM developmental_network WHERE person_key = 'J-joe')),
	('dan: 0.8 of his contacts', (SELECT abs(former_share - 0.8) < 1e-12 FROM person_measures
		WHERE person_key = 'N-dan')),
	('fred hears lena for dave', (SELECT heard AND hops = 1 AND abs(strength - 0.8) < 1e-12 FROM sponsorship_chain
		WHERE protege_key = 'S-dave' AND sponsor_key = 'S-lena'))
) AS fact (name, ok);
SELECT finding, count(*), min(person_key COLLATE "C") AS first FROM person_finding GROUP BY finding ORDER BY finding;
-- the largest and smallest values of each type, in half of the rows: refreshes end well and name what is left out
CREATE PROCEDURE case_source.set_half(wanted text, value text) LANGUAGE plpgsql AS $$
DECLARE
	c record;
BEGIN
	FOR c IN SELECT table_name, column_name FROM information_schema.columns
		WHERE table_schema = 'case_source' AND data_type = wanted ORDER BY 1, 2
	LOOP
		EXECUTE format('UPDATE case_source.%1$I AS t SET %2$I = %3$L WHERE md5(concat(t, %2$L, %3$L)) < ''8''',
			c.table_name, c.column_name, value);
	END LOOP;
END $$;
SELECT format('CALL case_source.set_half(%L, %L)', v.wanted, v.value),
	'CALL cases.refresh(date ''2026-07-01'', publish => true)'
FROM (VALUES (1, 'date', '5874897-12-31'), (2, 'date', '4713-01-01 BC'), (3, 'date', '9999-12-31'),
	(4, 'date', '0001-01-01'), (5, 'date', 'infinity'), (6, 'date', '-infinity'), (7, 'date', '2026-07-02'),
	(8, 'date', NULL), (9, 'interval', '170000000 years'), (10, 'interval', '-1 day'), (11, 'integer', '2147483647'),
	(12, 'integer', '-2147483648'), (13, 'double precision', '1e308'), (14, 'double precision', '5e-324'))
	AS v (n, wanted, value)
ORDER BY n \gexec
SELECT count(*) AS runs, count(*) FILTER (WHERE ok) AS well FROM run;
SELECT problem FROM data_problem
WHERE problem ~ 'beyond a million|not from 0 to a million|100 years|last_contact'
GROUP BY problem ORDER BY 1;
DROP SCHEMA cases, case_source CASCADE;
RESET search_path;

-- Two who are each other's managers are one contact of each other.
\set source pair_source
\i test/lib/talent_source.sql
INSERT INTO person (person_key, manager_key) VALUES ('a', 'b'), ('b', 'a');
INSERT INTO person (person_key, manager_key) SELECT 'r' || i, 'a' FROM generate_series(1, 4) AS i;
INSERT INTO tie (from_key, to_key, kind) VALUES ('r1', 'a', 'peer');
SELECT mentorgraph.create_talent_schema('pair', source => 'pair_source');
CALL pair.refresh(date '2026-07-01', publish => true);
SELECT finding, evidence FROM pair.person_finding WHERE person_key = 'a' AND finding = 'formalist';
-- Xaver knows both best, but he objects to Wim: Yves introduces them.
INSERT INTO person (person_key, level, job_function, wants_mentor) VALUES ('wim', 3, 'law', true),
	('vic', 4, 'law', NULL), ('xaver', 2, 'sales', NULL), ('yves', 2, 'sales', NULL);
INSERT INTO tie (from_key, to_key, kind, strength) VALUES ('xaver', 'wim', 'peer', 0.9), ('vic', 'xaver', 'peer', 0.9),
	('wim', 'yves', 'peer', 0.5), ('yves', 'vic', 'peer', 0.5);
CALL pair.refresh(date '2026-07-01', publish => true);
SELECT mentee_key, mentor_key, introduced_by_key FROM pair.mentor_proposal;
INSERT INTO objection (objector_key, person_key) VALUES ('xaver', 'wim');
CALL pair.refresh(date '2026-07-01', publish => true);
SELECT mentee_key, mentor_key, introduced_by_key FROM pair.mentor_proposal;
DROP SCHEMA pair, pair_source CASCADE;
