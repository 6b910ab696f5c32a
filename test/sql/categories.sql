-- The diversity of categories of any type: measures by eye and against their formulas, and what is refused.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- the measures by eye: 2 + 1 + 1 of four
SELECT blau(x), simpson(x), iqv(x, 3) AS iqv3, iqv(x, 5) AS iqv5, round(shannon(x)::numeric, 12) AS shannon, richness(x)
FROM (VALUES ('a'), ('b'), (NULL), ('c'), ('a')) AS v (x);
SELECT q, round(hill(x, q)::numeric, 12) AS hill
FROM (VALUES ('a'), ('b'), ('c'), ('a')) AS v (x),
	(VALUES (0::float8), (0.5), (1), (1 + 1e-9), (2), (1000), (1e308), ('Infinity')) AS o (q) GROUP BY q ORDER BY q;
SELECT ei_index(own, other), ei_index(own, other) FILTER (WHERE other = 'x') AS internal,
	ei_index(own, other) FILTER (WHERE other <> 'x') AS external,
	ei_index(own, other) FILTER (WHERE other IS NULL) AS unknown
FROM (VALUES ('x', 'x'), ('x', 'y'), ('x', 'z'), (NULL, 'y'), ('x', NULL), ('x', 'y')) AS v (own, other);
SELECT ei_index(1, 1::bigint) AS alike, ei_index(1.5, 1) AS different, ei_index(ARRAY[1], ARRAY[1]) AS arrays;
-- nothing, one, all the same
SELECT n, blau(x), simpson(x), iqv(x, 3), iqv(x, 1) AS iqv1, shannon(x), hill(x, 1), richness(x)
FROM (VALUES (0, 'a'), (1, 'a'), (2, 'a'), (2, 'a')) AS v (n, k), LATERAL (SELECT CASE WHEN n > 0 THEN k END) AS l (x)
GROUP BY n ORDER BY n;
SELECT blau(x), simpson(x), iqv(x, 3), shannon(x), hill(x, 2), richness(x), ei_index(x, x)
FROM (SELECT 'a' AS x WHERE false) AS none;
-- counts are bigint
SELECT iqv(x, (SELECT count(*) FROM generate_series(1, 3))) AS counted, pg_typeof(richness(x))
FROM (VALUES ('a'), ('b'), ('b')) AS v (x);

-- refused
SELECT given, (pg_temp.attempt(format('SELECT %s FROM (VALUES (''a''::text, 1), (''b'', 2)) AS v (x, y)', given))).*
FROM (VALUES ('iqv(x, y + 1)'), ('iqv(x, 1)'), ('iqv(x, 0)'), ('iqv(x, CASE y WHEN 1 THEN 2 END)'), ('hill(x, y)'),
	('hill(x, -0.5)'), ('hill(x, ''NaN'')'),
	('blau(point(y, y))'), ('ei_index(point(y, y), point(y, y))'),
	('blau(x COLLATE "C" || x COLLATE "POSIX")')) AS t (given);
-- the aggregates' own functions take no state from SQL
SELECT given, (pg_temp.attempt('SELECT ' || given)).state IN ('42883', '0A000') AS refused
FROM (VALUES ('tally_add(NULL, 1)'), ('tally_deserialize(''\x00'', NULL)'), ('blau_final(NULL)'),
	('blau_final(''1'')')) AS t (given);
SELECT iqv(x, NULL), hill(x, NULL) FROM (VALUES ('a'), ('b')) AS v (x);
-- equality is the type's
SELECT richness(x) AS numerics FROM (VALUES (1.0), (1.00), (2.5)) AS v (x);
SELECT richness(x) AS floats FROM (VALUES (0::float8), (-0.0), ('NaN'), ('NaN')) AS v (x);
SELECT richness(x::char(5)) AS padded FROM (VALUES ('a'), ('a  '), ('b')) AS v (x);
CREATE DOMAIN public.site AS text;
SELECT richness(x::public.site) AS domains FROM (VALUES ('a'), ('b'), ('a')) AS v (x);
CREATE TYPE public.seat AS (unit text, place int);
CREATE TYPE public.spot AS (unit text, place point);
SELECT richness(ARRAY[x]) AS arrays, richness(int4range(x, x + 1)) AS ranges,
	richness(int4multirange(int4range(x, 9))) AS multiranges, richness(ROW('a', x)::public.seat) AS rows,
	richness(x::oid) AS oids, richness(chr(64 + x)::"char") AS chars,
	richness(CASE x WHEN 1 THEN interval '1 month' ELSE '30 days' END) AS intervals,
	richness((-x)::smallint) AS smallints
FROM (VALUES (1), (1), (2)) AS v (x);
SELECT given, (pg_temp.attempt(format('SELECT richness(%s)', given))).*
FROM (VALUES ('ROW(''a'', point(1, 1))::public.spot'), ('ARRAY[point(1, 1)]'), ('json ''1''')) AS t (given);
-- the first 16384 categories of a query are counted by number, in little space, up to 26 in a group and 65535 of each
SELECT n, richness(i % n - n / 2) AS int, richness((i % n)::text) AS text,
	blau(i % n - n / 2) = blau((i % n - n / 2)::bigint) AS blau,
	hill(i % n - n / 2, 0.5) = hill((i % n - n / 2)::text, 0.5) AS hill
