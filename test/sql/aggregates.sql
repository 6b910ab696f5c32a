-- What all aggregates have in common: states that are finished more than once, and rows that add nothing.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'
CREATE TABLE given (unit int, source bigint, target bigint, strength float8, category text, net network,
	mix composition, groups affiliation);
INSERT INTO given
SELECT i % 3, i, i + 1 + i % 7, (i % 10 + 1) / 10.0, 'category ' || i % (4 + i % 3),
	(i || '->' || i + 1)::network, format('{"%s": %s}', i % (5 + i % 3), i)::composition,
	format('{"%s": "%s"}', i, i % 9)::affiliation
FROM generate_series(1, 6000) AS i;
ANALYZE given;

-- Only HAVING depends on g: the hash table is filled once, and each g finishes its states again. All must agree with a
-- table that is filled anew.
CREATE FUNCTION pg_temp.finished_again(call text, OUT hashed boolean, OUT finished bigint, OUT same boolean)
LANGUAGE plpgsql AS $$
DECLARE
	again text := format('SELECT g, (SELECT string_agg(a, ''; '' ORDER BY unit)
		FROM (SELECT unit, (%s)::text AS a FROM given GROUP BY unit HAVING count(*) + length((%1$s)::text) > g) AS q)
			FROM generate_series(1, 4) AS g', call);
	fresh text;
BEGIN
	SET LOCAL enable_sort = off;
	hashed := pg_temp.plan_shows(again, 'HashAggregate');
	EXECUTE format('SELECT string_agg(a, ''; '' ORDER BY unit)
		FROM (SELECT unit, (%s)::text AS a FROM given GROUP BY unit OFFSET 0) AS q', call) INTO fresh;
	EXECUTE format('SELECT count(*), bool_and(a = %L AND length(a) > 4) FROM (%s) AS q (g, a)', fresh,
		again) INTO finished, same;
END
$$;
SELECT call, again.*
FROM (VALUES ('network_agg(source, target)'), ('network_agg(source, target, strength)'), ('network_union(net)'),
	('affiliation_agg(source, category)'), ('affiliation_union(groups)'), ('composition_agg(category)'),
	('composition_agg(category, strength)'),
	('composition_union(mix)'), ('blau(category)'), ('simpson(category)'), ('shannon(category)'),
	('richness(category)'), ('iqv(category, 7)'), ('hill(category, 2)'), ('ei_index(category, ''category 1''::text)'),
	('competencies_agg(source::text, strength)'), ('competencies_best(mix::jsonb::competencies)'),
	('competencies_mean(mix::jsonb::competencies)'),
	('mantel_haenszel(source % 2 = 0, strength > 0.5, category)')) AS t (call),
	pg_temp.finished_again(call) AS again;

-- every aggregate that has a final function stands in this list
SELECT count(*) AS aggregates FROM pg_aggregate JOIN pg_proc ON oid = aggfnoid
WHERE aggfinalfn <> 0 AND pronamespace = 'mentorgraph'::regnamespace;

-- with states from workers
CREATE FUNCTION pg_temp.people_again() RETURNS TABLE (g int, people bigint) LANGUAGE sql AS $$
	SELECT g, (SELECT sum(c) FROM (SELECT unit, person_count(network_agg(source, target)) AS c
		FROM given GROUP BY unit HAVING tie_count(network_agg(source, target)) > g) AS q)
	FROM generate_series(1, 3) AS g
$$;
SELECT * FROM pg_temp.people_again();
CALL pg_temp.use_workers();
SET cpu_operator_cost = 0;
SET parallel_tuple_cost = 1;
SELECT pg_temp.plan_shows('SELECT unit, network_agg(source, target) FROM given GROUP BY unit',
	'Partial HashAggregate') AS partial;
SELECT * FROM pg_temp.people_again();
RESET ALL;
SET search_path = mentorgraph, public;

-- a state takes more after it was finished: a window asks for the network after each row
CREATE AGGREGATE pg_temp.moving_network(bigint, bigint) (SFUNC = network_agg_add, STYPE = internal,
	FINALFUNC = network_agg_final);
SELECT i, pg_temp.moving_network(i, i % 3) OVER (ORDER BY i) AS so_far FROM generate_series(4, 7) AS i;

-- no person, no category, no value: NULL, as over no rows; an empty value is a value
SELECT network_agg(a, b) AS ties, network_agg(a, b, 0.5) AS strengths, network_union(n) AS networks,
	affiliation_agg(a, t) AS nobody, affiliation_agg(1, t) AS no_group, composition_agg(t) AS categories,
	composition_agg(t, 1) AS weights, composition_union(c) AS compositions
FROM (SELECT NULL::bigint, NULL::bigint, NULL::text, NULL::network, NULL::composition
	FROM generate_series(0, 3)) AS v (a, b, t, n, c);
SELECT blau(t), simpson(t), shannon(t), richness(t), iqv(t, 3), hill(t, 1), ei_index(t, t)
FROM (VALUES (NULL::text), (NULL)) AS v (t);
SELECT network_agg(a, b) AS ties, network_agg(a, b, NULL) AS strengths
FROM (VALUES (NULL::bigint, NULL::bigint), (7, NULL), (NULL, NULL)) AS v (a, b);
SELECT network_union('') AS networks, composition_union('{}') AS compositions, composition_agg('a', 0) AS weights;
-- nothing but NULLs, in workers too
UPDATE given SET source = NULL, target = NULL, net = NULL, mix = NULL, category = NULL;
ANALYZE given;
CALL pg_temp.use_workers();
SET cpu_operator_cost = 0;
SET parallel_tuple_cost = 1;
SELECT pg_temp.plan_shows('SELECT network_agg(source, target), affiliation_agg(source, category) FROM given',
	'Partial Aggregate') AS partial;
SELECT network_agg(source, target), network_union(net), affiliation_agg(source, category), composition_agg(category),
	composition_union(mix) FROM given;
RESET ALL;
SET search_path = mentorgraph, public;

DROP TABLE given;
