-- Fairness: gaps between rates, several tests at a time, strata, small groups, and what is refused.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- rate_gap: 19 % of men and 13 % of women have a sponsor; nobody; all; few; groups that are empty
SELECT x1, n1, x2, n2, round(rate1::numeric, 12) AS rate1, round(rate2::numeric, 12) AS rate2,
	round(difference::numeric, 12) AS difference, round(lower::numeric, 12) AS lower,
	round(upper::numeric, 12) AS upper,
	round(impact_ratio::numeric, 12) AS impact_ratio, round(fisher_p::numeric, 12) AS fisher_p
FROM (VALUES (19, 100, 13, 100), (13, 100, 19, 100), (0, 10, 3, 12), (0, 10, 0, 12), (10, 10, 12, 12), (0, 10, 12, 12),
	(1, 1, 0, 1), (3, 4, 1, 4), (0, 0, 3, 12), (0, 0, 0, 0)) AS v (x1, n1, x2, n2), rate_gap(x1, n1, x2, n2);
-- R: fisher.test(matrix(c(500, 1500, 300, 1700), 2))$p.value is 2.8038857547885788e-15
SELECT fisher_p / 2.8038857547885788e-15 BETWEEN 1 - 1e-11 AND 1 + 1e-11 AS tiny FROM rate_gap(500, 2000, 300, 2000);
SELECT confidence, round((upper - lower)::numeric, 12) AS width
FROM (VALUES (0.5::float8), (0.9), (0.99), (0.999999)) AS v (confidence), rate_gap(19, 100, 13, 100, confidence);
SELECT round(lower::numeric, 15) AS lower, round(upper::numeric, 15) AS upper, fisher_p
FROM rate_gap(500000000000, 1000000000000, 500000500000, 1000000000000);
SELECT fisher_p FROM rate_gap(1000000, 1000000, 0, 1000000);
SELECT rate_gap(1, 2, 1, NULL);
SELECT given, (pg_temp.attempt(format('SELECT rate_gap(%s)', given))).*
FROM (VALUES ('3, 2, 1, 2'), ('1, 2, -1, 2'), ('1, -2, 1, 2'), ('1, 2, 3, 2'), ('0, 1000000000001, 1, 2'),
	('1, 2, 1, 2, 95'), ('1, 2, 1, 2, 1'), ('1, 2, 1, 2, 0'), ('1, 2, 1, 2, ''NaN''')) AS t (given);
-- exchanged groups, and the two outcomes exchanged
SELECT count(*) AS pairs, count(*) FILTER (WHERE (a.difference, a.lower, a.upper,
	a.impact_ratio) IS DISTINCT FROM (-b.difference, -b.upper, -b.lower, b.impact_ratio)) AS sides,
	count(*) FILTER (WHERE abs(a.fisher_p - b.fisher_p) > 1e-13 * b.fisher_p
		OR abs(a.fisher_p - c.fisher_p) > 1e-13 * c.fisher_p) AS p,
	count(*) FILTER (WHERE NOT (a.lower BETWEEN -1 AND a.difference AND a.upper BETWEEN a.difference AND 1
		AND a.fisher_p > 0 AND a.fisher_p <= 1)) AS out_of_range
FROM generate_series(0, 9) AS x1, generate_series(0, 14, 2) AS x2, rate_gap(x1, 9, x2, 14) AS a,
	rate_gap(x2, 14, x1, 9) AS b, rate_gap(9 - x1, 9, 14 - x2, 14) AS c;
-- Fisher's test by the binomials themselves
CREATE FUNCTION pg_temp.choose(n int, k int) RETURNS numeric
LANGUAGE sql AS 'SELECT factorial(n) / factorial(k) / factorial(n - k)';
SELECT count(*) AS tables, count(*) FILTER (WHERE abs(fisher_p - expected) > 1e-14 * expected) AS wrong
FROM generate_series(0, 7) AS x1, generate_series(0, 11) AS x2, rate_gap(x1, 7, x2, 11),
	LATERAL (SELECT sum(w) FILTER (WHERE w <= pg_temp.choose(7, x1) * pg_temp.choose(11, x2)) / sum(w) AS expected
		FROM (SELECT pg_temp.choose(7, x) * pg_temp.choose(11, x1 + x2 - x) AS w
			FROM generate_series(greatest(0, x1 + x2 - 11), least(7, x1 + x2)) AS x) AS all_tables) AS l;

-- holm: as R's p.adjust
SELECT unit, p, holm(p) OVER (PARTITION BY unit)
FROM (VALUES ('a', 0.01::float8), ('a', 0.04), ('a', NULL), ('a', 0.03), ('a', 0.005), ('b', 0.5), ('c', NULL),
	('d', 0.6), ('d', 0.6), ('d', 0), ('d', 1), ('d', -0.0)) AS v (unit, p) ORDER BY unit, p;
