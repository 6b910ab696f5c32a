-- Compositions and the diversity of categories: text, building, merging, measures, and what is refused.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- text
SELECT text, text::composition AS composition, text::composition::text::composition = text::composition AS same
FROM (VALUES ('{}'), (' { } '), ('{"Sales": 3, "R&D": 12}'), ('{"b":0.1,"a":2.50e1 , "" : 1E-3}'), ('{"gone": 0, "gone too": -0.0, "here": 1}'),
	('{"\u00e4\uD83D\uDE00 \u0001\"\\": 9007199254740992}'), ('{"B": 1, "a": 1, "A": 1, "ab": 1, "ä": 1}')) AS t (text);
SELECT given, (pg_temp.attempt(format('SELECT %L::composition', given))).*
FROM (VALUES (''), ('[]'), ('{'), ('{"a"}'), ('{"a":}'), ('{"a": null}'), ('{"a": true}'), ('{"a": "1"}'), ('{"a": [1]}'), ('{"a": 1,}'), ('{"a": 1 "b": 2}'),
	('{"a": 1} x'), ('{a: 1}'), ('{"a": 01}'), ('{"a": .5}'), ('{"a": +5}'), ('{"a": 1.}'), ('{"a": 1e}'), ('{"a": NaN}'), ('{"a": Infinity}'),
	('{"ä": -1}'), ('{"a": -1e-300}'), ('{"a": 1e400}'), ('{"a": 1e-400}'), ('{"a": 1e308, "b": 1e308}'), ('{"a": 1, "a": 1}'), ('{"a": 0, "b": 1, "\u0061": 0}')) AS t (given);

-- building
SELECT composition_agg(unit), composition_agg(unit, weight), composition_agg(DISTINCT unit) AS distinct_units, composition_agg(unit) FILTER (WHERE weight > 1) AS heavy
FROM (VALUES ('Sales', 0.5), ('R&D', 1), (NULL, 2), ('R&D', 2.25), ('Law', 0), ('Sales', 1.5), (NULL, NULL)) AS v (unit, weight);
-- categories are names, measures compare values: the cast is the caller's choice
SELECT richness(x) AS numbers, richness(x::text) AS names, composition_agg(x::text), affiliation_agg(i, x::text), iqv(x, (SELECT count(*) FROM generate_series(1, 3))::int) FROM (VALUES (1, 1.0), (2, 1.00), (3, 2)) AS v (i, x);
SELECT composition_agg(NULL), composition_agg(NULL, 1), composition_agg('x') FILTER (WHERE false) AS none, composition_agg('x', 0) AS zero,
	composition_union(NULL), composition_union('{}') AS empty;
SELECT weight, (pg_temp.attempt(format('SELECT composition_agg(''unit'', %L)', weight))).*
FROM (VALUES ('-1'), ('NaN'), ('Infinity'), (NULL)) AS v (weight);
SELECT (pg_temp.attempt('SELECT composition_agg(''unit'', 1e308) FROM generate_series(1, 2)')).*;
SELECT (pg_temp.attempt('SELECT composition_agg(''unit '' || i, 1e308) FROM generate_series(1, 2) AS i')).*;
SELECT (pg_temp.attempt('SELECT composition_union(c) FROM (VALUES (''{"a": 1e308}''::composition), (''{"a": 1e308}'')) AS v (c)')).*;
SELECT (pg_temp.attempt('SELECT composition(''{"a": 1e308}'') + ''{"a": 1e308}''')).*;
-- sums of fractions: rounded once, whatever the order
SELECT composition_agg('x', w ORDER BY w) = composition_agg('x', w ORDER BY -w) AS same, composition_agg('x', w) AS exact, sum(w) AS naive
FROM (VALUES (1e100::float8), (1), (1e-20), (1e84), (0.1), (0.2)) AS v (w);
SELECT count(DISTINCT c::text) AS results, min(c::text) FROM (SELECT composition_agg('x', 0.1 ORDER BY hashint8(i + seed)) AS c FROM generate_series(1, 1000) AS i, generate_series(1, 5) AS seed GROUP BY seed) AS q;

