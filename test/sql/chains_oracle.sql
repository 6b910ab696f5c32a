-- strongest_chain against brute force: every simple path of 9 050 networks of 2 to 8 people, and
-- Bellman-Ford on 1 000 networks of 9 to 60 people. Whole chains must agree, people and all.
SET search_path = mentorgraph, public;
SET max_parallel_workers_per_gather = 0;

-- A length is -log2(strength) in units of 2^-40, here in exact arithmetic.
CREATE TEMP TABLE scale AS
SELECT step, (step / 40.0)::float8 AS strength, round(-ln(step / 40.0) / ln(2.0) * 1099511627776) AS length
FROM generate_series(1, 40) AS step;

-- draw(a, b, n): a number from 0 to n - 1 that depends on a and b only
CREATE FUNCTION pg_temp.draw(a bigint, b bigint, n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
	SELECT (('x' || left(md5(a || ':' || b), 12))::bit(48)::bigint) % n
$$;

-- Kinds of networks: 0 any strengths, 1 all of strength 1, 2 few strengths (many equal chains), 3 strong ones.
CREATE TEMP TABLE net AS
SELECT i, i % 4 AS kind, CASE WHEN i <= 9050 THEN 2 + pg_temp.draw(i, 1, 7)
	ELSE 9 + pg_temp.draw(i, 1, 52) END AS people,
	CASE WHEN i % 2 = 0 THEN 1 + pg_temp.draw(i, 3, 5) END::int AS max_hops
FROM generate_series(1, 10050) AS i;
CREATE TEMP TABLE tie AS
SELECT DISTINCT ON (i, source, target) draws.i, source, target, s.strength, s.length
FROM (SELECT i, kind, pg_temp.draw(i, 10 * k + 4, people) * 3 - 5 AS source,
		pg_temp.draw(i, 10 * k + 5, people) * 3 - 5 AS target, pg_temp.draw(i, 10 * k + 6, 40) + 1 AS step
	FROM net, generate_series(1, people * (2 + i % 3)) AS k) AS draws
JOIN scale AS s
ON s.step = CASE kind WHEN 0 THEN draws.step WHEN 1 THEN 40 WHEN 2 THEN 10 * ((draws.step + 9) / 10)
	ELSE 30 + draws.step / 4 END
WHERE source <> target
ORDER BY i, source, target, s.strength DESC;
CREATE TEMP TABLE task AS
SELECT n.i, n.people, n.max_hops, pg_temp.draw(n.i, 7, people) * 3 - 5 AS a, pg_temp.draw(n.i, 8, people) * 3 - 5 AS b,
	CASE WHEN n.i % 3 = 0 THEN ARRAY[pg_temp.draw(n.i, 9, people) * 3 - 5, pg_temp.draw(n.i, 11, people) * 3 - 5]
		ELSE '{}' END AS avoid,
	with_people(network_agg(t.source, t.target, t.strength), array_agg(t.source)) AS network
FROM net AS n JOIN tie AS t ON t.i = n.i GROUP BY n.i, n.people, n.max_hops;
CREATE INDEX ON tie (i, source);
ANALYZE tie, task;

-- every simple path of the small ones
CREATE TEMP TABLE path AS
WITH RECURSIVE path (i, at, people, strengths, length, weakest) AS (
	SELECT i, a, ARRAY[a], '{}'::float8[], 0::numeric, 1::float8 FROM task
	WHERE i <= 9050 AND network @> a AND a <> ALL (avoid)
	UNION ALL
	SELECT p.i, t.target, p.people || t.target, p.strengths || t.strength, p.length + t.length,
		least(p.weakest, t.strength)
	FROM path AS p JOIN task AS k ON k.i = p.i JOIN tie AS t ON t.i = p.i AND t.source = p.at
	WHERE t.target <> ALL (p.people) AND t.target <> ALL (k.avoid) AND p.at <> k.b
	AND cardinality(p.people) <= coalesce(k.max_hops, 99)
)
SELECT p.i, p.people, p.strengths, p.length, p.weakest FROM path AS p JOIN task AS k ON k.i = p.i AND p.at = k.b;
CREATE TEMP TABLE strongest AS
SELECT DISTINCT ON (i) i, people, strengths FROM path ORDER BY i, length, cardinality(people), people;
CREATE TEMP TABLE widest AS
SELECT DISTINCT ON (i) i, people, strengths FROM path ORDER BY i, weakest DESC, length, cardinality(people), people;
SELECT count(*) > 9000 AS enough_tasks, count(*) FILTER (WHERE c IS NOT NULL) > 3000 AS enough_chains,
	count(*) FILTER (WHERE people(c) IS DISTINCT FROM s.people OR strengths(c) IS DISTINCT FROM s.strengths) AS wrong,
	count(*) FILTER (WHERE people(w) IS DISTINCT FROM v.people
		OR strengths(w) IS DISTINCT FROM v.strengths) AS wrong_by_weakest_link,
	count(*) FILTER (WHERE c <> w) > 100 AS orders_differ
FROM task AS k LEFT JOIN strongest AS s USING (i) LEFT JOIN widest AS v USING (i),
	strongest_chain(network, a, b, max_hops, avoid) AS c,
	strongest_chain(network, a, b, max_hops, avoid, 'weakest_link') AS w
WHERE i <= 9050;

-- asked again the network is opened with both directions and searched from both ends: the same answers
SELECT count(*) FILTER (WHERE again <> ARRAY[c, c, c]) AS both_ends_differ,
	count(*) FILTER (WHERE again_by_weakest_link <> ARRAY[w, w, w]) AS both_ends_differ_by_weakest_link
FROM task AS k, strongest_chain(network, a, b, max_hops, avoid) AS c,
	strongest_chain(network, a, b, max_hops, avoid, 'weakest_link') AS w,
	LATERAL (SELECT array_agg(CASE WHEN g > 0 THEN strongest_chain(network, a, b, max_hops, avoid) END) AS again,
		array_agg(CASE WHEN g > 0 THEN strongest_chain(network, a, b, max_hops, avoid,
			'weakest_link') END) AS again_by_weakest_link
		FROM generate_series(1, 3) AS g) AS repeated;

-- Bellman-Ford on the large ones: for each number of hops and each person the best walk
CREATE TEMP TABLE walk AS
WITH RECURSIVE walk (i, hops, at, length, people) AS (
	SELECT i, 0, a, 0::numeric, ARRAY[a] FROM task WHERE i > 9050 AND network @> a AND a <> ALL (avoid)
	UNION ALL
	SELECT * FROM (
		SELECT DISTINCT ON (w.i, t.target) w.i, w.hops + 1, t.target, w.length + t.length, w.people || t.target
		FROM walk AS w JOIN task AS k ON k.i = w.i JOIN tie AS t ON t.i = w.i AND t.source = w.at
		WHERE w.hops < least(k.max_hops, k.people - 1) AND w.at <> k.b AND t.target <> ALL (k.avoid)
		ORDER BY w.i, t.target, w.length + t.length, w.people || t.target) AS step
)
SELECT DISTINCT ON (w.i) w.i, w.people FROM walk AS w JOIN task AS k ON k.i = w.i AND w.at = k.b
ORDER BY w.i, length, hops, w.people;
SELECT count(*) AS tasks, count(*) FILTER (WHERE c IS NOT NULL) > 400 AS enough_chains,
	count(*) FILTER (WHERE people(c) IS DISTINCT FROM w.people) AS wrong,
	max(hops(c)) > 7 AS some_are_long
FROM task AS k LEFT JOIN walk AS w USING (i), strongest_chain(network, a, b, max_hops, avoid) AS c
WHERE i > 9050;