CREATE TEMP TABLE test AS SELECT i, ((hashint4(i) & 2147483647) % 300 / 1e5)::float8 AS p
FROM generate_series(1, 300) AS i;
SELECT count(*) AS tests, count(DISTINCT p) < 250 AS ties, count(DISTINCT holm) > 50 AS varied,
	count(*) FILTER (WHERE holm <> (SELECT max(least(1, p * (300 - before)))
	FROM (SELECT p, (SELECT count(*) FROM test AS c WHERE (c.p, c.i) < (b.p, b.i)) AS before FROM test AS b
		WHERE b.p <= h.p) AS adjusted)) AS wrong
FROM (SELECT p, holm(p) OVER (ORDER BY i) FROM test) AS h;
SELECT given, (pg_temp.attempt(format('SELECT holm(%s) OVER ()', given))).*
FROM (VALUES ('1.5'), ('-0.1'), ('''NaN''')) AS t (given);
SELECT (pg_temp.attempt('SELECT holm(0.5)')).state AS no_window;

-- mantel_haenszel: Berkeley 1973, as R's mantelhaen.test(UCBAdmissions)
CREATE TABLE admission AS SELECT dept, gender = 'm' AS male, admitted
FROM (VALUES ('A', 'm', true, 512), ('A', 'm', false, 313), ('A', 'f', true, 89), ('A', 'f', false, 19),
	('B', 'm', true, 353), ('B', 'm', false, 207), ('B', 'f', true, 17), ('B', 'f', false, 8),
	('C', 'm', true, 120), ('C', 'm', false, 205), ('C', 'f', true, 202), ('C', 'f', false, 391), ('D', 'm', true, 138),
	('D', 'm', false, 279), ('D', 'f', true, 131), ('D', 'f', false, 244), ('E', 'm', true, 53),
	('E', 'm', false, 138),
	('E', 'f', true, 94), ('E', 'f', false, 299), ('F', 'm', true, 22), ('F', 'm', false, 351), ('F', 'f', true, 24),
	('F', 'f', false, 317)) AS v (dept, gender, admitted, n), generate_series(1, n);
SELECT round(odds_ratio::numeric, 12) AS odds_ratio, round(lower::numeric, 12) AS lower,
	round(upper::numeric, 12) AS upper, round(p::numeric, 12) AS p
FROM (SELECT (mantel_haenszel(male, admitted, dept)).* FROM admission) AS m;
SELECT mantel_haenszel(male, admitted, dept) = (SELECT mantel_haenszel(male, admitted, ascii(dept))
	FROM admission) AS any_type, (mantel_haenszel(male, admitted, 1)).odds_ratio > 1.8 AS without_strata,
	mantel_haenszel(male, admitted, dept) = mantel_haenszel(male, admitted, dept ORDER BY dept DESC) AS any_order
		FROM admission;
-- nothing, one row, no odds to divide by, rows with a NULL
SELECT what, (m).* FROM (SELECT what, mantel_haenszel(e, o, s) AS m
	FROM (VALUES ('no exposed', false, true, 1), ('no exposed', false, false, 1), ('one', true, true, 1),
	('all of them', true, true, 1), ('all of them', false, false, 1),
	('none of them', true, false, 1), ('none of them', false, true, 1), ('alone in each', true, true, 1),
	('alone in each', false, false, 2), ('NULL', NULL, true, 1), ('NULL', true, NULL, 1),
	('NULL', true, true, NULL)) AS v (what, e, o, s) GROUP BY what) AS q ORDER BY what COLLATE "C";
SELECT mantel_haenszel(true, true, 1) FROM generate_series(1, 0);
SELECT (pg_temp.attempt('SELECT mantel_haenszel(true, true, point(1, 1))')).*;
CREATE TABLE drawn AS SELECT i % 2 = 0 AS e, (hashint4(i) & 7) < 3 + i % 2 AS o, (hashint4(i) >> 4) % 3000 AS s
FROM generate_series(1, 40000) AS i;
ANALYZE drawn;
CREATE TEMP TABLE made AS SELECT mantel_haenszel(e, o, s)::text AS m, mantel_haenszel(e, o, s::text)::text AS t
FROM drawn;
CALL pg_temp.use_workers();
SELECT pg_temp.plan_shows('SELECT mantel_haenszel(e, o, s) FROM drawn', 'Partial Aggregate') AS partial;
INSERT INTO made SELECT mantel_haenszel(e, o, s)::text, mantel_haenszel(e, o, s::text)::text FROM drawn;
RESET ALL;
SET search_path = mentorgraph, public;
SELECT count(*) AS made, count(DISTINCT m) AS different, bool_and(m = t) AS any_type FROM made;

-- suppress_small: a small group, the next smallest with it, complements that are small, figures that are all 0 or all
-- of their people
SELECT company, unit, people, sponsored, suppress_small(sponsored, people) OVER w AS shown,
	suppress_small(sponsored, people, 10) OVER w AS ten,
	suppress_small(sponsored, people, 5, false) OVER w AS total_unknown
