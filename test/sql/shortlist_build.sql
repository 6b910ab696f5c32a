-- Shortlists from rows, and what is refused.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- building
CREATE TEMP TABLE listed (for_id bigint, person bigint, score float8, openings bigint, capacity bigint,
	their_score float8);
INSERT INTO listed VALUES (5, 17, 0.8, 2, 4, 0.5), (5, 18, 1, 2, 1, 0.25), (6, 17, 0.5, 1, 4, 1), (6, 17, 0.5, 1, 4, 1),
	(7, NULL, NULL, 0, NULL, NULL), (NULL, 19, NULL, NULL, 3, NULL), (NULL, NULL, NULL, NULL, NULL, NULL);
SELECT shortlist_agg(for_id, person, score) FROM listed;
SELECT shortlist_agg(for_id, person, score, openings, capacity) FROM listed;
SELECT shortlist_agg(for_id, person, score, openings, capacity, their_score) FROM listed;
SELECT shortlist_agg(for_id, person, score) FROM listed WHERE false;
SELECT shortlist_agg(for_id, person, score) FROM listed WHERE for_id IS NULL AND person IS NULL;
SELECT for_id, shortlist_agg(for_id, person, score, openings, capacity) FROM listed GROUP BY for_id ORDER BY for_id;

SELECT arguments, (pg_temp.attempt(format('SELECT shortlist_agg(%s) FROM generate_series(1, 2) AS i', arguments))).*
FROM (VALUES ('1, 2, NULL'), ('1, 2, 0'), ('1, 2, -1'), ('1, 2, 1.5'), ('1, 2, ''NaN'''), ('1, 2, 0.5, NULL, 1'),
	('1, 2, 0.5, 1, NULL'), ('1, 2, 0.5, -1, 1'),
	('1, 2, 0.5, 1, 2147483648'), ('1, 2, 0.5, 1, 1, NULL'), ('1, 2, 0.5, 1, 1, 2'), ('1, 2, i / 2.0'),
	('1, 2, 1, 1, 1, i / 2.0'),
	('1, i, 1, i, 1'), ('i, 2, 1, 1, i'), ('1, NULL, NULL, NULL, NULL'),
	('NULL, 2, NULL, NULL, NULL')) AS t (arguments);
SELECT (pg_temp.attempt('SELECT shortlist_agg(for_id, person, score) OVER () FROM listed')).*;
