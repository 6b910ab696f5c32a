-- Structural holes against the formulas, written down in SQL as they stand in the literature, on 400 random networks of
-- 2 to 12 people, for every choice of neighbours and scope; two of three with another network as the context.
SET search_path = mentorgraph, public;
SET max_parallel_workers_per_gather = 0;
SET jit = off;

-- draw(a, b, n): a number from 0 to n - 1 that depends on a and b only
CREATE FUNCTION pg_temp.draw(a bigint, b bigint, n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
	SELECT (('x' || left(md5(a || ':' || b), 12))::bit(48)::bigint) % n
$$;

CREATE TEMP TABLE tie AS
SELECT i, source, target, max(strength) AS strength
FROM (SELECT i, pg_temp.draw(i, 10 * k + 2, pg_temp.draw(i, 10 * k + 3, people) + 1) * 7 - 20 AS source,
	pg_temp.draw(i, 10 * k + 4, people) * 7 - 20 AS target,
	CASE i % 4 WHEN 0 THEN 1 WHEN 1 THEN (1 + pg_temp.draw(i, 10 * k + 5, 4)) / 4.0
		ELSE (1 + pg_temp.draw(i, 10 * k + 5, 1000)) / 1000.0 END::float8 AS strength
	FROM generate_series(1, 401) AS i, LATERAL (SELECT 2 + pg_temp.draw(i, 1, 11)) AS n (people),
		LATERAL generate_series(1, people * (1 + pg_temp.draw(i, 9, 5))) AS k) AS drawn
WHERE source <> target
GROUP BY i, source, target;
CREATE TEMP TABLE net AS SELECT i, network_agg(source, target, strength) AS n FROM tie GROUP BY i;
-- the context of a network is itself or the next one
CREATE TEMP TABLE task AS
SELECT a.i, c.i AS context, a.n, CASE WHEN c.i <> a.i THEN c.n END AS context_network
FROM net AS a JOIN net AS c ON c.i = a.i + (a.i % 3 > 0)::int WHERE a.i <= 400;

-- z both ways, and which ways there are
CREATE TEMP TABLE relation AS
SELECT i, a, b, sum(strength) AS z, bool_or(there) AS there, bool_or(NOT there) AS back
FROM (SELECT i, source AS a, target AS b, strength, true AS there FROM tie
	UNION ALL SELECT i, target, source, strength, false FROM tie) AS either
GROUP BY i, a, b;
CREATE INDEX ON relation (i);
ANALYZE relation;
CREATE FUNCTION pg_temp.counts(neighbours text, there boolean, back boolean) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE neighbours WHEN 'both' THEN there OR back WHEN 'supporters' THEN back WHEN 'supported' THEN there
		ELSE there AND back END
$$;

CREATE TEMP TABLE alter AS
SELECT t.i, t.context, neighbours, r.a AS ego, r.b AS alter
FROM task AS t JOIN relation AS r ON r.i = t.i, unnest('{both,supporters,supported,mutual}'::text[]) AS neighbours
WHERE pg_temp.counts(neighbours, there, back);
CREATE INDEX ON alter (i, neighbours, ego, alter);
ANALYZE alter;
-- what ego sees: relations of ego in the network, others in the context; in scope 'ego' those among ego and the alters
-- only
CREATE TEMP TABLE seen AS
SELECT e.i, e.neighbours, scope, e.ego, r.a, r.b, r.z, r.there, pg_temp.counts(e.neighbours, r.there, r.back) AS chosen
FROM (SELECT DISTINCT i, context, neighbours, ego FROM alter) AS e, unnest('{whole,ego}'::text[]) AS scope,
	LATERAL (SELECT * FROM relation AS r WHERE r.i = e.i AND e.ego IN (r.a, r.b)
		UNION ALL SELECT * FROM relation AS r WHERE r.i = e.context AND e.ego NOT IN (r.a, r.b)) AS r
WHERE scope = 'whole'
OR (r.a = e.ego OR (e.i, e.neighbours, e.ego, r.a) IN (SELECT i, neighbours, ego, alter FROM alter))
AND (r.b = e.ego OR (e.i, e.neighbours, e.ego, r.b) IN (SELECT i, neighbours, ego, alter FROM alter));
CREATE TEMP TABLE share AS
SELECT i, neighbours, scope, ego, a, b, there,
	CASE WHEN chosen THEN z / sum(z) FILTER (WHERE chosen) OVER row ELSE 0 END AS p, z / max(z) OVER row AS m
FROM seen WINDOW row AS (PARTITION BY i, neighbours, scope, ego, a);
CREATE INDEX ON share (i, neighbours, scope, ego, a, b);
ANALYZE share;

-- by ego and alter j: p_ij + sum of p_iq p_qj, and sum of p_iq m_jq, over alters q other than j
CREATE TEMP TABLE by_alter AS
SELECT s.i, s.neighbours, s.scope, s.ego, s.b AS j, s.p + coalesce(sum(iq.p * qj.p), 0) AS share,
	coalesce(sum(iq.p * jq.m), 0) AS redundancy, count(jq.a) FILTER (WHERE jq.there) AS ties
FROM share AS s JOIN alter AS k ON (k.i, k.neighbours, k.ego, k.alter) = (s.i, s.neighbours, s.ego, s.b)
LEFT JOIN (share AS iq JOIN alter AS q ON (q.i, q.neighbours, q.ego, q.alter) = (iq.i, iq.neighbours, iq.ego, iq.b))
	ON (iq.i, iq.neighbours, iq.scope, iq.ego, iq.a) = (s.i, s.neighbours, s.scope, s.ego, s.ego) AND iq.b <> s.b
LEFT JOIN share AS qj ON (qj.i, qj.neighbours, qj.scope, qj.ego, qj.a, qj.b) = (s.i, s.neighbours, s.scope, s.ego, iq.b,
	s.b)
LEFT JOIN share AS jq ON (jq.i, jq.neighbours, jq.scope, jq.ego, jq.a, jq.b) = (s.i, s.neighbours, s.scope, s.ego, s.b,
	iq.b)
WHERE s.a = s.ego
GROUP BY s.i, s.neighbours, s.scope, s.ego, s.b, s.p;
-- clusters: alters from whom nobody smaller can be reached
CREATE TEMP TABLE clusters AS
WITH RECURSIVE reach (i, neighbours, ego, j, at) AS (
	SELECT i, neighbours, ego, alter, alter FROM alter
	UNION
	SELECT r.i, r.neighbours, r.ego, r.j, s.b FROM reach AS r
	JOIN share AS s ON (s.i, s.neighbours, s.scope, s.ego, s.a) = (r.i, r.neighbours, 'ego', r.ego, r.at)
		AND s.b <> r.ego
)
SELECT i, neighbours, ego, count(*) FILTER (WHERE smallest = j) AS clusters
FROM (SELECT i, neighbours, ego, j, min(at) AS smallest FROM reach GROUP BY i, neighbours, ego, j) AS r
GROUP BY i, neighbours, ego;
CREATE TEMP TABLE expected AS
SELECT i, neighbours, scope, ego AS person, count(*) AS alters, sum(ties) AS alter_ties,
	sum(1 - redundancy) AS effective_size,
	sum(power(share, 2)) AS burt_constraint,
	CASE WHEN count(*) > 1 THEN sum(power(share, 2) / mean * ln(power(share, 2) / mean)) / (count(*) * ln(count(*)))
		ELSE 1 END AS burt_hierarchy
FROM (SELECT *, avg(power(share, 2)) OVER (PARTITION BY i, neighbours, scope, ego) AS mean FROM by_alter) AS b
GROUP BY i, neighbours, scope, ego;

CREATE TEMP TABLE found AS
SELECT t.i, neighbours, scope, s.*
FROM task AS t, unnest('{both,supporters,supported,mutual}'::text[]) AS neighbours,
	unnest('{whole,ego}'::text[]) AS scope,
	structural_holes(n, neighbours, scope, context_network) AS s;
CREATE TEMP TABLE found_one AS
SELECT t.i, neighbours, scope, s.*
FROM task AS t, unnest('{both,supporters,supported,mutual}'::text[]) AS neighbours,
	unnest('{whole,ego}'::text[]) AS scope,
	people(n) AS p (person), structural_holes_of(n, p.person, neighbours, scope, context_network) AS s;
CREATE FUNCTION pg_temp.near(a float8, b float8) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
	SELECT coalesce(abs(a - b) < 1e-12 * greatest(1, abs(b)), a IS NULL AND b IS NULL)
$$;
SELECT what, count(*) > 20000 AS enough, count(e.person) > 15000 AS enough_with_alters,
	count(*) FILTER (WHERE f.person IS NULL) AS missing,
	count(*) FILTER (WHERE f.alters <> coalesce(e.alters, 0)) AS alters,
	count(*) FILTER (WHERE f.alter_ties <> coalesce(e.alter_ties, 0)) AS alter_ties,
	count(*) FILTER (WHERE f.clusters <> coalesce(c.clusters, 0)) AS clusters,
	count(*) FILTER (WHERE NOT pg_temp.near(f.density,
		f.alter_ties / nullif(f.alters * (f.alters - 1.0), 0)::float8)) AS density,
	count(*) FILTER (WHERE NOT pg_temp.near(f.effective_size, e.effective_size)) AS effective_size,
	count(*) FILTER (WHERE NOT pg_temp.near(f.efficiency, e.effective_size / e.alters)) AS efficiency,
	count(*) FILTER (WHERE NOT pg_temp.near(f.burt_constraint, e.burt_constraint)) AS "constraint",
	count(*) FILTER (WHERE NOT pg_temp.near(f.burt_hierarchy, e.burt_hierarchy)) AS hierarchy
FROM (SELECT 'everybody' AS what, * FROM found UNION ALL SELECT 'one by one', * FROM found_one) AS f
FULL JOIN expected AS e ON (e.i, e.neighbours, e.scope, e.person) = (f.i, f.neighbours, f.scope, f.person)
LEFT JOIN clusters AS c ON (c.i, c.neighbours, c.ego) = (f.i, f.neighbours, f.person)
GROUP BY what ORDER BY what;
-- the measures do depend on each choice
SELECT count(DISTINCT round(sum::numeric, 6)) AS different
FROM (SELECT neighbours, scope, sum(burt_constraint) FROM found GROUP BY neighbours, scope) AS s;
