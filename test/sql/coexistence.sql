-- Beside other SQL: expressions of PostgreSQL's own types, with untyped literals and with parameters, mean and give
-- the same whether the schema is off the search path, last on it, or first.
SET client_min_messages = warning;
SET search_path = pg_catalog, pg_temp;

-- the types that an expression's parameters get, or the error
CREATE FUNCTION pg_temp.parameters_of(expression text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	types text;
BEGIN
	EXECUTE 'PREPARE asked AS SELECT ' || expression;
	SELECT parameter_types::text INTO types FROM pg_catalog.pg_prepared_statements WHERE name = 'asked';
	DEALLOCATE asked;
	RETURN types;
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE;
END $$;

-- an expression's type and value, or the error
CREATE FUNCTION pg_temp.value_of(expression text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	value text;
BEGIN
	EXECUTE format('SELECT pg_catalog.pg_typeof(v) || '' '' || v::text FROM (SELECT %s AS v) AS q',
		expression) INTO value;
	RETURN value;
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE;
END $$;

-- every base type and a few arrays and ranges, with a value where one is needed
CREATE TEMP TABLE kind AS
SELECT t.oid::regtype::text AS type, CASE
	WHEN t.typname = 'bool' THEN 'true'
	WHEN t.typname = 'bit' THEN '1'
	WHEN t.typname = 'varbit' THEN '101'
	WHEN t.typname = '_bool' THEN '{true,false}'
	WHEN t.typname IN ('json', 'jsonb') THEN '{"1": 2}'
	WHEN t.typname IN ('_json', '_jsonb') THEN '{1,2}'
	WHEN t.typname IN ('date', 'timestamp', 'timestamptz') THEN '2026-01-02'
	WHEN t.typname IN ('time', 'timetz') THEN '10:11'
	WHEN t.typname = 'interval' THEN '1 day'
	WHEN t.typname IN ('inet', 'cidr') THEN '10.0.0.0/8'
	WHEN t.typname = 'macaddr' THEN '08:00:2b:01:02:03'
	WHEN t.typname = 'macaddr8' THEN '08:00:2b:01:02:03:04:05'
	WHEN t.typname = 'uuid' THEN 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'
	WHEN t.typname = 'point' THEN '(1,2)'
	WHEN t.typname IN ('box', 'lseg', 'path') THEN '((1,2),(3,4))'
	WHEN t.typname = 'polygon' THEN '((1,2),(3,4),(5,0))'
	WHEN t.typname = 'circle' THEN '<(1,2),3>'
	WHEN t.typname = 'line' THEN '{1,2,3}'
	WHEN t.typname = 'pg_lsn' THEN '0/10'
	WHEN t.typname = 'tid' THEN '(1,2)'
	WHEN t.typname = 'int2vector' THEN '1 2'
	WHEN t.typname = 'oidvector' THEN '1 2'
	WHEN t.typname = 'pg_snapshot' THEN '10:20:15'
	WHEN t.typtype = 'r' AND t.typname ~ '^int|^num' THEN '[1,5)'
	WHEN t.typtype = 'r' THEN '[2026-01-02,2026-02-03)'
	WHEN t.typtype = 'm' AND t.typname ~ '^int|^num' THEN '{[1,5)}'
	WHEN t.typtype = 'm' THEN '{[2026-01-02,2026-02-03)}'
	WHEN t.typcategory = 'A' AND t.typname ~ 'date|time' THEN '{2026-01-02}'
	WHEN t.typcategory = 'A' THEN '{1,2}'
	ELSE '2' END AS value
FROM pg_type AS t
WHERE t.typnamespace = 'pg_catalog'::regnamespace AND t.typtype IN ('b', 'r', 'm')
	AND t.typname !~ '^reg|^_reg|^pg_[^l]|^_pg'
AND (t.typcategory <> 'A' OR t.typname IN ('_bool', '_int2', '_int4', '_int8', '_text', '_varchar', '_name', '_float8',
	'_numeric', '_date', '_timestamptz', '_jsonb', '_oid'));

-- operators: one side typed, the other a parameter or a literal; those that the extension has too with every type,
-- the others with the types for which they are made
CREATE TEMP TABLE expression AS
WITH operator AS (
	SELECT DISTINCT oprname AS name, k.type, k.value
	FROM pg_operator AS o, kind AS k
	WHERE o.oprnamespace = 'pg_catalog'::regnamespace AND o.oprleft <> 0
	AND (o.oprname IN (SELECT oprname FROM pg_operator WHERE oprnamespace = 'mentorgraph'::regnamespace)
		OR k.type IN (o.oprleft::regtype::text, o.oprright::regtype::text)
		OR k.type IN ('bigint[]', 'text[]') AND 'anyarray'::regtype IN (o.oprleft, o.oprright)
		OR k.type IN ('int8range', 'int8multirange')
			AND ('anyrange'::regtype IN (o.oprleft, o.oprright) OR 'anymultirange'::regtype IN (o.oprleft, o.oprright)))
)
SELECT format('CAST(NULL AS %s) %s $1', type, name) AS parameters,
	format('CAST(%L AS %s) %s %L', value, type, name, value) AS values FROM operator
UNION
SELECT format('$1 %s CAST(NULL AS %s)', name, type), format('%L %s CAST(%L AS %s)', value, name, value, type)
FROM operator
UNION
SELECT format('$1 %s $2', name), format('%L %s %L', value, name, value) FROM operator
UNION
SELECT format('%s $1', oprname), format('%s %L', oprname, k.value) FROM pg_operator, kind AS k
WHERE oprnamespace = 'pg_catalog'::regnamespace AND oprleft = 0 AND k.type IN ('bigint', 'bigint[]', 'box')
UNION
-- functions and aggregates whose names the extension has too
SELECT format('%s(%s)', p.proname, array_to_string(ARRAY(SELECT '$' || n
	FROM generate_series(1, p.pronargs::int) AS n), ', ')),
	format('%s(%s)', p.proname, array_to_string(array_fill(quote_literal(k.value), ARRAY[p.pronargs::int]), ', '))
FROM pg_proc AS p, kind AS k
WHERE p.pronamespace = 'pg_catalog'::regnamespace
AND p.proname IN (SELECT m.proname FROM pg_proc AS m WHERE m.pronamespace = 'mentorgraph'::regnamespace)
UNION
-- literals that meet in one place
SELECT format('CASE WHEN true THEN $1 ELSE CAST(NULL AS %s) END', type),
	format('coalesce(%L, CAST(%L AS %s))', value, value, type) FROM kind
UNION
SELECT format('CAST(NULL AS %s) IN ($1, $2)', type), format('CAST(%L AS %s) IN (%L, %L)', value, type, value, value)
FROM kind
UNION
SELECT format('CAST(NULL AS %s) = ANY ($1)', type), format('CAST(%L AS %s) = ANY (ARRAY[%L])', value, type, value)
FROM kind
UNION
SELECT format('CAST(NULL AS %s) || $1', type), format('CAST(%L AS %s) || %L', value, type, value) FROM kind;

CREATE TEMP TABLE answer (path text, parameters text, values text, types text, result text);
CREATE PROCEDURE pg_temp.ask(path text, pattern text DEFAULT '') LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_catalog.set_config('search_path', path, false);
	INSERT INTO pg_temp.answer SELECT path, e.parameters, e.values, pg_temp.parameters_of(e.parameters),
		pg_temp.value_of(e.values)
	FROM pg_temp.expression AS e WHERE pg_catalog.strpos(e.parameters, pattern) > 0;
	SET search_path = pg_catalog, pg_temp;
END $$;
CREATE FUNCTION pg_temp.differences() RETURNS TABLE (path text, expression text, type_off text, type_on text,
	value_off text, value_on text) LANGUAGE sql AS $$
	SELECT DISTINCT a.path, CASE WHEN a.types IS DISTINCT FROM o.types THEN a.parameters
		ELSE a.values END, o.types, a.types, o.result, a.result
	FROM pg_temp.answer AS o JOIN pg_temp.answer AS a USING (parameters, values)
	WHERE o.path = 'public' AND (a.types IS DISTINCT FROM o.types OR a.result IS DISTINCT FROM o.result)
	ORDER BY 1, 2
$$;
CALL pg_temp.ask('public');
CALL pg_temp.ask('public, mentorgraph');
CALL pg_temp.ask('mentorgraph, pg_catalog, public');
SELECT path, count(*) > 2000 AS expressions, count(DISTINCT parameters) > 1000 AS different,
	count(*) FILTER (WHERE types !~ '^[0-9A-Z]{5}$') > 1000 AS planned,
	count(*) FILTER (WHERE result !~ '^[0-9A-Z]{5}$') > 1000 AS run
FROM answer GROUP BY path ORDER BY path;
SELECT * FROM pg_temp.differences();

-- this test finds an operator that takes the literals of others: the one that chains do not have for that reason
CREATE SCHEMA greedy;
CREATE FUNCTION greedy.overlaps(mentorgraph.chain, bigint[]) RETURNS boolean
LANGUAGE sql AS 'SELECT $1::bigint[] OPERATOR(pg_catalog.&&) $2';
CREATE OPERATOR greedy.&& (LEFTARG = mentorgraph.chain, RIGHTARG = bigint[], FUNCTION = greedy.overlaps);
CALL pg_temp.ask('public, greedy', '&&');
SELECT * FROM pg_temp.differences();
DROP SCHEMA greedy CASCADE;

-- no cast of the extension is made unless it is written
SELECT castsource::regtype, casttarget::regtype, castcontext FROM pg_cast
WHERE castcontext <> 'e' AND 'mentorgraph'::regnamespace IN (SELECT typnamespace FROM pg_type
	WHERE oid IN (castsource, casttarget));
-- the one name that changes its meaning: with the schema on the path, network('...') is a cast to the type
SELECT DISTINCT t.typname FROM pg_type AS t JOIN pg_proc AS p ON p.proname = t.typname
WHERE t.typnamespace = 'mentorgraph'::regnamespace AND p.pronamespace = 'pg_catalog'::regnamespace;
-- no type of the extension is preferred, or of a category in which PostgreSQL chooses
SELECT typname, typcategory, typispreferred FROM pg_type
WHERE typnamespace = 'mentorgraph'::regnamespace AND typcategory <> 'A'
AND (typcategory <> 'U' OR typispreferred);
