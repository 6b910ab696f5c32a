-- The talent schema: made, filled from the source documents' cases (test/talent), checked against the facts that must
-- come out.
\i test/lib/attempt.sql
\set source talent_source
\set company test/talent/company.sql
\i test/lib/talent_source.sql
SELECT mentorgraph.create_talent_schema('talent');

-- readable before the first refresh
SELECT count(*) FROM talent.succession_readiness;
SELECT count(*) FROM talent.data_problem;

CALL talent.refresh(date '2026-07-01', publish => true);
SELECT run_id, as_of, published, ok, message, seconds > 0 AS took_time, rows, cardinality(steps) > 10 AS steps,
	cardinality(undated) AS undated FROM talent.run;
SELECT string_agg(step, ' ' ORDER BY place) FROM talent.run_step;

-- the facts of the cases
SET search_path = talent, mentorgraph;
\set ECHO none
\i test/talent/expected.sql
\set ECHO all

-- what the views say
SELECT position_key, person_key, rank, slate_place, slate_reason, round(fit::numeric, 3) AS fit, gaps,
	round(advocacy_strength::numeric, 3) AS advocacy, chain, weakest_link, indispensable, voices, visibility, actions
FROM succession_readiness ORDER BY position_key COLLATE "C", rank, person_key COLLATE "C";
SELECT position_key, person_key, step, from_key, to_key, strength, reporting_line, indispensable FROM chain_link
ORDER BY 1, 2, 3;
SELECT position_key, incumbents, candidates, ready_now, ready_1_year, ready_3_years, best_key, months_to_vacancy,
	uncovered_months, from_other_units, slate_problem FROM bench ORDER BY position_key COLLATE "C";
SELECT * FROM data_problem;
SELECT * FROM readiness_action WHERE person_key = 'H-harris' ORDER BY place;
SELECT name, person_count(net), tie_count(net) FROM d_network ORDER BY name;

-- the same again changes nothing but the run
CREATE TEMP TABLE before AS SELECT 'readiness' AS relation, d.ctid::text AS place FROM d_succession_readiness AS d
UNION ALL SELECT 'link', d.ctid::text FROM d_chain_link AS d
UNION ALL SELECT 'network', d.ctid::text FROM d_network AS d UNION ALL SELECT 'gap', d.ctid::text
FROM d_candidate_gap AS d;
CALL refresh(date '2026-07-01', publish => true);
SELECT count(*) FROM before WHERE (relation, place) NOT IN (SELECT 'readiness', d.ctid::text
	FROM d_succession_readiness AS d UNION ALL SELECT 'link', d.ctid::text FROM d_chain_link AS d
UNION ALL SELECT 'network', d.ctid::text FROM d_network AS d UNION ALL SELECT 'gap', d.ctid::text
FROM d_candidate_gap AS d);

-- a past day is computed and not shown
CALL refresh(date '2026-06-15');
SELECT run_id, as_of, published, ok FROM run ORDER BY run_id;
SELECT DISTINCT as_of FROM succession_readiness;

-- every kind of bad row is named, left out or used as it says
SET search_path = talent_source;
INSERT INTO person (person_key, name, unit, joined, last_day, worker_type, manager_key, performance) VALUES
	(NULL, 'no key', 'x', NULL, NULL, NULL, NULL, NULL),
	('S-kim', 'Kim again', 'x', '2019-01-01', NULL, NULL, NULL, NULL),
	('s-KIM ', 'near', 'x', NULL, NULL, NULL, NULL, NULL),
	('X-gone', 'Gone', 'x', '2010-01-01', '2020-01-01', NULL, NULL, NULL),
	('X-back', 'Then', 'x', '2010-01-01', '2020-01-01', NULL, NULL, NULL),
	('X-back', 'Now', NULL, '2025-01-01', NULL, 'temp', 'X-nobody', 'NaN'),
	('X-a', 'A', 'x', NULL, NULL, 'external', 'X-b', NULL), ('X-b', 'B', 'x', NULL, NULL, NULL, 'X-a', NULL),
	('X-self', 'Self', 'x', '2021-01-01', '2020-12-31', NULL, 'X-self', NULL);
