-- Scores and kinds of developmental networks.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'
SET extra_float_digits = 0;

-- a known absence is 0, NULL is unknown
SELECT parts, weights, weighted_score(parts, weights) AS arithmetic,
	weighted_score(parts, weights, 'geometric') AS geometric,
	weighted_score(parts, weights, 'minimum') AS minimum,
	weighted_score(parts, weights, min_known => 0.5) AS half_known, known_weight(parts, weights) AS known
FROM (VALUES ('{0.5,1}'::float8[], '{1,1}'::float8[]), ('{0.25,1}', '{1,1}'), ('{0,1}', '{1,3}'), ('{NULL,1}', '{1,1}'),
	('{NULL,1}', '{3,1}'), ('{NULL,NULL}', '{1,1}'),
	('{NULL,0.5}', '{0,2}'), ('{0,0.5}', '{0,2}'), ('{0.5}', '{0}'), ('{}', '{}'), (NULL, '{}'),
	('{1}', NULL)) AS t (parts, weights);
SELECT weighted_score('{-2,4}', '{1,1}') AS arithmetic, weighted_score('{-2,4}', '{1,1}', 'minimum') AS minimum,
	weighted_score('{1e308,1e308}', '{1,1}') AS large;
-- a mean of shares is a share, however it is rounded
SELECT count(*) FILTER (WHERE weighted_score(ARRAY[x, x, x, x], ARRAY[a, b, c, 0.3]) <> x) AS elsewhere
FROM unnest('{0.1,0.3,1}'::float8[]) AS x, unnest('{0.1,0.2,0.7}'::float8[]) AS a, unnest('{0.1,0.6,3}'::float8[]) AS b,
	unnest('{0,0.1,2}'::float8[]) AS c;
-- three tenths of the weight are three tenths, however they add up; a score is known where known_weight says so
SELECT count(*) AS cases, count(*) FILTER (WHERE (weighted_score(parts, weights, min_known => cut) IS NOT NULL)
	<> (known_weight(parts, weights) >= cut)) AS differences
FROM (SELECT ARRAY[1, 1, NULL, 1]::float8[] AS parts, ARRAY[a, b, c, 0.1] AS weights
	FROM unnest('{0.1,0.2,0.7}'::float8[]) AS a,
	unnest('{0.1,0.6,3}'::float8[]) AS b, unnest('{0.1,0.3,2}'::float8[]) AS c) AS drawn,
	LATERAL (VALUES (known_weight(parts, weights)), (known_weight(parts, weights) + 1e-12),
		(known_weight(parts, weights) - 1e-12), (0.5)) AS v (cut);
-- weights NULL: all alike, in each function
SELECT weighted_score('{0.5,1}'), weighted_score('{0.5,NULL}', NULL, min_known => 0.5) AS half,
	known_weight('{0.5,NULL}'), known_weight('{1,NULL,1,1}', NULL) AS known;
SELECT weighted_score('{1,1,1,NULL}', '{0.1,0.1,0.1,0.7}', min_known => 0.3) AS known,
	weighted_score('{1,NULL}', '{0.3,0.7}', min_known => 0.31) AS unknown;
SELECT call, (pg_temp.attempt(format('SELECT weighted_score(%s)', call))).*
FROM (VALUES ('''{1,2}'', ''{1}'''), ('''{1}'', ''{-0.5}'''), ('''{1}'', ''{NaN}'''), ('''{1}'', ''{Infinity}'''),
	('''{NaN}'', ''{1}'''), ('''{-Infinity}'', ''{1}'''),
	('''{1}'', ''{NULL}'''), ('''{1}'', ''{1}'', ''harmonic'''), ('''{-1}'', ''{1}'', ''geometric'''),
	('''{1}'', ''{1}'', min_known => -0.1'), ('''{1}'', ''{1}'', min_known => ''NaN'''),
	('''{{1}}'', ''{1}'''), ('''{1,1}'', ''{1e308,1e308}''')) AS t (call);

-- kinds: on a cut point counts as high
SELECT diversity, strength, network_type(diversity, strength, 0.5, 0.6)
FROM (VALUES (0.5, 0.6), (0.5, 0.59), (0.49, 0.6), (0, 0), (NULL, 1), (1, NULL)) AS t (diversity, strength);
SELECT known, network_type(0.7, 0.7, 0.5, 0.5, known) FROM (VALUES (0), (1), (2), (NULL)) AS t (known);
-- a count(*) is a count
SELECT network_type(0.7, 0.7, 0.5, 0.5, count(*)) AS three FROM generate_series(1, 3);
SELECT network_type(NULL, NULL, 0.5, 0.5, 0) AS nobody, network_type(0.5, 0.5, NULL, 0.5) AS no_cut;
SELECT call, (pg_temp.attempt(format('SELECT network_type(%s)', call))).*
FROM (VALUES ('0.5, 0.5, 1.1, 0.5'), ('0.5, 0.5, 0.5, -0.1'), ('0.5, 0.5, ''NaN'', 0.5'), ('3, 0.5, 0.5, 0.5'),
	('0.5, ''NaN'', 0.5, 0.5'), ('0.5, 0.5, 0.5, 0.5, -1'), ('0.5, 55, 0.5, 0.5')) AS t (call);
