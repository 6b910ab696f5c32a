-- Diversity: contacts, mixing, outsight on a company of eight that a reader can count.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'
SET extra_float_digits = 0;

-- 1 is supported by 2, 3, 4 and 5; 1 and 2 support each other; 8 has nobody, 9 is in no affiliation
CREATE TEMP TABLE co AS SELECT
	'2->1:0.9, 3->1:0.5, 4->1:0.5, 5->1:0.2, 1->2:0.8, 3->2, 9->2, 6->7, 9->7, 8'::network AS net,
	'{"1": "North", "2": "North", "3": "North", "4": "South", "5": "West", "6": "South", "7": "South", "8": "West", "77": "East"}'::affiliation AS unit,
	'{"1": "2", "2": "3", "3": "4", "4": "4", "5": "-1.5e1", "6": "9", "7": "7", "8": "1"}'::affiliation AS level;

-- contacts: four groups in the affiliation, so iqv divides by 3/4; 77 is not in the network
SELECT person, alters, known, richness, blau, simpson, iqv, shannon FROM co, alter_diversity(net, unit);
SELECT person, same_share, expected_same_share, excess_same, ei_index FROM co, alter_diversity(net, unit);
SELECT neighbours, person, alters, known, richness, iqv
FROM co, unnest(ARRAY['supporters', 'supported', 'both', 'mutual']) AS n (neighbours), alter_diversity(net, unit, neighbours) WHERE person < 4 ORDER BY 1, 2;
-- chance is among the people of the network: three of a, one of b; with the headcount, three of six
SELECT 'ties' AS people, expected_same_share, (SELECT expected FROM mixing(n, g) WHERE (from_group, to_group) = ('a', 'a')) AS expected_ties, (SELECT homophily FROM coleman(n, g) WHERE group_name = 'a') AS coleman, (SELECT expected FROM ei_test(n, g)) AS ei
FROM (VALUES ('2->1, 4->1, 3->4'::network, '{"1": "a", "2": "a", "3": "a", "4": "b", "5": "b", "6": "b"}'::affiliation)) AS v (n, g), alter_diversity(n, g) WHERE person = 1 UNION ALL
SELECT 'headcount', expected_same_share, (SELECT expected FROM mixing(n, g) WHERE (from_group, to_group) = ('a', 'a')), (SELECT homophily FROM coleman(n, g) WHERE group_name = 'a'), (SELECT expected FROM ei_test(n, g))
FROM (VALUES (with_people('2->1, 4->1, 3->4', '{5,6}'), '{"1": "a", "2": "a", "3": "a", "4": "b", "5": "b", "6": "b"}'::affiliation)) AS v (n, g), alter_diversity(n, g) WHERE person = 1;
-- what one cannot compare with
SELECT d.* FROM co, alter_diversity(net, '{}') AS d WHERE person < 3;
SELECT d.* FROM co, alter_diversity(net, '{"1": "a", "2": "a", "3": "a"}') AS d WHERE person < 4;
SELECT d.* FROM co, alter_diversity(net, '{"1": "a"}') AS d WHERE person < 3;
SELECT count(*) FROM co, alter_diversity('', unit);
SELECT count(*) FROM co, alter_diversity(NULL, unit);
SELECT count(*) FROM co, alter_diversity(net, NULL);
SELECT (pg_temp.attempt('SELECT alter_diversity(net, unit, ''friends'') FROM co')).*;
-- the planner knows how many people a constant has
DO $$
DECLARE plan json;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT json) SELECT * FROM alter_diversity(''1->2, 3'', ''{}'')' INTO plan;
	RAISE NOTICE '% rows expected', plan->0->'Plan'->>'Plan Rows';
END
$$;