INSERT INTO tie (from_key, to_key, kind, strength, since, until, support, reported_by, context) VALUES
	('X-nobody', 'S-kim', 'sponsor', 0.5, NULL, NULL, NULL, NULL, NULL),
	('S-kim', 'X-nobody', 'sponsor', 0.5, NULL, NULL, NULL, NULL, NULL),
	('S-kim', 'S-kim', 'peer', 0.5, NULL, NULL, NULL, NULL, NULL),
	('S-kim', 'S-dave', 'peer', 1.5, NULL, NULL, NULL, NULL, NULL),
	('S-kim', 'S-dave', 'peer', 'NaN', NULL, NULL, NULL, NULL, NULL),
	('S-kim', 'S-dave', 'peer', 0.5, '2020-01-01', '2019-01-01', NULL, NULL, NULL),
	('S-kim', 'S-dave', 'friend', 0.5, NULL, NULL, NULL, NULL, NULL),
	('S-kim', 'S-stan', 'friend', 0.5, NULL, NULL, NULL, NULL, NULL),
	('X-gone', 'S-kim', 'mentor', 0.5, NULL, NULL, NULL, NULL, NULL),
	('S-kim', 'S-dave', 'Peer', 0.3, NULL, NULL, 'Advice; magic ;', 'me', 'pub'),
	('S-kim', 'S-dave', 'peer', 0.4, NULL, NULL, NULL, 'from', NULL),
	('S-kim', 'S-dave', 'peer', 0.2, NULL, NULL, NULL, 'from', NULL),
	(NULL, 'S-kim', 'peer', 0.2, NULL, NULL, NULL, NULL, NULL);
INSERT INTO job_position (position_key, title, openings)
	VALUES (NULL, 'x', NULL), ('P-group', 'twice', NULL), ('P-none', NULL, 0), ('P-free', NULL, 1);
INSERT INTO incumbency (position_key, person_key, since, until)
	VALUES ('P-x', 'S-kim', NULL, NULL), ('P-pl', 'X-nobody', NULL, NULL), ('P-pl', 'X-gone', NULL, NULL),
	('P-group', 'S-rita', NULL, NULL);
INSERT INTO position_role (position_key, person_key, role, seq)
	VALUES ('P-x', 'S-kim', 'decider', 1), ('P-pl', 'S-kim', 'boss', 1), ('P-pl', 'X-gone', 'decider', 1),
	('P-pl', 'S-kim', 'decider', 1);
INSERT INTO candidate (position_key, person_key, status, assessed_on, months_to_ready)
	VALUES ('P-x', 'S-kim', NULL, NULL, NULL), ('P-pl', 'X-nobody', NULL, NULL, NULL),
	('P-pl', 'X-gone', NULL, NULL, NULL),
	('P-pl', 'X-a', NULL, NULL, NULL), ('P-pl', 'S-kim', 'maybe', NULL, NULL),
	('P-pl', 'S-dave', 'Declined', NULL, NULL), ('P-ceo', 'C-ceo', NULL, NULL, NULL),
	('P-pl', 'S-stan', NULL, '2027-01-01', -3), ('P-pl', 'S-stan', NULL, NULL, NULL);
INSERT INTO requirement VALUES ('P-x', 'c', 1, 1), ('P-pl', 'c', -1, 1), ('P-pl', 'd', 1, 'NaN'),
	('P-pl', 'e', NULL, 1), ('P-pl', 'f', 1, NULL), ('P-pl', 'f', 2, NULL);
INSERT INTO competency VALUES ('X-nobody', 'c', 1, NULL, NULL), ('S-kim', 'c', 'Infinity', NULL, NULL),
	('S-kim', NULL, 1, NULL, NULL), ('S-kim', 'f', 1, 'friend', NULL);
