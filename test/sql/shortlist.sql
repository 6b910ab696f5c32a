-- The shortlist value: text, looking, JSON, storing, and what is refused.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- text: canonical whatever comes in
SELECT text, text::shortlist AS shortlist, (text::shortlist::text)::shortlist = text::shortlist AS same
FROM (VALUES (''), ('  '), ('7'), ('->7'), ('7, 3, 7'), ('5->17:0.8, 5->18'), (' 5 -> 18 , 5->17 : 0.8 '),
	('5->17, 5*2, ->17*4'),
	('5*1, ->17*1'), ('5*0, ->17*0'), ('5->17:0.5:0.25, 6->17:1:1'), ('5->17, 5->17'), ('5->5, ->5, 5'),
	('5->17, 5, ->17'),
	('-5->-17:1e-5, -9223372036854775808->9223372036854775807'), ('5*2147483647, ->17*2147483647'),
	('5->17:4.9406564584124654e-324'), ('5->17:1.0'), ('5->17, 5 * 2 , -> 17 * 3')) AS t (text);

SELECT left(given, 25) AS given, (pg_temp.attempt(format('SELECT %L::shortlist', given))).*
FROM (VALUES ('x'), ('5->'), ('5-17'), ('5->17:'), ('5->17:0.5:'), ('5->17:0.5:0.5:0.5'), ('5->17,'), (',5->17'),
	('5 6'), ('5*'), ('5*-1'),
	('5*x'), ('5*2147483648'), ('->17*99999999999999999999'), ('5*1.5'), ('5->17*2'), ('5->17:0'), ('5->17:1.5'),
	('5->17:nan'), ('5->17:0.5:2'),
	('9223372036854775808->1'), ('5->9223372036854775808'), ('5->17:0.5, 5->17:0.25'), ('5->17:0.5:1, 5->17:0.5:0.5'),
	('5*2, 5*3'),
	('->17*2, ->17*3'), ('5->17:0.5:1, 5->18:0.5'), ('5->17:0.5, 5->18:0.5:1'), (U&'5->17, \00FC')) AS t (given);

-- many rows: shuffled, doubled, in parallel and as text, all the same bytes
CREATE TABLE many_listed AS
SELECT (i * 7919) % 499 AS for_id, (i * 104729) % 211 - 100 AS person,
	((i * 7919) % 499 + (i * 104729) % 211 + 1) / 1000.0::float8 AS score,
	(i * 7919) % 499 % 3 AS openings, (i * 104729) % 211 % 5 AS capacity
FROM generate_series(1, 20000) AS i;
INSERT INTO many_listed SELECT * FROM many_listed WHERE for_id % 3 = 0;
INSERT INTO many_listed VALUES (NULL, 1000, NULL, NULL, 1), (1000, NULL, NULL, 2, NULL);
ANALYZE many_listed;
CREATE TEMP TABLE built AS SELECT 'serial' AS how, shortlist_agg(for_id, person, score, openings, capacity) AS list
FROM many_listed;
INSERT INTO built SELECT 'shuffled',
	shortlist_agg(for_id, person, score, openings, capacity ORDER BY hashint8(for_id * 31 + person)) FROM many_listed;
INSERT INTO built SELECT 'text', list::text::shortlist FROM built WHERE how = 'serial';
INSERT INTO built SELECT 'jsonb', list::jsonb::shortlist FROM built WHERE how = 'serial';
INSERT INTO built SELECT 'json', list::json::shortlist FROM built WHERE how = 'serial';
CALL pg_temp.use_workers();
SELECT pg_temp.plan_shows('SELECT shortlist_agg(for_id, person, score, openings, capacity) FROM many_listed',
	'Partial Aggregate') AS partial;
