-- Positions in the network, on cases a reader can check by eye; the definitions are tested in test/unit.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- the same figures rounded, in one line, by id
CREATE FUNCTION pg_temp.line(figures float8[]) RETURNS text LANGUAGE sql AS $$
	SELECT string_agg(round(f::numeric, 9)::float8::text, ' ' ORDER BY i)
	FROM unnest(figures) WITH ORDINALITY AS u (f, i)
$$;
-- a hub that supports four, who support the next one: 1 -> 2 .. 5 -> 6; 7 knows nobody
CREATE TEMP TABLE sample (name text, n network);
INSERT INTO sample VALUES ('hub', '1->2, 1->3, 1->4, 1->5, 2->6, 3->6, 4->6, 5->6, 7'),
	('ring', '1->2:0.5, 2->3:0.5, 3->4:0.5, 4->1:0.5'),
	('line', '1->2, 2->3:0.5, 3->4:0.5'), ('alone', '7'), ('nobody', '');

-- pagerank: the walk goes to supporters, or along the ties; without a way on it starts again
SELECT name, (SELECT pg_temp.line(array_agg(pagerank ORDER BY person)) FROM pagerank(n)) AS "in",
	(SELECT pg_temp.line(array_agg(pagerank ORDER BY person)) FROM pagerank(n, direction => 'out')) AS "out",
	(SELECT round(sum(pagerank)::numeric, 12) FROM pagerank(n)) AS sum
FROM sample ORDER BY name;
-- two people, one tie: the walk goes from 2 to 1; x2 = 0.15 / 2 + 0.85 x1 / 2, so x2 = 20 / 57
SELECT person, round((pagerank * 57)::numeric, 9) AS times_57 FROM pagerank('1->2');
SELECT person, pagerank FROM pagerank('1->2', damping => 0);
-- strengths decide where the walk goes: 3 is supported three times as strongly by 1 as by 2
SELECT person, round(pagerank::numeric, 9) AS pagerank
FROM pagerank('1->3:0.6, 2->3:0.2', damping => 0.5, seeds => '{3}');
-- seeds: where the walk starts again; duplicates count once, unknown ones do not count; none known: no rows
SELECT pg_temp.line(array_agg(pagerank ORDER BY person)) AS from_1
FROM sample, pagerank(n, seeds => '{1}', direction => 'out') WHERE name = 'hub';
SELECT count(DISTINCT l) FROM (VALUES ('{1,2}'::bigint[]), ('{2,1,1,1}'), ('{99,2,1,-5}'), ('{{1,2},{2,1}}')) AS v (s),
	LATERAL (SELECT array_agg(pagerank ORDER BY person)::text FROM sample, pagerank(n, seeds => s)
		WHERE name = 'hub') AS w (l);
SELECT count(*) FROM pagerank('1->2', seeds => '{99}');
-- no seeds at all: none is no rows, NULL is anyone
SELECT (SELECT count(*) FROM pagerank('1->2', seeds => '{}')) AS none, (SELECT array_agg(p)
	FROM pagerank('1->2', seeds => NULL) AS p) = (SELECT array_agg(p) FROM pagerank('1->2') AS p) AS anyone;
SELECT count(*) FROM pagerank('1->2', seeds => '{}');
SELECT count(*) FROM pagerank('1->2', seeds => '{1,2,99}');
-- seeds that are everyone are no seeds
SELECT count(*) FILTER (WHERE a.pagerank <> b.pagerank) AS different
FROM sample, pagerank(n) AS a JOIN LATERAL pagerank(n, seeds => '{1,2,3,4,5,6,7}') AS b USING (person)
WHERE name = 'hub';
-- against the ties is along the ties turned round
SELECT name, (SELECT count(*) FROM pagerank(n, 0.7) AS a
	JOIN pagerank(reversed(n), 0.7, NULL, 'out') AS b USING (person) WHERE a.pagerank <> b.pagerank) AS different
FROM sample ORDER BY name;

-- betweenness: 1 to 6 has four chains, a quarter each
SELECT name, (SELECT pg_temp.line(array_agg(betweenness ORDER BY person)) FROM betweenness(n)) AS hops,
	(SELECT pg_temp.line(array_agg(betweenness ORDER BY person)) FROM betweenness(n, weighted => true)) AS weighted,
	(SELECT pg_temp.line(array_agg(betweenness ORDER BY person)) FROM betweenness(n, max_hops => 2)) AS two_hops,
	(SELECT pg_temp.line(array_agg(betweenness ORDER BY person)) FROM betweenness(n, max_hops => 1)) AS one_hop
