-- load.sql - the workload of one size: ties, people, pairs, and networks as stored values.
SET client_min_messages = warning;
DROP TABLE IF EXISTS tie, person, pair, net, plain, hub, mentors, affiliations, asked;
CREATE EXTENSION IF NOT EXISTS mentorgraph;
CREATE TABLE tie (id bigint, src bigint, dst bigint, strength float8, kind text);
CREATE TABLE person (id bigint, manager_id bigint, level int, unit text, func text, site text, gender text);
CREATE TABLE pair (src bigint, dst bigint, hops int, nr bigint GENERATED ALWAYS AS IDENTITY);
\set tie_file '\'' :folder '/tie.csv\''
\set person_file '\'' :folder '/person.csv\''
\set pair_file '\'' :folder '/pairs.csv\''
COPY tie FROM :tie_file (FORMAT csv, HEADER);
COPY person FROM :person_file (FORMAT csv, HEADER);
COPY pair (src, dst, hops) FROM :pair_file (FORMAT csv, HEADER);
CREATE TABLE net AS SELECT mentorgraph.network_agg(src, dst, strength) AS net FROM tie;
CREATE TABLE plain (b bytea);
ALTER TABLE plain ALTER b SET STORAGE external;
INSERT INTO plain SELECT mentorgraph.network_send(net) FROM net;

-- What the peers in SQL need.
CREATE INDEX ON tie (dst);

-- Twenty deciders from the top of the house, five hundred candidates from anywhere; the busiest leaves.
CREATE TABLE asked AS SELECT
	(SELECT array_agg(id) FROM (SELECT id FROM person ORDER BY level, id LIMIT 20) AS d) AS deciders,
	(SELECT array_agg(id) FROM (SELECT id FROM person WHERE level > 3 ORDER BY id LIMIT 500) AS c) AS candidates,
	(SELECT dst FROM tie GROUP BY dst ORDER BY count(*) DESC, dst LIMIT 1) AS leaver;

-- A number in [0, 1) for any two others: always the same ones.
CREATE FUNCTION pg_temp.dice(i bigint, salt int) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
	SELECT (hashint8extended(i, salt) >> 12 & 1048575) / 1048576.0::float8
$$;

-- The network with a hub: 100 000 proteges, the people there are and others beyond, and 100 supporters.
CREATE TABLE hub AS
SELECT net OPERATOR(mentorgraph.+) (SELECT mentorgraph.network_agg(h.src, h.dst, h.strength)
	FROM (SELECT 0, i, 0.05 + 0.9 * pg_temp.dice(i, 1) FROM generate_series(1, 100000) AS i
		UNION ALL SELECT i, 0, 0.05 + 0.9 * pg_temp.dice(i, 2)
			FROM generate_series(1, 100) AS i) AS h (src, dst, strength)) AS net
FROM net;

-- Mentors: nobody has any in the first of twelve generations, everyone else one in the one before, and every second a
-- second.
CREATE TABLE mentors AS
WITH generation AS (SELECT count(*) / 12 + 1 AS size FROM person)
SELECT mentorgraph.network_agg((id / size - 1) * size + floor(pg_temp.dice(id, salt) * size)::bigint, id) AS net
FROM generation, (SELECT id - 1 AS id FROM person) AS p, generate_series(1, 2) AS salt
WHERE id >= size AND (salt = 1 OR pg_temp.dice(id, 3) < 0.5);

CREATE TABLE affiliations AS
SELECT mentorgraph.affiliation_agg(id, gender) AS gender, mentorgraph.affiliation_agg(id, func) AS func,
	mentorgraph.affiliation_agg(id, site) AS site, mentorgraph.affiliation_agg(id, level::text) AS level FROM person;
VACUUM ANALYZE;
CHECKPOINT;
