-- Affiliations: text, building, comparing, storing, and what is refused.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- text
SELECT text, text::affiliation AS affiliation, text::affiliation::text::affiliation = text::affiliation AS same
FROM (VALUES ('{}'), (' { } '), ('{"17": "R&D", "18": "Sales", "9": "R&D"}'), ('{"-5":3,"7":-2.50e1 , "8" : "3"}'),
	('{"1": "", "2": "\"\\\/\b\f\n\r\t", "3": "\u00e4\uD83D\uDE00 \u0001"}'),
	('{"-9223372036854775808": "x"}')) AS t (text);
SELECT given, (pg_temp.attempt(format('SELECT %L::affiliation', given))).*
FROM (VALUES (''), ('[]'), ('{'), ('{"1"}'), ('{"1":}'), ('{"1": null}'), ('{"1": true}'), ('{"1": ["a"]}'),
	('{"1": "a",}'), ('{"1": "a" "2": "b"}'),
	('{"1": "a"} x'), ('{"x": "a"}'), ('{"": "a"}'), ('{" 1": "a"}'), ('{"1 ": "a"}'), ('{1: "a"}'),
	('{"9223372036854775808": "a"}'),
	('{"1": "a", "1": "a"}'), ('{"1": "a", "01": "b"}'), ('{"1": "a'), ('{"1": "\x"}'), ('{"1": "\u12"}'),
	('{"1": "\u0000"}'),
	('{"1": "\uD83D"}'), ('{"1": "\uDE00"}'), ('{"1": "\uD83Dx"}'), ('{"1": "\uD83D\u0041"}'), (E'{"1": "a\nb"}'),
	('{"1": "ä", "-": "a"}'), ('{"1": "ä", "1-2": "a"}'), ('{"1": "ä", "+2": "a"}'),
	('{"1": "ä", "99999999999999999999": "a"}')) AS t (given);

-- numbers in place of names: those of JSON, whatever their size, and no others
SELECT '{"\u0031": 0, "2": -0, "3": 1e400, "4": 0.50, "5": -12E-3}'::affiliation,
	length(('{"1": ' || repeat('7', 1000) || '}')::jsonb::affiliation::text) AS long;
SELECT given, (pg_temp.attempt(format('SELECT %L::affiliation', given))).*
FROM (VALUES ('{"1": 01}'), ('{"1": -.5}'), ('{"1": .5}'), ('{"1": +5}'), ('{"1": 1.}'), ('{"1": 1e}'), ('{"1": 1e+}'),
	('{"1": -}'), ('{"1": 1-}'), ('{"1": NaN}')) AS t (given);

-- building
SELECT affiliation_agg(person, unit) FROM (VALUES (3, 'Sales'), (1, 'R&D'), (2, NULL), (NULL, 'Sales'), (1, 'R&D'),
	(9, '')) AS v (person, unit);
