-- Competencies: text, building, comparing, storing, fit, gaps, teaching, and what is refused.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- text: 0 stays, unlike in a composition
SELECT text, text::competencies AS competencies, text::competencies::text::competencies = text::competencies AS same
FROM (VALUES ('{}'), (' { } '), ('{"p&l": 4.5, "negotiation": 3}'), ('{"b":0.1,"a":2.50e1 , "" : 1E-3}'),
	('{"none": 0, "none too": -0.0, "some": 1}'),
	('{"\u00e4\uD83D\uDE00 \u0001\"\\": 9007199254740992}'), ('{"B": 1, "a": 1, "A": 1, "ab": 1, "ä": 1}'),
	('{"a": 1e308, "b": 1e308}')) AS t (text);
SELECT given, (pg_temp.attempt(format('SELECT %L::competencies', given))).*
FROM (VALUES (''), ('[]'), ('{'), ('{"a": null}'), ('{"a": true}'), ('{"a": "1"}'), ('{"a": 1,}'), ('{"a": NaN}'),
	('{"ä": -1}'), ('{"a": -1e-300}'), ('{"a": 1e400}'),
	('{"a": 1, "a": 1}'), ('{"a": 0, "b": 1, "\u0061": 0}')) AS t (given);

-- equality, hash, jsonb, json, bytes
SELECT '{"a": 1, "b": 2}'::competencies = '{"b":2.0,"a":1}' AS eq, '{"a": 0}'::competencies <> '{}' AS ne,
	'{"a": 0}'::competencies = '{"a": -0.0}' AS zero,
	competencies_hash('{"a": 1}') = competencies_hash('{"\u0061": 1e0}') AS hash,
	competencies_hash_extended('{}', 1) = competencies_hash_extended('{}', 2) AS seeds;
SELECT count(*) FROM (SELECT c::competencies FROM (VALUES ('{}'), ('{ }'), ('{"a": 0}'), ('{"a": -0.0}'), ('{"a": 1}'),
	('{"a": 1.0}')) AS v (c) GROUP BY 1) AS g;
SELECT '{"b": 0.1, "a": 0}'::competencies::jsonb, '{"b": 0.1, "a": 0}'::competencies::json,
	'{"b": 1.50, "a": 4}'::jsonb::competencies, '{"b": 1.50, "a": 4}'::json::competencies;
SELECT row_to_json(v) AS nested FROM (SELECT 7 AS person, '{"p&l": 4.5}'::competencies::json AS levels) AS v;
SELECT given, (pg_temp.attempt(format('SELECT %L::%s::competencies', given, kind))).*
FROM (VALUES ('[]'), ('{"a": "x"}'), ('{"a": {}}'), ('{"a": null}'), ('{"a": -1}'), ('{"a": 1, "a": 2}')) AS t (given),
	(VALUES ('jsonb'), ('json')) AS k (kind);
SELECT competencies_send('{"b": 0.5, "a": 0}');

-- building
SELECT competencies_agg(competency, level) FROM (VALUES ('p&l', 4.5), ('negotiation', 3), (NULL, 1), ('coaching', NULL),
	('p&l', 4.5), ('german', 0)) AS v (competency, level);
SELECT competencies_agg(NULL, 1), competencies_agg('a', 1) FILTER (WHERE false) AS none, competencies_best(NULL),
	competencies_mean(NULL), competencies_best('{}') AS empty;
SELECT given, (pg_temp.attempt('SELECT competencies_agg(c, l) FROM ' || given)).*
FROM (VALUES ('(VALUES (''p&l'', 4), (''p&l'', 3.5)) AS v (c, l)'), ('(VALUES (''a'', -1)) AS v (c, l)'),
	('(VALUES (''a'', ''NaN''::float8)) AS v (c, l)'),
	('(VALUES (''a'', ''Infinity''::float8)) AS v (c, l)')) AS t (given);
