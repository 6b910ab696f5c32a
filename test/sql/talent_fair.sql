-- The talent schema: equity, mixing of units, and who can see what.
\i test/lib/attempt.sql
\set source equity_source
\set company test/talent/equity.sql
\i test/lib/talent_source.sql
SELECT mentorgraph.create_talent_schema('fair', 'equity_source');
CALL fair.refresh(date '2026-07-01', publish => true);
SET search_path = fair, mentorgraph;
\i test/talent/expected_equity.sql
SELECT as_of, subject, attribute, group_name, people, rate, reference_group, difference,
	round(lower::numeric, 4) AS lower, round(upper::numeric, 4) AS upper, round(impact_ratio::numeric, 4) AS ratio,
	verdict FROM equity ORDER BY 2, 3, 4;

-- who counts as sponsor and who is counted: levels, unknown levels, external people, who has not been surveyed; each
-- group by hand
SET search_path = equity_source;
TRUNCATE person, tie, person_group;
INSERT INTO person (person_key, name, unit, level, worker_type, surveyed)
SELECT g || i, g || i, 'U', CASE WHEN g = 'nolevel' THEN NULL WHEN g = 'top' THEN 6 ELSE 3 END,
	CASE WHEN g = 'ext' THEN 'external' END, g <> 'unasked'
FROM unnest('{top,even,above,nolevel,ext,unasked,none}'::text[]) AS g, generate_series(1, 40) AS i;
INSERT INTO person (person_key, name, unit, level)
	VALUES ('peer', 'peer', 'U', 3), ('boss', 'boss', 'U', 4), ('odd', 'odd', 'U', NULL);
INSERT INTO tie (from_key, to_key, kind)
SELECT 'peer', 'even' || i, 'sponsor' FROM generate_series(1, 40) AS i UNION ALL SELECT 'boss', 'above' || i, 'Sponsor'
FROM generate_series(1, 40) AS i UNION ALL SELECT 'boss', 'nolevel' || i, 'sponsor' FROM generate_series(1, 40) AS i
UNION ALL SELECT 'boss', 'ext' || i, 'sponsor' FROM generate_series(1, 40) AS i
UNION ALL SELECT 'boss', 'unasked' || i, 'sponsor' FROM generate_series(1, 40) AS i
UNION ALL SELECT 'boss', 'none' || i, 'mentor' FROM generate_series(1, 40) AS i
UNION ALL SELECT 'odd', 'above' || i, 'sponsor' FROM generate_series(1, 40) AS i
UNION ALL SELECT 'odd', 'top' || i, 'sponsor' FROM generate_series(1, 20) AS i;
INSERT INTO person_group SELECT person_key, 'class', regexp_replace(person_key, '[0-9]+', '') FROM person;
DELETE FROM fair.d_equity; -- as if a quarter had passed
CALL fair.refresh(date '2026-07-02', publish => true);
SELECT subject, group_name, people, rate, reference_group, impact_ratio, verdict FROM fair.equity ORDER BY group_name;

-- verdicts: few people, chance, a gap among several groups; slates: only candidates, emergency cover and pools apart
TRUNCATE person, tie, person_group;
INSERT INTO person (person_key, name, unit, level) SELECT g || i, g || i, 'U', 3
FROM (VALUES ('a', 100), ('b', 100), ('c', 40), ('d', 20), ('e', 4), ('f', 100)) AS v (g, n),
	generate_series(1, n) AS i;
INSERT INTO person (person_key, name, unit, level) VALUES ('boss', 'boss', 'U', 4);
INSERT INTO tie (from_key, to_key, kind) SELECT 'boss', g || i, 'sponsor'
FROM (VALUES ('a', 50), ('b', 20), ('c', 15), ('d', 15), ('e', 4), ('f', 45)) AS v (g, n), generate_series(1, n) AS i;
INSERT INTO person_group SELECT person_key, 'origin', left(person_key, 1) FROM person WHERE person_key <> 'boss';
INSERT INTO job_position (position_key, title, unit, pool) SELECT 'P' || i, 'P', 'U', i > 30
FROM generate_series(1, 60) AS i;
INSERT INTO candidate (position_key, person_key, months_to_ready, emergency) SELECT 'P' || i, 'a' || i, 1, false
FROM generate_series(1, 60) AS i UNION ALL SELECT 'P' || i, 'a' || i + 40, 1, false FROM generate_series(1, 30) AS i
UNION ALL SELECT 'P' || i, 'f' || i, 1, false FROM generate_series(1, 30) AS i
UNION ALL SELECT 'P' || i, 'b' || i, 9, false FROM generate_series(1, 30) AS i
UNION ALL SELECT 'P' || i, 'c' || i, 0, true FROM generate_series(1, 30) AS i;
DELETE FROM fair.d_equity;
CALL fair.refresh(date '2026-07-03', publish => true);
SELECT subject, group_name, people, rate, reference_group, round(impact_ratio::numeric, 3) AS ratio, verdict
FROM fair.equity ORDER BY subject, group_name;