FROM sample ORDER BY name;
-- the direct tie is the shortest; the way round by 2 the strongest, and 4 hops by 3, 4 and 5 as strong as 2 by 6 are
-- longer
SELECT pg_temp.line(array_agg(a.betweenness ORDER BY person)) AS hops,
	pg_temp.line(array_agg(b.betweenness ORDER BY person)) AS weighted,
	pg_temp.line(array_agg(c.betweenness ORDER BY person)) AS weighted_one_hop
FROM (SELECT '1->9:0.5, 1->2:0.9, 2->9:0.9, 1->3, 3->4, 4->5, 5->8:0.5, 1->6:0.5, 6->8'::network) AS v (n),
	betweenness(n) AS a JOIN LATERAL betweenness(n, weighted => true) AS b USING (person)
		JOIN LATERAL betweenness(n, 1, weighted => true) AS c USING (person);
-- samples: all of them is exact; a seed gives the same again; the mean over seeds is near the exact value
CREATE TEMP TABLE sixty AS SELECT network_agg(i, (i * 7 + k * k) % 60, (k % 5 + 1) / 5.0::float8) AS n
FROM generate_series(0, 59) AS i, generate_series(1, 4) AS k WHERE i <> (i * 7 + k * k) % 60;
ANALYZE sixty;
SELECT weighted, samples, count(*) FILTER (WHERE a.betweenness <> b.betweenness) AS different
FROM sixty, (VALUES (false), (true)) AS w (weighted), (VALUES (60), (61), (2000000000)) AS s (samples),
	LATERAL (SELECT * FROM betweenness(n, weighted => w.weighted)) AS a
		JOIN LATERAL betweenness(n, samples => s.samples, seed => 5, weighted => w.weighted) AS b USING (person)
GROUP BY weighted, samples ORDER BY weighted, samples;
SELECT count(DISTINCT l) FILTER (WHERE seed = 7) AS same, count(DISTINCT l) > 5 AS different
FROM (VALUES (7), (7), (8), (9), (10), (11), (12)) AS v (seed), sixty,
	LATERAL (SELECT array_agg(betweenness ORDER BY person)::text AS l
	FROM betweenness(n, samples => 10, seed => v.seed)) AS w;
SELECT max(abs(mean - exact) / nullif(exact, 0)) < 0.15 AS near
FROM (SELECT person, avg(b.betweenness) AS mean
	FROM sixty, generate_series(1, 400) AS seed, betweenness(n, samples => 20, seed => seed) AS b GROUP BY person) AS m
	JOIN (SELECT person, betweenness AS exact FROM sixty, betweenness(n)) AS e USING (person);

-- closeness
SELECT name, (SELECT pg_temp.line(array_agg(closeness ORDER BY person)) FROM closeness(n)) AS "out",
	(SELECT pg_temp.line(array_agg(closeness ORDER BY person)) FROM closeness(n, 'in')) AS "in",
	(SELECT pg_temp.line(array_agg(closeness ORDER BY person)) FROM closeness(n, weighted => true)) AS weighted,
	(SELECT pg_temp.line(array_agg(closeness ORDER BY person)) FROM closeness(n, 'in', true)) AS weighted_in
FROM sample ORDER BY name;
-- weighted: the strengths of the strongest chains, added up
WITH pair AS (SELECT a AS source, b AS target, strength(strongest_chain(n, a, b)) AS s
	FROM sixty, people(n) AS a, people(n) AS b WHERE a <> b)
SELECT count(*) AS people, count(*) FILTER (WHERE abs(o.closeness - (SELECT sum(s) FROM pair
	WHERE source = person)) > 1e-12) AS wrong_out,
	count(*) FILTER (WHERE abs(i.closeness - (SELECT sum(s) FROM pair WHERE target = person)) > 1e-12) AS wrong_in
FROM sixty, closeness(n, weighted => true) AS o JOIN LATERAL closeness(n, 'in', true) AS i USING (person);
-- hops, in a recursive query
WITH RECURSIVE tie AS (SELECT t.* FROM sixty, ties(n) AS t),
	way AS (SELECT p AS source, p AS target, 0 AS hops FROM sixty, people(n) AS p
		UNION SELECT way.source, tie.target, hops + 1 FROM way JOIN tie ON tie.source = way.target WHERE hops < 12),
	nearest AS (SELECT source, target, min(hops) AS hops FROM way WHERE source <> target GROUP BY source, target)