SELECT competencies_best(c), competencies_mean(c)
FROM (VALUES ('{"a": 1, "b": 0}'::competencies), ('{"a": 2, "c": 3}'), (NULL), ('{}'), ('{"a": 1}')) AS v (c);
SELECT (pg_temp.attempt('SELECT competencies_mean(c)
	FROM (VALUES (''{"a": 1e308}''::competencies), (''{"a": 1e308}'')) AS v (c)')).*;
SELECT competencies_best(c) FROM (VALUES ('{"a": 1e308}'::competencies), ('{"a": 1e307}')) AS v (c);
-- means are rounded once, whatever the order
SELECT count(DISTINCT c::text) AS results, min(c::text)
FROM (SELECT competencies_mean(format('{"x": %s}', 0.1 * (i % 7))::competencies ORDER BY hashint8(i + seed)) AS c
	FROM generate_series(1, 1000) AS i, generate_series(1, 5) AS seed GROUP BY seed) AS q;

-- fit
SELECT have, need, fit(have, need), known_fit(have, need), fit(have, need, min_known => 0) AS of_known,
	fit(have, need, weights) AS weighted, known_fit(have, need, weights) AS known_weighted
FROM (VALUES ('{"a": 3, "b": 1}'::competencies, '{"a": 4, "b": 2, "c": 2}'::competencies,
	'{"c": 0, "z": 9}'::competencies), ('{"a": 9, "b": 9}', '{"a": 4, "b": 2}', '{}'),
	('{"a": 0, "b": 0}', '{"a": 4, "b": 2}', NULL), ('{}', '{"a": 4}', NULL), ('{"z": 4}', '{"a": 4}', NULL),
	('{"a": 3}', '{"a": 4, "b": 4}', '{"b": 3}'), ('{"a": 3}', '{"a": 4, "b": 4}', '{"b": 0}'),
	('{"a": 3}', '{}', NULL), ('{"a": 3}', '{"a": 0}', NULL), ('{"a": 3}', '{"a": 4}', '{"a": 0}'),
	('{"a": 3, "b": 2}', '{"a": 0, "b": 4}', NULL), (NULL, '{"a": 1}', NULL), ('{"a": 1}', NULL, NULL)) AS v (have,
	need, weights);
SELECT fit('{"a": 1}', '{"a": 1, "b": 1}') AS half_is_enough, fit('{"a": 1}', '{"a": 1, "b": 1.001}') AS less_is_not,
	fit('{"a": 1}', '{"a": 2}', min_known => NULL) AS no_minimum;
-- sums that would overflow, or vanish
SELECT fit('{"a": 1e308, "b": 0}', '{"a": 1e308, "b": 1e308}', '{"a": 1e308, "b": 1e308}') AS large,
	fit('{"a": 1e-300, "b": 1e308}', '{"a": 2e-300, "b": 2e-300}', '{"a": 1e-300, "b": 1e-300}') AS small,
	known_fit('{"a": 1}', '{"a": 1e-200, "b": 3e-200}', '{"a": 1e-200, "b": 1e-200}') AS known,
	fit('{"a": 5e-324}', '{"a": 5e-324}') AS smallest;
SELECT given, (pg_temp.attempt('SELECT ' || given)).*
FROM (VALUES ('fit(''{}'', ''{}'', NULL, 50)'), ('fit(''{}'', ''{}'', NULL, -0.1)'),
	('fit(''{}'', ''{}'', NULL, ''NaN'')')) AS t (given);

-- gaps, what is reached, teaching
SELECT * FROM gaps('{"a": 3, "b": 7, "d": 0, "z": 9}', '{"a": 4, "b": 2, "c": 2, "d": 1, "ä": 0}');
SELECT count(*) FROM gaps(NULL, '{"a": 1}');
SELECT have, need, have @> need AS reaches, need <@ have AS reached, competencies_contains(have, need)
	AND NOT competencies_contained(need, have) AS never
FROM (VALUES ('{"a": 3, "b": 1}'::competencies, '{"a": 3}'::competencies), ('{"a": 3}', '{"a": 3.5}'),
	('{"a": 3}', '{"a": 3, "b": 0}'), ('{"a": 3, "b": 0}', '{"a": 3, "b": 0}'), ('{"a": 3}', '{}'), ('{}', '{}'),
	('{}', '{"a": 0}'),
	(NULL, '{}')) AS v (have, need);
SELECT can_teach('{"a": 5, "b": 9, "c": 2, "d": 1, "e": 3, "z": 9}', '{"a": 3, "b": 2, "d": 0, "e": 3}',
	'{"a": 4, "b": 2, "c": 2, "d": 2, "e": 3}') AS some, can_teach('{}', '{}', '{"a": 1}') AS none,
	can_teach('{"a": 1}', NULL, '{}') AS unknown;

-- oracle: the formulas in SQL over jsonb, hundreds of pairs of every size
CREATE FUNCTION pg_temp.drawn(seed int, names int) RETURNS competencies LANGUAGE sql AS $$
	SELECT coalesce(competencies_agg(CASE WHEN seed % 3 = 0 THEN 'a long and shared beginning of '
		ELSE '' END || n, (hashint8(seed * 977 + n) & 7) * 0.5), '{}')
	FROM generate_series(1, names) AS n WHERE (hashint8(seed * 1009 + n) & 3) > 0
$$;
CREATE TEMP TABLE pair AS
SELECT i, pg_temp.drawn(i % 3 + 3 * i, CASE i % 5 WHEN 0 THEN 2 WHEN 1 THEN 300 ELSE 20 END) AS have,
	pg_temp.drawn(i % 3 + CASE i % 7 WHEN 3 THEN 3 ELSE 6 END * i, CASE i % 7 WHEN 0 THEN 0 WHEN 1 THEN 200
	WHEN 3 THEN 2 ELSE 15 END) AS need,
	CASE WHEN i % 4 > 0 THEN pg_temp.drawn(i % 3 + 9 * i, 12) END AS weights FROM generate_series(1, 600) AS i;
CREATE TEMP TABLE expected AS
SELECT i, sum(w * least(h, n)) FILTER (WHERE h IS NOT NULL) / nullif(sum(w * n) FILTER (WHERE h IS NOT NULL), 0) AS fit,
	coalesce(sum(w * n) FILTER (WHERE h IS NOT NULL), 0) / nullif(sum(w * n), 0) AS known,
	coalesce(bool_and(coalesce(h >= n, false)) FILTER (WHERE k IS NOT NULL), true) AS reaches,
	array_agg(k ORDER BY k COLLATE "C") FILTER (WHERE o >= n AND NOT coalesce(h >= n, false)) AS teaches,
	count(*) FILTER (WHERE h < n) AS short, sum(n - h) FILTER (WHERE h < n) AS missing, count(k) AS needed
FROM (SELECT i, have::jsonb AS had, need::jsonb AS needed, weights::jsonb AS weighted FROM pair OFFSET 0) AS p
LEFT JOIN LATERAL (SELECT key AS k, value::numeric AS n, (had ->> key)::numeric AS h,
	coalesce((weighted ->> key)::numeric, 1) AS w, (weighted ->> key)::numeric AS o
	FROM jsonb_each_text(needed)) AS l ON true GROUP BY i;
SELECT count(*) > 500 AS enough, count(e.fit) > 300 AS known, count(DISTINCT e.fit) > 100 AS varied,
	count(*) FILTER (WHERE e.reaches) > 100 AS reached,
	count(*) FILTER (WHERE cardinality(e.teaches) > 1) > 50 AS teaching,
	count(*) FILTER (WHERE abs(fit(have, need, weights, 0) - e.fit::float8) > 1e-12
		OR (fit(have, need, weights, 0) IS NULL) <> (e.fit IS NULL)) AS fit,
	count(*) FILTER (WHERE abs(known_fit(have, need, weights) - e.known::float8) > 1e-12
		OR (known_fit(have, need, weights) IS NULL) <> (e.known IS NULL)) AS known_fit,
	count(*) FILTER (WHERE (fit(have, need, weights) IS NULL) <> (coalesce(e.known, 0) < 0.5
		OR e.fit IS NULL)) AS least_known,
	count(*) FILTER (WHERE (have @> need) <> e.reaches) AS contains,
	count(*) FILTER (WHERE can_teach(weights, have, need) <> coalesce(e.teaches, '{}')) AS can_teach,
	count(*) FILTER (WHERE (g.short, g.missing, g.needed) IS DISTINCT FROM (e.short, e.missing::float8,
		e.needed)) AS gaps
FROM pair JOIN expected AS e USING (i), LATERAL (SELECT count(*) FILTER (WHERE gap > 0) AS short,
	sum(gap) FILTER (WHERE gap > 0) AS missing, count(*) AS needed FROM gaps(have, need)) AS g;
-- the place in a query remembers what it was given last: in any order, one need or many, the figures are the same
CREATE TEMP TABLE figure AS SELECT a.i AS a, b.i AS b, fit(a.have, b.need, b.weights, 0) AS f,
	known_fit(a.have, b.need) AS k FROM pair AS a, pair AS b WHERE a.i <= 40 AND b.i <= 40 ORDER BY a.i, b.i;
SELECT count(*) AS different FROM (SELECT a.i AS a, b.i AS b, fit(a.have, b.need, b.weights, 0) AS f,
	known_fit(a.have, b.need) AS k FROM (SELECT * FROM pair WHERE i <= 40 ORDER BY i DESC OFFSET 0) AS b, pair AS a
WHERE a.i <= 40 OFFSET 0) AS q
	FULL JOIN figure USING (a, b) WHERE (q.f, q.k) IS DISTINCT FROM (figure.f, figure.k);
SELECT count(*) AS out_of_range FROM figure WHERE NOT f BETWEEN 0 AND 1 OR NOT k BETWEEN 0 AND 1;

-- aggregates: serially, shuffled, by workers, by partitions
CREATE TABLE rating AS SELECT i % 700 AS person, 'competency ' || (hashint4(i % 21000) & 63) AS competency,
	(i % 21000 % 11) / 2.0 AS level FROM generate_series(1, 42000) AS i;
DELETE FROM rating AS a USING rating AS b WHERE a.person = b.person AND a.competency = b.competency
	AND a.level < b.level;
CREATE TABLE rated AS SELECT person % 40 AS unit, competencies_agg(competency, level) AS c FROM rating GROUP BY person;
ANALYZE rating, rated;
CREATE TEMP TABLE made AS SELECT 'serial' AS how, unit, competencies_best(c) AS best, competencies_mean(c) AS mean
FROM rated GROUP BY unit;
INSERT INTO made SELECT 'shuffled', unit, competencies_best(c ORDER BY c::text), competencies_mean(c ORDER BY c::text)
FROM rated GROUP BY unit;
CREATE TEMP TABLE whole AS SELECT 'serial' AS how, competencies_agg(person || competency, level) AS c,
	(SELECT competencies_mean(c) FROM rated) AS mean FROM rating;
CALL pg_temp.use_workers();
SELECT pg_temp.plan_shows('SELECT unit, competencies_best(c), competencies_mean(c) FROM rated GROUP BY unit',
	'Partial') AS partial;
INSERT INTO made SELECT 'parallel', unit, competencies_best(c), competencies_mean(c) FROM rated GROUP BY unit;
INSERT INTO whole SELECT 'parallel', competencies_agg(person || competency, level),
	(SELECT competencies_mean(c) FROM rated) FROM rating;
SELECT (pg_temp.attempt('SELECT competencies_agg(competency, level) FROM rating')).state AS two_levels;
RESET ALL;
SET search_path = mentorgraph, public;
SELECT count(*) AS made, count(DISTINCT (unit, competencies_send(best), competencies_send(mean))) AS different
FROM made;
SELECT count(DISTINCT (competencies_send(c), competencies_send(mean))) AS different FROM whole;
SELECT count(*) > 1000 AS enough, count(*) FILTER (WHERE e.best <> (b.best::jsonb ->> competency)::float8) AS best,
	count(*) FILTER (WHERE abs(e.mean - (b.mean::jsonb ->> competency)::float8) > 1e-12) AS mean,
	(SELECT count(*) FROM made, jsonb_each(made.best::jsonb) WHERE how = 'serial') = count(*) AS all_of_them
FROM (SELECT person % 40 AS unit, competency, max(level) AS best, avg(level) AS mean
	FROM (SELECT DISTINCT person, competency, level FROM rating) AS d GROUP BY 1, 2) AS e JOIN made AS b USING (unit)
WHERE b.how = 'serial';

-- ten thousand competencies; stored in every way
CREATE TABLE stored (id int, a competencies, b "char", c competencies);
INSERT INTO stored SELECT 1, '{"a": 1}', 'x', '{"a": 1}';
INSERT INTO stored SELECT 2, c, 'x', c FROM (SELECT competencies_agg('competency ' || i, i % 6) AS c
	FROM generate_series(1, 10000) AS i) AS q;
ALTER TABLE stored ALTER c SET STORAGE extended;
INSERT INTO stored SELECT 3, a, 'x', a FROM stored WHERE id = 2;
SELECT id, a = c AS same, fit(a, c), a @> c AS reaches, (ARRAY(SELECT c FROM stored ORDER BY id))[id] = a AS element,
	(line).a = (line).c AS field
FROM (SELECT id, a, c, s AS line FROM stored AS s OFFSET 0) AS q ORDER BY id;
SELECT count(*) AS needed, count(*) FILTER (WHERE gap > 0) AS missing
FROM stored, gaps('{"competency 17": 1, "competency 18": 1}', a) WHERE id = 2;
SELECT fit(a, '{"competency 1": 4, "competency 9999": 4}'),
	fit('{"competency 1": 4, "competency 9999": 4}', a, min_known => 0) AS other_way FROM stored WHERE id = 2;
DROP TABLE rating, rated, stored;

-- recipes
CREATE TABLE rating AS SELECT * FROM (VALUES (1, 'negotiation', 3::float8, 'self', date '2025-01-10'),
	(1, 'negotiation', 4, 'self', '2026-01-10'), (1, 'negotiation', 2, 'manager', '2026-01-12'),
	(1, 'negotiation', 2.5, 'peer', '2026-01-13'), (1, 'negotiation', 1.5, 'report', '2026-01-13'),
	(1, 'p&l', 3, 'self', '2026-01-10'), (1, 'p&l', 4, 'manager', '2025-03-01'),
	(1, 'p&l', 2, 'assessor', '2024-06-01'),
	(2, 'negotiation', 5, 'self', '2026-02-01'), (2, 'negotiation', 1, 'peer', '2026-02-01')) AS v (person, competency,
		level, rater, rated_on);
-- one level a competency: an assessor's before a manager's before anybody else's, then the latest
SELECT person, competencies_agg(competency, level) AS levels
FROM (SELECT DISTINCT ON (person, competency) * FROM rating
	ORDER BY person, competency, array_position(ARRAY['assessor', 'manager', 'self', 'peer', 'report'], rater),
		rated_on DESC) AS chosen
GROUP BY person ORDER BY person;
-- blind spots: the latest rating of oneself less the mean of at least three others
SELECT person, competency, self, others, self - others AS blind_spot
FROM (SELECT person, competency, max(level) FILTER (WHERE rater = 'self') AS self,
	avg(level) FILTER (WHERE rater <> 'self') AS others, count(*) FILTER (WHERE rater <> 'self') AS raters
	FROM (SELECT DISTINCT ON (person, competency, rater) * FROM rating
		ORDER BY person, competency, rater, rated_on DESC) AS latest GROUP BY person, competency) AS views
WHERE raters >= 3 ORDER BY self - others DESC, person, competency;
-- a slate of three who fit best, one of them from another unit than the position's
CREATE TABLE candidate AS SELECT * FROM (VALUES (11, 'Sales', '{"p&l": 4}'::competencies), (12, 'Sales', '{"p&l": 5}'),
	(13, 'Sales', '{"p&l": 3}'), (14, 'Finance', '{"p&l": 2}'), (15, 'Service', '{"p&l": 1}'),
	(16, 'Finance', '{}')) AS v (person, unit, have);
SELECT person, unit, fit FROM (
	SELECT *, row_number() OVER (ORDER BY place > 1 OR NOT outside, fit DESC, person) AS slot FROM (
		SELECT person, unit, fit(have, '{"p&l": 5}') AS fit, unit <> 'Sales' AS outside,
			row_number() OVER (PARTITION BY unit <> 'Sales'
			ORDER BY fit(have, '{"p&l": 5}') DESC NULLS LAST, person) AS place
		FROM candidate) AS ranked WHERE fit IS NOT NULL) AS chosen
WHERE slot <= 3 ORDER BY fit DESC, person;
-- an index on the names serves what reaches all of several levels
CREATE TABLE many AS SELECT i AS person, format('{"c%s": %s, "c%s": 2, "c%s": 3}', i % 10, i % 5, 10 + i % 9,
	20 + i % 8)::competencies AS have FROM generate_series(1, 20000) AS i;
CREATE INDEX ON many USING gin ((have::jsonb));
ANALYZE many;
SELECT pg_temp.plan_shows($$SELECT count(*) FROM many
	WHERE have::jsonb ?& ARRAY['c1', 'c12', 'c23'] AND have @> '{"c1": 1, "c12": 2, "c23": 3}'$$,
	'Bitmap Index Scan') AS by_index;
SELECT count(*) > 10 AS enough, count(*) = (SELECT count(*) FROM many
	WHERE have @> '{"c1": 1, "c12": 2, "c23": 3}') AS same FROM many
WHERE have::jsonb ?& ARRAY['c1', 'c12', 'c23'] AND have @> '{"c1": 1, "c12": 2, "c23": 3}';
DROP TABLE rating, candidate, many;