-- adding up
SELECT '{"a": 1, "b": 2}'::composition + '{"b": 3, "c": 0.5}' AS sum, composition('{}') + '{"a": 1}' AS empty;
SELECT composition_union(c) FROM (VALUES ('{"a": 1, "b": 2}'::composition), (NULL), ('{"b": 3, "c": 0.5}'), ('{}')) AS v (c);

-- equality, hash, jsonb, bytes
SELECT '{"a": 1, "b": 2}'::composition = '{"b":2.0,"a":1}' AS eq, '{"a": 1}'::composition <> '{"a": 2}' AS ne, '{"ab": 1}'::composition = '{"a": 1}' AS shorter,
	composition_hash('{"a": 1}') = composition_hash('{"\u0061": 1e0}') AS hash, composition_hash_extended('{}', 1) = composition_hash_extended('{}', 2) AS seeds;
SELECT count(*) FROM (SELECT c::composition FROM (VALUES ('{}'), ('{ }'), ('{"a": 0}'), ('{"a": 1}'), ('{"a": 1.0}')) AS v (c) GROUP BY 1) AS g;
SELECT '{"b": 0.1, "a": 3}'::composition::jsonb, '{"b": 1.50, "a": 4}'::jsonb::composition;
SELECT (pg_temp.attempt(format('SELECT %L::jsonb::composition', given))).*
FROM (VALUES ('[]'), ('3'), ('{"a": "x"}'), ('{"a": {}}'), ('{"a": null}'), ('{"a": -1}'), ('{"a": 1e500}')) AS t (given);
SELECT composition_send('{"b": 0.5, "a": 3}');

-- the measures by eye: 2 + 1 + 1 of four
SELECT blau(x), simpson(x), iqv(x, 3) AS iqv3, iqv(x, 5) AS iqv5, round(shannon(x)::numeric, 12) AS shannon, richness(x) FROM (VALUES ('a'), ('b'), (NULL), ('c'), ('a')) AS v (x);
SELECT q, round(hill(x, q)::numeric, 12) AS hill FROM (VALUES ('a'), ('b'), ('c'), ('a')) AS v (x), (VALUES (0::float8), (0.5), (1), (1 + 1e-9), (2), (1000), (1e308), ('Infinity')) AS o (q) GROUP BY q ORDER BY q;
SELECT ei_index(own, other), ei_index(own, other) FILTER (WHERE other = 'x') AS internal, ei_index(own, other) FILTER (WHERE other <> 'x') AS external,
	ei_index(own, other) FILTER (WHERE other IS NULL) AS unknown
FROM (VALUES ('x', 'x'), ('x', 'y'), ('x', 'z'), (NULL, 'y'), ('x', NULL), ('x', 'y')) AS v (own, other);
SELECT ei_index(1, 1::bigint) AS alike, ei_index(1.5, 1) AS different, ei_index(ARRAY[1], ARRAY[1]) AS arrays;
-- nothing, one, all the same
SELECT n, blau(x), simpson(x), iqv(x, 3), iqv(x, 1) AS iqv1, shannon(x), hill(x, 1), richness(x), composition_agg(x)
FROM (VALUES (0, 'a'), (1, 'a'), (2, 'a'), (2, 'a')) AS v (n, k), LATERAL (SELECT CASE WHEN n > 0 THEN k END) AS l (x) GROUP BY n ORDER BY n;
SELECT blau(x), simpson(x), iqv(x, 3), shannon(x), hill(x, 2), richness(x), ei_index(x, x), composition_agg(x) FROM (SELECT 'a' AS x WHERE false) AS none;
-- the same from a composition: the function of that name, not the aggregate
SELECT c, total(c), richness(c), blau(c), simpson(c), iqv(c, 4) AS iqv4, round(shannon(c)::numeric, 12) AS shannon, round(evenness(c)::numeric, 12) AS evenness,
	hill(c, 0) AS hill0, hill(c, 2) AS hill2, hill(c, 'Infinity') AS hill_max, share(c, 'a') AS share_a