SELECT count(*) AS people, count(*) FILTER (WHERE abs(o.closeness - (SELECT sum(1.0 / hops) FROM nearest
	WHERE source = person)) > 1e-12) AS wrong_out,
	count(*) FILTER (WHERE abs(i.closeness - (SELECT sum(1.0 / hops) FROM nearest
		WHERE target = person)) > 1e-12) AS wrong_in,
	round((SELECT sum(hops - 1) FROM nearest) - (SELECT sum(betweenness)
		FROM sixty, betweenness(n))::numeric, 6) AS between
FROM sixty, closeness(n) AS o JOIN LATERAL closeness(n, 'in') AS i USING (person);

-- coreness: four who all know one another (3), one who knows two of them (2), a tail (1), 7 alone (0)
SELECT neighbours, array_agg(coreness ORDER BY person) AS coreness
FROM (VALUES ('both'), ('supporters'), ('supported'), ('mutual')) AS m (neighbours),
	coreness('1->2, 2->1, 1->3, 1->4, 2->3, 2->4, 3->4, 5->1, 2->5, 6->5, 7', neighbours) GROUP BY neighbours
		ORDER BY neighbours DESC;
SELECT neighbours, array_agg(coreness ORDER BY person) AS ring_with_a_guest
FROM (VALUES ('both'), ('supporters'), ('supported'), ('mutual')) AS m (neighbours),
	coreness('1->2, 2->3, 3->1, 3->4', neighbours) GROUP BY neighbours ORDER BY neighbours DESC;

-- nobody, NULL
SELECT (SELECT count(*) FROM pagerank('')) AS a, (SELECT count(*) FROM betweenness('')) AS b,
	(SELECT count(*) FROM closeness('')) AS c, (SELECT count(*) FROM coreness('')) AS d;
SELECT (SELECT count(*) FROM pagerank(NULL)) AS a, (SELECT count(*) FROM pagerank('1->2', NULL)) AS b,
	(SELECT count(*) FROM pagerank('1->2', direction => NULL)) AS c,
	(SELECT count(*) FROM betweenness(NULL)) AS d,
	(SELECT count(*) FROM betweenness('1->2', seed => NULL)) AS e,
	(SELECT count(*) FROM betweenness('1->2', weighted => NULL)) AS f,
	(SELECT count(*) FROM closeness(NULL)) AS g, (SELECT count(*) FROM closeness('1->2', NULL)) AS h,
	(SELECT count(*) FROM coreness(NULL)) AS i, (SELECT count(*) FROM coreness('1->2', NULL)) AS j;
-- in the select list, and stopped early
SELECT pagerank('1->2', 0), betweenness('1->2'), coreness('1->2') FROM generate_series(1, 2);
SELECT person FROM sample, pagerank(n) WHERE name = 'ring' LIMIT 2;

-- bad input
SELECT call, (pg_temp.attempt(format('SELECT * FROM %s', call))).*
FROM (VALUES ('pagerank(''1->2'', 1)'), ('pagerank(''1->2'', -0.1)'), ('pagerank(''1->2'', ''nan'')'),
	('pagerank(''1->2'', ''infinity'')'), ('pagerank(''1->2'', seeds => ''{1,NULL}'')'),
	('pagerank(''1->2'', direction => ''both'')'), ('betweenness(''1->2'', 0)'),
	('betweenness(''1->2'', samples => 0)'), ('betweenness(''1->2'', samples => -4)'),
	('closeness(''1->2'', ''OUT'')'), ('coreness(''1->2'', ''all'')')) AS v (call);
-- next to damping 1 there may be no end
SELECT (pg_temp.attempt('SELECT pagerank(''0->1, 1->0, 1->2:1e-7, 2->3, 3->2'', 1 - 1.2e-16, ''{0}'', ''out'')')).*;
-- chains too weak to be compared add nothing to closeness; betweenness would count them, and gives an error, as where
-- there are too many
CREATE TEMP TABLE extreme AS SELECT network_agg(i, i + 1, 5e-324) AS weak FROM generate_series(1, 7900) AS i;
SELECT count(*) AS people, max(closeness) < 1e-300 AS faint, min(closeness) AS last
FROM extreme, closeness(weak, weighted => true);
SELECT (pg_temp.attempt('SELECT * FROM extreme, betweenness(weak, weighted => true)')).*;
SELECT (pg_temp.attempt('SELECT * FROM (SELECT network_agg(3 * l + a, 3 * l + 3 + b) AS n
	FROM generate_series(1, 700) AS l, generate_series(0, 2) AS a, generate_series(0, 2) AS b) AS v,
	betweenness(n)')).*;
