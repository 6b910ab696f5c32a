-- One company in which each concept of sql/talent/README.md has a value, worked out by hand in test/sql/concepts.sql.
-- Keys start with the case. As of 2026-07-01.
INSERT INTO person (person_key, name, unit, company, location, job_function, level, manager_key, joined, level_since,
	worker_type, potential, mentor_capacity, wants_mentor) VALUES
	-- Ada and those who support her
	('ada', 'Ada', 'Law', 'Ours', 'Bonn', 'law', 4, 'head', '2015-01-01', '2022-01-01', NULL, 1, NULL, NULL),
	('head', 'Head of law', 'Law', 'Ours', 'Bonn', 'law', 5, 'boss', '2005-01-01', '2015-01-01', NULL, 1, NULL, NULL),
	('boss', 'The boss', 'Board', 'Ours', 'Bonn', 'management', 7, NULL, '2000-01-01', '2010-01-01', NULL, 1, NULL,
		NULL),
	('ada-1', 'Mentor above', 'Trade', 'Ours', 'Oslo', 'trade', 6, 'boss', '2005-01-01', '2015-01-01', NULL, 1, NULL,
		NULL),
	('ada-2', 'Sponsor', 'Works', 'Ours', 'Oslo', 'works', 5, NULL, '2005-01-01', '2015-01-01', NULL, 1, NULL, NULL),
	('ada-3', 'Peer', 'Law', 'Ours', 'Bonn', 'law', 4, NULL, '2016-01-01', '2020-01-01', NULL, 1, NULL, NULL),
	('ada-4', 'Coach outside', 'Coaches', 'Theirs', 'Rome', 'coach', NULL, NULL, NULL, NULL, 'external', NULL, NULL,
		NULL),
	('ada-5', 'Friend', 'Music', 'Family', 'Rome', 'music', NULL, NULL, NULL, NULL, 'external', NULL, NULL, NULL),
	('ada-6', 'Mentor below', 'Sales', 'Ours', 'Bonn', 'sales', 2, NULL, '2022-01-01', '2022-01-01', NULL, 1, NULL,
		NULL),
	('ada-7', 'One hour', 'Trade', 'Ours', 'Oslo', 'trade', 4, NULL, '2010-01-01', '2022-01-01', NULL, 1, NULL, NULL),
	('author', 'An author', 'Books', 'Print', NULL, NULL, NULL, NULL, NULL, NULL, 'external', NULL, NULL, NULL),
	-- Lee: a narrow network, an old mentor, a single sponsor, early in the career
	('lee', 'Lee', 'Works', 'Ours', 'Oslo', 'works', 2, 'ada-2', '2020-01-01', '2024-01-01', NULL, 1, NULL, NULL),
	('lee-1', 'Old mentor', 'Works', 'Ours', 'Oslo', 'works', 4, NULL, '2000-01-01', '2015-01-01', NULL, 1, 2, NULL),
	-- Gil mentors six; Kay and Kit need a skill; Ira has it, and Jo knows both
	('gil', 'Gil', 'Sales', 'Ours', 'Bonn', 'sales', 5, NULL, '2000-01-01', '2015-01-01', NULL, 1, 6, NULL),
	('kay', 'Kay', 'Trade', 'Ours', 'Oslo', 'trade', 3, 'ada-1', '2021-01-01', '2024-01-01', NULL, 1, NULL, true),
	('kit', 'Kit', 'Trade', 'Ours', 'Oslo', 'trade', 3, 'ada-1', '2021-01-01', '2024-01-01', NULL, 1, NULL, true),
	('ira', 'Ira', 'Sales', 'Ours', 'Bonn', 'sales', 4, NULL, '2018-01-01', '2022-01-01', NULL, 1, 1, NULL),
	('jo', 'Jo', 'Sales', 'Ours', 'Bonn', 'sales', 3, NULL, '2018-01-01', '2022-01-01', NULL, 1, NULL, NULL),
	('ivy', 'Ivy', 'Sales', 'Ours', 'Bonn', 'sales', 5, NULL, '2018-01-01', '2022-01-01', NULL, 1, 1, NULL),
	-- good people: one without a sponsor, three kept by Max
	('una', 'Una', 'Works', 'Ours', 'Oslo', 'works', 3, NULL, '2020-01-01', '2024-01-01', NULL, 5, NULL, NULL),
	('max', 'Max', 'Kept', 'Ours', 'Oslo', 'works', 4, NULL, '2000-01-01', '2015-01-01', NULL, 1, NULL, NULL),
	-- the line only; support, but none that develops; the one everybody asks
	('for', 'Formal', 'Ops', 'Ours', 'Bonn', 'ops', 4, 'opsboss', '2000-01-01', '2015-01-01', NULL, 1, NULL, NULL),
	('opsboss', 'Head of ops', 'Ops', 'Ours', 'Bonn', 'ops', 5, 'boss', '2000-01-01', '2015-01-01', NULL, 1, NULL,
		NULL),
	('dis', 'Disconnected', 'Works', 'Ours', 'Oslo', 'works', 4, NULL, '2000-01-01', '2015-01-01', NULL, 1, NULL, NULL),
	('hub', 'Hub', 'Help', 'Ours', 'Bonn', 'it', 1, NULL, '2015-01-01', '2015-01-01', NULL, 1, NULL, NULL),
	('sup', 'Superficial', 'Help', 'Ours', 'Bonn', 'it', 3, NULL, '2015-01-01', '2015-01-01', NULL, 1, NULL, NULL),
	-- Dee: seven places and five functions; Vic: at odds with the one who decides
	('dee', 'Dee', 'Dee', 'Ours', 'P0', 'F0', 3, NULL, '2015-01-01', '2015-01-01', NULL, 1, NULL, NULL),
	('vic', 'Vic', 'Trade', 'Ours', 'Oslo', 'trade', 5, NULL, '2015-01-01', '2015-01-01', NULL, 1, NULL, NULL);
