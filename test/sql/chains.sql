-- Finding chains: the strongest, the k strongest, many pairs, reach. Cases to check by eye; the oracles are in
-- test/unit/chains_test.c.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- Stan's case: Fred decides (1), Jim is Stan's boss (2), Ann (3) has Fred's ear
CREATE TEMP TABLE stan_story AS SELECT '1->2:0.6, 2->4:0.9, 1->3:0.9, 3->2:0.9, 3->4:0.4, 4->1:0.5, 9'::network AS n;
SELECT strongest_chain(n, 1, 4), strongest_chain(n, 1, 4, max_hops => 2) AS two_hops,
	strongest_chain(n, 1, 4, max_hops => 1) AS one_hop,
	strongest_chain(n, 1, 4, avoid => '{3}') AS without_ann, strongest_chain(n, 1, 4, avoid => '{2}') AS without_jim,
	strongest_chain(n, 1, 4, avoid => '{2,3}') AS without_both FROM stan_story;
SELECT strongest_chain(n, 1, 1) AS self, strongest_chain(n, 1, 1, avoid => '{1}') AS self_avoided,
	strongest_chain(n, 1, 9) AS isolate,
	strongest_chain(n, 9, 9) AS isolate_self, strongest_chain(n, 1, 99) AS unknown_to,
	strongest_chain(n, 99, 1) AS unknown_from,
	strongest_chain(n, 99, 99) AS unknown_self, strongest_chain(n, 1, 4, avoid => '{1}') AS from_avoided,
	strongest_chain(n, 1, 4, avoid => '{4}') AS to_avoided, strongest_chain(n, 1, 4, avoid => '{99}') AS unknown_avoided
		FROM stan_story;
SELECT strongest_chain(NULL, 1, 4), strongest_chain(n, NULL, 4), strongest_chain(n, 1, NULL),
	strongest_chain(n, 1, 4, NULL) AS any_hops,
	strongest_chain(n, 1, 4, avoid => NULL) AS nobody_avoided, strongest_chain(n, 1, 4, by => NULL),
	strongest_chain('', 1, 2) FROM stan_story;
