-- Costs are those of small networks: asking a table of one network for all that a function tells is no reason to
-- compile the query, neither for a table that has been analyzed nor for one of which nothing is known.
SET search_path = mentorgraph, public;
CREATE TABLE unknown (c_network network, c_affiliation affiliation, c_composition composition, c_chain chain,
	c_bigint bigint, c_integer integer, c_text text, c_boolean boolean, c_float8 float8,
	c_bigints bigint[], c_affiliations affiliation[], c_float8s float8[], c_json json, c_jsonb jsonb);
INSERT INTO unknown SELECT network_agg(a, b), affiliation_agg(a, 'unit ' || b % 3), '{}', '1-[0.5]->2', 1, 1, 'x', true,
	0.5, '{1}', ARRAY[]::affiliation[], '{0.5}', '{}', '{}'
FROM (SELECT a, a % 23 + 1 AS b FROM generate_series(1, 23) AS a) AS tie;
CREATE TABLE known AS TABLE unknown;
ANALYZE known;
-- each function over a network or a chain, its arguments columns of their types, all that it returns
CREATE TABLE call AS
SELECT p.oid::regprocedure::text AS function, format(CASE WHEN p.prorettype = 'record'::regtype
	OR t.typtype = 'c' THEN '(%s(%s)).*' ELSE '%s(%s)' END, p.oid::regproc,
	(SELECT string_agg(c.attname, ', ' ORDER BY a.nr) FROM unnest(p.proargtypes) WITH ORDINALITY AS a (type, nr)
		LEFT JOIN pg_attribute AS c ON c.attrelid = 'unknown'::regclass AND c.attnum > 0 AND c.atttypid = a.type
			HAVING count(*) = count(c.attname))) AS call
FROM pg_proc AS p JOIN pg_type AS t ON t.oid = p.prorettype
WHERE p.pronamespace = 'mentorgraph'::regnamespace AND p.prokind = 'f' AND p.pronargs > 0
	AND p.prorettype <> 'internal'::regtype
AND p.proargtypes[0] IN ('network'::regtype, 'chain'::regtype, 'composition'::regtype, 'affiliation'::regtype);
CREATE FUNCTION pg_temp.cost_of(statement text) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
	plan json;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT JSON) ' || statement INTO plan;
	RETURN plan -> 0 -> 'Plan' ->> 'Total Cost';
END $$;
-- functions with an argument of another type
SELECT function FROM call WHERE call IS NULL ORDER BY function;
SELECT count(*) > 80 AS calls FROM call;
SELECT call, round(pg_temp.cost_of(format('SELECT %s FROM %s', call, source))) AS cost, source
FROM call, unnest('{known,unknown}'::text[]) AS source
WHERE call IS NOT NULL AND pg_temp.cost_of(format('SELECT %s FROM %s', call, source)) >= 100000
ORDER BY call, source;
-- a query that was compiled for a second
SELECT pg_temp.cost_of('SELECT (brokerage(c_network, c_affiliation)).* FROM unknown') < 100000 AS not_compiled;
DROP TABLE unknown, known, call;