-- once a quarter: what changes meanwhile is not shown; a past day is not either; groups that have become too small go
-- at once
UPDATE person_group SET value = 'b' WHERE person_key = 'a1';
DELETE FROM person_group WHERE person_key IN ('a2', 'a3', 'a4', 'a5', 'a6', 'a7');
CREATE TEMP TABLE quarter AS SELECT * FROM fair.equity;
CALL fair.refresh(date '2026-07-04', publish => true);
CALL fair.refresh(date '2026-10-02', publish => true);
CALL fair.refresh(date '2026-01-01', publish => true);
SELECT count(*) AS changed FROM (TABLE quarter EXCEPT TABLE fair.equity
	UNION ALL (TABLE fair.equity EXCEPT TABLE quarter)) AS c;
UPDATE fair.setting SET value = 25 WHERE name = 'min_group';
CALL fair.refresh(date '2026-07-05', publish => true);
SELECT array_agg(group_name ORDER BY group_name) AS left_of_sponsorship FROM fair.equity WHERE subject = 'sponsorship';
UPDATE fair.setting SET value = 5 WHERE name = 'min_group';
CALL fair.refresh(date '2026-10-03', publish => true);
SELECT group_name, people, as_of FROM fair.equity WHERE subject = 'sponsorship' ORDER BY group_name;

-- A solver. It knows how many people each group has, all that equity shows, and that the groups of each attribute hold
-- the same people. It looks for a hidden group whose number of sponsored people it can work out, in random companies.
-- It can do so from exact counts, but not from what equity shows.
CREATE TEMP TABLE trial (trial integer, attribute text, value text, people bigint, successes bigint);
CREATE TEMP TABLE shown (trial integer, attribute text, value text, low bigint, high bigint, exact bigint);
CREATE PROCEDURE pg_temp.try(number integer) LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM equity_source.tie; DELETE FROM equity_source.person; DELETE FROM equity_source.person_group;
	INSERT INTO equity_source.person (person_key, unit, level) SELECT 'p' || i, 'U', 3
		FROM generate_series(1, 14 + number % 9) AS i;
	INSERT INTO equity_source.tie (from_key, to_key, kind) SELECT 'boss', person_key, 'sponsor'
		FROM equity_source.person WHERE get_byte(decode(md5(person_key || 's' || number), 'hex'), 0) % 3 = 0;
	INSERT INTO equity_source.person_group SELECT person_key, 'x',
		CASE WHEN get_byte(decode(md5(person_key || 'x' || number), 'hex'), 0) % 2 = 0 THEN 'x1' ELSE 'x2' END
		FROM equity_source.person;
	INSERT INTO equity_source.person_group SELECT person_key, 'y',
		CASE WHEN substr(person_key, 2)::integer < 3 THEN 'y3'
			WHEN get_byte(decode(md5(person_key || 'y' || number), 'hex'), 0) % 2 = 0 THEN 'y1' ELSE 'y2' END
		FROM equity_source.person;
	INSERT INTO equity_source.person (person_key, unit, level) VALUES ('boss', 'U', 4);
	DELETE FROM fair.d_equity;
	DELETE FROM fair.d_history_day;
END
$$;
CREATE PROCEDURE pg_temp.look(number integer) LANGUAGE sql AS $$
	INSERT INTO trial SELECT number, g.attribute, g.value, count(*), count(t.to_key)
		FROM equity_source.person_group AS g LEFT JOIN equity_source.tie AS t ON t.to_key = g.person_key GROUP BY 2, 3;
	INSERT INTO shown SELECT number, e.attribute, e.group_name, greatest(0, round(e.rate * e.people) - 2),
		least(t.people, round(e.rate * e.people) + 2), t.successes
	FROM fair.equity AS e JOIN trial AS t ON t.trial = number AND (t.attribute, t.value) = (e.attribute, e.group_name)
		WHERE e.subject = 'sponsorship';
$$;
\set ECHO none
SELECT format('CALL pg_temp.try(%s)', i), 'CALL fair.refresh(date ''2026-07-01'', publish => true)',
	format('CALL pg_temp.look(%s)', i) FROM generate_series(1, 12) AS i \gexec
