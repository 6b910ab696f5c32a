-- After company.sql: something in every column and relation of the contract, so that each can be missed.
UPDATE person SET potential = 1 + ascii(right(person_key, 1)) % 5, mentor_capacity = ascii(right(person_key, 1)) % 4,
	wants_mentor = level = 4, surveyed = person_key <> 'B-c3';
UPDATE person SET last_day = '2026-12-31' WHERE person_key = 'S-jim';
UPDATE person SET worker_type = 'external' WHERE person_key IN ('J-a24', 'B-c2');
INSERT INTO person (person_key, name, unit, level, joined, last_day) VALUES ('X-left', 'Left', 'Products', 5,
	'2010-01-01', '2026-01-31');
UPDATE person SET manager_key = 'K-eve' WHERE person_key LIKE 'B-c%';
UPDATE tie SET contact_every = '1 month',
	support = CASE WHEN from_key < to_key THEN 'advice;information' ELSE 'exposure;influence' END, reported_by = 'both',
	context = CASE WHEN right(from_key, 1) = '1' THEN 'outside' ELSE 'employer' END;
UPDATE tie SET since = '2026-06-01' WHERE from_key = 'S-omar';
UPDATE tie SET last_contact = '2026-01-01' WHERE from_key IN ('K-kate', 'S-lena');
INSERT INTO tie (from_key, to_key, kind, strength, since, until, last_contact) VALUES
	('S-rita', 'S-stan', 'mentor', 0.6, '2020-01-01', '2022-01-01', '2021-12-01'), ('S-rita', 'S-kim', 'mentor', NULL,
		'2019-01-01', NULL, NULL),
	('C-chair', 'C-cfo', 'sponsor', 0.7, '2020-01-01', NULL, '2026-06-01'), ('C-cfo', 'C-john', 'mentor', 0.6,
		'2020-01-01', NULL, '2026-06-01'),
	('C-chair', 'C-coo', 'sponsor', 0.3, '2020-01-01', NULL, '2026-06-01'), ('X-left', 'S-kim', 'sponsor', 0.5,
		'2020-01-01', '2025-12-31', NULL);
INSERT INTO job_position (position_key, title, unit, level, critical, openings, pool) VALUES ('P-pool', 'Pool',
	'Products', 5, false, NULL, true), ('P-two', 'Two', 'Products', 5, true, 2, false);
INSERT INTO incumbency (position_key, person_key, since, until, acting) VALUES ('P-senior', 'D-tom', '2020-01-01',
	'2026-01-01', false), ('P-pl', 'H-in1', '2026-01-01', NULL, true), ('P-two', 'S-rita', '2024-01-01', NULL, false);
INSERT INTO position_role (position_key, person_key, role, seq) VALUES ('P-two', 'S-lena', 'decider', 2), ('P-two',
	'S-fred', 'decider', 1), ('P-pool', 'S-fred', 'decider', 1), ('P-pl', 'H-boss', 'veto', NULL);
INSERT INTO candidate (position_key, person_key, ready_on, months_to_ready, assessed_on, status, until, emergency)
	VALUES
	('P-two', 'S-dave', '2026-12-01', NULL, '2026-06-01', 'nominated', NULL, false), ('P-two', 'S-stan', NULL, 12,
		'2026-06-01', NULL, '2027-01-01', false), ('P-two', 'S-kim', NULL, 0, '2026-01-01', NULL, NULL, true),
	('P-pool', 'S-kim', NULL, 24, '2025-06-01', 'approved', NULL, false), ('P-pool', 'S-stan', NULL, 24, '2025-06-01',
		'declined', NULL, false), ('P-pl', 'H-out1', NULL, 6, NULL, NULL, '2026-05-01', false);
INSERT INTO requirement (position_key, competency, level, weight) VALUES ('P-two', 'sales', 3, NULL), ('P-two',
	'leadership', 4, 2), ('P-ceo', 'leadership', 5, 1);
INSERT INTO competency (person_key, competency, level, rater, rated_on) VALUES ('S-stan', 'sales', 1, 'self',
	'2026-01-01'), ('S-dave', 'sales', 2, 'manager', '2026-01-01'), ('S-rita', 'sales', 5, 'manager', '2024-01-01'),
	('S-lena', 'leadership', 5, 'manager', '2026-01-01'), ('S-lena', 'sales', 5, 'peer', '2026-01-01'), ('C-john',
		'leadership', 3, 'assessor', '2026-01-01'), ('C-cfo', 'leadership', 5, 'assessor', '2026-01-01');
INSERT INTO objection (objector_key, person_key, position_key, since, until) VALUES ('S-lena', 'S-dave', 'P-group',
	'2026-01-01', NULL), ('H-boss', 'H-harris', 'P-pl', '2026-01-01', '2027-01-01'), ('C-coo', 'C-john', 'P-coo',
	'2025-01-01', '2026-01-01');
INSERT INTO goal (from_key, to_key, kind, goal, due, done) VALUES ('S-fred', 'S-dave', 'mentor', 'lead a project',
	'2026-05-01', NULL), ('S-omar', 'S-dave', 'mentor', 'know finance', '2026-09-01', '2026-06-01');
INSERT INTO person_group (person_key, attribute, value) SELECT person_key, 'gender', CASE WHEN ascii(right(person_key,
	1)) % 2 = 0 THEN 'F' ELSE 'M' END FROM person;
