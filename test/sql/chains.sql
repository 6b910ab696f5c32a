-- Chains: the type and what it says, and strongest_chain on cases a reader can check by eye.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- text
SELECT text, text::chain AS chain, text::chain::text::chain = text::chain AS same
FROM (VALUES ('3-[0.9]->17-[0.5]->42'), ('7'), (' 3 -[ 1e-1 ]-> -9223372036854775808 '), ('1-[1]->2-[1.0]->3'), ('1-[5e-324]->2')) AS t (text);
SELECT given, (pg_temp.attempt(format('SELECT %L::chain', given))).*
FROM (VALUES (''), ('x'), ('1->2'), ('1-[0.5]2'), ('1-[0.5->2'), ('1-[]->2'), ('1-[0.5]->'), ('1-[0]->2'), ('1-[1.5]->2'), ('1-[nan]->2'),
	('1-[0.5]->1'), ('1-[0.5]->2-[0.5]->1'), ('1-[0.5]->99999999999999999999'), ('1-[0.5]->2,3'), ('1-[1e-400]->2')) AS t (given);

-- what it says
SELECT people(c), strengths(c), strength(c), hops(c), starts(c), ends(c), weakest_link(c), c::bigint[] = people(c) AS cast, c::jsonb
FROM (VALUES ('3-[0.9]->17-[0.5]->42-[0.5]->4'::chain), ('7'), (NULL)) AS v (c);
SELECT (weakest_link('3-[0.9]->17-[0.5]->42-[0.5]->4')).*;
-- a product below the smallest number is shown as the smallest, not as 0
SELECT strength('1-[1e-200]->2-[1e-200]->3'::chain), strength('1-[5e-324]->2-[0.5]->3'::chain);
SELECT label('3-[0.9]->17-[0.5]->42', '{"3": "Fred", "17": "Jim", "42": "Stan"}'), label('3-[0.9]->17', '{}'), label('7', '{"7": ""}'),
	label(NULL, '{}'), label('7', NULL);

-- order: strength, hops, people, single strengths
SELECT c FROM (VALUES ('1-[0.5]->2'), ('1-[0.9]->2'), ('1-[0.25]->2'), ('1-[0.5]->3-[0.5]->2'), ('1-[1]->3-[0.25]->2'), ('1-[0.25]->3-[1]->2'),
	('1-[0.25]->3'), ('7'), ('5'), ('1-[1]->2')) AS v (t), LATERAL (SELECT t::chain) AS w (c) ORDER BY c;
SELECT a = b AS eq, a <> b AS ne, a < b AS lt, a <= b AS le, a > b AS gt, a >= b AS ge, chain_cmp(a, b) AS cmp
FROM (VALUES ('1-[0.5]->2'::chain, '1-[0.9]->2'::chain), ('1-[0.9]->2', '1-[0.5]->2'), ('1-[0.5]->2', '1-[0.5]->2')) AS v (a, b);
SELECT chain_hash('1-[0.5]->2') = chain_hash('1-[0.50]->2') AS hash, chain_hash_extended('7', 1) = chain_hash_extended('7', 2) AS seeds;
CREATE TEMP TABLE kept (c chain PRIMARY KEY);
INSERT INTO kept SELECT ('1-[' || i / 100.0 || ']->' || i + 1)::chain FROM generate_series(1, 100) AS i;
SELECT c FROM kept ORDER BY c LIMIT 3;
SELECT count(*) FROM kept AS a JOIN kept AS b USING (c);
SELECT (pg_temp.attempt('INSERT INTO kept VALUES (''1-[0.5]->51'')')).state;

