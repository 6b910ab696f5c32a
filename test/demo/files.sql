-- files.sql - the tables of create_talent_source from people_csv and ties_csv (see demo.sh).
-- Variables: decider and candidates (ids, a line each), both may be empty.

\set VERBOSITY terse
CREATE FUNCTION pg_temp.refuse(message text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '%', message;
END
$$;

SELECT pg_temp.refuse(format('ties.csv has %s rows without a source or a target: fill in both', count(*)))
FROM ties_csv WHERE source IS NULL OR target IS NULL
HAVING count(*) > 0;
SELECT pg_temp.refuse(format('ties.csv has %s rows whose weight is not a positive number (between 1e-150 and 1e150), '
	'such as "%s"',
	count(*), min(weight)))
FROM ties_csv WHERE CASE WHEN weight ~ '^ *([0-9]{1,200}[.]?[0-9]{0,200}|[.][0-9]{1,200})([eE][-+]?[0-9]{1,3})? *$'
	THEN weight::numeric NOT BETWEEN 1e-150 AND 1e150 ELSE true END
HAVING count(*) > 0;

SELECT mentorgraph.create_talent_source('talent_source') \gset
INSERT INTO talent_source.person (person_key)
SELECT id FROM (SELECT id FROM people_csv UNION SELECT source FROM ties_csv UNION SELECT target FROM ties_csv) AS p (id)
WHERE id IS NOT NULL;

-- As manager a row points from the manager to who reports: turned round.
INSERT INTO talent_source.tie (from_key, to_key, kind, strength)
SELECT CASE WHEN kind = 'reports_to' THEN target ELSE source END, CASE WHEN kind = 'reports_to' THEN source
	ELSE target END,
	CASE WHEN kind = 'reports_to' THEN 'manager' ELSE coalesce(nullif(kind, ''), 'tie') END,
	0.9 * weight::float8 / max(weight::float8) OVER (PARTITION BY kind)
FROM ties_csv WHERE source <> target AND kind IS DISTINCT FROM 'objection';
SELECT pg_temp.refuse('ties.csv has no tie that counts: it needs rows that join two people, of a kind other than '
	'objection')
WHERE NOT EXISTS (SELECT FROM talent_source.tie);
INSERT INTO talent_source.objection (objector_key, person_key)
SELECT DISTINCT source, target FROM ties_csv WHERE kind = 'objection' AND source <> target;

INSERT INTO talent_source.position_role (position_key, person_key, role)
SELECT 'S1', person_key, 'decider'
FROM talent_source.person LEFT JOIN (SELECT to_key AS person_key, count(*) AS sought FROM talent_source.tie
	GROUP BY to_key) AS s USING (person_key)
WHERE :'decider' IN ('', person_key)
ORDER BY sought DESC NULLS LAST, person_key COLLATE "C" LIMIT 1;
SELECT pg_temp.refuse(format('nobody called "%s" in people.csv or ties.csv: name a decider by id', :'decider'))
WHERE NOT EXISTS (SELECT FROM talent_source.position_role);
INSERT INTO talent_source.job_position (position_key, title) SELECT 'S1', 'Position' FROM talent_source.position_role;

INSERT INTO talent_source.candidate (position_key, person_key)
WITH others AS (
	SELECT p.person_key, (SELECT count(*) FROM talent_source.tie WHERE to_key = p.person_key) AS sought,
		EXISTS (SELECT 1 FROM talent_source.tie AS a
			WHERE a.from_key = s.person_key AND a.to_key = p.person_key) AS direct
	FROM talent_source.person AS p, talent_source.position_role AS s WHERE p.person_key <> s.person_key
)
SELECT 'S1', person_key FROM others WHERE person_key = ANY (string_to_array(:'candidates', E'\n'))
UNION ALL
(SELECT 'S1', person_key FROM others WHERE :'candidates' = ''
	ORDER BY direct, sought DESC, person_key COLLATE "C" LIMIT 5);
SELECT pg_temp.refuse(format('nobody called "%s" in people.csv or ties.csv, other than the decider: name candidates '
	'by id', c))
FROM unnest(string_to_array(:'candidates', E'\n')) AS c
WHERE c NOT IN (SELECT person_key FROM talent_source.candidate);