INSERT INTO person (person_key, name, unit, company, location, job_function, level, manager_key, level_since, potential)
SELECT 'h' || i, 'Helped ' || i, 'Help', 'Ours', 'Bonn', 'it', 2, NULL, date '2024-01-01', 1
FROM generate_series(1, 65) AS i
UNION ALL
SELECT 'max-' || i, 'Kept ' || i, 'Kept', 'Ours', 'Oslo', 'works', 3, 'max', '2020-01-01', 5
FROM generate_series(1, 3) AS i
UNION ALL
SELECT 'for-' || i, 'Report ' || i, 'Ops', 'Ours', 'Bonn', 'ops', 3, 'for', '2024-01-01', 1
FROM generate_series(1, 5) AS i
UNION ALL
SELECT 'gil-' || i, 'Group ' || i, 'Sales', 'Ours', 'Bonn', 'sales', 2, NULL, '2024-01-01', 1
FROM generate_series(1, 6) AS i
UNION ALL
SELECT 'exec-' || i, 'Executive ' || i, 'Circle ' || i, 'Ours', 'Oslo', 'x', 6, NULL, '2015-01-01', 1
FROM generate_series(1, 4) AS i
UNION ALL
SELECT 'ring-' || i, 'Friend ' || i, 'Circle ' || i, 'Ours', 'Oslo', 'x', 5, 'exec-' || i, '2020-01-01', 1
FROM generate_series(1, 4) AS i
UNION ALL
SELECT 'dee-' || i, 'Far ' || i, 'Dee', 'Ours', 'P' || i, 'F' || least(i, 5), 3, NULL, '2020-01-01', 1
FROM generate_series(1, 7) AS i;
INSERT INTO tie (from_key, to_key, kind, strength, since, until, last_contact, contact_every, support, context) VALUES
	('ada-1', 'ada', 'mentor', 0.9, '2023-01-01', NULL, '2026-06-21', '1 month',
		'information;development;encouragement', 'employer'),
	('ada-2', 'ada', 'sponsor', 0.8, '2024-01-01', NULL, '2026-05-20', '1 month', 'influence;exposure', 'employer'),
	('ada-3', 'ada', 'mentor', 0.8, '2023-01-01', NULL, '2026-06-21', NULL, 'encouragement', 'employer'),
	('ada', 'ada-3', 'mentor', 0.8, '2023-01-01', NULL, '2026-06-21', NULL, NULL, 'employer'),
	('ada-4', 'ada', 'coach', 0.7, '2025-01-01', NULL, '2026-01-01', '1 month', 'balance', 'profession'),
	('ada-5', 'ada', 'peer', 0.6, '2010-01-01', NULL, NULL, NULL, 'purpose', 'outside'),
	('ada-6', 'ada', 'mentor', 0.5, '2025-01-01', NULL, NULL, NULL, NULL, NULL),
	('ada-7', 'ada', 'mentor', 0.5, '2026-07-01', '2026-07-02', '2026-07-01', NULL, NULL, NULL),
	('author', 'ada', 'mentor', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('lee-1', 'lee', 'mentor', 0.8, '2015-01-01', NULL, '2026-06-01', NULL, 'information;influence', NULL),
	('gil', 'lee', 'mentor', 0.5, '2024-01-01', '2024-02-15', NULL, NULL, NULL, NULL),
	('jo', 'kay', 'peer', 0.8, '2023-01-01', NULL, NULL, NULL, NULL, NULL),
	('ira', 'jo', 'adviser', 0.7, '2023-01-01', NULL, NULL, NULL, NULL, NULL),
	('ada-2', 'kay', 'sponsor', 0.6, '2020-01-01', NULL, '2026-06-21', NULL, NULL, NULL),
	('boss', 'ada-2', 'sponsor', 0.9, '2015-01-01', NULL, '2026-06-21', NULL, NULL, NULL),
	('ada-3', 'kay', 'sponsor', 0.9, '2025-01-01', NULL, '2026-06-21', NULL, NULL, NULL),
	('lee', 'kay', 'sponsor', 0.9, '2025-01-01', NULL, '2026-06-21', NULL, NULL, NULL),
	('boss', 'vic', 'peer', 0.8, '2015-01-01', NULL, NULL, NULL, NULL, NULL),
	('vic', 'kay', 'sponsor', 0.5, '2025-01-01', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tie (from_key, to_key, kind, strength, since, support)
SELECT 'gil', 'gil-' || i, 'mentor', 0.6, date '2026-01-01', NULL FROM generate_series(1, 6) AS i
UNION ALL SELECT 'hub', 'h' || i, 'adviser', NULL, NULL, NULL FROM generate_series(1, 65) AS i
UNION ALL SELECT 'h' || i, 'sup', 'adviser', 0.3, NULL, NULL FROM generate_series(1, 37) AS i
UNION ALL SELECT 'h' || i, 'dis', 'adviser', 0.8, NULL, 'information' FROM generate_series(1, 5) AS i
UNION ALL SELECT 'ring-' || i, 'ring-' || j, 'peer', 0.8, NULL, NULL
FROM generate_series(1, 4) AS i, generate_series(1, 4) AS j WHERE i <> j
UNION ALL SELECT 'dee-' || i, CASE WHEN i < 4 THEN 'dee' ELSE 'dee-1' END, 'mentor', 0.6, '2025-01-01', NULL
FROM generate_series(1, 7) AS i
UNION ALL SELECT 'h64', 'for', 'sponsor', 0.3, '2025-01-01', NULL;
INSERT INTO goal (from_key, to_key, kind, goal, due, done) VALUES
	('ada-1', 'ada', 'mentor', 'one', '2026-05-01', '2026-05-05'),
	('ada-1', 'ada', 'mentor', 'two', '2026-06-01', NULL),
	('ada-1', 'ada', 'mentor', 'three', '2026-09-01', NULL),
	('ada-3', 'ada', 'mentor', 'met', '2026-05-01', '2026-05-05'),
	('gil', 'gil-1', 'mentor', 'first', '2026-03-01', '2026-02-15');
INSERT INTO goal (from_key, to_key, kind, goal, due)
SELECT 'gil', 'gil-2', 'mentor', 'goal ' || i, date '2026-08-01' FROM generate_series(1, 6) AS i;
INSERT INTO job_history (person_key, company, unit, job_function, level, since, until) VALUES
	('ada', 'Ours', 'Sales', 'sales', 3, '2015-01-01', '2022-01-01'),
	('ada-1', 'Ours', 'Law', 'law', 5, '2005-01-01', '2015-01-01'),
	('gil', 'Ours', 'Works', 'works', 3, '2000-01-01', '2010-01-01'),
	('gil', 'Ours', 'Trade', 'trade', 4, '2010-01-01', '2015-01-01');
-- positions: whoever decides, holds, was there before, and who could follow
INSERT INTO job_position (position_key, title, unit, level, critical, openings, vacant_from) VALUES
	('P-trade', 'Head of trade', 'Trade', 6, true, 1, '2026-10-01'),
	('P-law', 'Head of law', 'Law', 5, true, 1, '2027-07-01'),
	('P-works', 'Plant manager', 'Works', 5, false, 2, NULL);
INSERT INTO incumbency (position_key, person_key, since, until) VALUES ('P-trade', 'ada-1', '2015-01-01', NULL),
	('P-trade', 'gil', '2010-01-01', '2015-01-01'), ('P-law', 'head', '2015-01-01', NULL);
INSERT INTO position_role (position_key, person_key, role, seq)
	VALUES ('P-trade', 'boss', 'decider', 1), ('P-trade', 'ada-1', 'recommender', NULL),
	('P-trade', 'ada-3', 'veto', NULL), ('P-law', 'boss', 'decider', 1), ('P-works', 'opsboss', 'decider', 1);
INSERT INTO candidate (position_key, person_key, months_to_ready, assessed_on)
	VALUES ('P-trade', 'kay', 0, '2026-06-01'),
	('P-trade', 'kit', 10, '2026-07-01'), ('P-trade', 'vic', 20, '2026-07-01'), ('P-trade', 'ada', 40, '2026-07-01'),
	('P-law', 'ada', 24, '2025-07-01'), ('P-works', 'lee', 6, '2023-07-01');
INSERT INTO requirement (position_key, competency, level, weight)
	VALUES ('P-trade', 'x', 4, 1), ('P-trade', 'y', 2, 3), ('P-trade', 'z', 3, 2);
INSERT INTO competency (person_key, competency, level, rater, rated_on) VALUES
	('kay', 'x', 3, 'assessor', '2026-06-01'), ('kay', 'y', 2, 'assessor', '2026-06-01'),
	('kit', 'x', 2, 'manager', '2026-06-01'),
	('ira', 'x', 5, 'manager', '2026-06-01'), ('ira', 'y', 5, 'manager', '2026-06-01'),
	('ivy', 'x', 4, 'manager', '2026-06-01'),
	('ivy', 'w', 4, 'manager', '2026-06-01'), ('ada', 'x', 5, 'self', '2026-06-01'),
	('ada', 'x', 2, 'peer', '2026-06-01'),
	('ada', 'x', 3, 'report', '2026-06-01'), ('ada', 'x', 4, 'peer', '2026-06-02');
INSERT INTO objection (objector_key, person_key, position_key, since)
	VALUES ('vic', 'ada', 'P-trade', '2012-01-01'), ('boss', 'vic', NULL, '2020-01-01');