-- people on a chain, chains joined
SELECT c @> 17 AS has_17, c @> 3 AS has_3, c @> 5 AS has_5, people(c) && '{5,42}' AS some, people(c) && '{5,6}' AS none, people(c) @> '{3,42}' AS both
FROM (VALUES ('3-[0.9]->17-[0.5]->42'::chain), ('7'), (NULL)) AS v (c);
SELECT '3-[0.9]->17'::chain + '17-[0.5]->42' AS joined, '7'::chain + '7' AS one, '7'::chain + '7-[0.5]->8' AS first, '3-[1]->7'::chain + '7' AS last;
SELECT (pg_temp.attempt(format('SELECT %s', call))).*
FROM (VALUES ('''3-[0.9]->17''::chain + ''3-[0.9]->17'''), ('''3-[0.9]->17''::chain + ''17-[0.9]->3''')) AS t (call);

-- people on chains by an index over an expression, with PostgreSQL's own operators
CREATE TEMP TABLE way AS
SELECT i, (i % 50 || '-[0.5]->' || 100 + i % 70 || '-[0.25]->' || 200 + i % 90)::chain AS c FROM generate_series(1, 3000) AS i;
CREATE INDEX way_people ON way USING gin (people(c));
CREATE TEMP TABLE found AS
SELECT p, count(*) FILTER (WHERE c @> p) AS one, count(*) FILTER (WHERE people(c) && ARRAY[p, p * 3]::bigint[]) AS any_of FROM way, generate_series(0, 300) AS p GROUP BY p;
SELECT sum(one) = 9000 AS complete FROM found;
SET enable_seqscan = off;
SELECT pg_temp.plan_shows('SELECT * FROM way WHERE people(c) @> ''{17}''', 'way_people') AS contains, pg_temp.plan_shows('SELECT * FROM way WHERE people(c) && ''{17,18}''', 'way_people') AS overlaps;
DO $$
DECLARE asked record; one bigint; any_of bigint; wrong int := 0;
BEGIN
	FOR asked IN SELECT * FROM found LOOP
		EXECUTE format('SELECT count(*) FROM way WHERE people(c) @> ARRAY[%s]::bigint[]', asked.p) INTO one;
		EXECUTE format('SELECT count(*) FROM way WHERE people(c) && ARRAY[%s, %s]::bigint[]', asked.p, asked.p * 3) INTO any_of;
		wrong := wrong + (one <> asked.one OR any_of <> asked.any_of)::int;
	END LOOP;
	RAISE NOTICE '% wrong answers', wrong;
END
$$;
SELECT count(*) AS both FROM way WHERE people(c) @> '{17}' AND people(c) && '{101,107}';
RESET enable_seqscan;

-- Stan's case: Fred decides (1), Jim is Stan's boss (2), Ann (3) has Fred's ear
CREATE TEMP TABLE story AS SELECT '1->2:0.6, 2->4:0.9, 1->3:0.9, 3->2:0.9, 3->4:0.4, 4->1:0.5, 9'::network AS n;
SELECT strongest_chain(n, 1, 4), strongest_chain(n, 1, 4, max_hops => 2) AS two_hops, strongest_chain(n, 1, 4, max_hops => 1) AS one_hop,
	strongest_chain(n, 1, 4, avoid => '{3}') AS without_ann, strongest_chain(n, 1, 4, avoid => '{2}') AS without_jim,
	strongest_chain(n, 1, 4, avoid => '{2,3}') AS without_both FROM story;
SELECT strongest_chain(n, 1, 1) AS self, strongest_chain(n, 1, 1, avoid => '{1}') AS self_avoided, strongest_chain(n, 1, 9) AS isolate,
	strongest_chain(n, 9, 9) AS isolate_self, strongest_chain(n, 1, 99) AS unknown_to, strongest_chain(n, 99, 1) AS unknown_from,
	strongest_chain(n, 99, 99) AS unknown_self, strongest_chain(n, 1, 4, avoid => '{1}') AS from_avoided,
	strongest_chain(n, 1, 4, avoid => '{4}') AS to_avoided, strongest_chain(n, 1, 4, avoid => '{99}') AS unknown_avoided FROM story;
