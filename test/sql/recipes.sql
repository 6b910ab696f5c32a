-- Recipes: questions that take no function of their own, a query each, over one small company. The README lists them.
-- HBR Guide: the HBR Guide to Getting the Mentoring You Need.
\set ECHO none
SET client_min_messages = warning;
\set ECHO all
SET search_path = mentorgraph, public;
SET extra_float_digits = 0;
SET datestyle = ISO;
\pset null '(null)'

-- One head (1), four executives (2 to 5), four managers (6 to 9), twelve others (10 to 21); 22 works for a client.
CREATE TEMP TABLE person AS
SELECT id, (string_to_array('Vera Hugo Ines Karl Lena Anna Boris Clara Dina Emil Fay Gus Hana Ivo Jan Kim Lou Max Nell Olga Paul Rita', ' '))[id] AS name,
	CASE WHEN id = 1 THEN 6 WHEN id <= 5 THEN 5 WHEN id <= 9 THEN 4 WHEN id <= 21 THEN 3 END AS level,
	CASE WHEN id BETWEEN 2 AND 5 THEN 1 WHEN id BETWEEN 6 AND 9 THEN id - 4 WHEN id BETWEEN 10 AND 21 THEN 6 + id % 4 END AS manager_id,
	CASE WHEN id = 1 THEN 'Board' WHEN id = 22 THEN 'Client' ELSE (ARRAY['Sales', 'Research', 'Finance', 'Plant'])[(CASE WHEN id <= 9 THEN id + 2 ELSE id END) % 4 + 1] END AS unit,
	(ARRAY['Aarhus', 'Basel', 'Cork', 'Delft', 'Essen', 'Fano', 'Ghent'])[id % 7 + 1] AS site, (ARRAY['engineer', 'lawyer', 'seller', 'buyer', 'analyst'])[id % 5 + 1] AS job
FROM generate_series(1, 22) AS id;
CREATE TEMP TABLE tie (source bigint, target bigint, kind text, strength float8, period daterange);
INSERT INTO tie SELECT manager_id, id, 'manager', 0.6, '[2020-01-01,)' FROM person WHERE manager_id IS NOT NULL;
INSERT INTO tie VALUES (2, 10, 'sponsor', 0.8, '[2019-03-01,)'), (8, 10, 'sponsor', 0.5, '[2025-09-01,)'), (4, 11, 'sponsor', 0.7, '[2018-01-01,)'), (5, 11, 'sponsor', 0.7, '[2020-01-01,)'),
	(3, 11, 'sponsor', 0.9, '[2019-01-01,2023-01-01)'), (3, 12, 'sponsor', 0.8, '[2021-01-01,)'), (9, 13, 'sponsor', 0.6, '[2026-02-01,)'), (9, 15, 'sponsor', 0.6, '[2020-01-01,)'), (9, 17, 'sponsor', 0.6, '[2022-01-01,)'),
	(7, 10, 'mentor', 0.9, '[2022-01-01,)'), (8, 14, 'mentor', 0.8, '[2023-01-01,)'), (22, 14, 'mentor', 0.7, '[2024-01-01,)'), (4, 22, 'peer', 0.5, '[2024-01-01,)'), (3, 8, 'peer', 0.7, '[2020-01-01,)'),
	(12, 14, 'peer', 0.4, '[2024-01-01,)'), (16, 14, 'peer', 0.3, '[2025-01-01,)');
INSERT INTO tie SELECT a, b, 'peer', 0.8, '[2024-01-01,)' FROM unnest('{6,7,8,9}'::bigint[]) AS a, unnest('{6,7,8,9}'::bigint[]) AS b WHERE a <> b;
INSERT INTO tie SELECT 9, id, 'peer', 0.9, '[2023-01-01,)' FROM generate_series(10, 19) AS id WHERE id <> 15;
CREATE TEMP VIEW today AS SELECT date '2026-07-01' AS day;
CREATE TEMP VIEW advocacy AS SELECT network_agg(source, target, strength) AS net FROM tie, today WHERE day <@ period;
CREATE TEMP VIEW chart AS SELECT network_agg(manager_id, id) AS chart FROM person;

-- The boss as only sponsor: every sponsor stands above the protege on the chart. Boss and assigned mentor are only a start (Kram and Higgins 2008).
SELECT p.name, array_agg(t.source) AS sponsors
FROM chart, today, person AS p JOIN tie AS t ON t.target = p.id AND t.kind = 'sponsor'
WHERE day <@ period GROUP BY p.id, p.name, chart
HAVING bool_and(t.source IN (SELECT person FROM reach(chart, p.id, 'in'))) ORDER BY p.name;

-- A peer circle: four who all support each other, each under another executive (HBR Guide).
WITH RECURSIVE peer (net) AS (SELECT mutual(network_agg(source, target)) FROM tie, today WHERE kind = 'peer' AND day <@ period),
	circle (people) AS (
		SELECT ARRAY[p] FROM peer, people(net) AS p UNION ALL
		SELECT c.people || p FROM peer, circle AS c, people(net) AS p
		WHERE p > ALL (c.people) AND tie_count(among(net, c.people || p)) = cardinality(c.people) * (cardinality(c.people) + 1))
SELECT c.people, array_agg(manager_id ORDER BY id) AS executives FROM circle AS c JOIN person ON id = ANY (c.people)
WHERE cardinality(c.people) = 4 GROUP BY c.people HAVING richness(manager_id) = 4;

