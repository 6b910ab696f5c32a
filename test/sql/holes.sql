-- Structural holes on cases a reader can check by eye; the formulas themselves are in holes_oracle.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'
-- figures to six places, for a comparison and for the eye
CREATE FUNCTION pg_temp.shown(h anyelement) RETURNS text LANGUAGE sql AS $$
	SELECT string_agg(CASE WHEN value ~ '[.e]' THEN round(value::numeric, 6)::text ELSE value END, ' ' ORDER BY at)
	FROM unnest(string_to_array(trim('()' FROM h::text), ',', '')) WITH ORDINALITY AS t (value, at)
$$;
CREATE FUNCTION pg_temp.six(figure float8) RETURNS numeric
LANGUAGE sql AS $$ SELECT trim_scale(round(figure::numeric, 6)) $$;

-- a closed triangle: each is tied to everyone by one half, and again by way of the other
SELECT * FROM structural_holes('1->2, 2->3, 3->1');
-- the ends of a star are four circles for its middle; an isolate, a pair with ties both ways
SELECT * FROM structural_holes('1->2, 1->3, 4->1, 5->1, 7->8:0.5, 8->7:0.1, 9');
-- only supported, never supporting: the network of someone at the end of every tie is computed all the same
SELECT * FROM structural_holes('1->2, 1->3, 2->3') WHERE person = 3;
-- two closed triangles and a bridge
SELECT person, alters, alter_ties, pg_temp.six(density) AS density, pg_temp.six(effective_size) AS effective_size,
	pg_temp.six(efficiency) AS efficiency,
	pg_temp.six(burt_constraint) AS burt_constraint, pg_temp.six(burt_hierarchy) AS burt_hierarchy, clusters
FROM structural_holes('1->2, 2->3, 3->1, 4->5, 5->6, 6->4, 3->4');
-- all strengths the same: what matters is who, not how strong
SELECT count(*) AS same FROM structural_holes('1->2, 2->3, 3->1, 4->5, 5->6, 6->4, 3->4') AS a
JOIN structural_holes('1->2:0.3, 2->3:0.3, 3->1:0.3, 4->5:0.3, 5->6:0.3, 6->4:0.3, 3->4:0.3') AS b USING (person)
WHERE abs(a.burt_constraint - b.burt_constraint) < 1e-12 AND abs(a.effective_size - b.effective_size) < 1e-12;
SELECT * FROM structural_holes('');

-- twenty-four advisers who all know one another shrink to one; six circles of four to six
SELECT alters, alter_ties, density, pg_temp.six(effective_size) AS effective_size, clusters
FROM (SELECT network_agg(i, 0) + network_agg(i, j) FILTER (WHERE i <> j) AS n
	FROM generate_series(1, 24) AS i, generate_series(1, 24) AS j) AS know,
	structural_holes_of(n, 0);
SELECT alters, alter_ties, pg_temp.six(density) AS density, pg_temp.six(effective_size) AS effective_size, clusters
FROM (SELECT network_agg(i, 0) + network_agg(i, j) FILTER (WHERE i <> j AND i / 4 = j / 4) AS n
	FROM generate_series(4, 27) AS i, generate_series(4, 27) AS j) AS know,
	structural_holes_of(n, 0);

-- who counts: 2 and 3 support 1, 3 and 4 are supported by 1; 2, 3 and 4 have ties among themselves, 5 is beyond
CREATE TEMP TABLE net AS
	SELECT '2->1:0.5, 3->1:0.5, 1->3:0.5, 1->4:0.8, 2->3:0.4, 4->3:0.6, 3->4:0.2, 3->5:1, 6->6000'::network AS n;
SELECT neighbours, scope, alters, alter_ties, pg_temp.six(density) AS density,
	pg_temp.six(effective_size) AS effective_size,
	pg_temp.six(efficiency) AS efficiency, pg_temp.six(burt_constraint) AS "constraint",
	pg_temp.six(burt_hierarchy) AS hierarchy, clusters
FROM net, unnest('{both,supporters,supported,mutual}'::text[]) AS neighbours, unnest('{whole,ego}'::text[]) AS scope,
	structural_holes_of(n, 1, neighbours, scope);
-- by hand for supporters in the whole network: 1 has 2 (z 0.5) and 3 (z 1), so shares 1/3 and 2/3; who supports 2:
-- nobody; who supports 3: 2 (0.4), 4 (0.8) and 1 (1), so 3 passes 0.4 / 2.2 on to 2. Largest weights: of 2 0.5, of 3 1.
SELECT round(power(1/3.0 + 2/3.0 * 0.4/2.2, 2) + power(2/3.0, 2), 6) AS "constraint",
	round(2 - 2/3.0 * 0.4/0.5 - 1/3.0 * 0.4/1, 6) AS effective_size;