SELECT strongest_chain(NULL, 1, 4), strongest_chain(n, NULL, 4), strongest_chain(n, 1, NULL), strongest_chain(n, 1, 4, NULL) AS any_hops,
	strongest_chain(n, 1, 4, avoid => NULL) AS nobody_avoided, strongest_chain(n, 1, 4, by => NULL), strongest_chain('', 1, 2) FROM story;
SELECT (pg_temp.attempt(format('SELECT strongest_chain(''1->2'', 1, 2, %s)', arguments))).*
FROM (VALUES ('max_hops => 0'), ('max_hops => -3'), ('avoid => ''{NULL}'''), ('by => ''hops'''), ('by => ''''')) AS t (arguments);

-- the weakest link decides first, the product among those
SELECT strongest_chain(n, 1, 4) AS by_product, strongest_chain(n, 1, 4, by => 'weakest_link') AS by_weakest_link
FROM (VALUES ('1->2:0.5, 2->4, 1->3:0.6, 3->4:0.6'::network), ('1->2:0.5, 2->4, 1->3:0.6, 3->5:0.9, 5->4:0.6, 3->4:0.6')) AS v (n);
-- equal chains: fewer hops, then people
SELECT strongest_chain('1->2, 2->9, 1->5, 5->9', 1, 9), strongest_chain('1->2, 2->3, 3->9, 1->5, 5->9', 1, 9),
	strongest_chain('1->2:0.5, 2->9:0.25, 1->5:0.25, 5->9:0.5', 1, 9), strongest_chain('1->9:0.25, 1->5:0.5, 5->9:0.5', 1, 9);
-- everything is a tie: a grid of equal ties, in which the first people win
SELECT strongest_chain(network_agg(i, j), 0, 24)
FROM generate_series(0, 24) AS i, generate_series(0, 24) AS j WHERE i <> j AND abs(i / 5 - j / 5) + abs(i % 5 - j % 5) = 1;
-- from a table, in one query
SELECT strongest_chain(network_agg(source, target, strength), 17, 42)
FROM (VALUES (17, 3, 0.9), (3, 42, 0.5), (17, 42, 0.4)) AS tie (source, target, strength);

-- a stored network, opened once, asked often, with the cache, without it, and with one that is too small
CREATE TEMP TABLE kept_open AS SELECT network_agg(i, (i * 7 + k) % 3000, ((i + k) % 97 + 3) / 100.0::float8) AS n
FROM generate_series(0, 2999) AS i, generate_series(1, 8) AS k WHERE i <> (i * 7 + k) % 3000;
CREATE TEMP TABLE answers (setting text, i int, c chain);
INSERT INTO answers SELECT 'default', i, strongest_chain(n, i, i + 1000) FROM kept_open, generate_series(1, 50) AS i;
INSERT INTO answers SELECT 'again', i, strongest_chain(n, i, i + 1000) FROM kept_open, generate_series(1, 50) AS i;
SET mentorgraph.cache_size = 0;
INSERT INTO answers SELECT 'off', i, strongest_chain(n, i, i + 1000) FROM kept_open, generate_series(1, 50) AS i;
SET mentorgraph.cache_size = '64kB';
INSERT INTO answers SELECT 'too small', i, strongest_chain(n, i, i + 1000) FROM kept_open, generate_series(1, 50) AS i;
SELECT strongest_chain(n, 1, 1001) = (SELECT c FROM answers WHERE setting = 'off' AND i = 1) AS one_query FROM kept_open;
RESET mentorgraph.cache_size;
SELECT count(*), count(c) AS found, count(DISTINCT (i, c)) AS different FROM answers;
SELECT count(*) AS wrong FROM answers, kept_open, LATERAL (SELECT people(c) AS p, strengths(c) AS s) AS x,
	generate_series(1, hops(c)) AS k WHERE strength(n, p[k], p[k + 1]) IS DISTINCT FROM s[k];
