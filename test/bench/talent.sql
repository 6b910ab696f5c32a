-- talent.sql - a refresh of the talent schema over a company of :people people with 12 ties each, :positions positions
-- with 20 candidates each.
-- Nothing is random. Two refreshes: the first, and one after a hundredth of the ties has changed. The ties fall evenly
-- on all people, but one in twelve, an adviser's, falls on one in a hundred: these are the hubs.
-- Set by the caller: people, positions.
\ir common.sql
SET client_min_messages = warning;
DROP SCHEMA IF EXISTS bench_source, bench CASCADE;
CREATE SCHEMA bench_source;
SET search_path = bench_source;
CREATE TABLE person AS
SELECT 'p' || i AS person_key, 'Person ' || i AS name, 'unit ' || i * 7919::bigint % 200 AS unit, 'company' AS company,
	'place ' || i % 17 AS location, 'function ' || i % 11 AS job_function,
	CASE WHEN i = 1 THEN 9 ELSE greatest(1, 9 - floor(ln(i) / ln(7))::integer) END AS level, CASE
		WHEN i > 1 THEN 'p' || (i + 5) / 7 END AS manager_key,
	date '2015-01-01' + i % 3000 AS joined, date '2020-01-01' + i % 1500 AS level_since,
	i * 31 % 100 / 100.0 AS performance, i % 5 = 0 AS wants_mentor, i % 7 AS mentor_capacity
FROM generate_series(1, :people) AS i;
CREATE TABLE tie AS
SELECT 'p' || source AS from_key, 'p' || target AS to_key,
	(ARRAY['sponsor', 'mentor', 'adviser', 'peer', 'coach', 'adviser', 'peer', 'adviser', 'adviser', 'peer', 'adviser',
		'mentor'])[place] AS kind,
	(3 + (source * 31 + target * 17) % 97) / 100.0::float8 AS strength,
		date '2018-01-01' + (source % 2500)::integer AS since,
		date '2026-01-01' + (target % 200)::integer AS last_contact,
	CASE WHEN (source + target) % 3 = 0 THEN (ARRAY['information', 'development; advice', 'encouragement', 'exposure',
		'influence; protection'])[1 + target % 5] END AS support
FROM (SELECT i AS source, k AS place, 1 + (i * 7919 + k * k * 104729 * (1 + i % 3) + k * 31) % CASE
	WHEN k = 3 THEN greatest(50, :people / 100) ELSE :people END AS target
	FROM generate_series(1, :people::bigint) AS i, generate_series(1, 12) AS k) AS t
WHERE source <> target;
CREATE TABLE job_position AS
SELECT 'P' || i AS position_key, 'Position ' || i AS title, 'unit ' || i % 200 AS unit, 6 AS level,
	i % 3 = 0 AS critical, date '2026-09-01' + i AS vacant_from FROM generate_series(1, :positions) AS i;
CREATE TABLE incumbency AS SELECT 'P' || i AS position_key, 'p' || 10 + i AS person_key, date '2020-01-01' AS since
FROM generate_series(1, :positions) AS i;
CREATE TABLE position_role AS SELECT 'P' || i AS position_key, 'p' || 1 + i % 9 AS person_key, 'decider' AS role,
	1 AS seq FROM generate_series(1, :positions) AS i;
CREATE TABLE candidate AS
SELECT 'P' || i AS position_key, 'p' || 1000 + (i * 797 + k * 131) % (:people - 1000) AS person_key,
	k * 3 % 40 AS months_to_ready, date '2026-01-01' AS assessed_on
FROM generate_series(1, :positions) AS i, generate_series(1, 20) AS k;
CREATE TABLE requirement AS
SELECT 'P' || i AS position_key, 'skill ' || k AS competency, 3.0 AS level, k AS weight
FROM generate_series(1, :positions) AS i, generate_series(1, 8) AS k;
CREATE TABLE competency AS
SELECT 'p' || i AS person_key, 'skill ' || k AS competency, i * k % 6 AS level, 'manager' AS rater,
	date '2026-01-01' AS rated_on
FROM generate_series(1, :people) AS i, generate_series(1, 8) AS k WHERE (i + k) % 3 > 0;
CREATE TABLE goal AS
SELECT from_key, to_key, kind, 'goal ' || g AS goal, date '2026-03-01' + g * 60 AS due, CASE
	WHEN g = 1 THEN date '2026-02-20' END AS done
FROM tie, generate_series(1, 2) AS g WHERE kind = 'mentor' AND strength > 0.5;
CREATE TABLE job_history AS
SELECT 'p' || i AS person_key, 'company' AS company, 'unit ' || i % 200 AS unit, date '2015-01-01' AS since,
	date '2020-01-01' AS until FROM generate_series(1, :people, 3) AS i;
CREATE TABLE person_group AS SELECT person_key, 'group' AS attribute,
	(ARRAY['a', 'b', 'c'])[1 + hashtext(person_key) & 1] AS value FROM person;
ANALYZE;
SELECT mentorgraph.create_talent_schema('bench', 'bench_source') \gset
\o /dev/null
SELECT pg_temp.cpu() AS before \gset
CALL bench.refresh(date '2026-07-01', publish => true);
SELECT pg_temp.cpu() - :before AS first_cpu \gset
-- a night later: a hundredth of the ties has changed
UPDATE tie SET strength = 0.5 WHERE hashtext(from_key || to_key) % 100 = 0;
SELECT pg_temp.cpu() AS before \gset
CALL bench.refresh(date '2026-07-01', publish => true);
\o
SELECT 'refresh', (SELECT sum(seconds) FROM bench.run_step WHERE run_id = 2) || ' ' || pg_temp.cpu() - :before;
SELECT 'step', s.step, s.rows, f.seconds, s.seconds FROM bench.run_step AS s JOIN bench.run_step AS f USING (step)
WHERE f.run_id = 1 AND s.run_id = 2 ORDER BY s.place;
SELECT 'first', (SELECT sum(seconds) FROM bench.run_step WHERE run_id = 1) || ' ' || :first_cpu;
