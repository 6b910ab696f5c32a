-- company.sql - a made-up company for the demo: 2 000 people, their ties, twelve critical positions, written to the
-- tables of create_talent_source.
--
-- Nothing is random: pg_temp.draw(what, n) is a number from 0 to n - 1 that depends on its arguments only,
-- so the company is the same on every machine and on every day.

CREATE FUNCTION pg_temp.draw(what text, n int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog AS $$
	SELECT (('x' || left(encode(sha256(convert_to(what, 'UTF8')), 'hex'), 12))::bit(48)::bigint % n)::int
$$;

-- One boss, seven divisions, seven people to a manager: number 0 is the boss, 1 to 7 lead divisions.
CREATE TEMP TABLE worker (
	id bigint PRIMARY KEY,
	name text NOT NULL,
	level int NOT NULL,			-- 6 = the boss ... 1
	manager_id bigint REFERENCES worker,
	unit text NOT NULL,
	job text NOT NULL,
	site text NOT NULL
);
INSERT INTO worker
WITH RECURSIVE tree (n, depth, division) AS (
	SELECT 0, 0, 0
	UNION ALL
	SELECT n * 7 + k, depth + 1, CASE WHEN n = 0 THEN k ELSE division END
	FROM tree, generate_series(1, 7) AS k WHERE n * 7 + k < 2000
)
SELECT 1000 + n,
	(ARRAY['Ada', 'Amir', 'Anna', 'Bela', 'Carl', 'Chen', 'Clara', 'Dana', 'Dev', 'Elif', 'Emil', 'Erik', 'Eva',
		'Farid', 'Fred', 'Gina', 'Hana', 'Hugo', 'Ida', 'Ines', 'Ivan', 'Jack', 'Jana', 'Jim', 'Kira', 'Lars', 'Lena',
		'Lin', 'Luca', 'Maya', 'Mia', 'Milo', 'Nora', 'Omar', 'Paul', 'Rosa', 'Sara', 'Stan', 'Tara', 'Tom'])
		[n % 40 + 1] || ' ' ||
	(ARRAY['Abel', 'Adler', 'Arnold', 'Bauer', 'Berg', 'Blum', 'Brandt', 'Costa', 'Cruz', 'Dahl', 'Diaz', 'Duarte',
		'Eder', 'Engel', 'Fink', 'Frank', 'Garcia', 'Gruber', 'Haas', 'Hahn', 'Ibrahim', 'Ito', 'Jansen', 'Kaya',
		'Keller', 'Kim', 'Klein', 'Kumar', 'Lang', 'Lopez', 'Maier', 'Moser', 'Nagy', 'Novak', 'Okoye', 'Olsen', 'Park',
		'Petrov', 'Quist', 'Ramos', 'Rossi', 'Sato', 'Silva', 'Singh', 'Stern', 'Tanaka', 'Vogel', 'Weber', 'Wolf',
		'Zimmer'])
		[(n / 40 + 7 * (n % 40)) % 50 + 1],
	6 - depth, CASE WHEN n > 0 THEN 1000 + (n - 1) / 7 END,
	CASE WHEN n = 0 THEN 'Board'
		ELSE (ARRAY['Research', 'Production', 'Sales', 'Finance', 'Logistics', 'People', 'Service'])[division] END,
	(ARRAY['engineering', 'operations', 'commercial', 'finance', 'legal', 'data', 'design', 'support'])
		[pg_temp.draw('job' || n, 8) + 1],
	(ARRAY['Aarhus', 'Basel', 'Cork', 'Delft', 'Essen', 'Fano'])[pg_temp.draw('site' || n, 6) + 1]
FROM tree;

-- Ties point from the one who supports to the one who is supported; answer is a survey's 1 to 5.
CREATE TEMP TABLE tie (
	source bigint NOT NULL REFERENCES worker,
	target bigint NOT NULL REFERENCES worker,
	kind text NOT NULL,
	answer int NOT NULL CHECK (answer BETWEEN 1 AND 5),
	period daterange NOT NULL
);
INSERT INTO tie
SELECT source, target, kind, (ARRAY[1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4,
	5])[pg_temp.draw(kind || 'a' || source || '-' || target, 16) + 1],
	daterange(date '2019-01-01' + pg_temp.draw('from' || source || '-' || target, 2400),
		CASE WHEN pg_temp.draw('ended' || source || '-' || target, 8) = 0 THEN date '2026-01-01' END)
FROM (
	SELECT manager_id AS source, id AS target, 'manager' AS kind FROM worker WHERE manager_id IS NOT NULL
	UNION ALL -- two in five have a mentor, one or two levels above them, mostly elsewhere
	SELECT min(m.id), p.id, 'mentor'
	FROM (SELECT *, pg_temp.draw('mentor' || id, 5) AS has FROM worker) AS p
	JOIN worker AS m ON m.level BETWEEN p.level + 1 AND p.level + 2 AND pg_temp.draw('m' || m.id || p.id, 40) < 6
	WHERE has < 2 AND p.level < 5 AND m.id <> p.manager_id GROUP BY p.id
	UNION ALL -- one in six has a sponsor, at least two levels above them
	SELECT min(s.id), p.id, 'sponsor'
	FROM (SELECT *, pg_temp.draw('sponsor' || id, 6) AS has FROM worker) AS p
	JOIN worker AS s ON s.level BETWEEN p.level + 2 AND 5 AND pg_temp.draw('s' || s.id || p.id, 12) = 0
	WHERE has = 0 AND s.id <> p.manager_id GROUP BY p.id
	UNION ALL -- everyone has up to three advisers, most of them sought after by many
	SELECT 1000 + (pg_temp.draw('adviser' || id || k, 45) ^ 2)::int % 2000, id, 'adviser'
		FROM worker, generate_series(1, 3) AS k
	UNION ALL -- and up to two peers, in the same unit
	SELECT id, 1000 + (id - 1000 + 7 * (1 + pg_temp.draw('peer' || id || k, 9))) % 2000, 'peer'
		FROM worker, generate_series(1, 2) AS k
	UNION ALL -- senior people object to some of those below them, some managers to their own people
	SELECT DISTINCT 1000 + pg_temp.draw('objector' || k, 57), 1057 + pg_temp.draw('objects' || k, 343), 'objection'
		FROM generate_series(1, 40) AS k
	UNION ALL
	SELECT manager_id, id, 'objection' FROM worker WHERE level = 3 AND pg_temp.draw('rival' || id, 7) = 0
) AS made
WHERE source <> target;

-- Positions that must not stay empty, who holds them, who decides, what they need, and who has been nominated.
CREATE TEMP TABLE place AS
SELECT k, 'S' || k AS position_key, title, 1000 + CASE WHEN k <= 7 THEN k ELSE 0 END AS decider,
	1000 + CASE WHEN k <= 7 THEN 7 * k + 1 ELSE k - 7 END AS holder
FROM unnest(ARRAY['Director of laboratories', 'Plant director', 'Director of key accounts', 'Head of treasury',
	'Head of supply chain', 'Head of talent', 'Head of field service', 'Chief engineer', 'Country head north',
	'Country head south', 'Head of digital products', 'Head of compliance']) WITH ORDINALITY AS t (title, k);
CREATE TEMP TABLE nomination AS
SELECT DISTINCT position_key, 1057 + pg_temp.draw('candidate' || p.k || '-' || n, 343) AS candidate
FROM place AS p, generate_series(1, 4 + pg_temp.draw('nominations' || p.k, 3)) AS n;

SELECT mentorgraph.create_talent_source('talent_source') \gset
SET search_path = talent_source, public;
INSERT INTO talent_source.person (person_key, name, unit, company, location, job_function, level, manager_key)
SELECT 'P' || id, name, unit, 'ours', site, job, level, 'P' || manager_id FROM worker;
INSERT INTO talent_source.tie (from_key, to_key, kind, strength, since, until)
SELECT 'P' || source, 'P' || target, kind,
	round(mentorgraph.strength_from_scale(answer, 1, 5, floor => 0.1, ceiling => 0.9)::numeric, 1), lower(period),
	upper(period)
FROM pg_temp.tie WHERE kind <> 'objection';
INSERT INTO objection (objector_key, person_key, since, until)
SELECT 'P' || source, 'P' || target, lower(period), upper(period) FROM pg_temp.tie WHERE kind = 'objection';
INSERT INTO job_position (position_key, title, unit, level, critical, vacant_from)
SELECT position_key, title, unit, level, true, date '2026-07-01' + 30 * pg_temp.draw('vacant' || k, 24)
FROM place JOIN worker ON id = holder;
INSERT INTO incumbency (position_key, person_key) SELECT position_key, 'P' || holder FROM place;
INSERT INTO position_role (position_key, person_key, role) SELECT position_key, 'P' || decider, 'decider' FROM place;
INSERT INTO candidate (position_key, person_key, months_to_ready, assessed_on)
SELECT position_key, 'P' || candidate, 6 * pg_temp.draw('ready' || candidate, 5),
	date '2026-07-01' - 30 * pg_temp.draw('assessed' || candidate, 30)
FROM nomination;
INSERT INTO requirement (position_key, competency, level)
SELECT position_key, (ARRAY['leadership', 'strategy', 'finance', 'negotiation', 'operations', 'digital'])[n],
	3 + pg_temp.draw('need' || k || n, 2)
FROM place, generate_series(1, 6) AS n WHERE pg_temp.draw('needs' || k || n, 2) = 0;
INSERT INTO competency (person_key, competency, level, rater, rated_on)
SELECT 'P' || candidate, competency, 2 + pg_temp.draw('level' || candidate || competency, 3), 'assessor',
	date '2026-03-01'
FROM (SELECT DISTINCT candidate FROM nomination) AS c, (SELECT DISTINCT competency FROM requirement) AS r
WHERE pg_temp.draw('rated' || candidate || competency, 6) > 0;