SELECT (pg_temp.attempt(format('SELECT strongest_chain(''1->2'', 1, 2, %s)', arguments))).*
FROM (VALUES ('max_hops => 0'), ('max_hops => -3'), ('avoid => ''{NULL}'''), ('by => ''length'''),
	('by => ''''')) AS t (arguments);

-- the weakest link decides first, the product among those
SELECT strongest_chain(n, 1, 4) AS by_product, strongest_chain(n, 1, 4, by => 'weakest_link') AS by_weakest_link
FROM (VALUES ('1->2:0.5, 2->4, 1->3:0.6, 3->4:0.6'::network),
	('1->2:0.5, 2->4, 1->3:0.6, 3->5:0.9, 5->4:0.6, 3->4:0.6')) AS v (n);
-- equal chains: fewer hops, then people
SELECT strongest_chain('1->2, 2->9, 1->5, 5->9', 1, 9), strongest_chain('1->2, 2->3, 3->9, 1->5, 5->9', 1, 9),
	strongest_chain('1->2:0.5, 2->9:0.25, 1->5:0.25, 5->9:0.5', 1, 9),
	strongest_chain('1->9:0.25, 1->5:0.5, 5->9:0.5', 1, 9);
-- everything is a tie: a grid of equal ties, in which the first people win
SELECT strongest_chain(network_agg(i, j), 0, 24)
FROM generate_series(0, 24) AS i, generate_series(0, 24) AS j
WHERE i <> j AND abs(i / 5 - j / 5) + abs(i % 5 - j % 5) = 1;
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
SELECT strongest_chain(n, 1, 1001) = (SELECT c FROM answers WHERE setting = 'off' AND i = 1) AS one_query
FROM kept_open;
RESET mentorgraph.cache_size;
SELECT count(*), count(c) AS found, count(DISTINCT (i, c)) AS different FROM answers;
SELECT count(*) AS wrong FROM answers, kept_open, LATERAL (SELECT people(c) AS p, strengths(c) AS s) AS x,
	generate_series(1, hops(c)) AS k WHERE strength(n, p[k], p[k + 1]) IS DISTINCT FROM s[k];

SET extra_float_digits = 0;
-- Fred (1) decides, Jim (2) is the boss of Stan (4), Ann (3) has Fred's ear, Dave (5) works for Stan, 9 knows nobody
CREATE TEMP TABLE story AS
	SELECT '1->2:0.6, 2->4:0.9, 1->3:0.9, 3->2:0.9, 3->4:0.4, 4->1:0.5, 1->4:0.1, 4->5:0.3, 5->6, 9'::network AS n;

-- the k strongest
SELECT c.* FROM story, strongest_chains(n, 1, 4, 10) AS c;
SELECT c.rank, c.chain FROM story, strongest_chains(n, 1, 4, 2) AS c;
SELECT c.rank, c.chain FROM story, strongest_chains(n, 1, 4, 10, max_hops => 2) AS c;
SELECT c.rank, c.chain FROM story, strongest_chains(n, 1, 4, 10, avoid => '{3,99}') AS c;
SELECT 'self' AS asked, c.* FROM story, strongest_chains(n, 4, 4, 3) AS c UNION ALL
SELECT 'isolate', c.* FROM story, strongest_chains(n, 9, 9, 3) AS c UNION ALL
SELECT 'unknown', c.* FROM story, strongest_chains(n, 99, 4, 3) AS c UNION ALL
SELECT 'unreachable', c.* FROM story, strongest_chains(n, 1, 9, 3) AS c UNION ALL
SELECT 'avoided', c.* FROM story, strongest_chains(n, 1, 4, 3, avoid => '{4}') AS c;
-- equal chains in order: hops, then people
SELECT c.rank, c.chain FROM strongest_chains('1->2, 2->9, 1->5, 5->9, 2->5, 5->2, 1->7:0.5, 7->9', 1, 9, 9) AS c;
-- the first k agree with a longer list, and with strongest_chain; sorted, all different
SELECT count(*) AS chains, bool_and(c.rank = r.position) AS ranked,
	bool_and(c.chain = f.chain) FILTER (WHERE f.chain IS NOT NULL) AS same_first,
	count(DISTINCT c.chain) AS different,
	bool_and(strength(c.chain) = c.strength AND hops(c.chain) = c.hops) AS columns_agree
FROM (SELECT network_agg(i, (i * 7 + k) % 40, (1 + (i * k) % 7) / 8.0::float8) AS n
	FROM generate_series(0, 39) AS i, generate_series(1, 4) AS k WHERE i <> (i * 7 + k) % 40) AS net,
	strongest_chains(n, 0, 23, 200) WITH ORDINALITY AS c (rank, chain, strength, hops, position)
	LEFT JOIN LATERAL (SELECT * FROM strongest_chains(n, 0, 23, 20) AS s WHERE s.rank = c.rank) AS f ON true,
	LATERAL (SELECT row_number FROM (SELECT chain, row_number() OVER (ORDER BY chain)
		FROM strongest_chains(n, 0, 23, 200)) AS o WHERE o.chain = c.chain) AS r (position);

-- many pairs: in the order of the arrays, each once; unknown people and pairs without a chain have no row
SELECT c.* FROM story, chains_between(n, '{3,1,99,1}', '{6,4,9,1,4}') AS c;
SELECT c.from_person, c.to_person, c.chain FROM story, chains_between(n, '{1,3}', '{4,2}', max_hops => 1) AS c;
SELECT c.from_person, c.to_person, c.chain FROM story, chains_between(n, '{1,3}', '{4,2}', avoid => '{2}') AS c;
SELECT c.from_person, c.to_person, c.chain FROM story, chains_between(n, '{1,3}', '{4,2}', by => 'weakest_link') AS c;
SELECT count(*) AS nobody FROM story, chains_between(n, '{}', '{4}') AS a
FULL JOIN chains_between(n, '{4}', '{}') AS b ON true;
-- deciders who are candidates; the same as one by one, more of them than are searched together
SELECT count(*) AS pairs, count(*) FILTER (WHERE c.chain IS DISTINCT FROM strongest_chain(n, c.from_person,
	c.to_person)) AS wrong,
	count(*) FILTER (WHERE c.from_person = c.to_person AND c.hops = 0) AS themselves
FROM (SELECT network_agg(i, (i * 11 + k * k) % 300, (1 + (i + k) % 9) / 10.0::float8) AS n
	FROM generate_series(0, 299) AS i, generate_series(1, 4) AS k WHERE i <> (i * 11 + k * k) % 300) AS net,
	chains_between(n, ARRAY(SELECT g FROM generate_series(0, 99) AS g), ARRAY(SELECT g
		FROM generate_series(50, 149) AS g)) AS c;

-- by hops: fewest first, then strength
SELECT strongest_chain(n, 1, 4, by => 'hops') AS direct,
	strongest_chain(n, 1, 4, by => 'hops', skip_direct => true) AS two_hops,
	strongest_chain(n, 1, 9, by => 'hops') AS none FROM story;
SELECT c.from_person, c.to_person, c.chain FROM story, chains_between(n, '{1,3}', '{6,4}', by => 'hops') AS c;
SELECT r.* FROM story, reach(n, 1, by => 'hops') AS r;
SELECT r.* FROM story, reach(n, 1, 'in', by => 'hops') AS r;

-- through others: without the direct tie from start to end, which others may use
SELECT strongest_chain(n, 5, 6) AS direct, strongest_chain(n, 5, 6, skip_direct => true) AS none,
	strongest_chain(n, 3, 4) AS best, strongest_chain(n, 3, 4, max_hops => 1, skip_direct => true) AS too_short,
	strongest_chain(n, 1, 3, skip_direct => true) AS no_other, strongest_chain(n, 4, 4, skip_direct => true) AS self,
	strongest_chain(n, 1, 4, avoid => '{2}', skip_direct => true) AS around FROM story;
-- 2 is reached best by the direct tie to 3, so the chain to 3 through 2 needs the second best way to 2; for 2 it is the
-- other way round
SELECT c.* FROM chains_between('1->3:0.9, 3->2:0.9, 1->2:0.8, 2->3:0.5', '{1}', '{2,3}') AS c;
SELECT c.* FROM chains_between('1->3:0.9, 3->2:0.9, 1->2:0.8, 2->3:0.5', '{1}', '{2,3}', skip_direct => true) AS c;
-- the same as each pair after its tie is cut out, by every order, with limits
SELECT count(*) AS pairs, count(*) FILTER (WHERE strength(n, f, t) IS NOT NULL) AS tied,
	count(*) FILTER (WHERE c.chain IS NOT NULL) AS found,
	count(*) FILTER (WHERE c.chain IS DISTINCT FROM cut OR one IS DISTINCT FROM cut) AS wrong
FROM (SELECT network_agg(i, (i * 11 + k * k) % 60, (1 + (i + k) % 9) / 10.0::float8) AS n
	FROM generate_series(0, 59) AS i, generate_series(1, 5) AS k WHERE i <> (i * 11 + k * k) % 60) AS net
CROSS JOIN (VALUES (1, 'product', NULL, '{}'), (2, 'product', 3, '{7}'), (3, 'weakest_link', NULL, '{7}'),
	(4, 'hops', 4, '{}')) AS q (number, by_what, most, avoided)
CROSS JOIN generate_series(0, 19) AS f CROSS JOIN generate_series(0, 59) AS t
LEFT JOIN LATERAL (SELECT * FROM chains_between(n, ARRAY[f, (f + 1) % 20, (f + 7) % 20],
	ARRAY[(t + 1) % 60, t, (t + 5) % 60], most, avoided::bigint[], by_what, true)) AS c ON (c.from_person, c.to_person)
	= (f, t)
CROSS JOIN LATERAL (SELECT strongest_chain(CASE WHEN f <> t THEN n - format('%s->%s', f, t)::network
	ELSE n END, f, t, most, avoided::bigint[], by_what),
	strongest_chain(n, f, t, most, avoided::bigint[], by_what, true)) AS x (cut, one);

-- reach
SELECT r.* FROM story, reach(n, 1) AS r;
SELECT r.* FROM story, reach(n, 4, 'in') AS r;
SELECT r.* FROM story, reach(n, 1, max_hops => 2) AS r;
SELECT r.* FROM story, reach(n, 1, min_strength => 0.5) AS r;
SELECT r.* FROM story, reach(n, 1, avoid => '{3}') AS r;
SELECT r.* FROM story, reach(n, 1, 'in', by => 'weakest_link') AS r;
-- by weakest link 3 is reached over 5 (0.6), but 4, for whom 0.4 is the best weakest link, over the stronger way to 3
SELECT r.*, c FROM (SELECT '1->3:0.5, 1->5:0.6, 5->3:0.6, 3->4:0.4'::network) AS v (n),
	reach(n, 1, by => 'weakest_link') AS r, strongest_chain(n, 1, r.person, by => 'weakest_link') AS c;
-- min_strength limits the product, by weakest link too: that of 3 is better than that of 5, but its product is 0.36
SELECT r.* FROM reach('1->2:0.6, 2->3:0.6, 1->4:0.5, 4->5:0.9', 1, by => 'weakest_link', min_strength => 0.4) AS r;
SELECT count(*) AS nobody FROM story, LATERAL (SELECT * FROM reach(n, 9) UNION ALL SELECT * FROM reach(n, 99)
	UNION ALL SELECT * FROM reach(n, 1, avoid => '{1}')) AS r;
-- the strength is that of the chain, to the last bit, from either end: who is just strong enough is in reach
SELECT r.*, strength(c) = r.strength AS same FROM (SELECT '3->2:0.2, 2->1:0.1, 1->0:0.6'::network) AS v (n),
	strongest_chain(n, 3, 0) AS c, reach(n, 0, 'in', min_strength => strength(c)) AS r WHERE r.person = 3;
SELECT count(*) > 1000 AS enough, count(*) FILTER (WHERE strength(c) IS DISTINCT FROM r.strength) AS wrong
FROM (SELECT network_agg(i, (i * 11 + k * k) % 60, (1 + (i * k) % 97) / 100.0::float8) AS n
	FROM generate_series(0, 59) AS i, generate_series(1, 5) AS k WHERE i <> (i * 11 + k * k) % 60) AS net,
	generate_series(0, 9) AS p, (VALUES ('in'), ('out')) AS d (direction),
	(VALUES ('product'), ('weakest_link'), ('hops')) AS o (by_what),
	reach(n, p, d.direction, by => by_what) AS r, strongest_chain(n, CASE direction WHEN 'in' THEN r.person
		ELSE p END, CASE direction WHEN 'in' THEN p ELSE r.person END, by => by_what) AS c;

-- bad input, one by one
SELECT call, (pg_temp.attempt(format('SELECT count(*) FROM story, LATERAL %s AS x', call))).*
FROM (VALUES ('strongest_chains(n, 1, 4, 0)'), ('strongest_chains(n, 1, 4, -1)'),
	('strongest_chains(n, 1, 4, 3, max_hops => 0)'), ('strongest_chains(n, 1, 4, 3, avoid => ''{NULL}'')'),
	('chains_between(n, ''{1,NULL}'', ''{4}'')'), ('chains_between(n, ''{1}'', ''{NULL}'')'),
	('chains_between(n, ''{1}'', ''{4}'', by => ''length'')'),
	('chains_between(n, ''{1}'', ''{4}'', max_hops => 0)'),
	('reach(n, 1, ''up'')'), ('reach(n, 1, max_hops => 0)'), ('reach(n, 1, min_strength => 1.5)'),
	('reach(n, 1, min_strength => -0.1)'), ('reach(n, 1, min_strength => ''NaN'')'),
	('reach(n, 1, avoid => ''{NULL}'')'),
	('reach(n, 1, by => '''')'), ('independent_chains(n, 1, 4, avoid => ''{NULL}'')'),
	('departure_impact(n, 2, ''{NULL}'')')) AS t (call);
