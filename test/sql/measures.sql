-- Figures of everybody, side by side: the same as from the functions that give them one by one.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
SET extra_float_digits = 0;
SET jit = off;
\pset null '(null)'

-- Fred (1) decides, Jim (2) is the boss of Stan (4), Ann (3) has Fred's ear, Dave (5) works for Stan, 9 knows nobody
CREATE TEMP TABLE story AS
	SELECT '1->2:0.6, 2->4:0.9, 1->3:0.9, 3->2:0.9, 3->4:0.4, 4->1:0.5, 1->4:0.1, 4->5:0.3, 5->6, 9'::network AS n;
SELECT d.* FROM story, degree(n) AS d;
\x on
SELECT p.* FROM story, person_measures(n) AS p WHERE person IN (4, 9);
\x off
SELECT person, contacts, mutual, round(density::numeric, 3) AS density,
	round(effective_size::numeric, 3) AS effective_size, clusters, round(pagerank::numeric, 3) AS pagerank,
	is_cut_person
FROM story, person_measures(n, 'supporters', '1->2, 2->3, 3->9', '{4}') AS p;

-- each against its own function, to the bit
CREATE TEMP TABLE nets AS
SELECT 'story' AS name, n FROM story UNION ALL SELECT 'nobody', '' UNION ALL SELECT 'one', '7'
UNION ALL SELECT 'pair', '1->2, 2->1:0.3' UNION ALL
SELECT 'random', with_people(network_agg(i, (i * 11 + k * k) % 300, (1 + (i + k) % 9) / 10.0::float8), '{-5,1000}')
FROM generate_series(0, 299) AS i, generate_series(1, 4) AS k WHERE i <> (i * 11 + k * k) % 300 UNION ALL
SELECT 'alike', network_agg(i, (i * 7 + k * k * 13) % 200) FROM generate_series(0, 199) AS i, generate_series(1, 2) AS k
WHERE i <> (i * 7 + k * k * 13) % 200 AND i % 5 > 0;
SELECT name, kind, count(*) AS rows, count(p.person) = person_count(n) AND count(*) = person_count(n) AS everybody,
	count(*) FILTER (WHERE (d.contacts, d.in_ties, d.out_ties, d.in_strength, d.out_strength)
		IS DISTINCT FROM (p.contacts, p.in_ties, p.out_ties, p.in_strength, p.out_strength)) AS degree,
	count(*) FILTER (WHERE (h.density, h.effective_size, h.efficiency, h.burt_constraint, h.clusters)
		IS DISTINCT FROM (p.density, p.effective_size, p.efficiency, p.burt_constraint, p.clusters)) AS holes,
	count(*) FILTER (WHERE h.alters <> CASE kind WHEN 'both' THEN p.contacts WHEN 'supporters' THEN p.in_ties
		WHEN 'supported' THEN p.out_ties ELSE p.mutual END) AS alters,
	count(*) FILTER (WHERE r.pagerank IS DISTINCT FROM p.pagerank) AS pagerank,
	count(*) FILTER (WHERE c.coreness IS DISTINCT FROM p.coreness) AS coreness,
	count(*) FILTER (WHERE co.component IS DISTINCT FROM p.component) AS component,
	count(*) FILTER (WHERE cut.person IS NOT NULL IS DISTINCT FROM p.is_cut_person) AS cut,
	count(*) FILTER (WHERE g.community IS DISTINCT FROM p.community) AS community
FROM (VALUES (1, 'both', NULL::network, NULL::bigint[]), (2, 'supporters', NULL, '{1,3,99999}'),
	(3, 'supported', '1->2, 2->3:0.5, 3->7, 40->41', '{}'), (4, 'mutual', '', '{99999}')) AS q (number, kind, context,
	seeds)
CROSS JOIN nets
CROSS JOIN LATERAL person_measures(n, kind, context, seeds) AS p
LEFT JOIN LATERAL (SELECT * FROM degree(n)) AS d ON d.person = p.person
LEFT JOIN LATERAL (SELECT * FROM structural_holes(n, kind, context => q.context)) AS h ON h.person = p.person
LEFT JOIN LATERAL (SELECT * FROM pagerank(n, seeds => q.seeds)) AS r ON r.person = p.person
LEFT JOIN LATERAL (SELECT * FROM coreness(n)) AS c ON c.person = p.person
LEFT JOIN LATERAL (SELECT * FROM components(n)) AS co ON co.person = p.person
LEFT JOIN LATERAL (SELECT * FROM cut_people(n)) AS cut ON cut.person = p.person
LEFT JOIN LATERAL (SELECT * FROM communities(n)) AS g ON g.person = p.person
WHERE name IN ('story', 'pair', 'one') GROUP BY number, kind, name, n ORDER BY number, name;
-- the larger one joined once each, in CTEs that are computed once
WITH n AS MATERIALIZED (SELECT n FROM nets WHERE name = 'random'), p AS MATERIALIZED (SELECT p.*
	FROM n, person_measures(n) AS p),
	single AS MATERIALIZED (SELECT * FROM n, degree(n) AS d JOIN structural_holes((SELECT n FROM n)) AS h USING (person)
		JOIN pagerank((SELECT n FROM n)) AS r USING (person)
		JOIN coreness((SELECT n FROM n)) AS c USING (person) JOIN components((SELECT n FROM n)) AS co USING (person)
			JOIN communities((SELECT n FROM n)) AS g USING (person))
