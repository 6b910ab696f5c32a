-- On whom chains depend: chains that share nobody, who is on every chain, what a departure changes.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
SET extra_float_digits = 0;
\pset null '(null)'

-- Fred (1) decides, Jim (2) is the boss of Stan (4), Ann (3) has Fred's ear, Dave (5) works for Stan, 9 knows nobody
CREATE TEMP TABLE story AS
	SELECT '1->2:0.6, 2->4:0.9, 1->3:0.9, 3->2:0.9, 3->4:0.4, 4->1:0.5, 1->4:0.1, 4->5:0.3, 5->6, 9'::network AS n;

-- chains that share nobody
SELECT c.* FROM story, independent_chains(n, 1, 4) AS c;
SELECT c.* FROM story, independent_chains(n, 1, 4, avoid => '{3}') AS c;
SELECT c.* FROM story, independent_chains(n, 1, 6) AS c;
-- the strongest chain of all uses both 2 and 3, and is given up for two chains
SELECT 'strongest' AS what, strongest_chain(n, 1, 4) AS chain
FROM (SELECT '1->2:0.9, 2->3:0.9, 3->4:0.9, 2->4:0.2, 1->3:0.2'::network) AS v (n) UNION ALL
SELECT 'independent', c.chain FROM (SELECT '1->2:0.9, 2->3:0.9, 3->4:0.9, 2->4:0.2, 1->3:0.2'::network) AS v (n),
	independent_chains(n, 1, 4) AS c;
SELECT 'self' AS asked, c.chain FROM story, independent_chains(n, 4, 4) AS c UNION ALL SELECT 'unreachable', c.chain
FROM story, independent_chains(n, 1, 9) AS c UNION ALL
SELECT 'unknown', c.chain FROM story, independent_chains(n, 99, 4) AS c UNION ALL SELECT 'avoided', c.chain
FROM story, independent_chains(n, 1, 4, avoid => '{1}') AS c;

-- who stands on every chain
SELECT indispensable(n, 1, 6), indispensable(n, 1, 4) AS several_ways, indispensable(n, 5, 6) AS direct,
	indispensable(n, 1, 1) AS self, indispensable(n, 1, 9) AS no_chain,
	indispensable(n, 99, 1) AS unknown, indispensable(n, NULL, 1) AS none FROM story;
SELECT d.* FROM story, dominators(n, 1) AS d;
SELECT count(*) AS nobody FROM story, dominators(n, 99) AS d;
SELECT d.* FROM story, dominators(n, 9) AS d;

-- what a departure changes
SELECT i.* FROM story, departure_impact(n, 2, '{1}') AS i;
SELECT i.* FROM story, departure_impact(n, 5, '{1}') AS i;
SELECT i.* FROM story, departure_impact(n, 2, '{1,3,3,99}') AS i;
SELECT 'the decider leaves' AS who, i.* FROM story, departure_impact(n, 1, '{1}') AS i;
SELECT count(*) AS nobody FROM story, LATERAL (SELECT * FROM departure_impact(n, 9, '{1}') UNION ALL SELECT *
	FROM departure_impact(n, 99, '{1}') UNION ALL SELECT * FROM departure_impact(n, 2, '{}')) AS i;
-- it is what leaving somebody out changes
SELECT count(*) > 500 AS enough, count(*) FILTER (WHERE (i.strength_after, i.hops_after) IS DISTINCT FROM (strength(c),
	hops(c))) AS wrong
FROM (SELECT network_agg(i, (i * 7 + k * k * 13) % 200, (1 + (i * k) % 9) / 10.0::float8) AS n
	FROM generate_series(0, 199) AS i, generate_series(1, 2) AS k WHERE i <> (i * 7 + k * k * 13) % 200) AS net,
	generate_series(1, 199) AS leaver, departure_impact(n, leaver, '{0}') AS i,
	strongest_chain(n, 0, i.person, avoid => ARRAY[leaver]) AS c;

-- chains too weak to be compared
CREATE TEMP TABLE faint AS SELECT network_agg(s, t, strength) AS n
FROM (SELECT i, i + 1, 5e-324 FROM generate_series(1, 8999) AS i
	UNION ALL VALUES (1, 9001, 0.5), (9001, 9002, 0.5), (9003, 9000, 0.5)) AS v (s, t, strength);
SELECT i.* FROM faint, departure_impact(n, 9001, '{1}') AS i UNION ALL SELECT i.*
FROM faint, departure_impact(n, 2, '{1,9003}') AS i WHERE i.person IN (3, 8999, 9000);
SELECT (pg_temp.attempt('SELECT * FROM faint, independent_chains(n, 1, 9000)')).*;
