-- The chain value: text, what it says, order, people on it.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- text
SELECT text, text::chain AS chain, text::chain::text::chain = text::chain AS same
FROM (VALUES ('3-[0.9]->17-[0.5]->42'), ('7'), (' 3 -[ 1e-1 ]-> -9223372036854775808 '), ('1-[1]->2-[1.0]->3'),
	('1-[5e-324]->2')) AS t (text);
SELECT given, (pg_temp.attempt(format('SELECT %L::chain', given))).*
FROM (VALUES (''), ('x'), ('1->2'), ('1-[0.5]2'), ('1-[0.5->2'), ('1-[]->2'), ('1-[0.5]->'), ('1-[0]->2'),
	('1-[1.5]->2'), ('1-[nan]->2'),
	('1-[0.5]->1'), ('1-[0.5]->2-[0.5]->1'), ('1-[0.5]->99999999999999999999'), ('1-[0.5]->2,3'),
	('1-[1e-400]->2')) AS t (given);

-- what it says
SELECT people(c), strengths(c), strength(c), hops(c), starts(c), ends(c), weakest_link(c),
	c::bigint[] = people(c) AS cast, c::jsonb
FROM (VALUES ('3-[0.9]->17-[0.5]->42-[0.5]->4'::chain), ('7'), (NULL)) AS v (c);
SELECT (weakest_link('3-[0.9]->17-[0.5]->42-[0.5]->4')).*;
-- a product below the smallest number is shown as the smallest, not as 0
SELECT strength('1-[1e-200]->2-[1e-200]->3'::chain), strength('1-[5e-324]->2-[0.5]->3'::chain);
SELECT label('3-[0.9]->17-[0.5]->42', '{"3": "Fred", "17": "Jim", "42": "Stan"}'), label('3-[0.9]->17', '{}'),
	label('7', '{"7": ""}'),
	label(NULL, '{}'), label('7', NULL);
-- strengths to so many digits; who has no name is shown by one word
SELECT digits, label('3-[0.123456]->17-[0.5]->42-[0.999]->4', '{"3": "Fred", "4": "Stan"}', digits, 'somebody outside')
FROM (VALUES (0), (1), (2), (20), (NULL)) AS d (digits);
SELECT label('3-[0.25]->17', '{}', unknown => '?'), label('3-[0.25]->17', '{}', 1),
	(pg_temp.attempt('SELECT label(''7'', ''{}'', -1)')).*;

-- order: strength, hops, people, single strengths
SELECT c FROM (VALUES ('1-[0.5]->2'), ('1-[0.9]->2'), ('1-[0.25]->2'), ('1-[0.5]->3-[0.5]->2'), ('1-[1]->3-[0.25]->2'),
	('1-[0.25]->3-[1]->2'),
	('1-[0.25]->3'), ('7'), ('5'), ('1-[1]->2')) AS v (t), LATERAL (SELECT t::chain) AS w (c) ORDER BY c;
SELECT a = b AS eq, a <> b AS ne, a < b AS lt, a <= b AS le, a > b AS gt, a >= b AS ge, chain_cmp(a, b) AS cmp
FROM (VALUES ('1-[0.5]->2'::chain, '1-[0.9]->2'::chain), ('1-[0.9]->2', '1-[0.5]->2'),
	('1-[0.5]->2', '1-[0.5]->2')) AS v (a, b);
SELECT chain_hash('1-[0.5]->2') = chain_hash('1-[0.50]->2') AS hash,
	chain_hash_extended('7', 1) = chain_hash_extended('7', 2) AS seeds;
CREATE TEMP TABLE kept (c chain PRIMARY KEY);
INSERT INTO kept SELECT ('1-[' || i / 100.0 || ']->' || i + 1)::chain FROM generate_series(1, 100) AS i;
SELECT c FROM kept ORDER BY c LIMIT 3;
SELECT count(*) FROM kept AS a JOIN kept AS b USING (c);
SELECT (pg_temp.attempt('INSERT INTO kept VALUES (''1-[0.5]->51'')')).state;

-- the strongest and the weakest of several; by an index too
SELECT min(c), max(c), min(c) FILTER (WHERE false) AS none
FROM (VALUES ('1-[0.5]->2'::chain), ('1-[0.9]->2'), (NULL), ('1-[0.25]->2'), ('7')) AS v (c);
SELECT min(c), max(c) FROM kept;
SET enable_seqscan = off;
SELECT pg_temp.plan_shows('SELECT min(c) FROM kept', 'kept_pkey') AS by_index;
RESET enable_seqscan;

-- people on a chain, chains joined
SELECT c @> 17 AS has_17, c @> 3 AS has_3, c @> 5 AS has_5, people(c) && '{5,42}' AS some, people(c) && '{5,6}' AS none,
	people(c) @> '{3,42}' AS both
FROM (VALUES ('3-[0.9]->17-[0.5]->42'::chain), ('7'), (NULL)) AS v (c);
SELECT '3-[0.9]->17'::chain + '17-[0.5]->42' AS joined, '7'::chain + '7' AS one, '7'::chain + '7-[0.5]->8' AS first,
	'3-[1]->7'::chain + '7' AS last;
SELECT (pg_temp.attempt(format('SELECT %s', call))).*
FROM (VALUES ('''3-[0.9]->17''::chain + ''3-[0.9]->17'''), ('''3-[0.9]->17''::chain + ''17-[0.9]->3''')) AS t (call);

-- people on chains by an index over an expression, with PostgreSQL's own operators
CREATE TEMP TABLE way AS
SELECT i, (i % 50 || '-[0.5]->' || 100 + i % 70 || '-[0.25]->' || 200 + i % 90)::chain AS c
FROM generate_series(1, 3000) AS i;
CREATE INDEX way_people ON way USING gin (people(c));
CREATE TEMP TABLE found AS
SELECT p, count(*) FILTER (WHERE c @> p) AS one,
	count(*) FILTER (WHERE people(c) && ARRAY[p, p * 3]::bigint[]) AS any_of FROM way, generate_series(0, 300) AS p
GROUP BY p;
SELECT sum(one) = 9000 AS complete FROM found;
SET enable_seqscan = off;
SELECT pg_temp.plan_shows('SELECT * FROM way WHERE people(c) @> ''{17}''', 'way_people') AS contains,
	pg_temp.plan_shows('SELECT * FROM way WHERE people(c) && ''{17,18}''', 'way_people') AS overlaps;
DO $$
DECLARE asked record; one bigint; any_of bigint; wrong int := 0;
BEGIN
	FOR asked IN SELECT * FROM found LOOP
		EXECUTE format('SELECT count(*) FROM way WHERE people(c) @> ARRAY[%s]::bigint[]', asked.p) INTO one;
		EXECUTE format('SELECT count(*) FROM way WHERE people(c) && ARRAY[%s, %s]::bigint[]', asked.p,
			asked.p * 3) INTO any_of;
		wrong := wrong + (one <> asked.one OR any_of <> asked.any_of)::int;
	END LOOP;
	RAISE NOTICE '% wrong answers', wrong;
END
$$;
SELECT count(*) AS both FROM way WHERE people(c) @> '{17}' AND people(c) && '{101,107}';
RESET enable_seqscan;
