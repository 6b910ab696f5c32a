-- Keys of people and strengths from scales.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- keys and scales; these values never change; every key is a whole number in double precision
SELECT person, person_key(person), (('x' || left(encode(sha256(convert_to(person, 'UTF8')), 'hex'),
	14))::bit(53))::bigint = person_key(person) AS as_defined,
	person_key(person) BETWEEN 0 AND 9007199254740991 AS fits
FROM (VALUES ('E-1001'), (''), (U&'J\00FCrgen'), ('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11')) AS v (person);
SELECT count(*) AS keys, bool_and(person_key(i::text)::float8::bigint = person_key(i::text)) AS as_double,
	max(person_key(i::text)) > 2 ^ 52 AS large,
	count(DISTINCT person_key(i::text)) AS different FROM generate_series(1, 20000) AS i;
SELECT person_key('A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'::uuid)
	= person_key('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11') AS uuid_as_text;
SELECT value, strength_from_scale(value, 1, 5), strength_from_scale(value, 1, 5, floor => 0.2, ceiling => 1)
FROM generate_series(1, 5) AS value;
SELECT strength_from_scale(0, '-1.7e308', '1.7e308'), strength_from_scale(NULL, 1, 5);
SELECT value, strength_from_scale(value, 0, 5e-324) AS tiny, strength_from_scale(value, 0, 1e-323) AS small
FROM (VALUES (0::float8), (5e-324)) AS v (value);
SELECT (pg_temp.attempt(format('SELECT strength_from_scale(%s)', arguments))).*
FROM (VALUES ('0, 1, 5'), ('6, 1, 5'), ('''NaN'', 1, 5'), ('1, 5, 1'), ('1, 1, 1'), ('1, ''-Infinity'', 5'),
	('1, 1, ''NaN'''),
	('2, 1, 5, 0'), ('2, 1, 5, 0.5, 1.5'), ('2, 1, 5, 0.9, 0.2'), ('2, 1, 5, ''NaN''')) AS t (arguments);
