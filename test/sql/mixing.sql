-- Ties by group on a company of eight that a reader can count.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'
SET extra_float_digits = 0;

-- 1 is supported by 2, 3, 4 and 5; 1 and 2 support each other; 8 has nobody, 9 is in no affiliation
CREATE TEMP TABLE co AS SELECT
	'2->1:0.9, 3->1:0.5, 4->1:0.5, 5->1:0.2, 1->2:0.8, 3->2, 9->2, 6->7, 9->7, 8'::network AS net,
	'{"1": "North", "2": "North", "3": "North", "4": "South", "5": "West", "6": "South", "7": "South",
		"8": "West", "77": "East"}'::affiliation AS unit,
	'{"1": "2", "2": "3", "3": "4", "4": "4", "5": "-1.5e1", "6": "9", "7": "7", "8": "1"}'::affiliation AS level;

-- mixing: one of the two ties from South stays
SELECT m.* FROM co, mixing(net, unit) AS m;
SELECT sum(ties) AS ties, round(sum(expected)::numeric, 9) AS expected FROM co, mixing(net, unit);
SELECT count(*) FROM co, mixing(net, '{}');
SELECT count(*) FROM co, mixing('', unit);
SELECT m.* FROM co, mixing(net, '{"1": "a", "2": "a"}') AS m;
-- by bytes: upper case first, whatever the locale
SELECT from_group, to_group, ties FROM mixing('1->2, 2->3, 3->1, 4->1', '{"1": "b", "2": "B", "3": "a", "4": "_"}')
WHERE ties > 0;
-- 4096 groups are a matrix, 4097 are not
SELECT count(*) FROM (SELECT mixing(network_agg(1, nullif(i, 4097)), affiliation_agg(CASE WHEN i > 4096 THEN 1
	ELSE i END, (i % 4096)::text)) FROM generate_series(2, 4097) AS i) AS m;
SELECT (pg_temp.attempt('SELECT mixing(network_agg(i, i % 4097 + 1), affiliation_agg(i, i::text))
	FROM generate_series(1, 4097) AS i')).*;

-- indices: all within, all between, as by chance, undefined
SELECT net, unit, ei_index(net, unit), assortativity(net, unit) AS assortativity,
	(SELECT array_agg(c ORDER BY group_name) FROM coleman(net, unit) AS c) AS coleman
FROM (VALUES ('1->2, 2->1, 3->4, 4->3'::network, '{"1": "a", "2": "a", "3": "b", "4": "b"}'::affiliation),
	('1->3, 3->1, 2->4, 4->2', '{"1": "a", "2": "a", "3": "b", "4": "b"}'),
	('1->2, 1->3, 3->1, 3->4', '{"1": "a", "2": "a", "3": "b", "4": "b"}'),
	('1->2, 2->1', '{"1": "a", "2": "a"}'), ('1->2', '{"1": "a", "2": "b"}'), ('1->2', '{"1": "a"}'), ('1->2', '{}'),
	('', '{"1": "a"}'), ('1', '{"1": "a"}')) AS t (net, unit);
SELECT ei_index(net, unit), round(assortativity(net, unit)::numeric, 9) AS assortativity FROM co;
SELECT c.* FROM co, coleman(net, unit) AS c;
SELECT count(*) FROM co, coleman('', unit);
SELECT ei_index(NULL, unit), assortativity(net, NULL) FROM co;

-- the test: closed form; every label the same; a seed is a result; nothing to test
SELECT t.* FROM co, ei_test(net, unit, 200, 7) AS t;
SELECT t = u AS same_seed, t = v AS other_seed
FROM co, ei_test(net, unit, 200, 7) AS t, ei_test(net, unit, 200, 7) AS u, ei_test(net, unit, 200, 8) AS v;
SELECT * FROM ei_test('1->2, 2->3', '{"1": "a", "2": "a", "3": "a"}', 9);
SELECT * FROM ei_test('1->2', '{"1": "a"}', 9);
SELECT t.* FROM co, ei_test('', unit, 9) AS t;
SELECT t.* FROM co, ei_test(net, '{}', 9) AS t;
SELECT t IS NULL AS nothing FROM co, ei_test(net, unit, NULL) AS t;
SELECT * FROM ei_test('1->2, 2->3', '{"1": "a", "2": "a", "3": "b"}', 1);
-- two cliques of ten: no permutation comes near
SELECT ei_index, round(expected::numeric, 6) AS expected,
	abs(permutation_mean - expected) < 4 * permutation_sd / sqrt(999) AS mean_near, p_lower, p_upper
FROM (SELECT network_agg(a, b) AS net FROM generate_series(1, 20) AS a, generate_series(1, 20) AS b
	WHERE a <> b AND (a <= 10) = (b <= 10)) AS n,
	(SELECT affiliation_agg(a, (a <= 10)::text) AS half FROM generate_series(1, 20) AS a) AS h, ei_test(net, half, 999);
SELECT (pg_temp.attempt('SELECT ei_test(net, unit, ' || p || ') FROM co')).*
FROM (VALUES (0), (-5), (1000001)) AS t (p);