INSERT INTO objection VALUES ('X-nobody', 'S-kim', NULL, NULL, NULL), ('S-kim', 'S-kim', NULL, NULL, NULL),
	('S-kim', 'S-dave', 'P-x', NULL, NULL);
INSERT INTO goal VALUES ('X-nobody', 'S-kim', 'mentor', 'g', NULL, NULL),
	('S-kim', 'S-dave', 'friend', 'g', NULL, NULL), ('S-kim', 'S-dave', 'peer', NULL, NULL, NULL);
INSERT INTO job_history (person_key, since, until)
	VALUES ('X-nobody', NULL, NULL), ('S-kim', '2020-01-01', '2020-01-01');
INSERT INTO person_group VALUES ('X-nobody', 'gender', 'F'), ('S-kim', 'gender', 'F'), ('S-kim', 'gender', 'M'),
	('S-kim', NULL, 'F');
SELECT * FROM mentorgraph.check_talent_source('talent_source', 'talent', date '2026-07-01');
SELECT count(*) AS without_a_schema FROM mentorgraph.check_talent_source('talent_source', as_of => date '2026-07-01');
SELECT count(*) AS left_behind FROM pg_namespace WHERE nspname LIKE 'talent_check%';
CALL talent.refresh(date '2026-07-01', publish => true);
SELECT count(*) AS as_checked FROM talent.data_problem AS d
FULL JOIN mentorgraph.check_talent_source('talent_source', 'talent', date '2026-07-01') AS c
	ON (d.relation, coalesce(d.key, ''), d.severity, d.problem, d.rows) = (c.relation, coalesce(c.key, ''), c.severity,
		c.problem, c.rows) WHERE d.relation IS NULL OR c.relation IS NULL;
SELECT string_agg(format('%s %s %s', from_id, to_id, strength), ', ')
FROM (SELECT f.person_key AS from_id, t.person_key AS to_id, n.strength
	FROM talent.d_network, mentorgraph.ties(net) AS n JOIN talent.person_id AS f ON f.id = n.source
		JOIN talent.person_id AS t ON t.id = n.target WHERE name = 'contact' AND f.person_key = 'S-kim') AS k;

-- relations and columns that are missing, of other types, in another order; errors name the relation
DROP TABLE goal, objection, job_history, person_group;
ALTER TABLE person RENAME TO staff;
CREATE VIEW person AS SELECT level::numeric AS level, unit::varchar(20) AS unit,
	person_key::char(20)::varchar AS person_key, 1 AS unknown_column FROM staff;
CALL talent.refresh(date '2026-07-01', publish => true);
SELECT count(*) AS with_direct, count(advocacy_strength) AS with_chain, count(diversity) AS with_diversity
FROM talent.succession_readiness;
ALTER TABLE tie ALTER strength TYPE text USING 'strong';
SELECT * FROM pg_temp.attempt('SELECT talent.load_source() FROM talent.make_staging()');
SELECT relation, key, severity, problem FROM mentorgraph.check_talent_source('talent_source', 'talent',
	date '2026-07-01') WHERE key IS NULL;
ALTER TABLE tie DROP kind;
SELECT * FROM pg_temp.attempt('SELECT talent.load_source() FROM talent.make_staging()');
DROP TABLE tie;
SELECT * FROM pg_temp.attempt('SELECT talent.load_source() FROM talent.make_staging()');
RESET search_path;

-- the contract's columns and those of staging are the same
CREATE SCHEMA contract_source;
SELECT mentorgraph.create_talent_source('contract_source');
BEGIN;
SELECT talent.make_staging();
SELECT s.relation, s.attname, s.type, t.type FROM
	(SELECT c.relname::text AS relation, a.attname, a.attnum, format_type(a.atttypid, -1) AS type FROM pg_class AS c
		JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
		WHERE c.relnamespace = 'contract_source'::regnamespace AND c.relkind = 'r') AS s
	FULL JOIN (SELECT substr(c.relname, 4) AS relation, a.attname, a.attnum, format_type(a.atttypid, -1) AS type
		FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
		WHERE c.relnamespace = pg_my_temp_schema() AND c.relkind = 'r' AND c.relname LIKE 'in\_%') AS t
	USING (relation, attname, attnum) WHERE s.type IS DISTINCT FROM t.type;
