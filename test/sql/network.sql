-- The network value: text, building, looking, cutting, storing, and what is refused.
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

-- building
CREATE TEMP TABLE tie (source bigint, target bigint, strength float8);
INSERT INTO tie VALUES (1, 2, 0.5), (2, 3, 0.25), (1, 2, 0.75), (1, 2, 0.6), (9, NULL, NULL), (NULL, 8, 0.5), (NULL, NULL, NULL);
SELECT network_agg(source, target, strength) FROM tie;
SELECT network_agg(source, target) FROM tie;
SELECT network_agg(source, target) FILTER (WHERE false) FROM tie;
SELECT network_agg(source, target) FROM tie WHERE source IS NULL AND target IS NULL;
SELECT network_agg(source, target) FROM tie WHERE false;
SELECT source, network_agg(source, target, strength) FROM tie GROUP BY source ORDER BY source;
SELECT network_union(n::network) FROM (VALUES ('1->2:0.5, 7'), (NULL), ('1->2:0.6, 2->1'), ('')) AS v (n);
SELECT network_union(NULL::network), network_union(n) FROM (SELECT NULL::network AS n WHERE false) AS v;

SELECT (pg_temp.attempt(format('SELECT network_agg(%s)', arguments))).*
FROM (VALUES ('4, 4'), ('4, 4, 0.5'), ('1, 2, NULL'), ('1, 2, 0'), ('1, 2, -1'), ('1, 2, 1.5'), ('1, 2, ''NaN'''),
	('1, 2, ''Infinity'''), ('1, 2, ''-Infinity''')) AS t (arguments);
SELECT (pg_temp.attempt('SELECT network_agg(source, target) OVER () FROM tie')).*;

-- many rows: shuffled, doubled, in parallel and as text, all the same bytes
CREATE TABLE many AS
SELECT (i * 7919) % 997 AS source, (i * 104729) % 1009 + 1000 AS target, (i % 100 + 1) / 100.0::float8 AS strength
FROM generate_series(1, 20000) AS i;
INSERT INTO many SELECT target, source, strength FROM many WHERE source % 3 = 0;
INSERT INTO many SELECT source, target, strength / 2 FROM many WHERE source % 5 = 0;
ANALYZE many;
CREATE TEMP TABLE built AS SELECT 'serial' AS how, network_agg(source, target, strength) AS net FROM many;
INSERT INTO built SELECT 'shuffled', network_agg(source, target, strength ORDER BY hashint8(source * 31 + target)) FROM many;
INSERT INTO built SELECT 'text', net::text::network FROM built WHERE how = 'serial';
INSERT INTO built SELECT 'union', network_union(part)
FROM (SELECT network_agg(source, target, strength) AS part FROM many GROUP BY source % 17) AS parts;
CALL pg_temp.use_workers();
SELECT pg_temp.plan_shows('SELECT network_agg(source, target, strength) FROM many', 'Partial Aggregate') AS partial;
INSERT INTO built SELECT 'parallel', network_agg(source, target, strength) FROM many;
SET parallel_leader_participation = off;
INSERT INTO built SELECT 'workers only', network_agg(source, target, strength) FROM many;
SELECT pg_temp.plan_shows('SELECT network_union(n::network) FROM (SELECT source || ''->'' || target AS n FROM many) AS t', 'Partial Aggregate') AS partial;
INSERT INTO built SELECT 'parallel union', network_union((source || '->' || target || ':' || strength)::network) FROM many;
RESET ALL;
SET search_path = mentorgraph, public;
SELECT count(*) AS built, count(DISTINCT network_send(net)) AS different, count(DISTINCT net::text) AS texts,
	min(person_count(net)) AS people, min(tie_count(net)) AS ties
FROM built;
SELECT count(*) AS differences
FROM (SELECT source, target, max(strength) FROM many GROUP BY source, target) AS direct (source, target, strength)
FULL JOIN (SELECT t.* FROM built, ties(net) AS t WHERE how = 'parallel') AS ours USING (source, target, strength)
WHERE direct.source IS NULL OR ours.source IS NULL;

