-- Networks from rows and from networks: serial, parallel, shuffled, by partitions.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- building
CREATE TEMP TABLE tie (source bigint, target bigint, strength float8);
INSERT INTO tie VALUES (1, 2, 0.5), (2, 3, 0.25), (1, 2, 0.75), (1, 2, 0.6), (9, NULL, NULL), (NULL, 8, 0.5),
	(NULL, NULL, NULL);
SELECT network_agg(source, target, strength) FROM tie;
SELECT network_agg(source, target) FROM tie;
SELECT network_agg(source, target) FILTER (WHERE false) FROM tie;
SELECT network_agg(source, target) FROM tie WHERE source IS NULL AND target IS NULL;
SELECT network_agg(source, target) FROM tie WHERE false;
SELECT source, network_agg(source, target, strength) FROM tie GROUP BY source ORDER BY source;
SELECT network_union(n::network) FROM (VALUES ('1->2:0.5, 7'), (NULL), ('1->2:0.6, 2->1'), ('')) AS v (n);
SELECT network_union(NULL::network), network_union(n) FROM (SELECT NULL::network AS n WHERE false) AS v;

SELECT (pg_temp.attempt(format('SELECT network_agg(%s)', arguments))).*
FROM (VALUES ('4, 4'), ('4, 4, 0.5'), ('1, 2, NULL'), ('1, 2, 0'), ('1, 2, -1'), ('1, 2, 1.5'), ('1, 2, ''NaN'''),
	('1, 2, ''Infinity'''), ('1, 2, ''-Infinity''')) AS t (arguments);
SELECT (pg_temp.attempt('SELECT network_agg(source, target) OVER () FROM tie')).*;

-- many rows: shuffled, doubled, in parallel and as text, all the same bytes
CREATE TABLE many AS
SELECT (i * 7919) % 997 AS source, (i * 104729) % 1009 + 1000 AS target, (i % 100 + 1) / 100.0::float8 AS strength
FROM generate_series(1, 20000) AS i;
INSERT INTO many SELECT target, source, strength FROM many WHERE source % 3 = 0;
INSERT INTO many SELECT source, target, strength / 2 FROM many WHERE source % 5 = 0;
ANALYZE many;
CREATE TEMP TABLE built AS SELECT 'serial' AS how, network_agg(source, target, strength) AS net FROM many;
INSERT INTO built SELECT 'shuffled', network_agg(source, target, strength ORDER BY hashint8(source * 31 + target))
FROM many;
INSERT INTO built SELECT 'text', net::text::network FROM built WHERE how = 'serial';
INSERT INTO built SELECT 'union', network_union(part)
FROM (SELECT network_agg(source, target, strength) AS part FROM many GROUP BY source % 17) AS parts;
CALL pg_temp.use_workers();
SET cpu_operator_cost = 0;
SET parallel_tuple_cost = 1;
SELECT pg_temp.plan_shows('SELECT network_agg(source, target, strength) FROM many', 'Partial Aggregate') AS partial;
INSERT INTO built SELECT 'parallel', network_agg(source, target, strength) FROM many;
SET parallel_leader_participation = off;
INSERT INTO built SELECT 'workers only', network_agg(source, target, strength) FROM many;
SELECT pg_temp.plan_shows('SELECT network_union(n::network)
	FROM (SELECT source || ''->'' || target AS n FROM many) AS t', 'Partial Aggregate') AS partial;
INSERT INTO built SELECT 'parallel union', network_union((source || '->' || target || ':' || strength)::network)
FROM many;
RESET ALL;
SET search_path = mentorgraph, public;
SELECT count(*) AS built, count(DISTINCT network_send(net)) AS different, count(DISTINCT net::text) AS texts,
	min(person_count(net)) AS people, min(tie_count(net)) AS ties
FROM built;
SELECT count(*) AS differences
FROM (SELECT source, target, max(strength) FROM many GROUP BY source, target) AS direct (source, target, strength)
FULL JOIN (SELECT t.* FROM built, ties(net) AS t WHERE how = 'parallel') AS ours USING (source, target, strength)
WHERE direct.source IS NULL OR ours.source IS NULL;

-- two workers and the one that combines what they have are no faster: where combining costs something, none is asked
CALL pg_temp.use_workers();
SELECT pg_temp.plan_shows('SELECT sum(strength) FROM many', 'Partial Aggregate') AS sum,
	pg_temp.plan_shows('SELECT network_agg(source, target, strength) FROM many', 'Partial Aggregate') AS network_agg;
RESET ALL;
SET search_path = mentorgraph, public;

-- partition-wise: states combined in one process
CREATE TABLE parted (source bigint, target bigint, strength float8) PARTITION BY HASH (source);
CREATE TABLE parted_0 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO parted SELECT * FROM many;
INSERT INTO parted VALUES (-1, NULL, NULL);
ANALYZE parted;
SET enable_partitionwise_aggregate = on;
SET max_parallel_workers_per_gather = 0;
SET cpu_operator_cost = 0;
SELECT pg_temp.plan_shows('SELECT network_agg(source, target, strength) FROM parted', 'Partial Aggregate') AS partial;
SELECT network_agg(source, target, strength) = with_people(net, '{-1}') AS same
FROM parted, built WHERE how = 'serial' GROUP BY net;
RESET enable_partitionwise_aggregate;
RESET cpu_operator_cost;
RESET max_parallel_workers_per_gather;

DROP TABLE many, parted;