ROLLBACK;

-- every object has a comment, every column too, and no word of a view must be quoted; only plain types
SELECT 'relation ' || c.relname FROM pg_class AS c
WHERE c.relnamespace = 'talent'::regnamespace AND c.relkind IN ('r', 'v') AND obj_description(c.oid, 'pg_class') IS NULL
UNION ALL SELECT format('column %s.%s', c.relname, a.attname) FROM pg_class AS c
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
	WHERE c.relnamespace = 'talent'::regnamespace AND c.relkind = 'v' AND col_description(c.oid, a.attnum) IS NULL
UNION ALL SELECT format('type of %s.%s', c.relname, a.attname) FROM pg_class AS c
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
	WHERE c.relnamespace = 'talent'::regnamespace AND c.relkind = 'v'
		AND format_type(a.atttypid, -1) NOT IN ('text', 'bigint', 'integer', 'double precision', 'boolean', 'date',
		'timestamp with time zone', 'text[]')
UNION ALL SELECT format('word %s.%s', c.relname, a.attname) FROM pg_class AS c
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
	WHERE c.relnamespace = 'talent'::regnamespace AND c.relkind = 'v'
		AND a.attname IN (SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T'))
UNION ALL SELECT 'function ' || p.oid::regprocedure FROM pg_proc AS p
WHERE p.pronamespace = 'talent'::regnamespace AND obj_description(p.oid, 'pg_proc') IS NULL;
-- all functions pin their path (the outer procedure must not), none borrows rights, none is everybody's
SELECT p.oid::regprocedure, p.prosecdef, p.proconfig FROM pg_proc AS p JOIN pg_language AS l ON l.oid = p.prolang
WHERE p.pronamespace = 'talent'::regnamespace
AND (p.prosecdef OR (p.proconfig IS NULL AND p.proname NOT IN ('refresh', 'folded', 'months_between'))
	OR p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) AS a WHERE a.grantee <> p.proowner));
SELECT DISTINCT p.proconfig FROM pg_proc AS p WHERE p.pronamespace = 'talent'::regnamespace;
SELECT c.relname FROM pg_class AS c, aclexplode(c.relacl) AS a
WHERE c.relnamespace = 'talent'::regnamespace AND a.grantee <> c.relowner;