-- partition-wise: states combined in one process
CREATE TABLE parted (source bigint, target bigint, strength float8) PARTITION BY HASH (source);
CREATE TABLE parted_0 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO parted SELECT * FROM many;
INSERT INTO parted VALUES (-1, NULL, NULL);
ANALYZE parted;
SET enable_partitionwise_aggregate = on;
SET max_parallel_workers_per_gather = 0;
SELECT pg_temp.plan_shows('SELECT network_agg(source, target, strength) FROM parted', 'Partial Aggregate') AS partial;
SELECT network_agg(source, target, strength) = with_people(net, '{-1}') AS same
FROM parted, built WHERE how = 'serial' GROUP BY net;
RESET enable_partitionwise_aggregate;
RESET max_parallel_workers_per_gather;

-- looking
SELECT person_count(n), tie_count(n), n @> 7 AS has_7, n @> 8 AS has_8, strength(n, 1, 2) AS "1->2",
	strength(n, 2, 1) AS "2->1", strength(n, 1, 99) AS "1->99"
FROM (VALUES ('1->2:0.8, 1->3, 7'::network), (''), (NULL)) AS v (n);
SELECT * FROM people('3->1, 2'::network);
SELECT * FROM people(''::network);
SELECT * FROM people(NULL::network);
SELECT * FROM ties('3->1:0.5, 2, 1->3');
SELECT * FROM ties('');
SELECT s.* FROM (VALUES (1, '1->2:0.5, 2->1, 2->3, 7'::network), (2, ''), (3, '5'), (4, NULL)) AS v (i, n), summary(n) AS s ORDER BY i;
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

-- cutting and joining
SELECT without(n, '{2}'), without(n, '{}'), without(n, '{99, 2, 2}'), without(n, '{1,2,3,4,7}') FROM (VALUES ('1->2:0.5, 2->3, 3->4:0.25, 4->1, 7'::network)) AS v (n);
SELECT among(n, '{2,3,99}'), among(n, '{}'), with_people(n, '{7,9,9}'), at_least(n, 0.5), at_least(n, 0), at_least(n, 2)
FROM (VALUES ('1->2:0.5, 2->3, 3->4:0.25, 4->1, 7'::network)) AS v (n);
SELECT reversed(n), reversed(reversed(n)) = n AS same, mutual(n), mutual('1->2:0.5, 2->1:0.25, 3->1') AS mutual2
FROM (VALUES ('1->2:0.5, 2->3, 3->4:0.25, 4->1, 7'::network)) AS v (n);
SELECT radius, ego_network('1->2, 2->3:0.5, 4->3, 5->4, 9', 3, radius) FROM generate_series(0, 4) AS radius;
SELECT ego_network('1->2, 3->2', 2), ego_network('1->2', 99), ego_network('1->2', 1, NULL);
SELECT a + b AS plus, a - b AS minus, a & b AS common, b - a AS gained
FROM (VALUES ('1->2:0.5, 2->3, 8'::network, '1->2:0.75, 3->1:0.5, 9'::network)) AS v (a, b);
SELECT a + '' = a AS plus, a - '' = a AS minus, a & '' = '' AS common, '' - a = '' AS from_nothing, a - a AS without_ties
FROM (VALUES ('1->2:0.5, 2->3, 8'::network)) AS v (a);
SELECT without('', '{1}'), among('', '{1}'), with_people('', '{}'), at_least('', 0.5), reversed(''), mutual(''),
	ego_network('', 1), ''::network + '', strength('', 1, 2), ''::network @> 1 AS has;
SELECT without(NULL, '{1}'), among('1->2', NULL), '1->2'::network + NULL AS plus;
SELECT (pg_temp.attempt(format('SELECT %s', call))).*
FROM (VALUES ('without(''1->2'', ''{1,NULL}'')'), ('among(''1->2'', ''{NULL}'')'), ('with_people(''1->2'', ''{NULL}'')'),
	('at_least(''1->2'', ''NaN'')'), ('ego_network(''1->2'', 1, -1)')) AS t (call);

