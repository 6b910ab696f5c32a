-- competencies.sql - who fits what. Set by the caller: people. 200 competencies, of which everybody has 30, and so has
-- every position.
\ir common.sql
SET max_parallel_workers_per_gather = 0;

CREATE UNLOGGED TABLE skill AS
SELECT person, mentorgraph.competencies_agg('competency ' || lpad(n::text, 3, '0'), (h >> 8) % 6) AS have
FROM (SELECT i AS person, 7 * k + (hashint8(i * 31 + k) & 2147483647) % 7 AS n, hashint8(i * 17 + k) & 2147483647 AS h
	FROM generate_series(1, :people::bigint) AS i, generate_series(0, 29) AS k) AS drawn GROUP BY person;
CREATE UNLOGGED TABLE opening AS
SELECT opening, mentorgraph.competencies_agg('competency ' || lpad(n::text, 3, '0'), 1 + (h >> 8) % 5) AS need
FROM (SELECT i AS opening, 7 * k + (hashint8(i * 37 + k) & 2147483647) % 7 AS n, hashint8(i * 19 + k) & 2147483647 AS h
	FROM generate_series(1, 1000) AS i, generate_series(0, 29) AS k) AS drawn GROUP BY opening;
VACUUM ANALYZE skill, opening;

SELECT 'skill_rows', pg_temp.timed('SELECT count(pg_column_size(have)) FROM skill', 3);
SELECT 'fit',
	pg_temp.timed('SELECT count(mentorgraph.fit(have, need, min_known => 0)) FROM skill, opening WHERE opening = 1', 3);
SELECT 'fit_weighted',
	pg_temp.timed('SELECT count(mentorgraph.fit(have, need, need, 0)) FROM skill, opening WHERE opening = 1', 3);
SELECT 'fit_pairs',
	pg_temp.timed('SELECT count(mentorgraph.fit(have, need, min_known => 0)) FROM (SELECT have FROM skill LIMIT 1000) '
		'AS s, opening', 3);
-- five competencies, each at a level that half of those who have it reach
SELECT 'contains', pg_temp.timed($$SELECT count(*) FROM skill WHERE have OPERATOR(mentorgraph.@>)
	'{"competency 001": 3, "competency 008": 3, "competency 015": 3, "competency 022": 3, "competency 029": 3}'$$, 3);
SELECT 'build', pg_temp.timed($$SELECT count(have) FROM (SELECT mentorgraph.competencies_agg(key, value::float8) AS have
	FROM (SELECT * FROM skill LIMIT 10000) AS s, jsonb_each_text(have::jsonb) GROUP BY person) AS b$$, 1);
SELECT 'unpack',
	pg_temp.timed('SELECT count(value::float8) FROM (SELECT * FROM skill LIMIT 10000) AS s, '
		'jsonb_each_text(have::jsonb)', 1);
DROP TABLE skill, opening;