SELECT affiliation_agg(1, NULL), affiliation_agg(1, 'x') FILTER (WHERE false);
SELECT (pg_temp.attempt('SELECT affiliation_agg(person, unit)
	FROM (VALUES (7, ''Sales''), (7, ''R&D'')) AS v (person, unit)')).*;
SELECT (pg_temp.attempt('SELECT affiliation_agg(person, repeat(unit, 40))
	FROM (VALUES (7, ''zz''), (7, ''ää'')) AS v (person, unit)')).detail;
SELECT (pg_temp.attempt('SELECT affiliation_agg(1, ''x'') OVER ()')).message;
-- so many rows that those which are there twice are dropped on the way
SELECT affiliation_agg(i % 3, 'unit ' || i % 3) FROM generate_series(1, 2500000) AS i;
SELECT (pg_temp.attempt('SELECT affiliation_agg(i % 3, CASE WHEN i = 1200000 THEN ''x'' ELSE ''y'' END)
	FROM generate_series(1, 2500000) AS i')).detail;
CREATE TABLE staff AS SELECT i AS person, 'unit ' || (i * 7919) % 311 AS unit FROM generate_series(-500, 20000) AS i;
ANALYZE staff;
CREATE TEMP TABLE made AS SELECT 'serial' AS how, affiliation_agg(person, unit) AS a FROM staff;
INSERT INTO made SELECT 'shuffled', affiliation_agg(person, unit ORDER BY hashint8(person)) FROM staff;
INSERT INTO made SELECT 'text', a::text::affiliation FROM made WHERE how = 'serial';
INSERT INTO made SELECT 'jsonb', a::jsonb::affiliation FROM made WHERE how = 'serial';
CALL pg_temp.use_workers();
SELECT pg_temp.plan_shows('SELECT affiliation_agg(person, unit) FROM staff', 'Partial Aggregate') AS partial;
INSERT INTO made SELECT 'parallel', affiliation_agg(person, unit) FROM staff;
RESET ALL;
SET search_path = mentorgraph, public;
SELECT count(*) AS made, count(DISTINCT affiliation_send(a)) AS different, count(DISTINCT a::text) AS texts FROM made;
SELECT count(*) AS differences FROM (SELECT person::text AS key, unit AS value FROM staff) AS s
FULL JOIN (SELECT e.* FROM made, jsonb_each_text(a::jsonb) AS e WHERE how = 'parallel') AS j USING (key, value)
WHERE s.key IS NULL OR j.key IS NULL;

-- states combined in one process
CREATE TABLE parted (person bigint, unit text) PARTITION BY HASH (person);
CREATE TABLE parted_0 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO parted SELECT * FROM staff;
ANALYZE parted;
SET enable_partitionwise_aggregate = on;
SET max_parallel_workers_per_gather = 0;
SELECT pg_temp.plan_shows('SELECT affiliation_agg(person, unit) FROM parted', 'Partial Aggregate') AS partial;
SELECT (SELECT affiliation_agg(person, unit) FROM parted) = a AS same FROM made WHERE how = 'serial';

-- equality, hash, jsonb, json
SELECT '{"1": "a"}'::affiliation = '{"1":"a"}' AS eq, '{"1": "a"}'::affiliation <> '{"2": "a"}' AS ne,
	affiliation_hash('{"1": "a"}') = affiliation_hash('{"1":"\u0061"}') AS hash,
	affiliation_hash_extended('{}', 1) = affiliation_hash_extended('{}', 2) AS seeds;
SELECT count(*) FROM (SELECT a::affiliation FROM (VALUES ('{}'), ('{ }'), ('{"1": 3}'), ('{"1": "3"}')) AS v (a)
	GROUP BY 1) AS g;
SELECT '{"10": "b", "9": "a"}'::affiliation::jsonb, '{"10": "b", "9": "a"}'::affiliation::json,
	'{"10": "b", "9": 4}'::jsonb::affiliation, '{"10": "b", "9": 4}'::json::affiliation;
SELECT row_to_json(v) AS nested, to_jsonb(v) AS nested_too
FROM (SELECT 1 AS id, '{"-10": "b\"c", "9": "ä", "5": ""}'::affiliation AS unit) AS v;
SELECT given, kind, (pg_temp.attempt(format('SELECT %L::%s::affiliation', given, kind))).*
FROM (VALUES ('[]'), ('3'), ('{"x": "a"}'), ('{"1": {}}'), ('{"1": []}'), ('{"1": null}'), ('{"1": true}'),
	('{"1": "a", "01": "a"}')) AS t (given),
	(VALUES ('jsonb'), ('json')) AS k (kind);
SELECT (pg_temp.attempt($$SELECT '{"1": "a", "1": "b"}'::json::affiliation$$)).*,
	(pg_temp.attempt($$SELECT '{"1": "\u0000"}'::json::affiliation$$)).detail;

-- stored in every way
CREATE TABLE stored (id int, a affiliation, b "char", c affiliation);
INSERT INTO stored SELECT 1, '{"1": "a"}', 'x', '{"1": "a"}';
INSERT INTO stored SELECT 2, a, 'x', a FROM made WHERE how = 'serial';
ALTER TABLE stored ALTER c SET STORAGE extended;
INSERT INTO stored SELECT 3, a, 'x', a FROM stored WHERE id = 2;
SELECT id, (ARRAY(SELECT c FROM stored ORDER BY id))[id] = a AS element, (line).a = (line).c AS field
FROM (SELECT id, a, s AS line FROM stored AS s OFFSET 0) AS q ORDER BY id;
DO $$
DECLARE
	kept affiliation;
	list affiliation[];
BEGIN
	SELECT a INTO kept FROM stored WHERE id = 2;
	list := ARRAY[kept, '{"1": "a"}', '{}', NULL];
	kept := list[2];
	ASSERT kept = '{"1": "a"}' AND list[3] = '{}' AND list[4] IS NULL AND list[1] = (SELECT c FROM stored WHERE id = 3);
END
$$;
SELECT id, a = c AS same, a::text = c::text AS same_text, label('7-[0.5]->1', a) = label('7-[0.5]->1', c) AS same_label
FROM stored ORDER BY id;
DROP TABLE staff, parted, stored;

-- affiliations joined: the same person with the same group once, with another one an error; in parallel and by hash too
SELECT affiliation_union(a) AS joined FROM (VALUES ('{"1": "North", "3": "South"}'::affiliation), (NULL),
	('{"2": "South", "1": "North"}'), ('{}')) AS v (a);
SELECT affiliation_union(a) AS nobody, affiliation_union(a) FILTER (WHERE false) AS none
FROM (VALUES (NULL::affiliation)) AS v (a);
SELECT (pg_temp.attempt('SELECT affiliation_union(a)
	FROM (VALUES (''{"1": "North"}''::affiliation), (''{"1": "South"}'')) AS v (a)')).*;
CREATE TABLE part AS SELECT i, affiliation_agg(i * 100 + k, ((i + k) % 7)::text) AS a
FROM generate_series(1, 40) AS i, generate_series(1, 50) AS k GROUP BY i;
SELECT affiliation_union(a) = (SELECT affiliation_agg(i * 100 + k, ((i + k) % 7)::text)
	FROM generate_series(1, 40) AS i, generate_series(1, 50) AS k) AS serial FROM part;
CALL pg_temp.use_workers();
SELECT pg_temp.plan_shows('SELECT affiliation_union(a) FROM part', 'Partial Aggregate') AS partial;
SELECT affiliation_union(a) = (SELECT affiliation_agg(i * 100 + k, ((i + k) % 7)::text)
	FROM generate_series(1, 40) AS i, generate_series(1, 50) AS k) AS parallel FROM part;
RESET ALL;
SET search_path = mentorgraph, public;
DROP TABLE part;