FROM generate_series(1, 1000) AS i,
	(VALUES (5), (6), (10), (11), (13), (14), (21), (22), (26), (27), (29), (30), (45), (46), (200)) AS v (n) GROUP BY n
		ORDER BY n;
CREATE TEMP TABLE crowd AS SELECT i, i % 500 AS g, (i * 7919 % 40009 % (1 + i % 500 * 60))::text AS few, i / 3 AS many,
	CASE WHEN i % 5 = 0 THEN repeat('long', 40) || i % 3000 ELSE (i % 11)::text END AS long
		FROM generate_series(1, 60000) AS i;
SELECT count(*), count(*) FILTER (WHERE few = f.blau) AS few, count(*) FILTER (WHERE many = m.blau) AS many,
	count(*) FILTER (WHERE long = l.blau) AS long,
	count(DISTINCT few) > 1 AS differ
FROM (SELECT g, blau(few) AS few, blau(many) AS many, blau(long) AS long FROM crowd GROUP BY g) AS ours
JOIN (SELECT g, 1 - sum(n * n) / sum(n) ^ 2 AS blau FROM (SELECT g, count(*) AS n FROM crowd GROUP BY g, few) AS c
	GROUP BY g) AS f USING (g)
JOIN (SELECT g, 1 - sum(n * n) / sum(n) ^ 2 AS blau FROM (SELECT g, count(*) AS n FROM crowd GROUP BY g, many) AS c
	GROUP BY g) AS m USING (g)
JOIN (SELECT g, 1 - sum(n * n) / sum(n) ^ 2 AS blau FROM (SELECT g, count(*) AS n FROM crowd GROUP BY g, long) AS c
	GROUP BY g) AS l USING (g);
SELECT composition_agg(c) FROM (SELECT CASE WHEN i <= 65535 THEN 'a' WHEN i % 2 = 0 THEN 'b'
	ELSE repeat('c', 129) END AS c FROM generate_series(1, 65540) AS i) AS q;
SELECT composition_agg(c) FROM (SELECT CASE WHEN i <= 65537 THEN 'a' ELSE 'b' END AS c
	FROM generate_series(1, 65540) AS i) AS q;
DROP TABLE crowd;

-- window, grouping sets
SELECT i, iqv(i % 3, 5) OVER w, blau(i % 3) OVER w, richness(i % 3) OVER w, ei_index(i % 2, 1) OVER w
FROM generate_series(1, 5) AS i WINDOW w AS (ORDER BY i ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW);
SELECT i, richness(i % 3) OVER (ORDER BY i), blau(i % 3) OVER (ORDER BY i ROWS 1 PRECEDING)
FROM generate_series(1, 5) AS i;
SELECT site, unit, richness(x) FROM (VALUES (1, 1, 1), (1, 2, 2), (2, 1, 2), (2, 1, 1)) AS v (site, unit, x)
GROUP BY ROLLUP (site, unit) ORDER BY 1, 2;

