-- Communities and modularity: cases a reader can check by eye, and what must hold for any network.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- two cliques of four with a bridge, and somebody alone; the direction of ties does not matter
CREATE TEMP TABLE two AS
	SELECT '1->2, 1->3, 1->4, 2->3, 2->4, 3->4, 4->5, 5->6, 5->7, 5->8, 6->7, 6->8, 7->8, 9'::network AS n;
SELECT community, array_agg(person ORDER BY person) AS people FROM two, communities(n) GROUP BY community
ORDER BY community;
SELECT count(*) AS differ FROM (SELECT * FROM two, communities(n) EXCEPT SELECT n, c.*
	FROM two, communities(reversed(n)) AS c) AS d;
-- 12 of 13 ties within, each clique has half of the ends of ties: 12/13 - 2 * (1/2)^2
SELECT modularity(n, affiliation_agg(person, 'c' || community)) AS found, 12 / 13.0::float8 - 0.5 AS by_hand
FROM two, communities(n) GROUP BY n;
-- everyone in one group is 0, everyone alone is below, half of a pair is the least there is
SELECT modularity(n, affiliation_agg(p, 'all')) AS one_group, modularity(n, affiliation_agg(p, 'p' || p)) AS alone
FROM two, people(n) AS p GROUP BY n;
-- a pair that support each other counts with the sum of both strengths
SELECT modularity('1->2:0.5, 2->1:0.25, 2->3:0.5', g) = modularity('1->2:0.75, 2->3:0.5', g) AS both_ways
FROM (VALUES ('{"1": "a", "2": "a", "3": "b"}'::affiliation)) AS v (g);
SELECT modularity('1->2', '{"1": "a", "2": "b"}') AS least,
	modularity('1->2', '{"1": "a", "2": "a"}') AS nothing_outside;
-- a higher resolution takes cliques apart, a lower one joins them
SELECT resolution, count(DISTINCT community) AS communities
FROM two, (VALUES (0.01), (1), (2), (1000), (1e300::float8)) AS v (resolution), communities(n, resolution)
GROUP BY resolution ORDER BY resolution;
SELECT modularity(n, '{"1": "a", "2": "a", "3": "a", "4": "a", "5": "b", "6": "b", "7": "b", "8": "b"}',
	resolution => 2) AS twice,
	12 / 13.0::float8 - 1 AS by_hand FROM two;
-- strength decides: a square whose strong sides are opposite, there and back counted together
SELECT array_agg(community ORDER BY person) AS upright FROM communities('1->2:0.9, 2->3:0.1, 3->4:0.9, 4->1:0.1');
SELECT array_agg(community ORDER BY person) AS lying
FROM communities('1->2:0.5, 2->3:0.3, 3->2:0.4, 3->4:0.5, 4->1:0.3, 1->4:0.4');
-- (0.9 + 0.9) / 2 of the strength within, two groups of half the ends
SELECT modularity('1->2:0.9, 2->3:0.1, 3->4:0.9, 4->1:0.1', '{"1": "a", "2": "a", "3": "b", "4": "b"}') AS modularity;

-- people without a group are left out with their ties; people who are not in the network do not matter
SELECT modularity(n, '{"1": "a", "2": "a", "3": "a", "6": "b", "7": "b", "8": "b", "77": "c"}') AS found,
	modularity(without(n, '{4,5}'), '{"1": "a", "2": "a", "3": "a", "6": "b", "7": "b", "8": "b"}') AS as_if_not_there
		FROM two;
SELECT modularity(n, '{}') AS no_groups, modularity(n, '{"1": "a", "9": "a"}') AS no_ties,
	modularity('', '{}') AS nobody, modularity('1, 2', '{"1": "a"}') AS alone FROM two;

-- nobody, people alone, one pair, NULL
SELECT * FROM communities('');
SELECT * FROM communities('-5, 7, 9');
SELECT * FROM communities('9223372036854775807->-9223372036854775808, 3');
SELECT count(*) FROM communities(NULL);
SELECT count(*) FROM two, communities(n, NULL);
SELECT count(*) FROM two, communities(n, seed => NULL);
SELECT modularity(NULL, '{}'), modularity('1->2', NULL), modularity('1->2', '{"1": "a", "2": "a"}', NULL);

-- refused
SELECT arguments, (pg_temp.attempt(format('SELECT * FROM communities(''1->2'', %s)', arguments))).*
FROM (VALUES ('0'), ('-1'), ('''NaN'''), ('''Infinity'''), ('''-Infinity''')) AS v (arguments);
SELECT (pg_temp.attempt('SELECT modularity(''1->2'', ''{}'', 0)')).*;
-- any seed will do
SELECT seed, count(DISTINCT community) FROM two,
	(VALUES (0), (-1), (9223372036854775807), (-9223372036854775808)) AS v (seed), communities(n, seed => seed)