-- each against its definition in SQL, on random networks
WITH random AS (
	SELECT i, network_agg(s, t, w) AS a, network_agg(s, t, w) FILTER (WHERE k % 3 > 0) AS b
	FROM (SELECT i, k, abs(hashint8(i * 1000 + k)) % 12 AS s, abs(hashint8(i * 1000 + k + 500)) % 12 AS t,
			(abs(hashint8(i + k)) % 10 + 1) / 10.0::float8 AS w
		FROM generate_series(1, 200) AS i, generate_series(1, 40) AS k) AS draws
	WHERE s <> t GROUP BY i
), other AS (SELECT i, a, reversed(b) AS b FROM random)
SELECT count(*) AS networks,
	count(*) FILTER (WHERE a + b <> (SELECT network_union(n) FROM (VALUES (a), (b)) AS v (n))) AS plus,
	count(*) FILTER (WHERE a - b <> with_people((SELECT coalesce(network_agg(source, target, strength), '') FROM ties(a)
		WHERE strength(b, source, target) IS NULL), ARRAY(SELECT people(a)))) AS minus,
	count(*) FILTER (WHERE (a & b) <> with_people((SELECT coalesce(network_agg(source, target, strength), '') FROM ties(a)
		WHERE strength(b, source, target) IS NOT NULL), ARRAY(SELECT people(a) INTERSECT SELECT people(b)))) AS common,
	count(*) FILTER (WHERE reversed(a) <> (SELECT network_agg(target, source, strength) FROM ties(a))) AS reversed,
	count(*) FILTER (WHERE mutual(a) <> with_people((SELECT coalesce(network_agg(source, target, strength), '') FROM ties(a)
		WHERE strength(a, target, source) IS NOT NULL), ARRAY(SELECT people(a)))) AS mutual,
	count(*) FILTER (WHERE (SELECT reciprocity FROM summary(a)) <> tie_count(mutual(a))::float8 / tie_count(a)) AS reciprocity
FROM other;

-- keys and scales; these values never change
SELECT person, person_key(person), (('x' || left(encode(sha256(convert_to(person, 'UTF8')), 'hex'), 16))::bit(64)
	& x'7fffffffffffffff')::bigint = person_key(person) AS as_defined
FROM (VALUES ('E-1001'), (''), (U&'J\00FCrgen'), ('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11')) AS v (person);
SELECT person_key('A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'::uuid) = person_key('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11') AS uuid_as_text;
SELECT value, strength_from_scale(value, 1, 5), strength_from_scale(value, 1, 5, floor => 0.2, ceiling => 1) FROM generate_series(1, 5) AS value;
SELECT strength_from_scale(0, '-1.7e308', '1.7e308'), strength_from_scale(NULL, 1, 5);
SELECT value, strength_from_scale(value, 0, 5e-324) AS tiny, strength_from_scale(value, 0, 1e-323) AS small
FROM (VALUES (0::float8), (5e-324)) AS v (value);
SELECT (pg_temp.attempt(format('SELECT strength_from_scale(%s)', arguments))).*
FROM (VALUES ('0, 1, 5'), ('6, 1, 5'), ('''NaN'', 1, 5'), ('1, 5, 1'), ('1, 1, 1'), ('1, ''-Infinity'', 5'), ('1, 1, ''NaN'''),
	('2, 1, 5, 0'), ('2, 1, 5, 0.5, 1.5'), ('2, 1, 5, 0.9, 0.2'), ('2, 1, 5, ''NaN''')) AS t (arguments);

-- equality, hash, jsonb
SELECT '1->2:0.5, 3'::network = '3, 1->2:0.5' AS eq, '1->2'::network <> '1->2:0.5' AS ne, '1->2'::network = '1->2, 3' AS more,
	network_hash('1->2') = network_hash('1->2:1') AS hash, network_hash_extended('1->2', 1) = network_hash_extended('1->2', 2) AS seeds;
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
INSERT INTO stored SELECT 3, 'external', net FROM built WHERE how = 'serial';
INSERT INTO packed SELECT * FROM stored;
INSERT INTO inline SELECT * FROM stored WHERE id < 3;
INSERT INTO inline SELECT 4, 'compressed', network_agg(i, i + 1) FROM generate_series(1, 300) AS i;
SELECT s.id, s.way, person_count(s.net), tie_count(s.net), s.net = p.net AS same, s.net::text = p.net::text AS same_text,
	strongest_chain(s.net, 1, 3) IS NOT DISTINCT FROM strongest_chain(p.net, 1, 3) AS same_chain
FROM stored AS s JOIN packed AS p USING (id) ORDER BY id;
SELECT id, way, person_count(net), (SELECT count(*) FROM ties(net)) AS ties, md5(net::text) = md5(net::text::network::text) AS same FROM inline ORDER BY id;
SELECT id, person_count((array_agg(net))[1]) AS element, person_count((SELECT (r).net FROM (SELECT s AS r FROM stored AS s WHERE s.id = stored.id) AS q)) AS field
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
DROP TABLE many, parted, stored, packed, inline, odd;