FROM (VALUES ('{}'::composition), ('{"a": 1}'), ('{"b": 2}'), ('{"a": 2, "b": 1, "c": 1}'), ('{"a": 0.5, "b": 0.25, "c": 0.25}'), ('{"a": 1e-300, "b": 1e300}'),
	('{"a": 5e-324, "b": 1e308}'), ('{"a": 7, "b": 7, "c": 7, "d": 7}')) AS v (c);
SELECT blau(composition_agg(x)) = blau(x) AS blau, pg_typeof(blau(composition_agg(x))) FROM (VALUES ('a'), ('b'), ('b')) AS v (x);
SELECT c, d, round(divergence(c, d)::numeric, 12) AS divergence, divergence(c, d) = divergence(d, c) AS symmetric
FROM (VALUES ('{"a": 1, "b": 3}'::composition, '{"a": 2, "b": 6}'::composition), ('{"a": 1}', '{"b": 1}'), ('{"a": 1}', '{"a": 1, "b": 1}'), ('{"a": 1, "b": 2}', '{}'),
	('{"a": 0.1, "b": 0.2}', '{"a": 3, "b": 6}'), ('{"a": 1, "b": 1000000}', '{"a": 1, "b": 1000001}')) AS v (c, d);
SELECT * FROM representation('{"b": 1, "ä": 1, "a": 2}', '{"a": 1, "b": 1, "Z": 2}');
SELECT * FROM representation('{}', '{"a": 1}');
SELECT * FROM representation('{"a": 1}', '{}');
SELECT count(*) FROM representation(NULL, '{"a": 1}');

-- refused
SELECT given, (pg_temp.attempt(format('SELECT %s FROM (VALUES (''a''::text, 1), (''b'', 2)) AS v (x, y)', given))).*
FROM (VALUES ('iqv(x, y + 1)'), ('iqv(x, 1)'), ('iqv(x, 0)'), ('iqv(x, CASE y WHEN 1 THEN 2 END)'), ('hill(x, y)'), ('hill(x, -0.5)'), ('hill(x, ''NaN'')'),
	('blau(point(y, y))'), ('ei_index(point(y, y), point(y, y))'), ('iqv(composition_agg(x), 1)'), ('iqv(composition_agg(x), -1)'), ('hill(composition_agg(x), -1)'),
	('hill(composition_agg(x), ''NaN'')'), ('blau(x COLLATE "C" || x COLLATE "POSIX")')) AS t (given);
-- the aggregates' own functions take no state from SQL
SELECT given, (pg_temp.attempt('SELECT ' || given)).state IN ('42883', '0A000') AS refused FROM (VALUES ('tally_add(NULL, 1)'), ('tally_deserialize(''\x00'', NULL)'), ('blau_final(NULL)'), ('blau_final(''1'')')) AS t (given);
SELECT iqv(x, NULL), hill(x, NULL) FROM (VALUES ('a'), ('b')) AS v (x);

-- equality is the type's
SELECT richness(x) AS numerics FROM (VALUES (1.0), (1.00), (2.5)) AS v (x);
SELECT richness(x) AS floats FROM (VALUES (0::float8), (-0.0), ('NaN'), ('NaN')) AS v (x);
SELECT richness(x::char(5)) AS padded FROM (VALUES ('a'), ('a  '), ('b')) AS v (x);
CREATE DOMAIN public.site AS text;
SELECT richness(x::public.site) AS domains, composition_agg(x::public.site) FROM (VALUES ('a'), ('b'), ('a')) AS v (x);
CREATE TYPE public.seat AS (unit text, place int);
CREATE TYPE public.spot AS (unit text, place point);
SELECT richness(ARRAY[x]) AS arrays, richness(int4range(x, x + 1)) AS ranges, richness(int4multirange(int4range(x, 9))) AS multiranges, richness(ROW('a', x)::public.seat) AS rows,
	richness(x::oid) AS oids, richness(chr(64 + x)::"char") AS chars, richness(CASE x WHEN 1 THEN interval '1 month' ELSE '30 days' END) AS intervals, richness((-x)::smallint) AS smallints
