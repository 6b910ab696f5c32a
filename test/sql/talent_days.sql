-- The talent schema over days and over numbers: the history keeps what was true, a run for a past day shows nothing,
-- and ranks and slates depend neither on the order of rows, nor on internal ids, nor on the spelling of keys.
\set source talent_source
\set company test/talent/company.sql
\set more test/talent/full.sql
\i test/lib/talent_source.sql
RESET search_path;
SELECT mentorgraph.create_talent_schema('talent');
CREATE TEMP TABLE shown (as_of date, position_key text, person_key text, rank bigint, slate_place integer, fit float8,
	known_fit float8, gaps integer, months_to_ready integer, emergency boolean,
	advocacy_strength float8, hops integer, direct_strength float8, voices bigint, visibility bigint, diversity float8);
CREATE PROCEDURE pg_temp.note() LANGUAGE sql AS $$
	INSERT INTO shown SELECT as_of, position_key, person_key, rank, slate_place, fit, known_fit, gaps, months_to_ready,
		emergency, advocacy_strength, hops, direct_strength, voices, visibility, diversity
	FROM talent.succession_readiness
$$;
-- rows of the history that are not what was shown on that day
CREATE FUNCTION pg_temp.unlike() RETURNS bigint LANGUAGE sql AS $$
	SELECT count(*) FROM shown AS s FULL JOIN talent.readiness_history AS h USING (as_of, position_key, person_key)
	WHERE (s.rank, s.slate_place, s.fit, s.known_fit, s.gaps, s.months_to_ready, s.emergency, s.advocacy_strength,
		s.hops, s.direct_strength, s.voices, s.visibility, s.diversity)
		IS DISTINCT FROM (h.rank, h.slate_place, h.fit, h.known_fit, h.gaps, h.months_to_ready, h.emergency,
			h.advocacy_strength, h.hops, h.direct_strength, h.voices, h.visibility, h.diversity)
$$;

-- As of. Between two runs people change unit, manager and level, none of which has a date.
CALL talent.refresh(date '2026-07-01', publish => true);
CALL pg_temp.note();
UPDATE talent_source.person SET unit = 'Products' WHERE person_key IN ('S-kim', 'D-tom'); -- to the decider's unit
UPDATE talent_source.person SET unit = 'Hardware A' WHERE person_key = 'S-dave'; -- from another unit
UPDATE talent_source.person SET manager_key = 'S-omar' WHERE person_key = 'S-stan'; -- whom the decider hears
UPDATE talent_source.person SET level = 7 WHERE person_key LIKE 'H-in%';
CALL talent.refresh(date '2026-07-02', publish => true);
CALL pg_temp.note();
SELECT person_key, as_of, slate_place, round(advocacy_strength::numeric, 3) AS advocacy, voices, visibility,
	round(diversity::numeric, 3) AS diversity
FROM shown WHERE position_key = 'P-group' OR person_key = 'H-harris' ORDER BY position_key, person_key, as_of;
SELECT pg_temp.unlike();
-- the first day again: it says what it has taken as of today, shows nothing, and leaves the history
CREATE TEMP TABLE before AS SELECT * FROM talent.succession_readiness;
CREATE TEMP TABLE places AS SELECT 'readiness' AS relation, ctid::text AS place FROM talent.d_succession_readiness
UNION ALL SELECT 'measures', ctid::text FROM talent.d_person_measures
	UNION ALL SELECT 'history', ctid::text FROM talent.d_readiness_history UNION ALL SELECT 'day', ctid::text
		FROM talent.d_history_day UNION ALL SELECT 'published', ctid::text FROM talent.d_published;
CALL talent.refresh(date '2026-07-01');
SELECT as_of, published, ok, undated FROM talent.run ORDER BY run_id DESC LIMIT 1;
SELECT count(*) = cardinality((SELECT undated FROM talent.run ORDER BY run_id DESC LIMIT 1)) AS in_rows
FROM talent.run_undated WHERE run_id = (SELECT max(run_id) FROM talent.run);
SELECT count(*) AS touched FROM places FULL JOIN (SELECT 'readiness' AS relation, ctid::text AS place
	FROM talent.d_succession_readiness UNION ALL SELECT 'measures', ctid::text FROM talent.d_person_measures
	UNION ALL SELECT 'history', ctid::text FROM talent.d_readiness_history UNION ALL SELECT 'day', ctid::text
		FROM talent.d_history_day UNION ALL SELECT 'published', ctid::text FROM talent.d_published) AS n
	USING (relation, place) WHERE places.relation IS NULL OR n.relation IS NULL;
SELECT pg_temp.unlike();
-- shown on demand, it is what that day looks like today; the history keeps what was true
CALL talent.refresh(date '2026-07-01', publish => true);
SELECT count(*) > 0 AS looks_like_today FROM shown AS s
JOIN talent.succession_readiness AS r USING (as_of, position_key, person_key)
WHERE (s.visibility, s.diversity, s.slate_place) IS DISTINCT FROM (r.visibility, r.diversity, r.slate_place);
SELECT pg_temp.unlike();
-- today's own run has nothing undated
CALL talent.refresh();
SELECT as_of = current_date AS today, published, undated FROM talent.run ORDER BY run_id DESC LIMIT 1;