SELECT count(*) AS people, count(*) FILTER (WHERE (s.contacts, s.in_ties, s.out_ties, s.in_strength, s.out_strength,
	s.density, s.effective_size, s.efficiency, s.burt_constraint, s.clusters, s.pagerank, s.coreness, s.component,
	s.community)
	IS DISTINCT FROM (p.contacts, p.in_ties, p.out_ties, p.in_strength, p.out_strength, p.density, p.effective_size,
		p.efficiency, p.burt_constraint, p.clusters, p.pagerank, p.coreness, p.component, p.community)) AS wrong,
	count(*) FILTER (WHERE p.is_cut_person <> (person IN (SELECT cut_people((SELECT n FROM n))))) AS wrong_cut
FROM p JOIN single AS s USING (person);
-- neighbours, a context and seeds on it
WITH q AS MATERIALIZED (SELECT r.n, a.n AS context FROM nets AS r, nets AS a
	WHERE (r.name, a.name) = ('random', 'alike'))
SELECT count(*) AS people, count(*) FILTER (WHERE (h.density, h.effective_size, h.efficiency, h.burt_constraint,
	h.clusters, r.pagerank) IS DISTINCT FROM (p.density, p.effective_size, p.efficiency, p.burt_constraint, p.clusters,
	p.pagerank)) AS wrong
FROM (SELECT p.* FROM q, person_measures(n, 'supported', context, '{1,3,99999}') AS p OFFSET 0) AS p
JOIN (SELECT h.* FROM q, structural_holes(n, 'supported', context => context) AS h OFFSET 0) AS h USING (person)
	JOIN (SELECT r.* FROM q, pagerank(n, seeds => '{1,3}') AS r OFFSET 0) AS r USING (person);
-- degree from the ties themselves
SELECT name,
	count(*) FILTER (WHERE (d.in_ties, d.out_ties, d.contacts)
		IS DISTINCT FROM (s.in_ties, s.out_ties, s.contacts)) AS wrong,
	count(*) FILTER (WHERE abs(d.in_strength - s.in_strength) > 1e-12
		OR abs(d.out_strength - s.out_strength) > 1e-12) AS wrong_strength
FROM nets CROSS JOIN LATERAL degree(n) AS d CROSS JOIN LATERAL (
	SELECT count(*) FILTER (WHERE target = d.person) AS in_ties, count(*) FILTER (WHERE source = d.person) AS out_ties,
		count(DISTINCT source + target - d.person) AS contacts,
		coalesce(sum(strength) FILTER (WHERE target = d.person), 0) AS in_strength,
		coalesce(sum(strength) FILTER (WHERE source = d.person), 0) AS out_strength
	FROM ties(n) WHERE d.person IN (source, target)) AS s
WHERE name <> 'random' GROUP BY name ORDER BY name;

-- NULL and bad arguments
SELECT (SELECT count(*) FROM degree(NULL)) + (SELECT count(*) FROM person_measures(NULL))
	+ (SELECT count(*) FROM person_measures('1->2', NULL)) AS rows;
SELECT (pg_temp.attempt(format('SELECT * FROM person_measures(''1->2'', %s)', arguments))).*
FROM (VALUES ('''all'''), ('seeds => ''{NULL}''')) AS t (arguments);
-- in the select list, and stopped early
SELECT (person_measures('1->2, 3->2')).contacts FROM generate_series(1, 2);
SELECT person FROM nets, person_measures(n) WHERE name = 'random' LIMIT 2;

-- how often each function is called: once from a CTE that is materialized; again for each row on which its arguments
-- depend
CREATE FUNCTION pg_temp.calls(statement text) RETURNS TABLE (function text, calls bigint) LANGUAGE plpgsql AS $$
DECLARE
	plan jsonb;
BEGIN
	EXECUTE 'EXPLAIN (ANALYZE, FORMAT JSON, TIMING OFF, SUMMARY OFF) ' || statement INTO plan;
	RETURN QUERY SELECT node ->> 'Function Name', (node -> 'Actual Loops')::bigint
	FROM jsonb_path_query(plan, 'strict $.** ? (@."Node Type" == "Function Scan")') AS node;
END $$;
SELECT way, c.* FROM (VALUES
	('again', $$SELECT count(*) FROM nets, pagerank(n) AS p, coreness(CASE WHEN p.person > 200 THEN n END) AS c
		WHERE name = 'random' AND c.person = p.person$$),
	('in CTEs', $$WITH net AS MATERIALIZED (SELECT n FROM nets WHERE name = 'random'),
		p AS MATERIALIZED (SELECT p.* FROM net, pagerank(n) AS p), c AS MATERIALIZED (SELECT c.*
			FROM net, coreness(n) AS c),
		o AS MATERIALIZED (SELECT o.* FROM net, closeness(n) AS o)
		SELECT count(*) FROM p JOIN c USING (person) JOIN o USING (person)$$),
	('person_measures',
		$$SELECT count(*) FROM nets, person_measures(n) WHERE name = 'random' AND coreness > pagerank$$)) AS q (way,
		statement),
	LATERAL pg_temp.calls(statement) AS c ORDER BY way, c.calls, c.function;