-- by hand for both in scope ego: shares 0.5, 1, 0.8 of 2.3; of 2: 1 0.5, 3 0.4; of 3: 1 1, 2 0.4, 4 0.8; of 4: 1 0.8, 3
-- 0.8
SELECT round(power(0.5/2.3 + 1/2.3 * 0.4/2.2, 2) + power(1/2.3 + 0.5/2.3 * 0.4/0.9 + 0.8/2.3 * 0.5, 2)
	+ power(0.8/2.3 + 1/2.3 * 0.8/2.2, 2), 6) AS "constraint",
	round(3 - (1/2.3 * 0.4/0.5 + 0.5/2.3 * 0.4/1 + 0.8/2.3 * 0.8/1 + 1/2.3 * 0.8/0.8), 6) AS effective_size;

-- one person's row is theirs among everybody's
SELECT count(*) AS rows, count(*) FILTER (WHERE pg_temp.shown(a) <> pg_temp.shown(o)) AS different
FROM net, unnest('{both,supporters,supported,mutual}'::text[]) AS neighbours, unnest('{whole,ego}'::text[]) AS scope,
	structural_holes(n, neighbours, scope) AS a
		LEFT JOIN LATERAL structural_holes_of(n, a.person, neighbours, scope) AS o ON true;
SELECT s.* FROM net, structural_holes_of(n, 99) AS s;
SELECT s.* FROM net, structural_holes_of(n, person => 6, scope => 'ego') AS s;

-- sponsor tables do not say whether the sponsors know one another: another network does
SELECT what, alters, alter_ties, pg_temp.six(density) AS density, pg_temp.six(effective_size) AS effective_size,
	pg_temp.six(efficiency) AS efficiency, pg_temp.six(burt_constraint) AS "constraint",
	pg_temp.six(burt_hierarchy) AS hierarchy, clusters
FROM (VALUES ('without', 'whole', NULL::network), ('with', 'whole', '2->3, 3->2, 1->4:0.1, 3->9'),
	('with, ego', 'ego', '2->3, 3->2, 1->4:0.1, 3->9')) AS t (what, scope, knows),
	structural_holes_of('2->1, 3->1, 4->1', 1, scope => scope, context => knows);
-- by hand: the row of 2 is 1 (1, the network's) and 3 (2); that of 3 is 1 (1), 2 (2) and 9 (1); that of 4 is 1 (1, not
-- 0.1)
SELECT round(3 - (1/3.0 * 2/2 + 1/3.0 * 2/2), 6) AS effective_size,
	round(power(1/3.0 + 1/3.0 * 2/4, 2) + power(1/3.0 + 1/3.0 * 2/3, 2) + power(1/3.0, 2), 6) AS "constraint";
-- the network as its own context changes nothing; a context that knows nobody leaves ego's ties only
SELECT count(*) AS rows, count(*) FILTER (WHERE pg_temp.shown(a) <> pg_temp.shown(c)) AS different
FROM net, unnest('{both,supporters,supported,mutual}'::text[]) AS neighbours, unnest('{whole,ego}'::text[]) AS scope,
	structural_holes(n, neighbours, scope) AS a
		JOIN LATERAL structural_holes(n, neighbours, scope, n) AS c ON a.person = c.person;
SELECT count(*) AS rows, count(*) FILTER (WHERE effective_size <> alters) AS smaller, sum(alter_ties) AS ties,
	bool_and(clusters = alters) AS apart
FROM net, structural_holes(n, context => '100->200');

-- whom to meet next: 1 knows 2 and 3, who know one another; 4 knows both, 5 knows 4, 6 nobody of these
SELECT candidate, pg_temp.six(effective_size_gain) AS gain, new_clusters
FROM contact_value('1->2, 3->1, 2->3, 2->4, 4->3, 4->5, 6->7', 1, '{4,5,6,7,3,2,1,99,5}');
-- 4 joins two circles
SELECT candidate, pg_temp.six(effective_size_gain) AS gain, new_clusters
FROM contact_value('1->2, 1->3, 2->4, 3->4', 1, '{4}');
-- somebody without contacts counts from 0; candidates without are a circle of their own
SELECT candidate, pg_temp.six(effective_size_gain) AS gain, new_clusters FROM contact_value('1, 2, 3->4', 1, '{2,3,1}');
-- it is the difference that the tie makes
SELECT candidate, round((effective_size_gain - (after.effective_size - before.effective_size))::numeric, 9) AS error,
	new_clusters - (after.clusters - before.clusters) AS more
FROM net, contact_value(n, 1, '{5,6,6000}'), structural_holes_of(n, 1) AS before,
	structural_holes_of(n + network(format('1->%s', candidate)), 1) AS after;
SELECT count(*) FROM contact_value('1->2', 99, '{1,2}') UNION ALL SELECT count(*) FROM contact_value('1->2', 1, '{}');