\set ECHO all
SELECT count(DISTINCT trial) AS trials, count(*) FILTER (WHERE exact NOT BETWEEN low AND high) AS outside_bounds
FROM shown;
WITH bound AS (
	SELECT t.trial, t.attribute, sum(CASE WHEN s.trial IS NULL THEN 0 ELSE s.low END) AS low,
		sum(coalesce(s.high, t.people)) AS high, sum(coalesce(s.exact, 0)) AS exact,
		bool_and(s.trial IS NOT NULL) AS complete
	FROM trial AS t LEFT JOIN shown AS s USING (trial, attribute, value) GROUP BY t.trial, t.attribute),
hidden AS (
	SELECT t.trial, t.attribute, t.value, t.people, t.successes,
		(SELECT sum(s.low) FROM shown AS s WHERE (s.trial, s.attribute) = (t.trial, t.attribute)) AS low,
		(SELECT sum(s.high) FROM shown AS s WHERE (s.trial, s.attribute) = (t.trial, t.attribute)) AS high,
		(SELECT sum(s.exact) FROM shown AS s WHERE (s.trial, s.attribute) = (t.trial, t.attribute)) AS exact
	FROM trial AS t WHERE NOT EXISTS (SELECT FROM shown AS s
		WHERE (s.trial, s.attribute, s.value) = (t.trial, t.attribute, t.value)))
SELECT count(*) AS hidden_groups, count(*) FILTER (WHERE o.complete AND h.exact IS NOT NULL
	AND o.exact - h.exact = h.successes) AS told_by_exact_counts,
	count(*) FILTER (WHERE greatest(0, o.low - h.high) >= least(h.people, o.high - h.low)) AS told_by_equity
FROM hidden AS h JOIN bound AS o ON o.trial = h.trial AND o.attribute <> h.attribute WHERE h.people < 5;

-- if the rounded counts of one attribute leave only one possible figure for the small group of another attribute, that
-- other attribute is not shown: x has 5 + 5 sponsored, so 6 to 14; y would show 5 + 5 + 10, at least 14: nobody of y4
TRUNCATE person, tie, person_group;
INSERT INTO person (person_key, unit, level) SELECT 'p' || i, 'U', 3 FROM generate_series(1, 23) AS i
UNION ALL SELECT 'boss', 'U', 4;
INSERT INTO tie (from_key, to_key, kind) SELECT 'boss', 'p' || i, 'sponsor' FROM generate_series(1, 14) AS i;
INSERT INTO person_group SELECT 'p' || i, 'x', CASE WHEN i <= 7 OR i > 19 THEN 'x1' ELSE 'x2' END
FROM generate_series(1, 23) AS i
UNION ALL SELECT 'p' || i, 'y', CASE WHEN i <= 3 OR i IN (15, 16) THEN 'y1' WHEN i <= 6 OR i IN (17, 18) THEN 'y2'
	WHEN i <= 14 OR i IN (19, 20) THEN 'y3' ELSE 'y4' END FROM generate_series(1, 23) AS i;
DELETE FROM fair.d_equity;
CALL fair.refresh(date '2026-07-01', publish => true);
SELECT group_name, people, rate FROM fair.equity ORDER BY group_name;
INSERT INTO tie (from_key, to_key, kind) VALUES ('boss', 'p21', 'sponsor'),
	('boss', 'p15', 'sponsor'); -- more than one figure is left
DELETE FROM fair.d_equity;
CALL fair.refresh(date '2026-07-01', publish => true);
SELECT group_name, people, rate FROM fair.equity ORDER BY group_name;

-- units: what is shown does not depend on small units, external people and their ties at all; and one person moves
-- nothing by less than 5
TRUNCATE person, tie, person_group, candidate, job_position;
INSERT INTO person (person_key, unit, worker_type) SELECT u || i, u, CASE WHEN u = 'E' THEN 'external' END
FROM (VALUES ('A', 12), ('B', 7), ('C', 5), ('D', 4), ('E', 9)) AS v (u, n), generate_series(1, n) AS i;
INSERT INTO tie (from_key, to_key, kind) SELECT f.person_key, t.person_key, 'peer' FROM person AS f, person AS t
WHERE f.person_key <> t.person_key AND get_byte(decode(md5(f.person_key || ' ' || t.person_key), 'hex'), 0) % 3 = 0;
CALL fair.refresh(date '2026-07-01', publish => true);
SELECT from_unit, to_unit, ties, round(expected::numeric, 2) AS expected, round(ratio::numeric, 2) AS ratio
FROM fair.unit_mixing ORDER BY 1, 2;
SELECT f.unit, t.unit, count(*) AS exact, m.ties FROM tie AS x JOIN person AS f ON f.person_key = x.from_key
JOIN person AS t ON t.person_key = x.to_key LEFT JOIN fair.unit_mixing AS m ON (m.from_unit, m.to_unit) = (f.unit,
	t.unit)
