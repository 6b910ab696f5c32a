-- Every function is called (test/lib/calls.sql), gives something, and takes NULL for each argument. Operators agree
-- with their functions, commutators and negators.
SET client_min_messages = warning;
\pset format unaligned
\set ECHO none
\i test/lib/attempt.sql
\i test/lib/calls.sql
\set ECHO all
-- a function without a call: give it a line in test/lib/calls.sql
SELECT oid::regprocedure FROM calls.function AS f
WHERE NOT internal AND NOT EXISTS (SELECT FROM calls.call WHERE call.oid = f.oid);
-- a call of a function that is not there, of one twice, without arguments, or of constants alone
SELECT given FROM calls.call WHERE name IS NULL;
SELECT oid::regprocedure FROM calls.call GROUP BY oid HAVING count(*) > 1;
SELECT given FROM calls.call WHERE arguments IS NULL AND volatility <> 'v'
	OR cardinality(arguments) <> cardinality(types);
SELECT given FROM calls.call WHERE arguments IS NOT NULL AND cardinality(types) > 0 AND NOT EXISTS (
	SELECT FROM pg_attribute WHERE attrelid IN ('calls.value'::regclass, 'calls.tie'::regclass)
	AND array_to_string(arguments, ' ') ~ ('\y' || attname || '\y'));

-- a function that cannot be called by name, and belongs to nothing that can
SELECT f.oid::regprocedure FROM calls.function AS f WHERE internal
AND NOT EXISTS (SELECT FROM pg_aggregate AS a JOIN calls.call AS c ON c.oid = a.aggfnoid
	WHERE f.oid IN (aggtransfn, aggfinalfn, aggcombinefn, aggserialfn, aggdeserialfn, aggmtransfn, aggminvtransfn,
		aggmfinalfn))
AND NOT EXISTS (SELECT FROM pg_type WHERE typreceive = f.oid)
AND NOT EXISTS (SELECT FROM pg_amproc WHERE amproc = f.oid)
AND NOT EXISTS (SELECT FROM pg_proc AS p JOIN calls.call AS c ON c.oid = p.oid WHERE p.prosupport = f.oid);

-- a call without a result
CREATE FUNCTION calls.result(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	rows bigint;
	given bigint;
	value text;
BEGIN
	EXECUTE format('SELECT count(*), count(v), string_agg(v, '' '') FROM (%s) AS q', statement) INTO rows, given, value;
	RETURN CASE WHEN rows = 0 THEN 'no rows' WHEN given = 0 THEN 'NULL' ELSE value END;
END
$$;
SELECT given FROM calls.statement WHERE calls.result(statement) IN ('no rows', 'NULL', '');

-- NULL for each argument in turn: a value, NULL, no rows, or an error about the argument
CREATE FUNCTION calls.result_or_error(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	RETURN calls.result(statement);
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ' ' || SQLERRM;
END
$$;
CREATE TABLE calls.without AS
SELECT c.oid, given, strict, kind, gives_rows, n, arguments[n] AS argument,
	calls.result(calls.statement(c, arguments)) AS usual,
	calls.result_or_error(calls.statement(c, arguments[: n - 1] || replaced || arguments[n + 1 :])) AS found
FROM calls.call AS c, generate_subscripts(arguments, 1) AS n,
	LATERAL (SELECT CASE WHEN typtype = 'p' AND typname <> 'cstring' THEN format('CASE WHEN false THEN %s END',
		arguments[n])
			ELSE format('NULL::%s', t.oid::regtype) END
		FROM pg_type AS t WHERE t.oid = types[n - 1]) AS r (replaced)
WHERE arguments IS NOT NULL;
SELECT given, argument, found FROM calls.without
WHERE strict AND found <> CASE WHEN gives_rows THEN 'no rows' ELSE 'NULL' END;
-- what is not STRICT: short results are shown, of long ones whether they are as usual
SELECT split_part(given, '(', 1) AS name, argument,
	CASE WHEN found = usual THEN 'as usual' WHEN length(found) <= 60 OR found ~ '^[0-9A-Z]{5} ' THEN found
		ELSE 'another value' END AS found
FROM calls.without WHERE NOT strict ORDER BY given COLLATE "C", n;

-- Each operator is called with the arguments of its function's call, with these swapped, and with equal ones. It must
-- give what its function gives, what its commutator gives for swapped operands, and the contrary of what its negator
-- gives. Each operator has a case.
CREATE TABLE calls.operator AS
SELECT o.oid, o.oprname, o.oprcom, o.oprnegate, o.oprcode, c.name, a.left_argument, a.right_argument
FROM pg_operator AS o JOIN calls.call AS c ON c.oid = o.oprcode,
	LATERAL (VALUES (arguments[1], arguments[2]), (arguments[2], arguments[1]),
		(arguments[1], arguments[1])) AS a (left_argument, right_argument)
WHERE types[0] = types[1] AND o.oprcom <> 0 OR (left_argument, right_argument) = (arguments[1], arguments[2]);
-- differs(first, second): whether two expressions over calls.value give different values
CREATE FUNCTION calls.differs(first text, second text) RETURNS boolean LANGUAGE sql AS $$
	SELECT calls.result(format('SELECT (%s IS DISTINCT FROM %s)::text AS v FROM calls.value', first, second)) <> 'false'
$$;
CREATE FUNCTION calls.applied(operator name, left_argument text, right_argument text) RETURNS text LANGUAGE sql AS $$
	SELECT format('(%s OPERATOR(mentorgraph.%s) %s)', left_argument, operator, right_argument)
$$;
SELECT oid::regoperator FROM pg_operator WHERE oprnamespace = 'mentorgraph'::regnamespace
	AND oid NOT IN (SELECT oid FROM calls.operator);
SELECT oid::regoperator, left_argument, right_argument FROM calls.operator
WHERE calls.differs(calls.applied(oprname, left_argument, right_argument),
	format('mentorgraph.%I(%s, %s)', name, left_argument, right_argument));
SELECT o.oid::regoperator, left_argument, right_argument FROM calls.operator AS o
JOIN pg_operator AS c ON c.oid = o.oprcom
WHERE calls.differs(calls.applied(o.oprname, left_argument, right_argument),
	calls.applied(c.oprname, right_argument, left_argument));
SELECT o.oid::regoperator, left_argument, right_argument FROM calls.operator AS o
JOIN pg_operator AS c ON c.oid = o.oprnegate
WHERE calls.differs(calls.applied(o.oprname, left_argument, right_argument),
	'NOT ' || calls.applied(c.oprname, left_argument, right_argument));
DROP SCHEMA calls CASCADE;