-- several affiliations: equal weights, then weights, then with something unknown
SELECT person, round(score::numeric, 6) AS score, known, parts FROM co, diversity_score(net, ARRAY[unit, level]) WHERE person < 3;
SELECT person, round(score::numeric, 6) AS score, known, parts FROM co, diversity_score(net, ARRAY[unit, level], '{3,1}') WHERE person < 3;
SELECT person, score, known, parts FROM co, diversity_score(net, ARRAY[unit, '{}'], '{3,1}') WHERE person < 3;
SELECT person, round(score::numeric, 6) AS score, known, parts FROM co, diversity_score(net, ARRAY[unit, '{}'], '{3,1}', min_known => 0.75) WHERE person < 3;
SELECT person, score, known, parts FROM co, diversity_score(net, ARRAY[unit, '{}'], '{0,1}', min_known => 0) WHERE person < 3;
SELECT count(*) FROM co, diversity_score('', ARRAY[unit]);
SELECT count(*) FROM co, diversity_score(NULL, ARRAY[unit]);
SELECT count(*) FROM co, diversity_score(net, NULL);
SELECT call, (pg_temp.attempt(format('SELECT diversity_score(net, %s) FROM co', call))).*
FROM (VALUES ('ARRAY[unit, NULL]'), ('''{}'''), ('ARRAY[ARRAY[unit, level]]'), ('ARRAY[unit], ''{1,2}'''), ('ARRAY[unit], ''{-1}'''), ('ARRAY[unit], ''{NaN}'''), ('ARRAY[unit], ''{NULL}'''),
	('ARRAY[unit], min_known => 2'), ('ARRAY[unit], neighbours => ''x''')) AS t (call);

-- mixing: one of the two ties from South stays
SELECT m.* FROM co, mixing(net, unit) AS m;
SELECT sum(ties) AS ties, round(sum(expected)::numeric, 9) AS expected FROM co, mixing(net, unit);
SELECT count(*) FROM co, mixing(net, '{}');
SELECT count(*) FROM co, mixing('', unit);
SELECT m.* FROM co, mixing(net, '{"1": "a", "2": "a"}') AS m;
-- by bytes: upper case first, whatever the locale
SELECT from_group, to_group, ties FROM mixing('1->2, 2->3, 3->1, 4->1', '{"1": "b", "2": "B", "3": "a", "4": "_"}') WHERE ties > 0;
-- 4096 groups are a matrix, 4097 are not
SELECT count(*) FROM (SELECT mixing(network_agg(1, nullif(i, 4097)), affiliation_agg(CASE WHEN i > 4096 THEN 1 ELSE i END, (i % 4096)::text)) FROM generate_series(2, 4097) AS i) AS m;
SELECT (pg_temp.attempt('SELECT mixing(network_agg(i, i % 4097 + 1), affiliation_agg(i, i::text)) FROM generate_series(1, 4097) AS i')).*;

-- indices: all within, all between, as by chance, undefined
SELECT net, unit, ei_index(net, unit), assortativity(net, unit) AS assortativity, (SELECT array_agg(c ORDER BY group_name) FROM coleman(net, unit) AS c) AS coleman
FROM (VALUES ('1->2, 2->1, 3->4, 4->3'::network, '{"1": "a", "2": "a", "3": "b", "4": "b"}'::affiliation),
	('1->3, 3->1, 2->4, 4->2', '{"1": "a", "2": "a", "3": "b", "4": "b"}'), ('1->2, 1->3, 3->1, 3->4', '{"1": "a", "2": "a", "3": "b", "4": "b"}'),
	('1->2, 2->1', '{"1": "a", "2": "a"}'), ('1->2', '{"1": "a", "2": "b"}'), ('1->2', '{"1": "a"}'), ('1->2', '{}'), ('', '{"1": "a"}'), ('1', '{"1": "a"}')) AS t (net, unit);
SELECT ei_index(net, unit), round(assortativity(net, unit)::numeric, 9) AS assortativity FROM co;
SELECT c.* FROM co, coleman(net, unit) AS c;
SELECT count(*) FROM co, coleman('', unit);
SELECT ei_index(NULL, unit), assortativity(net, NULL) FROM co;

-- the test: closed form; every label the same; a seed is a result; nothing to test
SELECT t.* FROM co, ei_test(net, unit, 200, 7) AS t;
SELECT t = u AS same_seed, t = v AS other_seed FROM co, ei_test(net, unit, 200, 7) AS t, ei_test(net, unit, 200, 7) AS u, ei_test(net, unit, 200, 8) AS v;
SELECT * FROM ei_test('1->2, 2->3', '{"1": "a", "2": "a", "3": "a"}', 9);
SELECT * FROM ei_test('1->2', '{"1": "a"}', 9);
SELECT t.* FROM co, ei_test('', unit, 9) AS t;
SELECT t.* FROM co, ei_test(net, '{}', 9) AS t;
SELECT t IS NULL AS nothing FROM co, ei_test(net, unit, NULL) AS t;
SELECT * FROM ei_test('1->2, 2->3', '{"1": "a", "2": "a", "3": "b"}', 1);
-- two cliques of ten: no permutation comes near
SELECT ei_index, round(expected::numeric, 6) AS expected, abs(permutation_mean - expected) < 4 * permutation_sd / sqrt(999) AS mean_near, p_lower, p_upper
FROM (SELECT network_agg(a, b) AS net FROM generate_series(1, 20) AS a, generate_series(1, 20) AS b WHERE a <> b AND (a <= 10) = (b <= 10)) AS n,
	(SELECT affiliation_agg(a, (a <= 10)::text) AS half FROM generate_series(1, 20) AS a) AS h, ei_test(net, half, 999);