-- NULL and bad input
SELECT (SELECT count(*) FROM structural_holes(NULL)) AS network,
	(SELECT count(*) FROM structural_holes('1->2', NULL)) AS neighbours,
	(SELECT count(*) FROM structural_holes('1->2', scope => NULL)) AS scope,
	(SELECT count(*) FROM structural_holes('1->2', context => NULL)) AS context,
	(SELECT count(*) FROM structural_holes_of('1->2', NULL)) AS person,
	(SELECT count(*) FROM structural_holes_of(NULL, 1)) AS network_of,
	(SELECT count(*) FROM structural_holes_of('1->2', 1, NULL)) AS neighbours_of,
	(SELECT count(*) FROM contact_value('1->2', 1, NULL)) AS candidates;
SELECT (pg_temp.attempt(format('SELECT * FROM %s', call))).*
FROM (VALUES ('structural_holes(''1->2'', ''friends'')'), ('structural_holes(''1->2'', scope => ''Whole'')'),
	('structural_holes_of(''1->2'', 1, '''')'),
	('structural_holes_of(''1->2'', 1, scope => ''all'')'), ('contact_value(''1->2'', 1, ''{2,NULL}'')')) AS t (call);
-- strengths at the end of what a number can be
SELECT person, pg_temp.six(effective_size) AS effective_size, pg_temp.six(burt_constraint) AS "constraint",
	pg_temp.six(burt_hierarchy) AS hierarchy
FROM structural_holes('1->2:5e-324, 2->3:5e-324, 3->1:5e-324, 4->3:1');
-- the planner expects a row for each person of a constant network
CREATE FUNCTION pg_temp.expected_rows(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE line text;
BEGIN
	EXECUTE 'EXPLAIN ' || statement INTO line;
	RETURN substring(line FROM 'rows=([0-9]+)');
END
$$;
SELECT pg_temp.expected_rows('SELECT * FROM structural_holes(''1->2, 3->4, 5'')') AS everybody,
	pg_temp.expected_rows('SELECT * FROM structural_holes_of(''1->2, 3->4'', 1)') AS one;

-- redundant contacts: 2 and 3 are tied to each other, 2 is the closer; 4 is tied to nobody else; of equals 5 has fewer
-- ties than 6
SELECT * FROM redundant_contacts('2->1:0.9, 3->1:0.5, 3->2:0.1, 4->1:0.2');
SELECT * FROM redundant_contacts('2->1:0.9, 3->1:0.5, 3->2:0.1, 4->1:0.2', 'supporters');
SELECT * FROM redundant_contacts('5->1:0.5, 6->1:0.5, 5->6:0.5, 6->7:0.5', 'supporters');
-- the closest of several closer contacts; with ties there and back 3 is the closest of all
SELECT * FROM redundant_contacts('2->1:0.9, 3->1:0.5, 1->3:0.5, 4->1:0.2, 2->4, 3->4, 2->3', 'supporters')
WHERE person = 1;
SELECT * FROM redundant_contacts('2->1:0.9, 3->1:0.5, 1->3:0.5, 4->1:0.2, 2->4, 3->4, 2->3') WHERE person = 1;
SELECT neighbours, count(*) FROM unnest('{both,supporters,supported,mutual}'::text[]) AS neighbours,
	redundant_contacts('1->2, 2->1, 2->3, 3->2, 1->3, 3->1, 4->1, 4->2', neighbours) GROUP BY 1 ORDER BY 1;
-- by the definition in SQL, on a network of 300
CREATE TEMP TABLE drawn AS
SELECT network_agg(i % 300, hashint4(i) & 255, ((hashint4extended(i, 1) & 15) + 1) / 16.0) AS n
FROM generate_series(0, 2999) AS i WHERE i % 300 <> hashint4(i) & 255;
WITH tie AS MATERIALIZED (SELECT t.* FROM drawn, ties(n) AS t),
known AS MATERIALIZED (SELECT source AS a, target AS b FROM tie UNION SELECT target, source FROM tie),
degree AS MATERIALIZED (SELECT p AS person, count(*) AS ties FROM tie, unnest(ARRAY[source, target]) AS p GROUP BY p),
expected AS (
	SELECT DISTINCT ON (c.target, c.source) c.target, c.source, o.source AS closer
	FROM tie AS c JOIN degree AS cd ON cd.person = c.source JOIN tie AS o ON o.target = c.target
		JOIN degree AS od ON od.person = o.source JOIN known AS k ON (k.a, k.b) = (c.source, o.source)
	WHERE (-o.strength, od.ties, o.source) < (-c.strength, cd.ties, c.source)
	ORDER BY c.target, c.source, o.strength DESC, od.ties, o.source)
SELECT count(*) > 100 AS enough, count(*) FILTER (WHERE e.closer IS DISTINCT FROM r.closer_contact) AS different
FROM expected AS e FULL JOIN (SELECT r.* FROM drawn, redundant_contacts(n, 'supporters') AS r) AS r ON (r.person,
	r.contact) = (e.target, e.source);
SELECT count(*) FROM redundant_contacts('');
SELECT pg_temp.attempt($$SELECT * FROM redundant_contacts('1->2', 'friends')$$);
