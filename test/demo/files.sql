-- files.sql - the demo's tables and views from people_csv and ties_csv (see demo.sh).
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
SELECT pg_temp.refuse(format('ties.csv has %s rows whose weight is not a positive number (between 1e-150 and 1e150), such as "%s"',
	count(*), min(weight)))
FROM ties_csv WHERE CASE WHEN weight ~ '^ *([0-9]{1,200}[.]?[0-9]{0,200}|[.][0-9]{1,200})([eE][-+]?[0-9]{1,3})? *$'
	THEN weight::numeric NOT BETWEEN 1e-150 AND 1e150 ELSE true END
HAVING count(*) > 0;

CREATE TABLE person AS
SELECT mentorgraph.person_key(id) AS id, id AS name FROM (
	SELECT id FROM people_csv UNION SELECT source FROM ties_csv UNION SELECT target FROM ties_csv) AS p (id)
WHERE id IS NOT NULL;
ALTER TABLE person ADD PRIMARY KEY (id);

CREATE VIEW advocacy AS
SELECT mentorgraph.person_key(CASE WHEN kind = 'reports_to' THEN target ELSE source END) AS source,
	mentorgraph.person_key(CASE WHEN kind = 'reports_to' THEN source ELSE target END) AS target,
	0.9 * weight::float8 / max(weight::float8) OVER (PARTITION BY kind) AS strength
FROM ties_csv WHERE source <> target AND kind IS DISTINCT FROM 'objection';
SELECT pg_temp.refuse('ties.csv has no tie that counts: it needs rows that join two people, of a kind other than objection')
WHERE NOT EXISTS (SELECT FROM advocacy);
CREATE VIEW objection AS
SELECT mentorgraph.person_key(source) AS objector, mentorgraph.person_key(target) AS candidate FROM ties_csv WHERE kind = 'objection';

CREATE TABLE seat AS
SELECT 1 AS seat_no, 'Seat decided by ' || name AS seat, id AS decider
FROM person LEFT JOIN (SELECT target AS id, count(*) AS sought FROM advocacy GROUP BY target) AS s USING (id)
WHERE :'decider' IN ('', name)
ORDER BY sought DESC NULLS LAST, name COLLATE "C" LIMIT 1;
SELECT pg_temp.refuse(format('nobody called "%s" in people.csv or ties.csv: name a decider by id', :'decider')) WHERE NOT EXISTS (SELECT FROM seat);

CREATE TABLE nomination AS
WITH others AS (
	SELECT p.id, p.name, (SELECT count(*) FROM advocacy WHERE target = p.id) AS sought,
		EXISTS (SELECT 1 FROM advocacy AS a WHERE a.source = s.decider AND a.target = p.id) AS direct
	FROM person AS p, seat AS s WHERE p.id <> s.decider
)
SELECT 1 AS seat_no, id AS candidate FROM others WHERE name = ANY (string_to_array(:'candidates', E'\n'))
UNION ALL
(SELECT 1, id FROM others WHERE :'candidates' = '' ORDER BY direct, sought DESC, name COLLATE "C" LIMIT 5);
SELECT pg_temp.refuse(format('nobody called "%s" in people.csv or ties.csv, other than the decider: name candidates by id', c))
FROM unnest(string_to_array(:'candidates', E'\n')) AS c
WHERE c NOT IN (SELECT p.name FROM person AS p JOIN nomination AS n ON n.candidate = p.id);