-- again: nothing to do; what has been edited stops it
SELECT mentorgraph.create_talent_schema('talent');
CREATE OR REPLACE VIEW talent.run_step AS SELECT run_id, place, step, rows, seconds FROM talent.d_run_step
WHERE place > 1;
CREATE OR REPLACE FUNCTION talent.folded(key text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS 'SELECT key';
SELECT * FROM pg_temp.attempt($$SELECT mentorgraph.create_talent_schema('talent')$$);
GRANT SELECT ON talent.run_step TO pg_monitor;
SELECT mentorgraph.create_talent_schema('talent', overwrite => true);
SELECT min(place), has_table_privilege('pg_monitor', 'talent.run_step', 'SELECT') FROM talent.run_step;
SELECT count(*) FROM talent.object WHERE definition_md5 IS DISTINCT FROM talent.object_md5(kind, name)
	AND definition_md5 IS NOT NULL;

-- an older version: fewer columns, fewer objects, and rows that stay
DROP VIEW talent.bench, talent.readiness_action;
CREATE VIEW talent.bench AS SELECT p.as_of, d.position_key, d.title FROM talent.d_bench AS d
CROSS JOIN talent.d_published AS p;
GRANT SELECT ON talent.bench TO pg_monitor;
CREATE VIEW public.depends AS SELECT * FROM talent.bench;
DELETE FROM talent.object WHERE name = 'readiness_action';
WITH older AS (UPDATE talent.object SET version = '0.9' RETURNING 1) SELECT count(*) > 50 AS older FROM older;
UPDATE talent.object SET definition_md5 = talent.object_md5(kind, name) WHERE name = 'bench';
UPDATE talent.setting SET value = 4 WHERE name = 'slate_size';
DELETE FROM talent.setting WHERE name = 'core_low';
CREATE TEMP TABLE rows_before AS SELECT count(*) AS n FROM talent.d_succession_readiness;
SELECT mentorgraph.create_talent_schema('talent');
SELECT (SELECT count(*) FROM talent.d_succession_readiness) = n AS rows_kept, (SELECT value FROM talent.setting
	WHERE name = 'slate_size') AS mine, (SELECT value FROM talent.setting WHERE name = 'core_low') AS anew,
	has_table_privilege('pg_monitor', 'talent.bench', 'SELECT') AS granted,
	(SELECT count(*) FROM information_schema.columns WHERE (table_schema, table_name) = ('talent', 'bench')) AS columns,
	(SELECT count(DISTINCT version) FROM talent.object) AS versions FROM rows_before;
DROP VIEW public.depends;

-- what is refused
SELECT * FROM pg_temp.attempt($$SELECT mentorgraph.create_talent_schema('new', 'nowhere')$$);
SELECT * FROM pg_temp.attempt($$SELECT mentorgraph.create_talent_schema('talent_source', 'talent_source')$$);
SELECT * FROM pg_temp.attempt($$SELECT mentorgraph.create_talent_schema(NULL)$$);
CREATE SCHEMA mine; CREATE VIEW mine.bench AS SELECT 1 AS one;
SELECT * FROM pg_temp.attempt($$SELECT mentorgraph.create_talent_schema('mine')$$);
GRANT CREATE ON SCHEMA mine TO PUBLIC;
SELECT * FROM pg_temp.attempt($$SELECT mentorgraph.create_talent_schema('mine')$$);
SELECT * FROM pg_temp.attempt($$CALL talent.refresh(date '2026-07-01')$$);
SELECT * FROM pg_temp.attempt($$SELECT talent.setting_of('nothing')$$);
-- a share as percent, no number, less than nobody
UPDATE talent.setting SET value = CASE name WHEN 'core_strength' THEN 70 WHEN 'pool_years' THEN float8 'NaN' ELSE -1 END
WHERE name IN ('core_strength', 'pool_years', 'slate_size');
SELECT * FROM pg_temp.attempt($$SELECT talent.setting_of('core_strength')$$);
SELECT * FROM pg_temp.attempt($$SELECT talent.setting_of('pool_years')$$);
SELECT * FROM pg_temp.attempt($$SELECT talent.setting_of('slate_size')$$);
UPDATE talent.setting SET value = CASE name WHEN 'core_strength' THEN 0.7 WHEN 'pool_years' THEN 5 ELSE 4 END
WHERE name IN ('core_strength', 'pool_years', 'slate_size');

-- two talent schemas, of odd names, side by side
SELECT mentorgraph.create_talent_source('od"d $$ source');
INSERT INTO "od""d $$ source".person (person_key) VALUES ('a'), ('b');
INSERT INTO "od""d $$ source".tie (from_key, to_key, kind) VALUES ('a', 'b', 'mentor');
SELECT mentorgraph.create_talent_schema('od"d '' $$ talent', source => 'od"d $$ source');
CALL "od""d ' $$ talent".refresh(date '2026-07-01', publish => true);
SELECT name, net FROM "od""d ' $$ talent".d_network ORDER BY name COLLATE "C";
SELECT count(*) FROM talent.d_network, mentorgraph.summary(net) AS s WHERE people > 90;

-- talent_sql() is what was run
SELECT kind, count(*) > 0 AS some, bool_and(definition LIKE '%' || object || '%') AS named FROM mentorgraph.talent_sql()
GROUP BY kind ORDER BY min(step);

DROP SCHEMA talent, "od""d ' $$ talent" CASCADE;
DROP SCHEMA talent_source, contract_source, "od""d $$ source", mine CASCADE;