FROM (VALUES (1), (1), (2)) AS v (x);
SELECT given, (pg_temp.attempt(format('SELECT richness(%s)', given))).* FROM (VALUES ('ROW(''a'', point(1, 1))::public.spot'), ('ARRAY[point(1, 1)]'), ('json ''1''')) AS t (given);
-- whole numbers of up to 4 bytes are kept in half the space, up to 29 of them
SELECT n, richness(i % n - n / 2) AS int, richness((i % n - n / 2)::smallint) AS smallint, blau(i % n - n / 2) = blau((i % n - n / 2)::bigint) AS blau, hill(i % n - n / 2, 0.5) = hill((i % n - n / 2)::text, 0.5) AS hill
FROM generate_series(1, 1000) AS i, (VALUES (5), (6), (13), (14), (29), (30), (45), (46), (200)) AS v (n) GROUP BY n ORDER BY n;

-- window, grouping sets
SELECT i, iqv(i % 3, 5) OVER w, blau(i % 3) OVER w, richness(i % 3) OVER w, composition_agg((i % 3)::text, i) OVER w, ei_index(i % 2, 1) OVER w, composition_union(format('{"a": %s}', i)::composition) OVER w
FROM generate_series(1, 5) AS i WINDOW w AS (ORDER BY i ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW);
SELECT i, richness(i % 3) OVER (ORDER BY i), blau(i % 3) OVER (ORDER BY i ROWS 1 PRECEDING), composition_agg((i % 2)::text) OVER (ORDER BY i) FROM generate_series(1, 5) AS i;
SELECT site, unit, richness(x), composition_agg(x::text) FROM (VALUES (1, 1, 1), (1, 2, 2), (2, 1, 2), (2, 1, 1)) AS v (site, unit, x) GROUP BY ROLLUP (site, unit) ORDER BY 1, 2;

-- oracle: the formulas in SQL, over thousands of groups and every kind of type, serially, by workers, and by partitions
CREATE TYPE public.colour AS ENUM ('c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7');
CREATE TABLE drawn AS
SELECT g, CASE WHEN g < 20 THEN g ELSE 20 + g % 50 END AS unit, k, ((h >> 8) % 100)::float8 / 7 AS w
FROM (SELECT i % 3000 AS g, hashint8(i) & 2147483647 AS h, hashint8(i % 3000) & 2147483647 AS gh, i FROM generate_series(1, 60000) AS i) AS r,
	LATERAL (SELECT (h % (1 + gh % CASE WHEN g < 20 THEN 400 ELSE 20 END)) AS k) AS l