INSERT INTO built SELECT 'parallel', shortlist_agg(for_id, person, score, openings, capacity) FROM many_listed;
SET parallel_leader_participation = off;
INSERT INTO built SELECT 'workers only', shortlist_agg(for_id, person, score, openings, capacity) FROM many_listed;
SELECT (pg_temp.attempt('SELECT shortlist_agg(for_id, person,
	CASE WHEN score < 0.1 THEN random() / 2 + 0.01 ELSE score END) FROM many_listed')).state;
RESET ALL;
SET search_path = mentorgraph, public;
SELECT count(*) AS built, count(DISTINCT shortlist_send(list)) AS different, count(DISTINCT list::text) AS texts,
	min(for_count(list)) AS things, min(person_count(list)) AS people
FROM built;
SELECT count(*) AS differences
FROM (SELECT DISTINCT for_id, person, score, openings, capacity FROM many_listed
	WHERE for_id IS NOT NULL AND person IS NOT NULL) AS direct
FULL JOIN (SELECT c.* FROM built, candidates(list) AS c
	WHERE how = 'parallel') AS ours USING (for_id, person, score, openings, capacity)
WHERE direct.for_id IS NULL OR ours.for_id IS NULL;

-- binary form; test/t/002_inputs.pl reads it back
SELECT shortlist_send('5->17:0.5:0.25, 6*2, ->18*3');

-- equality and hash
SELECT a, b, a::shortlist = b::shortlist AS equal, a::shortlist <> b::shortlist AS differ,
	shortlist_hash(a::shortlist) = shortlist_hash(b::shortlist) AS same_hash,
	shortlist_hash_extended(a::shortlist, 7) = shortlist_hash_extended(b::shortlist, 7) AS same_extended
FROM (VALUES ('5->17, 5->18', '5->18,5->17'), ('5->17', '5->17:0.5'), ('5->17', '5->17, ->18'), ('5->17', '5->17, 5*2'),
	('5->17', '5->17, ->17*2'),
	('5->17:1:1', '5->17'), ('5', '->5'), ('', '')) AS t (a, b);
SELECT count(*) FROM (SELECT list FROM built GROUP BY list) AS g;

-- looking
SELECT for_count(l), person_count(l), for_count(''), person_count(''::shortlist)
FROM (VALUES ('5->17, 6, ->18*0'::shortlist)) AS v (l);
SELECT * FROM for_ids('5->17, 6*3, ->18*0');
SELECT * FROM people('5->17, 6*3, ->18*0'::shortlist);
SELECT * FROM candidates('5->17:0.5, 5->18, 6->17, 6*3, ->17*0');
SELECT * FROM candidates('5->17:0.5:0.25, 6');
SELECT * FROM candidates(NULL);
SELECT best(l, 1), best(l, 2), best(l, 100) = l AS same
FROM (VALUES ('5->17:0.5, 5->18, 5->19, 6->17:0.5, 7, ->20*3'::shortlist)) AS v (l);
SELECT best('5->17:0.5:0.1, 5->18:1:0.2', 1), best('5', 1), best('', 1), best(NULL, 1), best('5->17', NULL);
SELECT (pg_temp.attempt('SELECT best(''5->17'', 0)')).*;

-- JSON
SELECT l::jsonb, l::json FROM (VALUES ('5->17:0.5:0.25, 6*2, ->18*3'::shortlist), ('')) AS v (l);
SELECT json::shortlist, json::json::shortlist = json::shortlist AS same
FROM (VALUES ('{}'::jsonb), ('{"pairs": [{"for_id": 5, "person": 17}]}'),
	('{"things": [{"for_id": 9223372036854775807, "openings": 0}], "people": [{"person": 1}]}'),
	('{"things": [{"for_id": "-9223372036854775808"}]}'),
	('{"pairs": [{"for_id": 5, "person": 17, "score": 0.5, "their_score": 1}], '
		'"things": [{"for_id": 5, "openings": 3}]}')) AS v (json);
SELECT json, (pg_temp.attempt(format('SELECT %L::jsonb::shortlist', json))).*,
	(pg_temp.attempt(format('SELECT %L::json::shortlist', json))).detail AS detail_json
FROM (VALUES ('[]'), ('3'), ('null'), ('{"pear": []}'), ('{"pairs": 3}'), ('{"pairs": {}}'), ('{"pairs": [3]}'),
	('{"pairs": [[]]}'), ('{"pairs": [{"for_id": 5}]}'), ('{"pairs": [{"person": 5}]}'),
	('{"things": [{}]}'), ('{"people": [{"for_id": 5}]}'), ('{"pairs": [{"for_id": "5x", "person": 1}]}'),
	('{"pairs": [{"for_id": 5.0, "person": 1}]}'),
	('{"pairs": [{"for_id": 1e30, "person": 1}]}'), ('{"pairs": [{"for_id": 5, "person": 1, "score": 0}]}'),
	('{"pairs": [{"for_id": 5, "person": 1, "score": {}}]}'),
	('{"things": [{"for_id": 5, "openings": -1}]}'),
	('{"things": [{"for_id": 5, "openings": 1}, {"for_id": 5, "openings": 2}]}')) AS v (json);
-- json still has what jsonb has dropped
SELECT json, (pg_temp.attempt(format('SELECT %L::json::shortlist', json))).*
FROM (VALUES ('{"pairs": [], "pairs": []}'), ('{"pairs": [{"for_id": 5, "for_id": 6, "person": 1}]}'),
	('{"things": [{"for_id": "\u0000"}]}'), ('{"\u0000": []}')) AS v (json);

-- ids that a double does not hold are strings in JSON
SELECT '9007199254740991->-9007199254740992'::shortlist::jsonb;
SELECT '9007199254740991->-9007199254740992'::shortlist::json::shortlist;

-- storing: inline, short, external, in an array and a record
CREATE TABLE stored (name text PRIMARY KEY, list shortlist, lists shortlist[]);
INSERT INTO stored SELECT how, list, ARRAY[list, '5->17'] FROM built WHERE how IN ('serial', 'text');
INSERT INTO stored VALUES ('small', '5->17:0.5', '{5->17:0.5,"5->17, 6"}');
SELECT name, for_count(list), person_count(list), list = lists[1] AS same, lists[2] FROM stored
ORDER BY name COLLATE "C";
SELECT pg_column_compression(list), pg_column_size(list) > 100000 AS large FROM stored WHERE name = 'serial';
SELECT (SELECT count(*) FROM stored AS a JOIN stored AS b USING (list)) AS joined, count(*) AS hashed
FROM (SELECT DISTINCT list FROM stored) AS d;
DROP TABLE stored, many_listed;
