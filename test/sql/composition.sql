-- Compositions: text, building, merging, measures, and what is refused.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- text
SELECT text, text::composition AS composition, text::composition::text::composition = text::composition AS same
FROM (VALUES ('{}'), (' { } '), ('{"Sales": 3, "R&D": 12}'), ('{"b":0.1,"a":2.50e1 , "" : 1E-3}'),
	('{"gone": 0, "gone too": -0.0, "here": 1}'),
	('{"\u00e4\uD83D\uDE00 \u0001\"\\": 9007199254740992}'), ('{"B": 1, "a": 1, "A": 1, "ab": 1, "ä": 1}')) AS t (text);
SELECT given, (pg_temp.attempt(format('SELECT %L::composition', given))).*
FROM (VALUES (''), ('[]'), ('{'), ('{"a"}'), ('{"a":}'), ('{"a": null}'), ('{"a": true}'), ('{"a": "1"}'),
	('{"a": [1]}'), ('{"a": 1,}'), ('{"a": 1 "b": 2}'),
	('{"a": 1} x'), ('{a: 1}'), ('{"a": 01}'), ('{"a": .5}'), ('{"a": +5}'), ('{"a": 1.}'), ('{"a": 1e}'),
	('{"a": NaN}'), ('{"a": Infinity}'),
	('{"ä": -1}'), ('{"a": -1e-300}'), ('{"a": 1e400}'), ('{"a": 1e-400}'), ('{"a": 1e308, "b": 1e308}'),
	('{"a": 1, "a": 1}'), ('{"a": 0, "b": 1, "\u0061": 0}')) AS t (given);

-- building
SELECT composition_agg(unit), composition_agg(unit, weight), composition_agg(DISTINCT unit) AS distinct_units,
	composition_agg(unit) FILTER (WHERE weight > 1) AS heavy
FROM (VALUES ('Sales', 0.5), ('R&D', 1), (NULL, 2), ('R&D', 2.25), ('Law', 0), ('Sales', 1.5), (NULL, NULL)) AS v (unit,
	weight);
-- categories are names, measures compare values: the cast is the caller's choice
SELECT richness(x) AS numbers, richness(x::text) AS names, composition_agg(x::text), affiliation_agg(i, x::text),
	iqv(x, (SELECT count(*) FROM generate_series(1, 3))) FROM (VALUES (1, 1.0), (2, 1.00), (3, 2)) AS v (i, x);
SELECT composition_agg(NULL), composition_agg(NULL, 1), composition_agg('x') FILTER (WHERE false) AS none,
	composition_agg('x', 0) AS zero,
	composition_union(NULL), composition_union('{}') AS empty;