GROUP BY seed ORDER BY seed;

-- twenty units of twenty people, four ties of five within: whatever the seed, the units
CREATE TEMP TABLE units AS SELECT network_agg(a, b, 0.5) AS n
FROM (SELECT i AS a, CASE WHEN k % 5 < 4 THEN i / 20 * 20 + (i * 3 + k * 7) % 20 ELSE (i * 131 + k * 37) % 400 END AS b
	FROM generate_series(0, 399) AS i, generate_series(1, 15) AS k) AS t WHERE a <> b;
SELECT count(*) AS seeds, min(communities), max(communities), bool_and(units) AS units, min(q) > 0.7 AS modular
FROM (SELECT seed, count(DISTINCT community) AS communities, count(DISTINCT (community, person / 20)) = 20 AS units,
		modularity((SELECT n FROM units), affiliation_agg(person, 'c' || community)) AS q
	FROM units, generate_series(1, 30) AS seed, communities(n, seed => seed) GROUP BY seed) AS found;

-- any network: one row a person in order, numbered by the first person, each community in one piece
CREATE TEMP TABLE many AS SELECT round, network_agg(a, b, s) AS n
FROM (SELECT round, hashint4(round * 1000 + i) & 31 AS a, hashint4(round * 1000 + i + 500) & 31 AS b,
	(1 + (hashint4(i * 7 + round) & 63)) / 64.0::float8 AS s
	FROM generate_series(1, 150) AS round, generate_series(1, 20 + round % 60) AS i) AS t WHERE a <> b GROUP BY round;
CREATE TABLE grouped AS SELECT round, seed, n, array_agg(person) AS people, array_agg(community) AS community
FROM many, generate_series(1, 3) AS seed, communities(n, 0.5 * seed, seed) GROUP BY round, seed, n;
SELECT count(*) AS groupings,
	count(*) FILTER (WHERE people <> ARRAY(SELECT people(n))) AS wrong_people,
	count(*) FILTER (WHERE EXISTS (SELECT FROM unnest(community) WITH ORDINALITY AS c (c, i)
		WHERE c > 1 + coalesce((SELECT max(d) FROM unnest(community[: i - 1]) AS d), 0))) AS wrong_numbers
FROM grouped;
SELECT count(*) > 2000 AS communities, count(*) FILTER (WHERE (summary(among(n, members))).components <> 1) AS in_pieces
FROM (SELECT n, seed, round, c, array_agg(p) AS members FROM grouped, unnest(people, community) AS u (p, c)
	GROUP BY n, seed, round, c) AS groups;
-- modularity by its definition, in SQL
WITH tie AS (SELECT round, seed, t.source, t.target, t.strength FROM grouped, ties(n) AS t),
	member AS (SELECT round, seed, p, c FROM grouped, unnest(people, community) AS u (p, c)),
	total AS (SELECT round, seed, sum(strength) AS m FROM tie GROUP BY round, seed),
	inside AS (SELECT round, seed, sum(strength) FILTER (WHERE a.c = b.c) AS inside FROM tie
		JOIN member AS a USING (round, seed) JOIN member AS b USING (round, seed) WHERE a.p = source AND b.p = target
			GROUP BY round, seed),
	reach AS (SELECT round, seed, c, sum(strength) AS reach FROM tie JOIN member USING (round, seed)
		WHERE p IN (source, target) GROUP BY round, seed, c),
	chance AS (SELECT round, seed, sum((reach / 2 / m) ^ 2) AS chance FROM reach JOIN total USING (round, seed)
		GROUP BY round, seed)
SELECT count(*) AS compared, count(*) FILTER (WHERE abs(coalesce(inside, 0) / m - 0.5 * seed * chance
	- modularity(n,
		(SELECT affiliation_agg(p, c::text) FROM unnest(people, community) AS u (p, c)), 0.5 * seed)) > 1e-9) AS differ
FROM grouped JOIN total USING (round, seed) JOIN inside USING (round, seed) JOIN chance USING (round, seed);
-- the same again, in workers
CALL pg_temp.use_workers();
SELECT 'SELECT count(*) > 10000 AS rows,
		count(*) FILTER (WHERE c.community <> g.community[array_position(g.people, c.person)]) AS differ
	FROM grouped AS g, communities(n, 0.5 * seed, seed) AS c' AS again \gset
SELECT pg_temp.plan_shows(:'again', 'Parallel Seq Scan') AS in_workers;
:again;
DROP TABLE grouped;