FROM (VALUES ('one small', 'a', 3::bigint, 1), ('one small', 'b', 20, 4), ('one small', 'c', 30, 9),
	('one small', 'd', 8, 2), ('none small', 'a', 10, 4), ('none small', 'b', 20, 4), ('two small', 'a', 3, 1),
	('two small', 'b', 4, 2), ('two small', 'c', 9, 4),
	('two tiny', 'a', 1, 1), ('two tiny', 'b', 2, 1), ('two tiny', 'c', 40, 4), ('two tiny', 'd', 50, 4),
	('small rest', 'a', 100, 50), ('small rest', 'b', 4, 1), ('all 0', 'a', 3, 0), ('all 0', 'b', 7, 0),
	('all 0', 'c', 12, 0), ('all 0', 'd', 20, 6), ('all 0', 'e', 30, 6),
	('nobody sponsored', 'a', 3, 0), ('nobody sponsored', 'b', 7, 0), ('nobody sponsored', 'c', 12, 0),
	('all of them', 'a', 3, 3), ('all of them', 'b', 7, 7), ('all of them', 'c', 12, 6),
	('all of them', 'd', 20, 20), ('alone', 'a', 100, 50), ('nobody', 'a', 0, 0), ('nobody', 'b', 10, 3),
	('nobody', 'c', 10, 4), ('equal', 'a', 4, 1), ('equal', 'b', 6, 2), ('equal', 'c', 6, 3),
	('unknown', 'a', NULL, 1), ('unknown', 'b', 10, 2), ('unknown', 'c', 10, 3), ('unknown', 'd', 10, 4),
	('no figure', 'a', 3, 1), ('no figure', 'b', 6, NULL), ('no figure', 'c', 20, 4),
	('no figure', 'd', 30, 5)) AS v (company, unit, people, sponsored)
WINDOW w AS (PARTITION BY company ORDER BY unit) ORDER BY company COLLATE "C", unit;
-- figures of any type; shares and percentages have limits of their own
SELECT people, suppress_small(share, people) OVER w AS share,
	suppress_small((100 * share)::numeric, people) OVER w AS percentage,
	suppress_small(people::smallint, people) OVER w AS heads, suppress_small('level ' || share, people) OVER w AS words,
	suppress_small(ARRAY[share], people) OVER w AS arrays
FROM (VALUES (3, 1::float8), (7, 1), (12, 0.5), (20, 1), (30, 0.25)) AS v (people, share) WINDOW w AS (ORDER BY people);
-- the frame does not matter: the partition does; hidden once, hidden in every row
SELECT count(*) AS rows, count(*) FILTER (WHERE a IS DISTINCT FROM b OR a IS DISTINCT FROM c) AS different
FROM (SELECT suppress_small(i, i % 40) OVER (ORDER BY i) AS a,
	suppress_small(i, i % 40) OVER (ORDER BY i ROWS 1 PRECEDING) AS b,
	suppress_small(i, i % 40) OVER (ORDER BY i ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS c
		FROM generate_series(1, 1000) AS i) AS q;
SELECT given, (pg_temp.attempt(format('SELECT suppress_small(%s) OVER (ORDER BY i) FROM generate_series(1, 3) AS i',
	given))).*
FROM (VALUES ('i, -i'), ('i, i, 0'), ('i, i, NULL'), ('i, i, i'), ('i, i, 5, NULL'), ('i, i, 5, i = 1'),
	('i, 9223372036854775807')) AS t (given);
DROP TABLE admission, drawn;

-- recipe: each group against the one with the highest rate among those of at least 2 % of the pool; the verdict needs
-- numbers
CREATE TABLE pool AS SELECT * FROM (VALUES ('men', 190, 1000), ('women', 130, 1000), ('a few', 2, 8), ('some', 3, 60),
	('others', 95, 500)) AS v (group_name, sponsored, people);
SELECT group_name, people, round(impact_ratio::numeric, 3) AS impact_ratio, round(p::numeric, 6) AS p,
	CASE WHEN group_name = best THEN 'highest rate' WHEN people < 0.02 * pool OR impact_ratio < 0.8
		AND p >= 0.05 THEN 'too few to tell' WHEN impact_ratio < 0.8 THEN 'lower' ELSE 'no gap' END AS verdict
FROM (SELECT *, holm(CASE WHEN group_name <> best THEN fisher_p END) OVER () AS p
	FROM (SELECT *, sum(people) OVER () AS pool, first_value(group_name) OVER w AS best,
		first_value(sponsored) OVER w AS x, first_value(people) OVER w AS n
		FROM pool WINDOW w AS (ORDER BY people >= 0.02 * (SELECT sum(people)
			FROM pool) DESC, sponsored::float8 / people DESC, group_name)) AS compared,
			rate_gap(sponsored, people, x, n)) AS judged
ORDER BY group_name COLLATE "C";
DROP TABLE pool;
