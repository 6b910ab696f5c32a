-- Roles against plain SQL: brokerage by joining all ties with all ties, components and cut people by
-- following ties, on 2 000 random networks of 2 to 30 people.
SET search_path = mentorgraph, public;
SET max_parallel_workers_per_gather = 0;

-- draw(a, b, n): a number from 0 to n - 1 that depends on a and b only
CREATE FUNCTION pg_temp.draw(a bigint, b bigint, n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
	SELECT (('x' || left(md5(a || ':' || b), 12))::bit(48)::bigint) % n
$$;
CREATE TEMP TABLE net AS
SELECT i, 2 + pg_temp.draw(i, 1, CASE WHEN i % 5 = 0 THEN 29 ELSE 9 END) AS people, 1 + pg_temp.draw(i, 2, 5) AS groups
FROM generate_series(1, 2000) AS i;
CREATE TEMP TABLE member AS
SELECT i, p * 3 - 5 AS person, CASE WHEN pg_temp.draw(i, 1000 + p, 8) > 0 THEN 'g' || pg_temp.draw(i, 2000 + p,
	groups) END AS unit
FROM net, generate_series(0, people - 1) AS p;
CREATE TEMP TABLE tie AS
SELECT DISTINCT i, source, target FROM (
	SELECT i, pg_temp.draw(i, 10 * k + 4, people) * 3 - 5 AS source,
		pg_temp.draw(i, 10 * k + 5, people) * 3 - 5 AS target
	FROM net, generate_series(1, people * (1 + i % 4)) AS k) AS d
WHERE source <> target;
CREATE INDEX ON tie (i, source);
CREATE INDEX ON tie (i, target);
CREATE INDEX ON member (i, person);
ANALYZE tie, member;
CREATE TEMP TABLE task AS
SELECT i, (SELECT with_people(network_agg(source, target), (SELECT array_agg(person) FROM member AS m WHERE m.i = n.i))
	FROM tie AS t WHERE t.i = n.i) AS network,
	coalesce((SELECT affiliation_agg(person, unit) FROM member AS m WHERE m.i = n.i), '{}') AS affiliation
FROM net AS n WHERE EXISTS (SELECT FROM tie AS t WHERE t.i = n.i);

-- brokerage: every triple
CREATE TEMP TABLE triple AS
SELECT x.i, x.target AS person, a.unit AS a, v.unit AS v, b.unit AS b
FROM tie AS x JOIN tie AS y ON y.i = x.i AND y.source = x.target AND y.target <> x.source
JOIN member AS a ON a.i = x.i AND a.person = x.source JOIN member AS v ON v.i = x.i AND v.person = x.target
JOIN member AS b ON b.i = x.i AND b.person = y.target
WHERE a.unit IS NOT NULL AND v.unit IS NOT NULL AND b.unit IS NOT NULL
AND NOT EXISTS (SELECT FROM tie AS z WHERE z.i = x.i AND z.source = x.source AND z.target = y.target);
CREATE TEMP TABLE counted AS
SELECT m.i, m.person, m.unit IS NOT NULL AS known, count(*) FILTER (WHERE a = v AND v = b) AS coordinator,
	count(*) FILTER (WHERE a = b AND a <> v) AS consultant,
	count(*) FILTER (WHERE a = v AND v <> b) AS representative, count(*) FILTER (WHERE a <> v AND v = b) AS gatekeeper,
	count(*) FILTER (WHERE a <> v AND v <> b AND a <> b) AS liaison, count(t.person) AS total
FROM member AS m JOIN task USING (i) LEFT JOIN triple AS t USING (i, person) GROUP BY m.i, m.person, m.unit;
SELECT count(*) > 5000 AS enough_people, sum(b.total) > 10000 AS enough_triples,
	count(*) FILTER (WHERE c.person IS NULL OR b.person IS NULL) AS missing,
	count(*) FILTER (WHERE known AND (b.coordinator, b.consultant, b.representative, b.gatekeeper, b.liaison, b.total)
		IS DISTINCT FROM (c.coordinator, c.consultant, c.representative, c.gatekeeper, c.liaison, c.total)) AS wrong,
	count(*) FILTER (WHERE NOT known AND num_nulls(b.coordinator, b.consultant, b.representative, b.gatekeeper,
		b.liaison, b.total, expected_total, z_total) < 8) AS unknown_but_counted,
	least(sum(b.coordinator), sum(b.consultant), sum(b.representative), sum(b.gatekeeper),
		sum(b.liaison)) > 300 AS all_roles
FROM (SELECT i, b.* FROM task, brokerage(network, affiliation) AS b) AS b FULL JOIN counted AS c USING (i, person);

-- who is joined to whom, and who reaches whom
CREATE TEMP TABLE both_ways AS SELECT i, source, target FROM tie UNION SELECT i, target, source FROM tie;
CREATE INDEX ON both_ways (i, source);
ANALYZE both_ways;
CREATE TEMP TABLE joined AS
WITH RECURSIVE j (i, a, b) AS (SELECT i, person, person FROM member UNION SELECT j.i, a, target FROM j
	JOIN both_ways AS t ON t.i = j.i AND t.source = b) SELECT * FROM j;
CREATE TEMP TABLE reached AS
WITH RECURSIVE r (i, a, b) AS (SELECT i, person, person FROM member UNION SELECT r.i, a, target FROM r
	JOIN tie AS t ON t.i = r.i AND t.source = b) SELECT * FROM r;
CREATE TEMP TABLE weak AS
SELECT i, a AS person, dense_rank() OVER (PARTITION BY i ORDER BY min(b)) AS component FROM joined GROUP BY i, a;
CREATE TEMP TABLE strong AS
SELECT i, a AS person, dense_rank() OVER (PARTITION BY i ORDER BY min(b)) AS component
FROM reached AS r WHERE EXISTS (SELECT FROM reached AS s WHERE s.i = r.i AND s.a = r.b AND s.b = r.a) GROUP BY i, a;
SELECT mode, count(*) > 5000 AS enough, count(*) FILTER (WHERE c.component IS DISTINCT FROM CASE mode
	WHEN 'weak' THEN w.component ELSE s.component END) AS wrong, max(c.component) > 5 AS several
FROM (SELECT i, mode, c.* FROM task, unnest(ARRAY['weak', 'strong']) AS mode, components(network, mode) AS c) AS c
JOIN weak AS w USING (i, person) JOIN strong AS s USING (i, person) GROUP BY mode ORDER BY mode DESC;

-- without a person who is cut, somebody cannot be reached any more from one of those that person has ties with
CREATE TEMP TABLE parted AS
WITH RECURSIVE p (i, cut, b) AS (
	SELECT i, source, min(target) FROM both_ways GROUP BY i, source
	UNION SELECT p.i, cut, target FROM p JOIN both_ways AS t ON t.i = p.i AND t.source = b AND t.target <> cut)
SELECT i, source AS person FROM both_ways AS t
WHERE NOT EXISTS (SELECT FROM p WHERE p.i = t.i AND p.cut = t.source AND p.b = t.target) GROUP BY i, source;
SELECT count(*) > 500 AS enough, count(*) FILTER (WHERE c.person IS NULL OR p.person IS NULL) AS wrong
FROM (SELECT i, c.person FROM task, cut_people(network) AS c) AS c FULL JOIN parted AS p USING (i, person);