-- oracle: the formulas in SQL, over thousands of groups and every kind of type, serially, by workers, and by partitions
CREATE TYPE public.colour AS ENUM ('c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7');
\set ECHO none
\i test/lib/drawn.sql
\set ECHO all
CREATE FUNCTION pg_temp.measures(source text, key text) RETURNS text LANGUAGE sql AS $$
	SELECT format('SELECT %s AS g, blau(k), simpson(k), iqv(k, 400), shannon(k),
		hill(k, 0.5) AS hill_half, hill(k, 1) AS hill1, hill(k, 2) AS hill2, hill(k, 3.5) AS hill3,
		richness(k), ei_index(k, 1),
		ROW(blau(k::bigint), blau(k::smallint), blau(k::text), blau(k::numeric), blau(k::float8),
			blau(md5(k::text)::uuid), blau(date ''2020-01-01'' + k),
			blau(k::text::varchar), blau(CASE WHEN k IS NOT NULL THEN ARRAY[k] END), blau(k::text::name),
				blau(k::text::char(9)), blau(to_jsonb(k)), blau(k::text::bytea),
				blau(k::text COLLATE "C"))::text AS types,
		ROW(shannon(k::text), shannon(-k), shannon(repeat(''x'', k)), shannon(k::numeric))::text AS labels,
		blau((''c'' || k %% 8)::public.colour) AS enum, blau(k %% 8) AS enum_as_int, blau(k %% 2 = 0) AS bool,
			blau((k %% 2)::text) AS bool_as_text
		FROM %s GROUP BY 1', key, source)
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
WHERE (float8send(a.shannon), float8send(a.hill3), float8send(a.blau))
	IS DISTINCT FROM (float8send(b.shannon), float8send(b.hill3), float8send(b.blau));

CREATE TEMP TABLE expected AS
WITH counts AS (SELECT g, k, count(*)::numeric AS n, sum(w) AS w FROM drawn WHERE k IS NOT NULL GROUP BY g, k),
totals AS (SELECT g, sum(n) AS total, count(*) AS present FROM counts GROUP BY g)
SELECT g, total, present, 1 - sum((n / total) ^ 2) AS blau,
	CASE WHEN total > 1 THEN 1 - sum(n * (n - 1)) / (total * (total - 1)) END AS simpson,
	-sum(n / total * ln(n / total)) AS shannon, sum(sqrt(n / total)) ^ 2 AS hill_half,
	1 / sum((n / total) ^ 2) AS hill2, sum((n / total) ^ 3.5) ^ (1 / -2.5) AS hill3,
	(coalesce(sum(n) FILTER (WHERE k <> 1), 0) - coalesce(sum(n) FILTER (WHERE k = 1), 0)) / total AS ei
FROM counts JOIN totals USING (g) GROUP BY g, total, present;
SELECT count(*) > 2500 AS enough, max(present) > 300 AS wide,
	count(*) FILTER (WHERE present BETWEEN 7 AND 14) > 100 AS middling,
	count(*) FILTER (WHERE NOT pg_temp.near(s.blau, e.blau)) AS blau,
	count(*) FILTER (WHERE NOT pg_temp.near(s.simpson, e.simpson)) AS simpson,
	count(*) FILTER (WHERE NOT pg_temp.near(s.iqv, e.blau / (1 - 1 / 400.0))) AS iqv,
	count(*) FILTER (WHERE NOT pg_temp.near(s.shannon, e.shannon)) AS shannon,
	count(*) FILTER (WHERE NOT pg_temp.near(s.hill_half, e.hill_half)) AS hill_half,
	count(*) FILTER (WHERE NOT pg_temp.near(s.hill1, exp(e.shannon))) AS hill1,
	count(*) FILTER (WHERE NOT pg_temp.near(s.hill2, e.hill2)) AS hill2,
	count(*) FILTER (WHERE NOT pg_temp.near(s.hill3, e.hill3)) AS hill3,
	count(*) FILTER (WHERE s.richness <> present) AS richness,
	count(*) FILTER (WHERE NOT pg_temp.near(s.ei_index, e.ei)) AS ei
FROM expected AS e JOIN serial AS s USING (g);
-- without a known category; every type says the same; labels do not matter
SELECT count(*) > 10 AS enough, count(*) FILTER (WHERE (blau, simpson, shannon, hill2, ei_index, richness)
	IS DISTINCT FROM (NULL, NULL, NULL, NULL, NULL, 0)) AS wrong
FROM serial WHERE g NOT IN (SELECT g FROM expected);
SELECT count(*) AS different FROM serial WHERE types <> format('(%s)',
	concat_ws(',', VARIADIC array_fill(coalesce(blau::text, ''), ARRAY[14])))
OR labels <> format('(%s)', concat_ws(',', VARIADIC array_fill(coalesce(shannon::text, ''), ARRAY[4])))
	OR enum <> enum_as_int OR bool <> bool_as_text;
-- ranges
SELECT count(*) FILTER (WHERE NOT (0 <= blau AND blau <= 1 - 1.0 / nullif(richness, 0) + 1e-15)) AS blau,
	count(*) FILTER (WHERE NOT (0 <= iqv AND iqv <= 1)) AS iqv,
	count(*) FILTER (WHERE NOT (0 <= shannon AND shannon <= ln(nullif(richness, 0)::float8))) AS shannon,
	count(*) FILTER (WHERE NOT (simpson >= blau AND simpson <= 1)) AS simpson,
	count(*) FILTER (WHERE NOT ei_index BETWEEN -1 AND 1) AS ei FROM serial;
-- different parameters in different workers
CREATE TABLE teams AS SELECT g FROM serial;
ANALYZE teams;
CALL pg_temp.use_workers();
SELECT pg_temp.plan_shows('SELECT iqv(g, g) FROM teams', 'Partial') AS partial,
	(pg_temp.attempt('SELECT iqv(g, CASE WHEN ctid < ''(1,0)'' THEN 5000 ELSE 5001 END) FROM teams')).*;
RESET ALL;
SET search_path = mentorgraph, public;

-- categories from TOAST: long texts, once out of line and once compressed
CREATE TABLE long_names AS SELECT i % 3 AS k, repeat(md5((i % 3)::text), 300) AS name FROM generate_series(1, 30) AS i;
ALTER TABLE long_names ALTER name SET STORAGE external;
INSERT INTO long_names SELECT i % 3, repeat(md5((i % 3)::text), 300) FROM generate_series(1, 30) AS i;
SELECT richness(name), blau(name) = blau(k) AS same, richness(ARRAY[name]) AS arrays FROM long_names;
DROP TABLE drawn, parted, teams, long_names;
DROP DOMAIN public.site;
DROP TYPE public.colour;
DROP TYPE public.seat;
DROP TYPE public.spot;