WHERE f.unit IN ('A', 'B', 'C') AND t.unit IN ('A', 'B', 'C') GROUP BY f.unit, t.unit, m.ties
HAVING abs(count(*) - m.ties) > 2 OR m.ties IS NULL;
CREATE TEMP TABLE mixing_before AS SELECT * FROM fair.unit_mixing;
DELETE FROM tie WHERE from_key ~ '^[DE]' AND to_key ~ '^[AB]';
INSERT INTO tie (from_key, to_key, kind) SELECT 'D1', person_key, 'sponsor' FROM person WHERE unit = 'C';
DELETE FROM person WHERE person_key IN ('D4', 'E9');
CALL fair.refresh(date '2026-07-02', publish => true);
SELECT count(*) AS changed FROM mixing_before AS b FULL JOIN fair.unit_mixing AS m USING (from_unit, to_unit)
WHERE (b.ties, b.expected, b.ratio) IS DISTINCT FROM (m.ties, m.expected, m.ratio);
UPDATE person SET unit = 'C' WHERE person_key = 'D1';
CALL fair.refresh(date '2026-07-03', publish => true);
SELECT count(*) AS not_in_fives FROM mixing_before AS b FULL JOIN fair.unit_mixing AS m USING (from_unit, to_unit)
WHERE (m.ties - b.ties) % 5 <> 0;

-- three roles: administrator, analyst (groups only), business partner of one unit
RESET search_path;
\set source talent_source
\set company test/talent/company.sql
\i test/lib/talent_source.sql
RESET search_path;
CREATE ROLE regress_mg_admin;
CREATE ROLE regress_mg_analyst;
CREATE ROLE regress_mg_partner;
CREATE ROLE regress_mg_ann IN ROLE regress_mg_partner;
GRANT USAGE ON SCHEMA talent_source TO regress_mg_admin;
GRANT SELECT ON ALL TABLES IN SCHEMA talent_source TO regress_mg_admin;
SELECT format('GRANT CREATE ON DATABASE %I TO regress_mg_admin', current_database()) \gexec
SET ROLE regress_mg_admin;
SELECT mentorgraph.create_talent_schema('talent');
CALL talent.refresh(date '2026-07-01', publish => true);
SELECT talent.id('S-kim') > 0 AS administrator;
SELECT talent.reader('regress_mg_partner', 'Hardware B');
SELECT talent.reader('regress_mg_partner', 'Hardware B');
SELECT * FROM pg_temp.attempt($$SELECT talent.reader('regress_mg_nobody', 'Hardware B')$$);
SELECT * FROM pg_temp.attempt($$SELECT talent.reader('regress_mg_partner', NULL)$$);
GRANT USAGE ON SCHEMA talent TO regress_mg_analyst;
GRANT SELECT ON talent.equity, talent.unit_mixing TO regress_mg_analyst;
RESET ROLE;

-- what each can read, of all relations and functions
SELECT r.rolname, string_agg(c.relname, ' ' ORDER BY c.relname) AS may_read FROM pg_class AS c, pg_roles AS r
WHERE c.relnamespace = 'talent'::regnamespace AND c.relkind IN ('r', 'v')
	AND r.rolname IN ('regress_mg_analyst', 'regress_mg_partner', 'regress_mg_ann')
	AND has_table_privilege(r.oid, c.oid, 'SELECT') GROUP BY r.rolname ORDER BY 1;