-- Neutral. Equals: Stan and Dave, and more who differ in nothing that counts.
INSERT INTO talent_source.person (person_key, name, unit, level) SELECT 'E-' || i, 'Equal ' || i, 'Products', 4
FROM generate_series(1, 8) AS i;
INSERT INTO talent_source.candidate (position_key, person_key, months_to_ready) SELECT p, 'E-' || i, 6
FROM generate_series(1, 8) AS i, unnest('{P-group,P-two,P-senior}'::text[]) AS p;
INSERT INTO talent_source.tie (from_key, to_key, kind, strength) SELECT 'S-fred', 'E-' || i, 'sponsor', 0.5
FROM generate_series(1, 8) AS i;
CALL talent.refresh(date '2026-07-03', publish => true);
CREATE TEMP TABLE expected AS SELECT position_key, person_key, rank, slate_place, slate_reason, fit, advocacy_strength,
	voices, visibility, diversity FROM talent.succession_readiness;
SELECT position_key, rank, slate_place, slate_reason, count(*), min(person_key COLLATE "C"), max(person_key COLLATE "C")
FROM expected WHERE position_key IN ('P-group', 'P-two', 'P-senior') GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3;
CREATE FUNCTION pg_temp.other() RETURNS TABLE (position_key text, person_key text, now_rank bigint, now_place integer)
LANGUAGE sql AS $$
	SELECT position_key, person_key, r.rank, r.slate_place FROM expected AS e
		FULL JOIN talent.succession_readiness AS r USING (position_key, person_key)
	WHERE (e.rank, e.slate_place, e.slate_reason, e.fit, e.advocacy_strength, e.voices, e.visibility, e.diversity)
		IS DISTINCT FROM (r.rank, r.slate_place, r.slate_reason, r.fit, r.advocacy_strength, r.voices, r.visibility,
			r.diversity)
$$;
-- all rows in another order, and other numbers for all people and positions, five times
ALTER TABLE talent.person_id ALTER id DROP IDENTITY;
ALTER TABLE talent.position_id ALTER id DROP IDENTITY;
CREATE PROCEDURE pg_temp.shuffle(seed integer) LANGUAGE plpgsql AS $$
DECLARE
	name text;
BEGIN
	FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'talent_source'::regnamespace AND relkind = 'r' LOOP
		EXECUTE format('CREATE TEMP TABLE rows_of AS SELECT * FROM talent_source.%I AS r
			ORDER BY md5(r::text || %L); TRUNCATE talent_source.%1$I;
			INSERT INTO talent_source.%1$I TABLE rows_of; DROP TABLE rows_of', name, seed);
	END LOOP;
	FOR name IN SELECT unnest('{person,position}'::text[]) LOOP
		EXECUTE format('UPDATE talent.%I SET id = -id', name || '_id');
		EXECUTE format('UPDATE talent.%I AS p SET id = n.number
			FROM (SELECT id, 7 + 3 * row_number() OVER (ORDER BY md5(%I || %L)) AS number FROM talent.%1$I) AS n
			WHERE n.id = p.id',
			name || '_id', name || '_key', seed);
	END LOOP;
END
$$;
CREATE TEMP TABLE found (seed integer, position_key text, person_key text, now_rank bigint, now_place integer);
SELECT format('CALL pg_temp.shuffle(%s)', i), 'CALL talent.refresh(date ''2026-07-03'', publish => true)',
	format('INSERT INTO found SELECT %s, * FROM pg_temp.other()', i) FROM generate_series(1, 5) AS i \gexec
SELECT * FROM found;
-- all keys spelt otherwise, in the same order
CREATE TEMP TABLE spelling AS SELECT person_key,
	'k' || lpad((10 * row_number() OVER (ORDER BY person_key COLLATE "C"))::text, 6, '0') AS new_key
FROM (SELECT person_key FROM talent_source.person UNION SELECT manager_key FROM talent_source.person
	WHERE manager_key IS NOT NULL) AS p;
DO $$
DECLARE
	what record;
BEGIN
	FOR what IN SELECT c.relname, a.attname FROM pg_class AS c
		JOIN pg_attribute AS a ON a.attrelid = c.oid
		AND a.attname IN ('person_key', 'manager_key', 'from_key', 'to_key', 'objector_key')
		WHERE c.relnamespace = 'talent_source'::regnamespace LOOP
		EXECUTE format('UPDATE talent_source.%I AS r SET %I = s.new_key FROM spelling AS s WHERE s.person_key = r.%2$I',
			what.relname, what.attname);
	END LOOP;
END
$$;
ALTER TABLE talent.person_id ALTER id ADD GENERATED ALWAYS AS IDENTITY (START 100000);
CALL talent.refresh(date '2026-07-03', publish => true);
SELECT count(*) FROM talent.succession_readiness WHERE person_key !~ '^k[0-9]{6}$';
UPDATE expected AS e SET person_key = s.new_key FROM spelling AS s WHERE s.person_key = e.person_key;
SELECT * FROM pg_temp.other();
-- what would be seen if an order mattered: this test can fail
UPDATE expected SET slate_place = slate_place + 1 WHERE rank = 1 AND position_key = 'P-group';
SELECT count(*) AS seen FROM pg_temp.other();

DROP SCHEMA talent, talent_source CASCADE;