WHERE (h >> 20) % (1 + gh % 30) < 8;
INSERT INTO drawn SELECT i % 20, i % 20, i % 97 * i % 400, 1 FROM generate_series(1, 40000) AS i;
INSERT INTO drawn SELECT g, 20 + g % 50, NULL, 1 FROM generate_series(0, 3100, 7) AS g;
ANALYZE drawn;
CREATE TABLE parted (g int, unit int, k int, w float8) PARTITION BY HASH (k);
CREATE TABLE parted_0 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO parted SELECT * FROM drawn;
ANALYZE parted;
CREATE FUNCTION pg_temp.measures(source text, key text) RETURNS text LANGUAGE sql AS $$
	SELECT format('SELECT %s AS g, blau(k), simpson(k), iqv(k, 400), shannon(k), hill(k, 0.5) AS hill_half, hill(k, 1) AS hill1, hill(k, 2) AS hill2, hill(k, 3.5) AS hill3,
		richness(k), ei_index(k, 1), composition_agg(k::text), composition_agg(k::text, w) AS weighted,
		ROW(blau(k::bigint), blau(k::smallint), blau(k::text), blau(k::numeric), blau(k::float8), blau(md5(k::text)::uuid), blau(date ''2020-01-01'' + k),
			blau(k::text::varchar), blau(CASE WHEN k IS NOT NULL THEN ARRAY[k] END), blau(k::text::name), blau(k::text::char(9)), blau(to_jsonb(k)), blau(k::text::bytea), blau(k::text COLLATE "C"))::text AS types,
		ROW(shannon(k::text), shannon(-k), shannon(repeat(''x'', k)), shannon(k::numeric))::text AS labels,
		blau((''c'' || k %% 8)::public.colour) AS enum, blau(k %% 8) AS enum_as_int, blau(k %% 2 = 0) AS bool, blau((k %% 2)::text) AS bool_as_text
		FROM %s GROUP BY 1', key, source)
$$;
SELECT pg_temp.measures('drawn', 'unit') AS coarse, pg_temp.measures('drawn', '0') AS whole, pg_temp.measures('parted', '0') AS whole_parted,
	pg_temp.measures('drawn', 'g') AS fine, pg_temp.measures('(SELECT * FROM drawn ORDER BY hashint4(k), w DESC) AS d', 'g') AS fine_shuffled \gset
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
SELECT (SELECT count(*) FROM serial) > 2500 AS enough, (SELECT count(*) FROM (TABLE serial EXCEPT TABLE shuffled) AS d) AS shuffled, (SELECT count(*) FROM coarse) AS enough_too,
	(SELECT count(*) FROM (TABLE coarse EXCEPT TABLE parallel) AS d) AS parallel, (SELECT count(*) FROM (TABLE one EXCEPT TABLE partwise) AS d) AS partwise;
SELECT count(*) AS other_bytes FROM coarse AS a FULL JOIN parallel AS b USING (g)
WHERE (composition_send(a.composition_agg), composition_send(a.weighted)) IS DISTINCT FROM (composition_send(b.composition_agg), composition_send(b.weighted))
OR (float8send(a.shannon), float8send(a.hill3), float8send(a.blau)) IS DISTINCT FROM (float8send(b.shannon), float8send(b.hill3), float8send(b.blau));

CREATE TEMP TABLE expected AS
WITH counts AS (SELECT g, k, count(*)::numeric AS n, sum(w) AS w FROM drawn WHERE k IS NOT NULL GROUP BY g, k),
totals AS (SELECT g, sum(n) AS total, count(*) AS present FROM counts GROUP BY g)
SELECT g, total, present, 1 - sum((n / total) ^ 2) AS blau, CASE WHEN total > 1 THEN 1 - sum(n * (n - 1)) / (total * (total - 1)) END AS simpson,
	-sum(n / total * ln(n / total)) AS shannon, sum(sqrt(n / total)) ^ 2 AS hill_half, 1 / sum((n / total) ^ 2) AS hill2, sum((n / total) ^ 3.5) ^ (1 / -2.5) AS hill3,
	(coalesce(sum(n) FILTER (WHERE k <> 1), 0) - coalesce(sum(n) FILTER (WHERE k = 1), 0)) / total AS ei,
	jsonb_object_agg(k, n) AS composition
FROM counts JOIN totals USING (g) GROUP BY g, total, present;
CREATE FUNCTION pg_temp.near(a float8, b numeric) RETURNS boolean LANGUAGE sql AS 'SELECT coalesce(abs(a - b::float8) <= 1e-12 * greatest(1, abs(a)), a IS NULL AND b IS NULL)';
SELECT count(*) > 2500 AS enough, max(present) > 300 AS wide, count(*) FILTER (WHERE present BETWEEN 7 AND 14) > 100 AS middling,
	count(*) FILTER (WHERE NOT pg_temp.near(s.blau, e.blau)) AS blau, count(*) FILTER (WHERE NOT pg_temp.near(s.simpson, e.simpson)) AS simpson,
	count(*) FILTER (WHERE NOT pg_temp.near(s.iqv, e.blau / (1 - 1 / 400.0))) AS iqv, count(*) FILTER (WHERE NOT pg_temp.near(s.shannon, e.shannon)) AS shannon,
	count(*) FILTER (WHERE NOT pg_temp.near(s.hill_half, e.hill_half)) AS hill_half, count(*) FILTER (WHERE NOT pg_temp.near(s.hill1, exp(e.shannon))) AS hill1,
	count(*) FILTER (WHERE NOT pg_temp.near(s.hill2, e.hill2)) AS hill2, count(*) FILTER (WHERE NOT pg_temp.near(s.hill3, e.hill3)) AS hill3,
	count(*) FILTER (WHERE s.richness <> present) AS richness, count(*) FILTER (WHERE NOT pg_temp.near(s.ei_index, e.ei)) AS ei,
	count(*) FILTER (WHERE s.composition_agg::jsonb <> e.composition) AS compositions
FROM expected AS e JOIN serial AS s USING (g);
-- without a known category; every type says the same; labels do not matter
SELECT count(*) > 10 AS enough, count(*) FILTER (WHERE (blau, simpson, shannon, hill2, ei_index, composition_agg, weighted, richness) IS DISTINCT FROM (NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0)) AS wrong
FROM serial WHERE g NOT IN (SELECT g FROM expected);
SELECT count(*) AS different FROM serial WHERE types <> format('(%s)', concat_ws(',', VARIADIC array_fill(coalesce(blau::text, ''), ARRAY[14])))
OR labels <> format('(%s)', concat_ws(',', VARIADIC array_fill(coalesce(shannon::text, ''), ARRAY[4]))) OR enum <> enum_as_int OR bool <> bool_as_text;
-- the measure of a composition is the aggregate's, to the bit
SELECT count(*) AS different FROM serial AS s, LATERAL (SELECT composition_agg AS c) AS l
WHERE (blau(c), simpson(c), iqv(c, 400), shannon(c), hill(c, 0.5), hill(c, 1), hill(c, 2), hill(c, 3.5), coalesce(richness(c), 0), total(c), evenness(c))
IS DISTINCT FROM (s.blau, s.simpson, s.iqv, s.shannon, hill_half, hill1, hill2, hill3, richness, (SELECT total::float8 FROM expected AS e WHERE e.g = s.g),
	CASE WHEN richness > 1 THEN least(s.shannon / ln(richness), 1) END);
-- ranges; the Hill number falls as q grows
SELECT count(*) FILTER (WHERE NOT (0 <= blau AND blau <= 1 - 1.0 / nullif(richness, 0) + 1e-15)) AS blau, count(*) FILTER (WHERE NOT (0 <= iqv AND iqv <= 1)) AS iqv,
	count(*) FILTER (WHERE NOT (0 <= shannon AND shannon <= ln(nullif(richness, 0)::float8))) AS shannon, count(*) FILTER (WHERE NOT (simpson >= blau AND simpson <= 1)) AS simpson,
	count(*) FILTER (WHERE NOT evenness(composition_agg) BETWEEN 0 AND 1) AS evenness, count(*) FILTER (WHERE NOT ei_index BETWEEN -1 AND 1) AS ei FROM serial;
SELECT count(*) FILTER (WHERE hill > before * (1 + 1e-12)) AS rises, count(*) FILTER (WHERE hill < before * (1 - 1e-9)) > 1000 AS falls, count(*) FILTER (WHERE hill < 1 OR hill > richness) AS out_of_range
FROM (SELECT hill, richness, lag(hill) OVER (PARTITION BY g ORDER BY q) AS before FROM serial,
	(VALUES (0::float8), (1e-9), (0.3), (0.75), (0.76), (1 - 1e-9), (1), (1 + 1e-9), (1.24), (1.25), (2), (5), (100), (1e6), ('Infinity')) AS o (q), hill(weighted, q) WHERE richness > 1) AS h;
-- merged by teams, or counted at once: counts are equal, sums of fractions too up to the last digits
CREATE TEMP TABLE whole AS SELECT composition_agg(k::text) AS c, composition_agg(k::text, w) AS weighted FROM drawn;
SELECT composition_union(s.composition_agg) = (SELECT c FROM whole) AS counts, divergence(composition_union(s.weighted), (SELECT weighted FROM whole)) < 1e-15 AS fractions FROM serial AS s;
SELECT composition_union(c) = (SELECT c FROM whole) AS by_units FROM (SELECT composition_union(composition_agg) AS c FROM serial GROUP BY g % 10) AS units;
SELECT count(*) AS different FROM serial AS a JOIN serial AS b ON b.g = a.g + 1
WHERE a.weighted + b.weighted <> (SELECT composition_union(c) FROM (VALUES (a.weighted), (b.weighted)) AS v (c)) OR a.weighted + b.weighted <> b.weighted + a.weighted;
CREATE TABLE teams AS SELECT g, weighted FROM serial;
ANALYZE teams;
CREATE TEMP TABLE companies AS SELECT 'serial' AS how, composition_union(weighted) AS c FROM teams;
INSERT INTO companies SELECT 'shuffled', composition_union(weighted ORDER BY hashint4(g)) FROM teams;
CALL pg_temp.use_workers();
SELECT pg_temp.plan_shows('SELECT composition_union(weighted) FROM teams', 'Partial') AS partial;
INSERT INTO companies SELECT 'parallel', composition_union(weighted) FROM teams;
SELECT pg_temp.plan_shows('SELECT iqv(g, g) FROM teams', 'Partial') AS partial, (pg_temp.attempt('SELECT iqv(g, CASE WHEN ctid < ''(1,0)'' THEN 5000 ELSE 5001 END) FROM teams')).*;
RESET ALL;
SET search_path = mentorgraph, public;
SELECT count(DISTINCT composition_send(c)) AS different FROM companies;
-- divergence and representation against their formulas
SELECT count(*) > 500 AS enough, count(*) FILTER (WHERE NOT pg_temp.near(divergence(a, b), expected)) AS wrong, count(*) FILTER (WHERE divergence(a, b) <> divergence(b, a)) AS asymmetric,
	count(*) FILTER (WHERE NOT divergence(a, b) BETWEEN 0 AND 1) AS out_of_range, count(*) FILTER (WHERE divergence(a, a) <> 0 OR divergence(a, a + a) <> 0) AS not_zero
FROM (SELECT x.composition_agg AS a, y.composition_agg AS b FROM serial AS x JOIN serial AS y ON y.g = x.g + 1 WHERE x.g < 900 AND x.richness > 0 AND y.richness > 0) AS pairs,
	LATERAL (SELECT (sum(CASE WHEN p > 0 THEN p * ln(2 * p / (p + q)) ELSE 0 END + CASE WHEN q > 0 THEN q * ln(2 * q / (p + q)) ELSE 0 END) / 2 / ln(2::numeric)) AS expected
		FROM (SELECT coalesce(x.value::numeric, 0) / total(a)::numeric AS p, coalesce(y.value::numeric, 0) / total(b)::numeric AS q
			FROM jsonb_each_text(a::jsonb) AS x FULL JOIN jsonb_each_text(b::jsonb) AS y USING (key)) AS shares) AS l;
SELECT count(*) > 1000 AS enough, count(*) FILTER (WHERE share IS DISTINCT FROM share(a, category) OR population_share IS DISTINCT FROM share(b, category)
	OR ratio IS DISTINCT FROM share(a, category) / nullif(share(b, category), 0)) AS wrong, count(*) FILTER (WHERE category COLLATE "C" <= before) AS unordered
FROM (SELECT a, b, r.*, lag(r.category) OVER (PARTITION BY g ORDER BY r.ordinality) AS before FROM (SELECT x.g, x.composition_agg AS a, y.composition_agg AS b FROM serial AS x JOIN serial AS y ON y.g = x.g + 1 WHERE x.g < 300 AND x.richness > 0 AND y.richness > 0) AS pairs,
	ROWS FROM (representation(a, b)) WITH ORDINALITY AS r) AS rows;

-- stored in every way
CREATE TABLE stored (id int, a composition, b "char", c composition);
INSERT INTO stored SELECT 1, '{"a": 1}', 'x', '{"a": 1}';
INSERT INTO stored SELECT 2, weighted, 'x', weighted FROM whole;
ALTER TABLE stored ALTER c SET STORAGE extended;
INSERT INTO stored SELECT 3, a, 'x', a FROM stored WHERE id = 2;
SELECT id, a = c AS same, blau(a) = blau(c) AS same_blau, (ARRAY(SELECT c FROM stored ORDER BY id))[id] = a AS element, (line).a = (line).c AS field
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
SELECT richness(name), blau(name) = blau(k) AS same, richness(composition_agg(name)), total(composition_agg(name, 0.5)), richness(ARRAY[name]) AS arrays FROM long_names;
DROP TABLE drawn, parted, teams, stored, long_names;
DROP DOMAIN public.site;
DROP TYPE public.colour;