-- Introductions: the strongest chain from somebody to be met (3) whose last link is one of Ivo's (14) mentors (HBR Guide).
SELECT c AS chain, round(strength(c)::numeric, 3) AS strength
FROM advocacy, today, tie AS t, LATERAL (SELECT strongest_chain(net, 3, t.source, avoid => ARRAY[t.target]) + strongest_chain(net, t.source, t.target, max_hops => 1)) AS x (c)
WHERE kind = 'mentor' AND target = 14 AND day <@ period AND c IS NOT NULL ORDER BY c LIMIT 1;

-- Two sponsors or more, and the pool refreshed: who has only one, whose last came more than three years ago (Hewlett).
SELECT p.name, count(*) AS sponsors, max(lower(period)) AS last_came, count(*) < 2 AS only_one, max(lower(period)) < max(day) - interval '3 years' AS stale
FROM today, tie JOIN person AS p ON p.id = target WHERE kind = 'sponsor' AND day <@ period GROUP BY p.id, p.name ORDER BY p.name;

-- Familiarity first: nobody can lobby for people they hardly know, however willing they are (HBR Guide).
SELECT strongest_chain(network_agg(source, target, familiarity * willingness), 1, 10) AS any_tie,
	strongest_chain(network_agg(source, target, familiarity * willingness) FILTER (WHERE familiarity >= 0.5), 1, 10) AS well_known
FROM (VALUES (1, 10, 0.3, 1.0::float8), (1, 2, 0.6, 0.5), (2, 10, 0.9, 0.9)) AS answer (source, target, familiarity, willingness);

-- Capacity: a sponsor's capital is finite. Who has more proteges than they can carry, and who has room for another, if two are enough (HBR Guide)?
SELECT p.name, count(t.target) AS proteges, 2 - count(t.target) AS room
FROM today, person AS p LEFT JOIN tie AS t ON t.source = p.id AND kind = 'sponsor' AND (SELECT day <@ period FROM today)
WHERE level BETWEEN 4 AND 5 GROUP BY p.id, p.name ORDER BY room, p.name;

-- Visible to the decider (2): the chain, the direct tie, and how many others in the decider's unit support the candidate. Each says something else.
SELECT p.name, round(strength(strongest_chain(net, d.id, p.id))::numeric, 3) AS strength, strength(net, d.id, p.id) AS direct,
	(SELECT count(*) FROM reach(net, p.id, 'in', max_hops => 1) AS r JOIN person AS k ON k.id = r.person WHERE k.unit = d.unit AND k.id <> d.id) AS breadth
FROM advocacy, person AS d, person AS p WHERE d.id = 2 AND p.id IN (10, 11, 14) ORDER BY p.id;

-- A core of 12 to 18 close contacts (Cross and Thomas 2011), either way. What counts as close is the survey's business.
SELECT name, alters AS core, CASE WHEN alters < 12 THEN 'under' WHEN alters > 18 THEN 'over' ELSE 'core' END AS band
FROM advocacy, structural_holes(at_least(net, 0.6)) JOIN person ON id = person WHERE alters > 5 ORDER BY alters DESC, id;

-- A stand-in list for a bottleneck (Cross and Thomas 2011): the one who supports most, whom the head (1) reaches through nobody else, and which of the
-- supported know several of the others.
WITH hub AS (SELECT source AS id FROM advocacy, ties(net) GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1),
	supported AS (SELECT target AS id FROM advocacy, ties(net) JOIN hub ON hub.id = source)
SELECT hub.id AS hub, (SELECT array_agg(person) FROM dominators(net, 1) WHERE dominator = hub.id) AS only_through, p.name AS stand_in, count(*) AS knows
FROM advocacy, hub, ties(net) JOIN person AS p ON p.id = source
WHERE source IN (TABLE supported) AND target IN (TABLE supported) GROUP BY net, hub.id, p.id, p.name ORDER BY knows DESC, p.id LIMIT 3;

-- Up, level and down: whom the contacts are, by level; powerful contacts only are a network that costs support (HBR Guide).
SELECT name, total(c) AS known, round(share(c, 'up')::numeric, 2) AS up, round(share(c, 'level')::numeric, 2) AS level, round(share(c, 'down')::numeric, 2) AS down
FROM (SELECT p.id, p.name, composition_agg(CASE sign(o.level - p.level) WHEN 1 THEN 'up' WHEN 0 THEN 'level' WHEN -1 THEN 'down' END) AS c
	FROM advocacy, ties(net + reversed(net)) AS t JOIN person AS p ON p.id = t.source JOIN person AS o ON o.id = t.target GROUP BY p.id, p.name) AS s
WHERE id BETWEEN 6 AND 10 ORDER BY id;

-- Seven geographies and five functions: whose supporters within two hops have both (HBR Guide).
SELECT e.name, count(*) AS people, richness(site) AS geographies, richness(job) AS functions, richness(site) >= 7 AND richness(job) >= 5 AS both
FROM advocacy, (SELECT id AS ego, name FROM person WHERE id IN (6, 10, 14, 19)) AS e, reach(net, ego, 'in', max_hops => 2) AS r JOIN person AS o ON o.id = r.person
GROUP BY e.ego, e.name ORDER BY e.ego;

-- The error of sampled betweenness: repeat it with other seeds. sd is the error of one estimate, and sd / sqrt(20) that of their mean.
SELECT name, round(b.betweenness::numeric, 1) AS exact, round(avg(s.betweenness)::numeric, 1) AS mean, round(stddev_samp(s.betweenness)::numeric, 1) AS sd
FROM advocacy, generate_series(1, 20) AS seed, LATERAL betweenness(net, samples => 11, seed => seed) AS s
	JOIN LATERAL betweenness(net) AS b USING (person) JOIN person AS p ON p.id = s.person
WHERE b.betweenness > 10 GROUP BY p.id, name, b.betweenness ORDER BY b.betweenness DESC, p.id;
