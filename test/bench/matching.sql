-- matching.sql - assignments of 20 000 things to 5 000 people with capacity 4, 40 candidates each, and of a million to
-- 200 000.
-- Set by the caller: people, the size of the workload; with fewer than a million only the smaller case.
\ir common.sql
SET max_parallel_workers_per_gather = 0;

CREATE TEMP TABLE candidate AS
SELECT DISTINCT ON (f, p) f, p, score, theirs
FROM (SELECT i % 20000 AS f, hashint8extended(i, 1) & 1023 AS a,
	(hashint8extended(i, 2) & 9223372036854775807) % 5000 AS p,
	((hashint8extended(i, 3) & 1048575) + 1) / 1048576.0::float8 AS score,
	((hashint8extended(i, 4) & 1048575) + 1) / 1048576.0::float8 AS theirs
	FROM generate_series(0, 799999) AS i) AS drawn;
CREATE TEMP TABLE worth AS SELECT p, ((hashint8extended(p, 5) & 1048575) + 1) / 1048576.0::float8 AS worth
FROM generate_series(0, 4999) AS p;
CREATE TEMP TABLE lists AS
SELECT 'any' AS scores, mentorgraph.shortlist_agg(f, p, score, 1, 4, theirs) AS l FROM candidate
UNION ALL SELECT 'equal', mentorgraph.shortlist_agg(f, p, 1, 1, 4, 1) FROM candidate
UNION ALL SELECT 'short', mentorgraph.shortlist_agg(f, p, score, 1, 3, theirs) FROM candidate
UNION ALL SELECT 'person', mentorgraph.shortlist_agg(f, p, worth, 1, 4, theirs) FROM candidate JOIN worth USING (p);
SELECT 'build',
	pg_temp.timed('SELECT mentorgraph.for_count(mentorgraph.shortlist_agg(f, p, score, 1, 4, theirs)) FROM candidate',
	3);
SELECT 'sum', pg_temp.timed('SELECT sum(f), sum(p), sum(score), sum(theirs) FROM candidate', 3);
SELECT 'bytes', pg_column_size(l)::float8 / (SELECT count(*) FROM candidate) FROM lists WHERE scores = 'any';
SELECT scores || '_' || method,
	pg_temp.timed(format('SELECT count(*), sum(score) FROM lists, mentorgraph.assign(l, %L) WHERE scores = %L', method,
	scores), 3)
FROM lists, (VALUES ('most'), ('optimal'), ('stable')) AS m (method);
SELECT 'shortage', pg_temp.timed('SELECT sum(missing) FROM lists, mentorgraph.shortage(l) WHERE scores = ''short''', 3);

SELECT :people >= 1000000 AS large \gset
\if :large
CREATE TEMP TABLE large AS
SELECT mentorgraph.shortlist_agg(f, p, score, 1, 5, theirs) AS l
FROM (SELECT DISTINCT ON (f, p) f, p, score, theirs
	FROM (SELECT i % 1000000 AS f, (hashint8extended(i, 2) & 9223372036854775807) % 200000 AS p,
			((hashint8extended(i, 3) & 1048575) + 1) / 1048576.0::float8 AS score,
			((hashint8extended(i, 4) & 1048575) + 1) / 1048576.0::float8 AS theirs
		FROM generate_series(0, 9999999) AS i) AS drawn) AS pairs;
SELECT 'large_stable', pg_temp.timed('SELECT count(*), sum(score) FROM large, mentorgraph.assign(l, ''stable'')', 1,
	false);
\endif
