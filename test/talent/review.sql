-- Positions for review_html, in the tables of create_talent_source: full has twenty candidates, some with names of 60
-- characters, of markup and with a control character, and a decider who hears some of them; empty has no candidate,
-- undecided no decider, <key> no requirements and no chain; pool is a pool. As of 2026-07-01.
CREATE TEMP TABLE odd_name (k int, name text);
INSERT INTO odd_name VALUES (1, '<script>alert("x")</script>'), (2, 'Tom & "Jerry" ''s &amp; &lt;b&gt;'),
	(3, repeat('Wolfeschlegelsteinhausen ', 3)),
	(4, repeat('x', 60)), (5, '</style></title><!-- ]]>'), (6, 'José 𝒳 שלום'), (7, E'tab\tline\nbell\x07end'),
	(8, '%s $1 \1 {{x}}');
INSERT INTO person (person_key, name, unit, level, joined, surveyed)
SELECT 'c' || k, coalesce(name, 'Candidate ' || k), CASE WHEN k % 3 = 0 THEN 'Sales'
	ELSE 'Service' END, 4, date '2020-01-01', k <> 9
FROM generate_series(1, 20) AS k LEFT JOIN odd_name USING (k)
UNION ALL SELECT 'm' || k, 'Middle <b>' || k || '</b>', 'Sales', 5, date '2015-01-01', true
FROM generate_series(1, 4) AS k
UNION ALL SELECT 'boss', 'The "boss" & co', 'Board', 6, date '2010-01-01', true
UNION ALL SELECT 'holder', 'Holder', 'Sales', 5, date '2010-01-01', true;
INSERT INTO tie (from_key, to_key, kind, strength)
SELECT 'boss', 'm' || k, 'sponsor', 0.2 * k FROM generate_series(1, 3) AS k
UNION ALL SELECT 'm' || 1 + k % 4, 'c' || k, 'mentor', 0.05 * k FROM generate_series(1, 16) AS k
UNION ALL SELECT 'boss', 'c5', 'manager', NULL UNION ALL SELECT 'm1', 'm4', 'manager', 0.001;
INSERT INTO job_position (position_key, title, unit, critical, pool, vacant_from)
	VALUES ('full', 'Head of <Sales> & "Service"', 'Sales', true, false, '2026-10-01'),
	('empty', 'Nobody wants it', NULL, false, false, NULL),
	('undecided', 'Nobody decides', 'Sales', false, false, NULL), ('pool', 'A pool', NULL, false, true, NULL),
	('<key>', '', 'Sales', false, false, '2026-07-01');
INSERT INTO incumbency (position_key, person_key) VALUES ('full', 'holder');
INSERT INTO position_role (position_key, person_key, role)
	VALUES ('full', 'boss', 'decider'), ('pool', 'boss', 'decider'), ('<key>', 'm3', 'decider');
INSERT INTO candidate (position_key, person_key, months_to_ready, assessed_on, emergency)
SELECT 'full', 'c' || k, nullif(k % 5, 4), CASE WHEN k % 2 = 0 THEN date '2026-01-01' END, k IN (7, 20)
FROM generate_series(1, 20) AS k
UNION ALL SELECT 'undecided', 'c1', 0, '2026-06-01', false UNION ALL SELECT 'pool', 'c2', 1, '2026-06-01', false
UNION ALL SELECT '<key>', 'c3', 0, '2026-06-01', false;
INSERT INTO requirement (position_key, competency, level, weight)
	VALUES ('full', 'p&l <3', 4, 2), ('full', 'leadership', 3, 1), ('full', 'unrated', 1, 1);
INSERT INTO competency (person_key, competency, level, rater) SELECT 'c' || k, 'p&l <3', 1 + k % 4, 'assessor'
FROM generate_series(1, 15) AS k
UNION ALL SELECT 'c' || k, 'leadership', 1 + k % 3, 'assessor' FROM generate_series(1, 10) AS k
UNION ALL SELECT 'm' || k, 'p&l <3', 5, 'manager' FROM generate_series(1, 4) AS k;
