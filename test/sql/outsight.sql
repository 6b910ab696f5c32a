-- Outsight on a company of eight that a reader can count.
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

-- outsight: 3 and 4 are two levels above 1, 4 of them in another unit
SELECT o.* FROM co, outsight(net, team => unit, unit => unit,
	company => '{"1": "us", "2": "us", "3": "us", "4": "them"}', level => level) AS o;
SELECT o.* FROM co, outsight(net) AS o WHERE person < 3;
-- 8 and 9 are of another company: they count once they have one, and with a unit, elsewhere
SELECT given, alters, known_company, outside_company, known_unit, outside_unit, known_level, above, known_above,
	above_elsewhere
FROM (VALUES ('none', '{"1": "us", "2": "us"}'::affiliation, '{"1": "A", "2": "A"}'::affiliation),
	('own', '{"1": "us", "2": "us", "8": "them", "9": "them"}', '{"1": "A", "2": "A", "8": "their"}')) AS g (given,
	company, unit),
	outsight('2->1, 8->1, 9->1', unit => unit, company => company, level => '{"1": 1, "2": 3, "8": 3, "9": 4}')
		WHERE person = 1;
SELECT person, former_share, target_share
FROM co,
	outsight(net, unit => unit,
	former_units => ARRAY['{"1": "North", "2": "East", "7": "Nowhere", "99": "A"}'::affiliation],
	target_unit => '{"1": "South", "2": "Zoo"}') WHERE person IN (1, 2, 3, 7);
-- several units before: 1 worked in North, then South (2, 3 and 4 of four contacts), 2 in North twice, 7 in a unit that
-- is no more
WITH job (person, unit, till) AS (VALUES (1, 'North', 2019), (1, 'South', 2022), (2, 'North', 2018), (2, 'North', 2021),
	(7, 'Gone', 2020)),
	back AS (SELECT person, unit, row_number() OVER (PARTITION BY person ORDER BY till DESC) AS n FROM job),
	former AS (SELECT array_agg(units ORDER BY n) AS units
		FROM (SELECT n, affiliation_agg(person, unit) AS units FROM back GROUP BY n) AS u)
SELECT cardinality(units), person, former_share FROM co, former, outsight(net, unit => unit, former_units => units)
WHERE person IN (1, 2, 3, 7);
SELECT count(former_share) FROM co, outsight(net, unit => unit, former_units => '{}');
SELECT person, former_share, target_share FROM co, outsight(net, former_units => ARRAY[unit], target_unit => unit)
WHERE person = 1;
SELECT call, (pg_temp.attempt(format('SELECT outsight(net, %s) FROM co', call))).*
FROM (VALUES ('former_units => ARRAY[unit, NULL]'), ('former_units => ARRAY[ARRAY[unit], ARRAY[unit]]'),
	('neighbours => ''x''')) AS t (call);
SELECT levels_above, array_agg(above ORDER BY person) AS above
FROM co, (VALUES (1), (2), (3)) AS l (levels_above), outsight(net, level => level, levels_above => l.levels_above)
GROUP BY 1 ORDER BY 1;
SELECT person, above FROM co, outsight(net, level => level, neighbours => 'mutual') WHERE person < 3;
SELECT count(*) FROM co, outsight('', unit => unit, level => level);
SELECT count(outside_unit) FROM co, outsight(net, unit => '{}', level => '{}');
SELECT count(*) FROM outsight(NULL);
SELECT count(*) FROM co, outsight(net, neighbours => NULL);
SELECT given,
	(pg_temp.attempt(format('SELECT outsight(''1->2'', level => (SELECT affiliation_agg(i, g)
		FROM (VALUES (3, ''1''), (5, %L)) AS v (i, g)))', given))).*
FROM (VALUES (''), ('VP'), ('nan'), ('inf'), ('0x10'), ('1e999'), (' 1'), ('1 '), ('1,5'), ('1e'), ('-'), ('+2'),
	('2.50')) AS t (given);
SELECT (pg_temp.attempt('SELECT outsight(net, levels_above => 0) FROM co')).*;