-- avoid NULL, as array_agg gives it where nobody objects: nobody is avoided
SELECT objectors, (SELECT count(*) FROM strongest_chains(n, 1, 4, 9, avoid => objectors)) AS ranked,
	(SELECT count(*) FROM chains_between(n, '{1,3}', '{4,2}', avoid => objectors)) AS pairs,
	(SELECT count(*) FROM reach(n, 1, avoid => objectors)) AS reached,
	(SELECT count(*) FROM independent_chains(n, 1, 4, avoid => objectors)) AS independent
FROM story, (VALUES (4), (5)) AS c (candidate), LATERAL (SELECT array_agg(objector)
	FROM (VALUES (3, 4)) AS o (objector, candidate) WHERE o.candidate = c.candidate) AS x (objectors)
ORDER BY candidate;
-- other arguments NULL: no rows
SELECT (SELECT count(*) FROM strongest_chains(n, 1, 4, NULL)) + (SELECT count(*) FROM strongest_chains(NULL, 1, 4, 1))
	+ (SELECT count(*) FROM chains_between(NULL, '{1}', '{4}')) + (SELECT count(*) FROM chains_between(n, NULL, '{4}'))
	+ (SELECT count(*) FROM chains_between(n, '{1}', '{4}', by => NULL))
	+ (SELECT count(*) FROM reach(NULL, 1)) + (SELECT count(*) FROM reach(n, NULL))
	+ (SELECT count(*) FROM reach(n, 1, NULL)) + (SELECT count(*) FROM reach(n, 1, by => NULL))
	+ (SELECT count(*) FROM independent_chains(NULL, 1, 4)) + (SELECT count(*) FROM independent_chains(n, 1, NULL))
	+ (SELECT count(*) FROM dominators(NULL, 1)) + (SELECT count(*) FROM departure_impact(n, NULL, '{1}'))
	+ (SELECT count(*) FROM departure_impact(n, 2, NULL)) + (SELECT count(*) FROM lineage(NULL)) AS rows FROM story;