SELECT weight, (pg_temp.attempt(format('SELECT composition_agg(''unit'', %L)', weight))).*
FROM (VALUES ('-1'), ('NaN'), ('Infinity'), (NULL)) AS v (weight);
SELECT (pg_temp.attempt('SELECT composition_agg(''unit'', 1e308) FROM generate_series(1, 2)')).*;
SELECT (pg_temp.attempt('SELECT composition_agg(''unit '' || i, 1e308) FROM generate_series(1, 2) AS i')).*;
SELECT (pg_temp.attempt('SELECT composition_union(c)
	FROM (VALUES (''{"a": 1e308}''::composition), (''{"a": 1e308}'')) AS v (c)')).*;
SELECT (pg_temp.attempt('SELECT composition(''{"a": 1e308}'') + ''{"a": 1e308}''')).*;
-- sums of fractions: rounded once, whatever the order
SELECT composition_agg('x', w ORDER BY w) = composition_agg('x', w
	ORDER BY -w) AS same, composition_agg('x', w) AS exact, sum(w) AS naive
FROM (VALUES (1e100::float8), (1), (1e-20), (1e84), (0.1), (0.2)) AS v (w);
SELECT count(DISTINCT c::text) AS results, min(c::text)
FROM (SELECT composition_agg('x', 0.1 ORDER BY hashint8(i + seed)) AS c
	FROM generate_series(1, 1000) AS i, generate_series(1, 5) AS seed GROUP BY seed) AS q;

-- adding up
SELECT '{"a": 1, "b": 2}'::composition + '{"b": 3, "c": 0.5}' AS sum, composition('{}') + '{"a": 1}' AS empty;
SELECT composition_union(c) FROM (VALUES ('{"a": 1, "b": 2}'::composition), (NULL), ('{"b": 3, "c": 0.5}'),
	('{}')) AS v (c);

-- equality, hash, jsonb, json, bytes
SELECT '{"a": 1, "b": 2}'::composition = '{"b":2.0,"a":1}' AS eq, '{"a": 1}'::composition <> '{"a": 2}' AS ne,
	'{"ab": 1}'::composition = '{"a": 1}' AS shorter,
	composition_hash('{"a": 1}') = composition_hash('{"\u0061": 1e0}') AS hash,
	composition_hash_extended('{}', 1) = composition_hash_extended('{}', 2) AS seeds;
SELECT count(*) FROM (SELECT c::composition FROM (VALUES ('{}'), ('{ }'), ('{"a": 0}'), ('{"a": 1}'),
	('{"a": 1.0}')) AS v (c) GROUP BY 1) AS g;
SELECT '{"b": 0.1, "a": 3}'::composition::jsonb, '{"b": 0.1, "a": 3}'::composition::json,
	'{"b": 1.50, "a": 4}'::jsonb::composition, '{"b": 1.50, "a": 4}'::json::composition;
SELECT row_to_json(v) AS nested, to_jsonb(v) AS nested_too
FROM (SELECT 7 AS team, '{"R&D": 4.5, "Ä": 1}'::composition AS mix) AS v;
SELECT given, kind, (pg_temp.attempt(format('SELECT %L::%s::composition', given, kind))).*
FROM (VALUES ('[]'), ('3'), ('null'), ('true'), ('"a"'), ('{"a": "x"}'), ('{"a": {}}'), ('{"a": [1]}'), ('{"a": null}'),
	('{"a": false}'),
	('{"a": -1}'), ('{"a": 1e500}'), ('{"a": 1, "b": {"c": 2}}')) AS t (given),
		(VALUES ('jsonb'), ('json')) AS k (kind);
SELECT (pg_temp.attempt($$SELECT '{"a": 1, "\u0061": 2}'::json::composition$$)).*;
SELECT composition_send('{"b": 0.5, "a": 3}');

-- the measures: the function of that name, not the aggregate
SELECT c, total(c), richness(c), blau(c), simpson(c), iqv(c, 4) AS iqv4, round(shannon(c)::numeric, 12) AS shannon,
	round(evenness(c)::numeric, 12) AS evenness,
	hill(c, 0) AS hill0, hill(c, 2) AS hill2, hill(c, 'Infinity') AS hill_max, share(c, 'a') AS share_a
FROM (VALUES ('{}'::composition), ('{"a": 1}'), ('{"b": 2}'), ('{"a": 2, "b": 1, "c": 1}'),
	('{"a": 0.5, "b": 0.25, "c": 0.25}'), ('{"a": 1e-300, "b": 1e300}'),
	('{"a": 5e-324, "b": 1e308}'), ('{"a": 7, "b": 7, "c": 7, "d": 7}')) AS v (c);
SELECT blau(composition_agg(x)) = blau(x) AS blau, pg_typeof(blau(composition_agg(x)))
FROM (VALUES ('a'), ('b'), ('b')) AS v (x);
SELECT c, d, round(divergence(c, d)::numeric, 12) AS divergence, divergence(c, d) = divergence(d, c) AS symmetric
FROM (VALUES ('{"a": 1, "b": 3}'::composition, '{"a": 2, "b": 6}'::composition), ('{"a": 1}', '{"b": 1}'),
	('{"a": 1}', '{"a": 1, "b": 1}'), ('{"a": 1, "b": 2}', '{}'),
	('{"a": 0.1, "b": 0.2}', '{"a": 3, "b": 6}'), ('{"a": 1, "b": 1000000}', '{"a": 1, "b": 1000001}')) AS v (c, d);
SELECT * FROM representation('{"b": 1, "ä": 1, "a": 2}', '{"a": 1, "b": 1, "Z": 2}');
SELECT * FROM representation('{}', '{"a": 1}');
SELECT * FROM representation('{"a": 1}', '{}');
SELECT count(*) FROM representation(NULL, '{"a": 1}');

-- next to nothing, next to everything
SELECT c, d, round(divergence(c, d)::numeric, 12) AS divergence, divergence(c, d) = divergence(d, c) AS symmetric
FROM (VALUES ('{"a": 1}'::composition, '{"a": 1e-17, "b": 1}'::composition),
	('{"a": 1, "c": 1}', '{"a": 1e-17, "c": 1}'), ('{"a": 1}', '{"a": 1e-320, "b": 1}'),
	('{"a": 1e-300, "b": 1e300}', '{"a": 1e300, "b": 1e-300}'),
	('{"a": 1, "b": 1}', '{"a": 1, "b": 1.000000001}')) AS v (c, d);
SELECT divergence('{"a": 1, "b": 1}', '{"a": 1, "b": 1.000000001}')
	/ 4.508422e-20 BETWEEN 0.999999 AND 1.000001 AS alike;
SELECT * FROM representation('{"a": 1}', '{"a": 1e-310, "b": 1}');
SELECT iqv(composition_agg(x), count(*)) AS counted, pg_typeof(richness(composition_agg(x)))
FROM (VALUES ('a'), ('b'), ('b')) AS v (x);

-- refused
SELECT given, (pg_temp.attempt('SELECT ' || given)).*
FROM (VALUES ('iqv(composition(''{"a": 1, "b": 1}''), 1)'), ('iqv(composition(''{"a": 1}''), -1)'),
	('hill(composition(''{"a": 1}''), -1)'), ('hill(composition(''{"a": 1}''), ''NaN'')')) AS t (given);

-- domains, windows, grouping sets
CREATE DOMAIN public.site AS text;
SELECT composition_agg(x::public.site) FROM (VALUES ('a'), ('b'), ('a')) AS v (x);
SELECT n, composition_agg(x) FROM (VALUES (0, 'a'), (1, 'a'), (2, 'a'), (2, 'a')) AS v (n, k),
	LATERAL (SELECT CASE WHEN n > 0 THEN k END) AS l (x) GROUP BY n ORDER BY n;
SELECT composition_agg(x) FROM (SELECT 'a' AS x WHERE false) AS none;
SELECT i, composition_agg((i % 3)::text, i) OVER w, composition_union(format('{"a": %s}', i)::composition) OVER w
FROM generate_series(1, 5) AS i WINDOW w AS (ORDER BY i ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW);
SELECT i, composition_agg((i % 2)::text) OVER (ORDER BY i) FROM generate_series(1, 5) AS i;
SELECT site, unit, composition_agg(x::text) FROM (VALUES (1, 1, 1), (1, 2, 2), (2, 1, 2), (2, 1, 1)) AS v (site, unit,
	x) GROUP BY ROLLUP (site, unit) ORDER BY 1, 2;

-- oracle: counts and measures from SQL, over thousands of groups, serially, by workers, and by partitions
\set ECHO none
\i test/lib/drawn.sql
\set ECHO all
CREATE FUNCTION pg_temp.measures(source text, key text) RETURNS text LANGUAGE sql AS $$
	SELECT format('SELECT %s AS g, blau(k), simpson(k), iqv(k, 400), shannon(k),
		hill(k, 0.5) AS hill_half, hill(k, 1) AS hill1, hill(k, 2) AS hill2, hill(k, 3.5) AS hill3,
		richness(k), composition_agg(k::text), composition_agg(k::text, w) AS weighted FROM %s GROUP BY 1', key, source)
$$;
SELECT pg_temp.measures('drawn', 'unit') AS coarse, pg_temp.measures('drawn', '0') AS whole,
	pg_temp.measures('parted', '0') AS whole_parted,
	pg_temp.measures('drawn', 'g') AS fine, pg_temp.measures('(SELECT * FROM drawn ORDER BY hashint4(k), w DESC) AS d',
		'g') AS fine_shuffled \gset
\set ECHO none
CREATE TEMP TABLE serial AS :fine;
CREATE TEMP TABLE shuffled AS :fine_shuffled;
CREATE TEMP TABLE coarse AS :coarse;
CREATE TEMP TABLE one AS :whole;
CALL pg_temp.use_workers();
SET work_mem = '64MB';
SELECT pg_temp.plan_shows(:'coarse', 'Partial') AS by_workers;
CREATE TEMP TABLE parallel AS :coarse;
RESET ALL;
SET search_path = mentorgraph, public;
SET max_parallel_workers_per_gather = 0;
SET enable_partitionwise_aggregate = on;
SET work_mem = '64MB';
SELECT pg_temp.plan_shows(:'whole_parted', 'Partial') AS by_partitions;
CREATE TEMP TABLE partwise AS :whole_parted;
RESET ALL;
SET search_path = mentorgraph, public;
\set ECHO all
SELECT (SELECT count(*) FROM serial) > 2500 AS enough,
	(SELECT count(*) FROM (TABLE serial EXCEPT TABLE shuffled) AS d) AS shuffled,
	(SELECT count(*) FROM coarse) AS enough_too,
	(SELECT count(*) FROM (TABLE coarse EXCEPT TABLE parallel) AS d) AS parallel,
	(SELECT count(*) FROM (TABLE one EXCEPT TABLE partwise) AS d) AS partwise;
SELECT count(*) AS other_bytes FROM coarse AS a FULL JOIN parallel AS b USING (g)
WHERE (composition_send(a.composition_agg), composition_send(a.weighted))
	IS DISTINCT FROM (composition_send(b.composition_agg), composition_send(b.weighted));

CREATE TEMP TABLE expected AS
WITH counts AS (SELECT g, k, count(*)::numeric AS n FROM drawn WHERE k IS NOT NULL GROUP BY g, k)
SELECT g, sum(n) AS total, jsonb_object_agg(k, n) AS composition FROM counts GROUP BY g;
SELECT count(*) > 2500 AS enough, count(*) FILTER (WHERE s.composition_agg::jsonb <> e.composition) AS compositions
FROM expected AS e JOIN serial AS s USING (g);
-- without a known category
SELECT count(*) > 10 AS enough,
	count(*) FILTER (WHERE (composition_agg, weighted) IS DISTINCT FROM (NULL, NULL)) AS wrong
FROM serial WHERE g NOT IN (SELECT g FROM expected);
-- the measure of a composition is the aggregate's, to the bit
SELECT count(*) AS different FROM serial AS s, LATERAL (SELECT composition_agg AS c) AS l
WHERE (blau(c), simpson(c), iqv(c, 400), shannon(c), hill(c, 0.5), hill(c, 1), hill(c, 2), hill(c, 3.5),
	coalesce(richness(c), 0), total(c), evenness(c))
IS DISTINCT FROM (s.blau, s.simpson, s.iqv, s.shannon, hill_half, hill1, hill2, hill3, richness,
	(SELECT total::float8 FROM expected AS e WHERE e.g = s.g),
	CASE WHEN richness > 1 THEN least(s.shannon / ln(richness), 1) END);
-- ranges; the Hill number falls as q grows
SELECT count(*) FILTER (WHERE NOT evenness(composition_agg) BETWEEN 0 AND 1) AS evenness FROM serial;
SELECT count(*) FILTER (WHERE hill > before * (1 + 1e-12)) AS rises,
	count(*) FILTER (WHERE hill < before * (1 - 1e-9)) > 1000 AS falls,
	count(*) FILTER (WHERE hill < 1 OR hill > richness) AS out_of_range
FROM (SELECT hill, richness, lag(hill) OVER (PARTITION BY g ORDER BY q) AS before FROM serial,
	(VALUES (0::float8), (1e-9), (0.3), (0.75), (0.76), (1 - 1e-9), (1), (1 + 1e-9), (1.24), (1.25), (2), (5), (100),
		(1e6), ('Infinity')) AS o (q), hill(weighted, q) WHERE richness > 1) AS h;
-- merged by teams, or counted at once: whole numbers are equal; a fraction was rounded in each team, once more in the
-- sum, and once in the one pass, each time by 2^-53 of itself at most
CREATE TEMP TABLE whole AS SELECT composition_agg(k::text) AS c, composition_agg(k::text, w) AS weighted FROM drawn;
SELECT composition_union(s.composition_agg) = (SELECT c FROM whole) AS counts,
	divergence(composition_union(s.weighted), (SELECT weighted FROM whole)) < 1e-15 AS fractions
FROM serial AS s;
SELECT composition_union(c) = (SELECT c FROM whole) AS by_units
FROM (SELECT composition_union(composition_agg) AS c FROM serial GROUP BY g % 10) AS units;
SELECT count(*) AS different FROM serial AS a JOIN serial AS b ON b.g = a.g + 1
WHERE a.weighted + b.weighted <> (SELECT composition_union(c) FROM (VALUES (a.weighted), (b.weighted)) AS v (c))
	OR a.weighted + b.weighted <> b.weighted + a.weighted;
CREATE TABLE teams AS SELECT g, weighted FROM serial;
ANALYZE teams;
CREATE TEMP TABLE companies AS SELECT 'serial' AS how, composition_union(weighted) AS c FROM teams;
INSERT INTO companies SELECT 'shuffled', composition_union(weighted ORDER BY hashint4(g)) FROM teams;
CALL pg_temp.use_workers();
SELECT pg_temp.plan_shows('SELECT composition_union(weighted) FROM teams', 'Partial') AS partial;
INSERT INTO companies SELECT 'parallel', composition_union(weighted) FROM teams;
RESET ALL;
SET search_path = mentorgraph, public;
SELECT count(DISTINCT composition_send(c)) AS different FROM companies;
SELECT count(*) > 300 AS enough, count(*) FILTER (WHERE merged = one_pass) > 0 AS equal,
	count(*) FILTER (WHERE merged <> one_pass) > 0 AS differ,
	max(abs(merged - one_pass) / one_pass) < 3 * 2 ^ -53::float8 AS near
FROM (SELECT composition_union(weighted)::jsonb AS parts FROM serial) AS a,
	(SELECT weighted::jsonb AS at_once FROM whole) AS b, jsonb_each_text(parts) AS x (k, merged_text),
	LATERAL (SELECT merged_text::float8 AS merged, (at_once ->> k)::float8 AS one_pass) AS l;
-- divergence and representation against their formulas
SELECT count(*) > 500 AS enough, count(*) FILTER (WHERE NOT pg_temp.near(divergence(a, b), expected)) AS wrong,
	count(*) FILTER (WHERE divergence(a, b) <> divergence(b, a)) AS asymmetric,
	count(*) FILTER (WHERE NOT divergence(a, b) BETWEEN 0 AND 1) AS out_of_range,
	count(*) FILTER (WHERE divergence(a, a) <> 0 OR divergence(a, a + a) <> 0) AS not_zero
FROM (SELECT x.composition_agg AS a, y.composition_agg AS b FROM serial AS x JOIN serial AS y ON y.g = x.g + 1
	WHERE x.g < 900 AND x.richness > 0 AND y.richness > 0) AS pairs,
	LATERAL (SELECT (sum(CASE WHEN p > 0 THEN p * ln(2 * p / (p + q)) ELSE 0 END
		+ CASE WHEN q > 0 THEN q * ln(2 * q / (p + q)) ELSE 0 END) / 2 / ln(2::numeric)) AS expected
		FROM (SELECT coalesce(x.value::numeric, 0) / total(a)::numeric AS p,
			coalesce(y.value::numeric, 0) / total(b)::numeric AS q
			FROM jsonb_each_text(a::jsonb) AS x FULL JOIN jsonb_each_text(b::jsonb) AS y USING (key)) AS shares) AS l;
SELECT count(*) > 1000 AS enough, count(*) FILTER (WHERE share IS DISTINCT FROM share(a, category)
	OR population_share IS DISTINCT FROM share(b, category)
	OR ratio IS DISTINCT FROM share(a, category) / nullif(share(b, category), 0)) AS wrong,
	count(*) FILTER (WHERE category COLLATE "C" <= before) AS unordered
FROM (SELECT a, b, r.*, lag(r.category) OVER (PARTITION BY g ORDER BY r.ordinality) AS before
	FROM (SELECT x.g, x.composition_agg AS a, y.composition_agg AS b FROM serial AS x JOIN serial AS y ON y.g = x.g + 1
	WHERE x.g < 300 AND x.richness > 0 AND y.richness > 0) AS pairs,
	ROWS FROM (representation(a, b)) WITH ORDINALITY AS r) AS rows;

-- stored in every way
CREATE TABLE stored (id int, a composition, b "char", c composition);
INSERT INTO stored SELECT 1, '{"a": 1}', 'x', '{"a": 1}';
INSERT INTO stored SELECT 2, weighted, 'x', weighted FROM whole;
ALTER TABLE stored ALTER c SET STORAGE extended;
INSERT INTO stored SELECT 3, a, 'x', a FROM stored WHERE id = 2;
SELECT id, a = c AS same, blau(a) = blau(c) AS same_blau, (ARRAY(SELECT c FROM stored ORDER BY id))[id] = a AS element,
	(line).a = (line).c AS field
FROM (SELECT id, a, c, s AS line FROM stored AS s OFFSET 0) AS q ORDER BY id;
DO $$
DECLARE
	kept composition;
	list composition[];
BEGIN
	SELECT a INTO kept FROM stored WHERE id = 2;
	list := ARRAY[kept, '{"a": 1}', '{}', NULL];
	kept := list[2];
	ASSERT kept = '{"a": 1}' AND list[3] = '{}' AND list[4] IS NULL AND list[1] = (SELECT c FROM stored WHERE id = 3);
END
$$;
-- categories from TOAST: long texts, once out of line and once compressed
CREATE TABLE long_names AS SELECT i % 3 AS k, repeat(md5((i % 3)::text), 300) AS name FROM generate_series(1, 30) AS i;
ALTER TABLE long_names ALTER name SET STORAGE external;
INSERT INTO long_names SELECT i % 3, repeat(md5((i % 3)::text), 300) FROM generate_series(1, 30) AS i;
SELECT richness(composition_agg(name)), total(composition_agg(name, 0.5)) FROM long_names;
DROP TABLE drawn, parted, teams, stored, long_names;
DROP DOMAIN public.site;