SELECT (pg_temp.attempt('SELECT ei_test(net, unit, ' || p || ') FROM co')).* FROM (VALUES (0), (-5), (1000001)) AS t (p);

-- outsight: 3 and 4 are two levels above 1, 4 of them in another unit
SELECT o.* FROM co, outsight(net, team => unit, unit => unit, company => '{"1": "us", "2": "us", "3": "us", "4": "them"}', level => level) AS o;
SELECT o.* FROM co, outsight(net) AS o WHERE person < 3;
-- 8 and 9 are of another company: they count once they have one, and with a unit, elsewhere
SELECT given, alters, known_company, outside_company, known_unit, outside_unit, known_level, above, known_above, above_elsewhere
FROM (VALUES ('none', '{"1": "us", "2": "us"}'::affiliation, '{"1": "A", "2": "A"}'::affiliation), ('own', '{"1": "us", "2": "us", "8": "them", "9": "them"}', '{"1": "A", "2": "A", "8": "their"}')) AS g (given, company, unit),
	outsight('2->1, 8->1, 9->1', unit => unit, company => company, level => '{"1": 1, "2": 3, "8": 3, "9": 4}') WHERE person = 1;
SELECT person, former_share, target_share
FROM co, outsight(net, unit => unit, former_units => ARRAY['{"1": "North", "2": "East", "7": "Nowhere", "99": "A"}'::affiliation], target_unit => '{"1": "South", "2": "Zoo"}') WHERE person IN (1, 2, 3, 7);
-- several units before: 1 worked in North, then South (2, 3 and 4 of four contacts), 2 in North twice, 7 in a unit that is no more
WITH job (person, unit, till) AS (VALUES (1, 'North', 2019), (1, 'South', 2022), (2, 'North', 2018), (2, 'North', 2021), (7, 'Gone', 2020)),
	back AS (SELECT person, unit, row_number() OVER (PARTITION BY person ORDER BY till DESC) AS n FROM job),
	former AS (SELECT array_agg(units ORDER BY n) AS units FROM (SELECT n, affiliation_agg(person, unit) AS units FROM back GROUP BY n) AS u)
SELECT cardinality(units), person, former_share FROM co, former, outsight(net, unit => unit, former_units => units) WHERE person IN (1, 2, 3, 7);
SELECT count(former_share) FROM co, outsight(net, unit => unit, former_units => '{}');
SELECT person, former_share, target_share FROM co, outsight(net, former_units => ARRAY[unit], target_unit => unit) WHERE person = 1;
SELECT call, (pg_temp.attempt(format('SELECT outsight(net, %s) FROM co', call))).*
FROM (VALUES ('former_units => ARRAY[unit, NULL]'), ('former_units => ARRAY[ARRAY[unit], ARRAY[unit]]'), ('neighbours => ''x''')) AS t (call);
SELECT levels_above, array_agg(above ORDER BY person) AS above
FROM co, (VALUES (1), (2), (3)) AS l (levels_above), outsight(net, level => level, levels_above => l.levels_above) GROUP BY 1 ORDER BY 1;
SELECT person, above FROM co, outsight(net, level => level, neighbours => 'mutual') WHERE person < 3;
SELECT count(*) FROM co, outsight('', unit => unit, level => level);
SELECT count(outside_unit) FROM co, outsight(net, unit => '{}', level => '{}');
SELECT count(*) FROM outsight(NULL);
SELECT count(*) FROM co, outsight(net, neighbours => NULL);
SELECT given, (pg_temp.attempt(format('SELECT outsight(''1->2'', level => (SELECT affiliation_agg(i, g) FROM (VALUES (3, ''1''), (5, %L)) AS v (i, g)))', given))).*
FROM (VALUES (''), ('VP'), ('nan'), ('inf'), ('0x10'), ('1e999'), (' 1'), ('1 '), ('1,5'), ('1e'), ('-'), ('+2'), ('2.50')) AS t (given);
SELECT (pg_temp.attempt('SELECT outsight(net, levels_above => 0) FROM co')).*;
