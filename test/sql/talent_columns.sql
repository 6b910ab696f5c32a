-- What a company does not have is unknown, never 0 and never an error: each optional column, then each optional
-- relation, then all of them are taken away, and what becomes empty is written down.
\i test/lib/attempt.sql
\set source base
\set company test/talent/company.sql
\set more test/talent/full.sql
\i test/lib/talent_source.sql
\set SHOW_CONTEXT never
SET jit = off; -- or the server compiles each of thousands of small queries
RESET search_path;
-- the source as views; only person.person_key and tie's from_key, to_key and kind are required
CREATE SCHEMA source;
CREATE TEMP TABLE contract AS
SELECT c.relname AS relation, a.attname AS name, a.attnum AS place,
	(c.relname, a.attname) IN (('person', 'person_key'), ('tie', 'from_key'), ('tie', 'to_key'),
	('tie', 'kind'), ('job_position', 'position_key'), ('job_position', 'title'), ('incumbency', 'position_key'),
	('incumbency', 'person_key'),
	('position_role', 'position_key'), ('position_role', 'person_key'), ('position_role', 'role'),
	('candidate', 'position_key'), ('candidate', 'person_key'),
	('requirement', 'position_key'), ('requirement', 'competency'), ('requirement', 'level'),
	('competency', 'person_key'), ('competency', 'competency'),
	('competency', 'level'), ('objection', 'objector_key'), ('objection', 'person_key'), ('goal', 'from_key'),
	('goal', 'to_key'), ('goal', 'kind'),
	('goal', 'goal'), ('job_history', 'person_key'), ('person_group', 'person_key'), ('person_group', 'attribute'),
	('person_group', 'value')) AS required
FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
WHERE c.relnamespace = 'base'::regnamespace AND c.relkind = 'r';
CREATE FUNCTION pg_temp.describe(gone_relation text, gone_column text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	definition text;
BEGIN
	EXECUTE 'DROP SCHEMA IF EXISTS source CASCADE; CREATE SCHEMA source';
	FOR definition IN SELECT format('CREATE VIEW source.%I AS SELECT %s FROM base.%1$I', relation,
		string_agg(quote_ident(name), ', ' ORDER BY place)) FROM contract
		WHERE required AND (relation <> gone_relation OR gone_column IS NOT NULL OR relation IN ('person', 'tie'))
			OR NOT required AND gone_relation <> 'all' AND (relation <> gone_relation OR name <> gone_column)
		GROUP BY relation HAVING relation IN ('person', 'tie') OR gone_relation <> 'all'
	LOOP
		EXECUTE definition;
	END LOOP;
END
$$;
SELECT pg_temp.describe('none', '');
SELECT mentorgraph.create_talent_schema('talent', source => 'source');
-- of each relation the rows (no name), of each column the rows where something is known, and those where it is not 0 or
-- false
CREATE FUNCTION pg_temp.look() RETURNS TABLE (relation text, name text, known bigint, more bigint)
LANGUAGE plpgsql AS $$
BEGIN
	FOR relation IN SELECT c.relname FROM pg_class AS c
		WHERE c.relnamespace = 'talent'::regnamespace AND c.relkind = 'v'
		AND c.relname !~ '^reader_|^run|^readiness_history$|^known_to_reader$|^data_problem$' ORDER BY c.relname
	LOOP
		RETURN QUERY EXECUTE format($q$SELECT %L, '', count(*), count(*) FROM talent.%I
			UNION ALL SELECT %1$L, e.key, count(*), count(*) FILTER (WHERE e.value NOT IN ('0', 'false'))
			FROM talent.%2$I AS r, jsonb_each(to_jsonb(r)) AS e WHERE e.value NOT IN ('null', '[]')
				GROUP BY e.key$q$, relation, relation);
	END LOOP;
END
$$;
-- of each relation a checksum of what it shows
CREATE FUNCTION pg_temp.sums() RETURNS TABLE (relation text, checksum text) LANGUAGE plpgsql AS $$
BEGIN
	FOR relation IN SELECT c.relname FROM pg_class AS c
		WHERE c.relnamespace = 'talent'::regnamespace AND c.relkind = 'v' AND c.relname !~ '^run' ORDER BY c.relname
	LOOP
		EXECUTE format('SELECT md5(string_agg(r::text, chr(10) ORDER BY r::text COLLATE "C")) FROM talent.%I AS r',
			relation) INTO checksum;
		RETURN NEXT;
	END LOOP;
END
$$;
CALL talent.refresh(date '2026-07-01', publish => true);
CREATE TEMP TABLE whole AS SELECT * FROM pg_temp.look();
-- with everything there: no relation is empty, and no column but these
SELECT c.relname, string_agg(a.attname, ' ' ORDER BY a.attnum) AS never_known
FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
JOIN whole AS r ON r.relation = c.relname AND r.name = ''
LEFT JOIN whole AS w ON (w.relation, w.name) = (c.relname, a.attname)
WHERE c.relnamespace = 'talent'::regnamespace AND c.relkind = 'v' AND (w.name IS NULL OR r.known = 0) GROUP BY c.relname
ORDER BY c.relname;
SELECT relation, key, severity, problem FROM talent.data_problem ORDER BY 1, 2, 3, 4;

CREATE TEMP TABLE lost (place bigint GENERATED ALWAYS AS IDENTITY, gone text, unknown text, nothing text,
	problems bigint);
CREATE PROCEDURE pg_temp.miss_each() LANGUAGE plpgsql AS $$
DECLARE
	gone record;
BEGIN
	FOR gone IN
		SELECT c.relation, c.name, concat_ws('.', c.relation, c.name) AS what FROM (
			SELECT 1 AS part, relation, name, place FROM contract WHERE NOT required
			UNION ALL SELECT DISTINCT 2, relation, NULL, 0 FROM contract WHERE relation NOT IN ('person', 'tie')
			UNION ALL SELECT 3, 'all', NULL, 0) AS c ORDER BY c.part, c.relation COLLATE "C", c.place
	LOOP
		PERFORM pg_temp.describe(gone.relation, gone.name);
		DELETE FROM talent.d_equity; -- as if a quarter had passed
		COMMIT;
		CALL talent.refresh(date '2026-07-01', publish => true);
		INSERT INTO lost (gone, unknown, nothing, problems)
		SELECT gone.what, string_agg(concat_ws('.', l.relation, nullif(l.columns, '')), ' '
			ORDER BY l.relation COLLATE "C") FILTER (WHERE l.columns IS NOT NULL),
			string_agg(l.relation || '.' || l.zeros, ' ' ORDER BY l.relation COLLATE "C"),
			(SELECT count(*) FROM talent.data_problem WHERE severity = 'error')
		FROM (SELECT w.relation, CASE WHEN bool_or(w.name = '' AND n.known = 0) THEN ''
					ELSE string_agg(w.name, ','
						ORDER BY w.name COLLATE "C") FILTER (WHERE coalesce(n.known, 0) = 0) END AS columns,
				string_agg(w.name, ',' ORDER BY w.name COLLATE "C") FILTER (WHERE w.more > 0 AND n.known > 0
					AND n.more = 0) AS zeros
			FROM whole AS w LEFT JOIN pg_temp.look() AS n ON (n.relation, n.name) = (w.relation, w.name)
				WHERE w.known > 0 GROUP BY w.relation) AS l
		WHERE l.columns IS NOT NULL OR l.zeros IS NOT NULL;
	END LOOP;
END
$$;
CALL pg_temp.miss_each();
-- what is gone, and what then is unknown everywhere: a relation alone is empty
SELECT gone, unknown FROM lost ORDER BY place;
-- and what is 0 or false everywhere, and was not
SELECT gone, nothing FROM lost WHERE nothing IS NOT NULL ORDER BY place;
-- nothing else is left out for it
SELECT gone, problems FROM lost WHERE problems > 0;

-- no time at all is known of any candidate: neither who is ready, nor what is covered
SELECT pg_temp.describe('candidate', 'ready_on');
CREATE TABLE base.untimed AS SELECT position_key, person_key FROM base.candidate;
DROP VIEW source.candidate;
CREATE VIEW source.candidate AS SELECT * FROM base.untimed;
CALL talent.refresh(date '2026-07-01', publish => true);
SELECT position_key, candidates, ready_now, ready_1_year, ready_3_years, from_other_units FROM talent.bench
ORDER BY position_key COLLATE "C";
SELECT unit, positions, covered, covered_at_once, shortage, critical_covered FROM talent.coverage
ORDER BY unit COLLATE "C";
-- of one it is: then who of the others is ready is not unknown altogether
ALTER TABLE base.untimed ADD months_to_ready integer;
UPDATE base.untimed SET months_to_ready = 6 WHERE (position_key, person_key) = ('P-group', 'S-dave');
CREATE OR REPLACE VIEW source.candidate AS SELECT * FROM base.untimed;
CALL talent.refresh(date '2026-07-01', publish => true);
SELECT position_key, candidates, ready_now, ready_1_year, ready_3_years FROM talent.bench
WHERE position_key IN ('P-group', 'P-two', 'P-senior') ORDER BY 1;
SELECT covered, covered_at_once, critical_covered FROM talent.coverage WHERE scope = 'company';

-- a view that is dropped and made again, in another order and with other types, is read as it is; what cannot be cast
-- is named with its column
SELECT pg_temp.describe('none', '');
CALL talent.refresh(date '2026-07-01', publish => true);
CREATE TEMP TABLE as_it_was AS SELECT relation, checksum FROM pg_temp.sums();
DROP VIEW source.person, source.tie, source.job_position;
CREATE VIEW source.person AS SELECT wants_mentor::text, mentor_capacity::numeric, potential::numeric, performance::text,
	surveyed::integer::text AS surveyed, worker_type::varchar,
	last_day::timestamptz, level_since::text, joined::timestamp, manager_key::name::varchar(60), level::text,
	job_function, location, company, unit::char(40)::varchar(40),
	name::varchar(99), now() AS loaded, person_key::varchar FROM base.person;
CREATE VIEW source.tie AS SELECT string_to_array(support, ';') AS support,
	extract(epoch FROM contact_every) || ' s' AS contact_every, last_contact::text, until::timestamptz, since::text,
	strength::numeric, kind, to_key, from_key, context, reported_by FROM base.tie;
CREATE MATERIALIZED VIEW source.job_position AS
	SELECT vacant_from::text, pool::text, openings::bigint, critical::text, level::numeric, unit, title, position_key
FROM base.job_position;
CALL talent.refresh(date '2026-07-01', publish => true);
SELECT relation FROM as_it_was AS a FULL JOIN pg_temp.sums() AS s USING (relation)
WHERE a.checksum IS DISTINCT FROM s.checksum;
CREATE OR REPLACE VIEW source.tie AS SELECT string_to_array(support, ';') AS support,
	extract(epoch FROM contact_every) || ' s' AS contact_every, 'last week' AS last_contact, until::timestamptz,
	since::text, strength::numeric, kind, to_key, from_key, context, reported_by FROM base.tie;
CALL talent.refresh(date '2026-07-01', publish => true);
SELECT pg_temp.describe('requirement', NULL);
CREATE VIEW source.requirement AS SELECT position_key, competency, 'high' AS level, 'much' AS weight
FROM base.requirement;
DROP VIEW source.objection;
CREATE VIEW source.objection AS SELECT objector_key, person_key, position_key FROM base.objection
WHERE 1 / length(left(objector_key, 0)) > 0;
DROP VIEW source.goal;
CREATE VIEW source.goal AS SELECT from_key, to_key, kind, 'x' AS due FROM base.goal;
SELECT relation, problem FROM mentorgraph.check_talent_source('source', 'talent', date '2026-07-01') WHERE key IS NULL
ORDER BY 1, 2;
DROP SCHEMA talent, source, base CASCADE;
