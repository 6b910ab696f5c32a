-- alter_diversity, mixing and the indices made of it, and outsight against grouping in SQL, on 2 000
-- networks of 1 to 20 people; some people are in no affiliation, some of an affiliation in no network.
SET search_path = mentorgraph, public;
SET max_parallel_workers_per_gather = 0;

-- draw(a, b, n): a number from 0 to n - 1 that depends on a and b only
CREATE FUNCTION pg_temp.draw(a bigint, b bigint, n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
	SELECT (('x' || left(md5(a || ':' || b), 12))::bit(48)::bigint) % n
$$;
-- near(a, b): both NULL, or equal within 1e-12
CREATE FUNCTION pg_temp.near(a float8, b float8) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
	SELECT a IS NULL AND b IS NULL OR coalesce(abs(a - b) <= 1e-12, false)
$$;

CREATE TEMP TABLE net AS
SELECT i, 1 + pg_temp.draw(i, 1, 20) AS people, 1 + pg_temp.draw(i, 2, 6) AS groups, pg_temp.draw(i, 3, 5) AS density
FROM generate_series(1, 2000) AS i;
CREATE TEMP TABLE person AS
SELECT i, p * 7 - 30 AS person, CASE WHEN pg_temp.draw(i, 100 + p, 6) > 0 THEN 'g' || pg_temp.draw(i, 200 + p,
	groups) END AS g,
	CASE WHEN pg_temp.draw(i, 300 + p, 6) > 0 THEN pg_temp.draw(i, 400 + p, 5) END AS level,
	CASE WHEN pg_temp.draw(i, 500 + p, 6) > 0 THEN 'g' || pg_temp.draw(i, 600 + p, groups + 2) END AS former,
	CASE WHEN pg_temp.draw(i, 700 + p, 3) > 0 THEN 'g' || pg_temp.draw(i, 800 + p, groups + 2) END AS earlier
FROM net, generate_series(1, people) AS p;
CREATE TEMP TABLE tie AS
SELECT DISTINCT i, pg_temp.draw(i, 10 * k + 10004, people) * 7 - 23 AS source,
	pg_temp.draw(i, 10 * k + 10005, people) * 7 - 23 AS target
FROM net, generate_series(1, people * density) AS k;
DELETE FROM tie WHERE source = target;
CREATE INDEX ON person (i, person);
CREATE INDEX ON tie (i);
ANALYZE;
CREATE TEMP TABLE task AS
SELECT n.i, (SELECT with_people(coalesce(network_agg(source, target), ''), (SELECT array_agg(person) FROM person AS p
	WHERE p.i = n.i)) FROM tie AS t WHERE t.i = n.i) AS network,
	(SELECT affiliation_agg(a.person, a.g) FROM (SELECT person, g FROM person AS p WHERE p.i = n.i
		UNION ALL SELECT 1000, 'g9' WHERE n.i % 3 = 0) AS a) AS affiliation,
	(SELECT affiliation_agg(p.person, p.level::text) FROM person AS p WHERE p.i = n.i) AS level,
	(SELECT affiliation_agg(p.person, p.former) FROM person AS p WHERE p.i = n.i) AS former,
	(SELECT affiliation_agg(p.person, p.earlier) FROM person AS p WHERE p.i = n.i) AS earlier
FROM net AS n;
UPDATE task SET affiliation = coalesce(affiliation, '{}'), level = coalesce(level, '{}'),
	former = coalesce(former, '{}'), earlier = coalesce(earlier, '{}');

-- who is whose contact, four ways
CREATE TEMP TABLE contact AS
SELECT 'supporters' AS neighbours, i, target AS person, source AS alter FROM tie
UNION ALL SELECT 'supported', i, source, target FROM tie
UNION ALL (SELECT 'both', i, source, target FROM tie UNION SELECT 'both', i, target, source FROM tie)
UNION ALL (SELECT 'mutual', i, source, target FROM tie INTERSECT SELECT 'mutual', i, target, source FROM tie);

-- the groups of a network, and how many the affiliation has
CREATE TEMP TABLE size AS
SELECT i, g, count(*) AS n, sum(count(*)) OVER (PARTITION BY i) AS known FROM person WHERE g IS NOT NULL GROUP BY i, g;
CREATE TEMP TABLE groups AS
SELECT n.i, count(DISTINCT p.g) + (n.i % 3 = 0)::int AS k FROM net AS n LEFT JOIN person AS p ON p.i = n.i GROUP BY n.i;
ANALYZE;

-- diversity: count by group, then over the groups
CREATE TEMP TABLE expected AS
WITH counted AS (
	SELECT w.neighbours, p.i, p.person, p.g AS own, a.g, count(c.alter) AS n
	FROM (VALUES ('supporters'), ('supported'), ('both'), ('mutual')) AS w (neighbours) CROSS JOIN person AS p
	LEFT JOIN contact AS c ON c.neighbours = w.neighbours AND c.i = p.i AND c.person = p.person
		LEFT JOIN person AS a ON a.i = c.i AND a.person = c.alter
	GROUP BY w.neighbours, p.i, p.person, p.g, a.g
), summed AS (
	SELECT neighbours, i, person, own, sum(n) AS alters, coalesce(sum(n) FILTER (WHERE g IS NOT NULL), 0) AS known,
		count(g) AS richness,
		coalesce(sum(n) FILTER (WHERE g = own), 0) AS same, array_agg(n) FILTER (WHERE g IS NOT NULL) AS counts
	FROM counted GROUP BY neighbours, i, person, own
)
SELECT s.neighbours, s.i, s.person, alters, s.known, richness, blau,
	CASE WHEN s.known > 1 THEN blau * s.known / (s.known - 1) END AS simpson,
	CASE WHEN k > 1 THEN blau / (1 - 1.0::float8 / k) END AS iqv, shannon,
	CASE WHEN own IS NOT NULL THEN same / nullif(s.known, 0)::float8 END AS same_share,
	(z.n - 1) / nullif(z.known - 1, 0)::float8 AS expected_same_share
FROM summed AS s JOIN groups USING (i) LEFT JOIN size AS z ON z.i = s.i AND z.g = s.own,
	LATERAL (SELECT 1 - sum((n / s.known::float8) ^ 2) AS blau,
		-sum(n / s.known::float8 * ln(n / s.known::float8)) AS shannon FROM unnest(counts) AS n) AS shares;
CREATE TEMP TABLE given AS
SELECT w.neighbours, t.i, d.* FROM (VALUES ('supporters'), ('supported'), ('both'), ('mutual')) AS w (neighbours),
	task AS t, alter_diversity(network, affiliation, w.neighbours) AS d;
SELECT count(*) > 70000 AS many, count(*) FILTER (WHERE e.i IS NULL OR g.i IS NULL OR e.alters <> g.alters
	OR e.known <> g.known OR e.richness <> g.richness) AS counts,
	count(*) FILTER (WHERE NOT pg_temp.near(e.blau, g.blau)) AS blau,
	count(*) FILTER (WHERE NOT pg_temp.near(e.simpson, g.simpson)) AS simpson,
	count(*) FILTER (WHERE NOT pg_temp.near(e.iqv, g.iqv)) AS iqv,
	count(*) FILTER (WHERE NOT pg_temp.near(e.shannon, g.shannon)) AS shannon,
	count(*) FILTER (WHERE NOT pg_temp.near(e.same_share, g.same_share)) AS same,
	count(*) FILTER (WHERE NOT pg_temp.near(e.expected_same_share, g.expected_same_share)) AS expected,
	count(*) FILTER (WHERE NOT pg_temp.near(e.same_share - e.expected_same_share, g.excess_same)) AS excess,
	count(*) FILTER (WHERE NOT pg_temp.near(1 - 2 * e.same_share, g.ei_index)) AS ei, bool_or(g.iqv > 0)
		AND bool_or(g.known < g.alters) AND bool_or(g.excess_same < 0) AS varied
FROM expected AS e FULL JOIN given AS g USING (neighbours, i, person);
-- the score is the mean of its parts
SELECT count(*) > 15000 AS many,
	count(*) FILTER (WHERE parts[1] IS DISTINCT FROM e.iqv AND NOT pg_temp.near(parts[1], e.iqv)) AS part,
	count(*) FILTER (WHERE NOT pg_temp.near(score, CASE WHEN parts[1] IS NULL THEN parts[2]
		WHEN parts[2] IS NULL THEN parts[1] ELSE (parts[1] + 2 * parts[2]) / 3 END)) AS score
FROM task AS t, diversity_score(network, ARRAY[affiliation, level], '{1,2}', min_known => 0) AS s
JOIN expected AS e USING (person) WHERE e.i = t.i AND e.neighbours = 'supporters';

-- mixing: every pair of groups of a network
CREATE TEMP TABLE matrix AS
SELECT a.i, a.g AS from_group, b.g AS to_group, count(p.person) AS ties,
	sum(count(p.person)) OVER (PARTITION BY a.i, a.g) AS out, sum(count(p.person)) OVER (PARTITION BY a.i, b.g) AS "in",
	sum(count(p.person)) OVER (PARTITION BY a.i) AS all_ties, a.n AS from_n, b.n AS to_n, a.known
FROM size AS a JOIN size AS b ON b.i = a.i
LEFT JOIN (person AS f JOIN tie AS t ON t.i = f.i AND t.source = f.person
	JOIN person AS p ON p.i = t.i AND p.person = t.target) ON f.i = a.i AND f.g = a.g AND p.g = b.g
GROUP BY a.i, a.g, b.g, a.n, b.n, a.known;
SELECT count(*) > 10000 AS many, count(*) FILTER (WHERE e.i IS NULL OR g.i IS NULL OR e.ties <> g.ties
	OR NOT pg_temp.near(e.out * (e.to_n - (e.from_group = e.to_group)::int) / (e.known - 1), g.expected)) AS wrong
FROM (SELECT * FROM matrix WHERE out > 0 AND (to_n > 1 OR from_group <> to_group)) AS e
FULL JOIN (SELECT t.i, m.* FROM task AS t, mixing(network, affiliation) AS m) AS g USING (i, from_group, to_group);
SELECT count(*) > 1500 AS many, count(*) FILTER (WHERE NOT pg_temp.near((o.all_ties - 2 * o.within) / nullif(o.all_ties,
	0)::float8, ei_index(network, affiliation))) AS ei,
	count(*) FILTER (WHERE NOT pg_temp.near((o.within / nullif(o.all_ties, 0) - chance) / nullif(1 - chance, 0),
		assortativity(network, affiliation))) AS assortativity,
	count(*) FILTER (WHERE assortativity(network, affiliation) IS NOT NULL) > 1000 AS defined
FROM task AS t JOIN (SELECT i, all_ties, sum(ties) FILTER (WHERE from_group = to_group) AS within,
	sum(out * "in" / nullif(all_ties ^ 2, 0)) FILTER (WHERE from_group = to_group) AS chance
	FROM matrix GROUP BY i, all_ties) AS o USING (i);
SELECT count(*) > 4000 AS many, count(*) FILTER (WHERE e.i IS NULL OR g.i IS NULL OR NOT pg_temp.near(
	CASE WHEN out > 0 AND from_n > 1 THEN CASE WHEN ties > w + 1e-9 THEN (ties - w) / (out - w)
		ELSE (ties - w) / w END END, g.homophily)) AS wrong
FROM (SELECT *, (out * (from_n - 1) / nullif(known - 1, 0))::float8 AS w FROM matrix WHERE from_group = to_group) AS e
FULL JOIN (SELECT t.i, c.* FROM task AS t, coleman(network, affiliation) AS c) AS g ON g.i = e.i
	AND g.group_name = e.from_group;
-- the closed form is the mean over all pairs; the mean over permutations is near it
SELECT count(*) FILTER (WHERE NOT pg_temp.near(e.expected, t.expected)) AS expected,
	avg(abs(t.permutation_mean - t.expected) / (nullif(t.permutation_sd, 0) / sqrt(60))) BETWEEN 0.6 AND 1.0 AS near,
	count(*) FILTER (WHERE t.permutation_sd > 0) > 100 AS varied
FROM task, ei_test(network, affiliation, 60, i) AS t,
	LATERAL (SELECT 1 - 2 * sum(n * (n - 1)) / nullif(max(z.known) * (max(z.known) - 1), 0) AS expected FROM size AS z
	WHERE z.i = task.i) AS e
WHERE i % 10 = 0;

-- outsight
CREATE TEMP TABLE outlook AS
SELECT p.i, p.person, count(c.alter) AS alters, avg((a.g <> p.g)::int) AS outside,
	avg(CASE WHEN p.former IS NOT NULL AND a.g IS NOT NULL THEN (a.g = p.former)::int END) AS target,
	avg(CASE WHEN coalesce(p.former, p.earlier) IS NOT NULL
		AND a.g IS NOT NULL THEN coalesce(a.g IN (p.former, p.earlier), false)::int END) AS former,
	CASE WHEN p.level IS NOT NULL AND count(a.level) > 0 THEN count(*) FILTER (WHERE a.level >= p.level
		+ 2) END AS above,
	CASE WHEN p.level IS NOT NULL AND p.g IS NOT NULL AND count(a.level) > 0
		AND (count(*) FILTER (WHERE a.level >= p.level + 2) = 0
			OR count(a.g) FILTER (WHERE a.level >= p.level + 2) > 0) THEN count(*) FILTER (WHERE a.level >= p.level + 2
			AND a.g <> p.g) END AS elsewhere
FROM person AS p LEFT JOIN contact AS c ON c.neighbours = 'both' AND c.i = p.i AND c.person = p.person
LEFT JOIN person AS a ON a.i = c.i AND a.person = c.alter
GROUP BY p.i, p.person, p.g, p.level;
SELECT count(*) > 15000 AS many, count(*) FILTER (WHERE e.i IS NULL OR o.i IS NULL OR e.alters <> o.alters) AS alters,
	count(*) FILTER (WHERE NOT pg_temp.near(e.outside, o.outside_unit) OR o.outside_team IS DISTINCT FROM o.outside_unit
		OR o.outside_company IS NOT NULL) AS outside,
	count(*) FILTER (WHERE e.above IS DISTINCT FROM o.above) AS above,
	count(*) FILTER (WHERE e.elsewhere IS DISTINCT FROM o.above_elsewhere) AS elsewhere,
	count(*) FILTER (WHERE NOT pg_temp.near(e.former, o.former_share)) AS former,
	count(*) FILTER (WHERE NOT pg_temp.near(e.target, o.target_share)) AS target,
	count(*) FILTER (WHERE o.former_share > o.target_share) > 1000 AS several, sum(o.above_elsewhere) > 1000 AS varied
FROM outlook AS e FULL JOIN (SELECT t.i, o.* FROM task AS t,
	outsight(network, affiliation, affiliation, NULL, level, ARRAY[former, earlier], former,
	'both') AS o) AS o USING (i, person);