SELECT (SELECT count(*) FROM strongest_chains(n, 1, 4, 3, NULL)) AS any_hops,
	(SELECT count(*) FROM reach(n, 1, 'out', NULL, NULL)) AS any_strength FROM story;
-- chains too weak for a number are shown as the smallest, not as 0
SELECT r.strength > 0 AS above_0, r.hops FROM reach('1->2:1e-200, 2->3:1e-200', 1) AS r;
-- chains too weak to be compared: only who asks for one of them gets an error
CREATE TEMP TABLE faint AS SELECT network_agg(s, t, strength) AS n
FROM (SELECT i, i + 1, 5e-324 FROM generate_series(1, 8999) AS i
	UNION ALL VALUES (1, 9001, 0.5), (9001, 9002, 0.5), (9003, 9000, 0.5)) AS v (s, t, strength);
SELECT r.* FROM faint, reach(n, 1) AS r WHERE r.person IN (2, 9000, 9001, 9002);
SELECT r.* FROM faint, reach(n, 9000, 'in', by => 'weakest_link') AS r WHERE r.person IN (1, 8999, 9003);
SELECT r.* FROM faint, reach(n, 1, by => 'weakest_link', min_strength => 0.3) AS r;
SELECT strongest_chain(n, 1, 9002), strongest_chain(n, 1, 9003) AS none FROM faint;
SELECT c.* FROM faint, chains_between(n, '{1,9003}', '{9000,9002}', max_hops => 5000) AS c;
SELECT call, (pg_temp.attempt(format('SELECT count(*) FROM faint, LATERAL %s AS x', call))).*
FROM (VALUES ('strongest_chain(n, 1, 9000)'), ('chains_between(n, ''{1}'', ''{9000}'')'),
	('strongest_chains(n, 1, 9000, 1)')) AS t (call);
