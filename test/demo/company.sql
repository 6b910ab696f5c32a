-- company.sql - a made-up company for the demo: 2 000 people, their ties, twelve critical seats.
--
-- Nothing is random: draw(what, n) is a number from 0 to n - 1 that depends on its arguments only,
-- so the company is the same on every machine and on every day.

CREATE FUNCTION draw(what text, n int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog AS $$
	SELECT (('x' || left(encode(sha256(convert_to(what, 'UTF8')), 'hex'), 12))::bit(48)::bigint % n)::int
$$;

-- One boss, seven divisions, seven people to a manager: number 0 is the boss, 1 to 7 lead divisions.
CREATE TABLE person (
	id bigint PRIMARY KEY,
	name text NOT NULL,
	level int NOT NULL,			-- 6 = the boss ... 1
	manager_id bigint REFERENCES person,
	unit text NOT NULL,
	job text NOT NULL,
	site text NOT NULL
);
INSERT INTO person
WITH RECURSIVE tree (n, depth, division) AS (
	SELECT 0, 0, 0
	UNION ALL
	SELECT n * 7 + k, depth + 1, CASE WHEN n = 0 THEN k ELSE division END
	FROM tree, generate_series(1, 7) AS k WHERE n * 7 + k < 2000
)
SELECT 1000 + n,
	(ARRAY['Ada', 'Amir', 'Anna', 'Bela', 'Carl', 'Chen', 'Clara', 'Dana', 'Dev', 'Elif', 'Emil', 'Erik', 'Eva', 'Farid',
		'Fred', 'Gina', 'Hana', 'Hugo', 'Ida', 'Ines', 'Ivan', 'Jack', 'Jana', 'Jim', 'Kira', 'Lars', 'Lena', 'Lin', 'Luca',
		'Maya', 'Mia', 'Milo', 'Nora', 'Omar', 'Paul', 'Rosa', 'Sara', 'Stan', 'Tara', 'Tom'])[n % 40 + 1] || ' ' ||
	(ARRAY['Abel', 'Adler', 'Arnold', 'Bauer', 'Berg', 'Blum', 'Brandt', 'Costa', 'Cruz', 'Dahl', 'Diaz', 'Duarte', 'Eder',
		'Engel', 'Fink', 'Frank', 'Garcia', 'Gruber', 'Haas', 'Hahn', 'Ibrahim', 'Ito', 'Jansen', 'Kaya', 'Keller', 'Kim',
		'Klein', 'Kumar', 'Lang', 'Lopez', 'Maier', 'Moser', 'Nagy', 'Novak', 'Okoye', 'Olsen', 'Park', 'Petrov', 'Quist',
		'Ramos', 'Rossi', 'Sato', 'Silva', 'Singh', 'Stern', 'Tanaka', 'Vogel', 'Weber', 'Wolf', 'Zimmer'])
		[(n / 40 + 7 * (n % 40)) % 50 + 1],
	6 - depth, CASE WHEN n > 0 THEN 1000 + (n - 1) / 7 END,
	CASE WHEN n = 0 THEN 'Board' ELSE (ARRAY['Research', 'Production', 'Sales', 'Finance', 'Logistics', 'People', 'Service'])[division] END,
	(ARRAY['engineering', 'operations', 'commercial', 'finance', 'legal', 'data', 'design', 'support'])[draw('job' || n, 8) + 1],
	(ARRAY['Aarhus', 'Basel', 'Cork', 'Delft', 'Essen', 'Fano'])[draw('site' || n, 6) + 1]
FROM tree;

-- Ties point from the one who supports to the one who is supported; answer is a survey's 1 to 5.
CREATE TABLE tie (
	source bigint NOT NULL REFERENCES person,
	target bigint NOT NULL REFERENCES person,
	kind text NOT NULL,
	answer int NOT NULL CHECK (answer BETWEEN 1 AND 5),
	period daterange NOT NULL
);
INSERT INTO tie
SELECT source, target, kind, (ARRAY[1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5])[draw(kind || 'a' || source || '-' || target, 16) + 1],
	daterange(date '2019-01-01' + draw('from' || source || '-' || target, 2400),
		CASE WHEN draw('ended' || source || '-' || target, 8) = 0 THEN date '2026-01-01' END)
FROM (
	SELECT manager_id AS source, id AS target, 'manager' AS kind FROM person WHERE manager_id IS NOT NULL
	UNION ALL -- two in five have a mentor, one or two levels above them, mostly elsewhere
	SELECT min(m.id), p.id, 'mentor'
	FROM (SELECT *, draw('mentor' || id, 5) AS has FROM person) AS p
	JOIN person AS m ON m.level BETWEEN p.level + 1 AND p.level + 2 AND draw('m' || m.id || p.id, 40) < 6
	WHERE has < 2 AND p.level < 5 AND m.id <> p.manager_id GROUP BY p.id
	UNION ALL -- one in six has a sponsor, at least two levels above them
	SELECT min(s.id), p.id, 'sponsor'
	FROM (SELECT *, draw('sponsor' || id, 6) AS has FROM person) AS p
	JOIN person AS s ON s.level BETWEEN p.level + 2 AND 5 AND draw('s' || s.id || p.id, 12) = 0
	WHERE has = 0 AND s.id <> p.manager_id GROUP BY p.id
	UNION ALL -- everyone has up to three advisers, most of them sought after by many
	SELECT 1000 + (draw('adviser' || id || k, 45) ^ 2)::int % 2000, id, 'adviser' FROM person, generate_series(1, 3) AS k
	UNION ALL -- and up to two peers, in the same unit
	SELECT id, 1000 + (id - 1000 + 7 * (1 + draw('peer' || id || k, 9))) % 2000, 'peer' FROM person, generate_series(1, 2) AS k
	UNION ALL -- senior people object to some of those below them, some managers to their own people
	SELECT DISTINCT 1000 + draw('objector' || k, 57), 1057 + draw('objects' || k, 343), 'objection' FROM generate_series(1, 40) AS k
	UNION ALL
	SELECT manager_id, id, 'objection' FROM person WHERE level = 3 AND draw('rival' || id, 7) = 0
) AS made
WHERE source <> target;

-- Seats that must not stay empty, who decides, and who has been nominated.
CREATE TABLE seat (seat_no int PRIMARY KEY, seat text NOT NULL, decider bigint NOT NULL REFERENCES person);
INSERT INTO seat
SELECT k, title, CASE WHEN k <= 7 THEN 1000 + k ELSE 1000 END
FROM unnest(ARRAY['Director of laboratories', 'Plant director', 'Director of key accounts', 'Head of treasury',
	'Head of supply chain', 'Head of talent', 'Head of field service', 'Chief engineer', 'Country head north',
	'Country head south', 'Head of digital products', 'Head of compliance']) WITH ORDINALITY AS t (title, k);
CREATE TABLE nomination (seat_no int NOT NULL REFERENCES seat, candidate bigint NOT NULL REFERENCES person, PRIMARY KEY (seat_no, candidate));
INSERT INTO nomination
SELECT DISTINCT seat_no, 1057 + draw('candidate' || seat_no || '-' || k, 343)
FROM seat, generate_series(1, 4 + draw('nominations' || seat_no, 3)) AS k;

-- Who would act on whose word, on the day of the report (see the README):
--	sponsors, mentors and managers act for those below them: as it is
--	whoever is advised listens to the adviser: turned round
--	peers speak for each other: both ways
--	objections are no support
CREATE VIEW advocacy AS
SELECT CASE WHEN turned THEN target ELSE source END AS source, CASE WHEN turned THEN source ELSE target END AS target,
	round(mentorgraph.strength_from_scale(answer, 1, 5, floor => 0.1, ceiling => 0.9)::numeric, 1)::float8 AS strength
FROM (
	SELECT *, kind = 'adviser' AS turned FROM tie WHERE kind IN ('sponsor', 'mentor', 'manager', 'adviser', 'peer')
	UNION ALL
	SELECT *, true FROM tie WHERE kind = 'peer'
) AS counted
WHERE date '2026-07-01' <@ period;

CREATE VIEW objection AS SELECT source AS objector, target AS candidate FROM tie WHERE kind = 'objection' AND date '2026-07-01' <@ period;
