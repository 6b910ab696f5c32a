-- The network value: text, looking, storing, equality, and what is refused.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- text: canonical whatever comes in
SELECT text, text::network AS network, (text::network::text)::network = text::network AS same
FROM (VALUES (''), ('  '), ('7'), ('7, 3, 7'), ('1->2'), (' 2 -> 1 : 0.25 ,1->2:1'), ('1->3, 1->2:0.8, 7'),
	('1->2:0.3, 1->2:0.5, 1->2:0.4'), ('-5->9223372036854775807:1e-5, -9223372036854775808'),
	('1->2:4.9406564584124654e-324'), ('1->2:0.30000000000000004'), ('1->2:1.0')) AS t (text);

SELECT left(given, 25) AS given, (pg_temp.attempt(format('SELECT %L::network', given))).*
FROM (VALUES ('x'), ('1->'), ('1-2'), ('1->2:'), ('1->2:0.5:0.5'), ('1->2,'), (',1->2'), ('1->2 3'), ('1->2:zero'),
	('1->2:0'), ('1->2:-0.5'), ('1->2:1.0000001'), ('1->2:nan'), ('1->2:inf'), ('1->2:1e-400'), ('1->2:1e400'),
	('1->2:-0'), ('4->5, 1->1'), ('9223372036854775808'), ('-9223372036854775809->1'), ('1->99999999999999999999'),
	('1->2:0.' || repeat('3', 400)), ('1 2'), (U&'1->2, \00FC')) AS t (given);

-- looking
SELECT person_count(n), tie_count(n), n @> 7 AS has_7, n @> 8 AS has_8, strength(n, 1, 2) AS "1->2",
	strength(n, 2, 1) AS "2->1", strength(n, 1, 99) AS "1->99"
FROM (VALUES ('1->2:0.8, 1->3, 7'::network), (''), (NULL)) AS v (n);
SELECT * FROM people('3->1, 2'::network);
SELECT * FROM people(''::network);
SELECT * FROM people(NULL::network);
SELECT * FROM ties('3->1:0.5, 2, 1->3');
SELECT * FROM ties('');
SELECT s.* FROM (VALUES (1, '1->2:0.5, 2->1, 2->3, 7'::network), (2, ''), (3, '5'), (4, NULL)) AS v (i, n),
	summary(n) AS s ORDER BY i;
SELECT components, largest_component, strong_components FROM summary('1->2, 2->3, 3->1, 3->4, 5->4, 6->7, 7->6, 8');

-- the planner knows how many rows a constant network has, and guesses otherwise
CREATE FUNCTION pg_temp.expected_rows(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE line text;
BEGIN
	EXECUTE 'EXPLAIN ' || statement INTO line;
	RETURN substring(line FROM 'rows=([0-9]+)');
END
$$;
SELECT pg_temp.expected_rows('SELECT * FROM people(''1->2, 3, 4, 5''::network)') AS people,
	pg_temp.expected_rows('SELECT * FROM ties(''1->2, 3->1, 4, 5''::network)') AS ties,
	pg_temp.expected_rows('SELECT * FROM people(NULL::network)') AS unknown,
	pg_temp.expected_rows('SELECT t.* FROM ties((SELECT network_agg(1, 2))) AS t') <> '1' AS guessed;

-- equality, hash, jsonb
SELECT '1->2:0.5, 3'::network = '3, 1->2:0.5' AS eq, '1->2'::network <> '1->2:0.5' AS ne,
	'1->2'::network = '1->2, 3' AS more,
	network_hash('1->2') = network_hash('1->2:1') AS hash,
	network_hash_extended('1->2', 1) = network_hash_extended('1->2', 2) AS seeds;
SELECT count(*) FROM (SELECT n::network FROM (VALUES ('1->2'), ('1->2:1'), ('2->1'), ('')) AS v (n) GROUP BY 1) AS g;
SELECT '1->2:0.5, 3'::network::jsonb, ''::network::jsonb;

-- stored in every way
CREATE TABLE stored (id int, way text, net network);
CREATE TABLE packed (id int, way text, net network);
ALTER TABLE packed ALTER net SET STORAGE extended;
CREATE TABLE inline (id int, way text, net network);
ALTER TABLE inline ALTER net SET STORAGE main;
INSERT INTO stored SELECT 1, 'short', '1->2:0.5';
INSERT INTO stored SELECT 2, 'small', network_agg(i, i + 1, 0.5) FROM generate_series(1, 20) AS i;
INSERT INTO stored SELECT 3, 'external', network_agg((i * 7919) % 997, (i * 104729) % 1009 + 1000,
	(i % 100 + 1) / 100.0::float8)
FROM generate_series(1, 20000) AS i;
INSERT INTO packed SELECT * FROM stored;
INSERT INTO inline SELECT * FROM stored WHERE id < 3;
INSERT INTO inline SELECT 4, 'compressed', network_agg(i, i + 1) FROM generate_series(1, 300) AS i;
SELECT s.id, s.way, person_count(s.net), tie_count(s.net), s.net = p.net AS same,
	s.net::text = p.net::text AS same_text,
	strongest_chain(s.net, 1, 3) IS NOT DISTINCT FROM strongest_chain(p.net, 1, 3) AS same_chain
FROM stored AS s JOIN packed AS p USING (id) ORDER BY id;
SELECT id, way, person_count(net),
	(SELECT count(*) FROM ties(net)) AS ties,
	md5(net::text) = md5(net::text::network::text) AS same FROM inline ORDER BY id;
SELECT id, person_count((array_agg(net))[1]) AS element,
	person_count((SELECT (r).net FROM (SELECT s AS r FROM stored AS s WHERE s.id = stored.id) AS q)) AS field
FROM stored GROUP BY id ORDER BY id;
DO $$
DECLARE n network; c chain;
BEGIN
	FOR n IN SELECT net FROM stored ORDER BY id LOOP
		c := strongest_chain(n, 1, 2);
		n := without(n, '{2}');
		RAISE NOTICE '% people, % ties, chain %', person_count(n), tie_count(n), c IS NOT NULL;
	END LOOP;
END
$$;
-- a short header lies at an odd address
CREATE TABLE odd (a "char", net network, b "char", net2 network);
INSERT INTO odd SELECT 'x', n, 'y', n FROM (VALUES ('1->2:0.5, 2->3'::network), ('5'), ('')) AS v (n);
SELECT net, net2 = net AS same, strongest_chain(net2, 1, 3), (SELECT count(*) FROM ties(net2)) AS ties FROM odd;
DROP TABLE stored, packed, inline, odd;