SELECT count(*) AS may_change FROM pg_class AS c, pg_roles AS r
WHERE c.relnamespace = 'talent'::regnamespace AND c.relkind IN ('r', 'v') AND r.rolname LIKE 'regress_mg_%'
	AND r.rolname <> 'regress_mg_admin' AND has_table_privilege(r.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE');
SELECT count(*) AS may_call FROM pg_proc AS p, pg_roles AS r
WHERE p.pronamespace = 'talent'::regnamespace AND r.rolname LIKE 'regress_mg_%' AND r.rolname <> 'regress_mg_admin'
	AND has_function_privilege(r.oid, p.oid, 'EXECUTE');

-- near keys: nothing to outsiders, with a right to call it too
GRANT EXECUTE ON FUNCTION talent.id(text), talent.advocacy_chain(text, text, integer, text[]),
	talent.what_if_leaves(text), talent.forget(text) TO regress_mg_analyst;
SET ROLE regress_mg_analyst;
SELECT * FROM pg_temp.attempt($$SELECT talent.id('s-kim')$$);
SELECT * FROM pg_temp.attempt($$SELECT talent.id('S-kim')$$);
SELECT * FROM pg_temp.attempt($$SELECT * FROM talent.advocacy_chain('D-pres', 'd-jim')$$);
SELECT * FROM pg_temp.attempt($$SELECT * FROM talent.what_if_leaves('s-kim')$$);
SELECT * FROM pg_temp.attempt($$SELECT talent.forget('s-kim')$$);
SELECT count(*) > 0 AS mixing FROM talent.unit_mixing;
RESET ROLE;

-- the partner's unit, others masked; a view of all that the partner can read names nobody of another unit
SET ROLE regress_mg_ann;
SELECT position_key, person_key, name, rank, slate_place, decider_key, decider, chain, weakest_link, voices
FROM talent.reader_readiness;
SELECT person_key, step, from_key, from_name, to_key, to_name, strength FROM talent.reader_chain_link ORDER BY step;
SELECT person_key, place, action FROM talent.reader_action ORDER BY place;
SELECT position_key, candidates, best_key FROM talent.reader_bench;
SELECT person_key, competency, gap FROM talent.reader_gap ORDER BY competency;
SELECT * FROM pg_temp.attempt('SELECT * FROM talent.succession_readiness');
SELECT * FROM pg_temp.attempt('SELECT * FROM talent.d_person');
SELECT * FROM pg_temp.attempt('SELECT * FROM talent.known_to_reader');
SELECT * FROM pg_temp.attempt('SELECT * FROM talent.readiness_objection');
RESET ROLE;
CREATE FUNCTION pg_temp.seen() RETURNS TABLE (line text) LANGUAGE plpgsql AS $$
DECLARE relation text;
BEGIN
	FOR relation IN SELECT c.relname FROM pg_class AS c
		WHERE c.relnamespace = 'talent'::regnamespace AND c.relname LIKE 'reader\_%' AND c.relkind = 'v' LOOP
		RETURN QUERY EXECUTE format('SELECT r::text FROM talent.%I AS r', relation);
	END LOOP;
END
$$;
GRANT SELECT ON talent.known_to_reader TO regress_mg_partner;
SELECT talent.reader('regress_mg_partner', u) FROM unnest('{Finance,Hardware A,Optics,Works}'::text[]) AS u;
CREATE TEMP TABLE seen (line text);
GRANT INSERT ON seen TO regress_mg_partner;
SET ROLE regress_mg_ann;
INSERT INTO seen SELECT line FROM pg_temp.seen();
RESET ROLE;
SELECT count(*) > 10 AS lines, (SELECT count(*) FROM talent.d_person AS p
	WHERE p.unit NOT IN ('Hardware B', 'Finance', 'Hardware A', 'Optics', 'Works')
	AND EXISTS (SELECT FROM seen AS t WHERE t.line ~ format('\m(%s|%s)\M', p.person_key, p.name))) AS outsiders_named,
	(SELECT count(*) FROM talent.d_person AS p
		WHERE p.unit IN ('Hardware B', 'Finance', 'Hardware A', 'Optics', 'Works')
		AND EXISTS (SELECT FROM seen AS t WHERE strpos(t.line, p.person_key) > 0)) > 5 AS insiders_named FROM seen;
-- somebody else, a role that is gone, a unit that is taken away
SET ROLE regress_mg_analyst;
SELECT * FROM pg_temp.attempt('SELECT * FROM talent.reader_readiness');
RESET ROLE;
GRANT SELECT ON talent.reader_readiness TO regress_mg_analyst;
SET ROLE regress_mg_analyst;
SELECT count(*) AS of_no_unit FROM talent.reader_readiness;
RESET ROLE;
DELETE FROM talent.reader_unit WHERE unit <> 'Hardware B';
INSERT INTO talent.reader_unit VALUES ('regress_mg_gone', 'Finance');
SET ROLE regress_mg_ann;
SELECT count(*) AS rows, count(DISTINCT person_key) AS people FROM talent.reader_readiness;
RESET ROLE;

DROP SCHEMA talent, fair CASCADE;
DROP SCHEMA talent_source, equity_source CASCADE;
DROP OWNED BY regress_mg_admin, regress_mg_analyst, regress_mg_partner;
DROP ROLE regress_mg_ann, regress_mg_admin, regress_mg_analyst, regress_mg_partner;
