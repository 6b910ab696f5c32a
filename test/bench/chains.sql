-- chains.sql - everything about chains but the one strongest (network.sql). Set by the caller: peer_pairs, cte_pairs,
-- pgrouting.
\ir common.sql
SET max_parallel_workers_per_gather = 0;

\set five 'SELECT count(*) FROM net, mentorgraph.strongest_chains(net, $1, $2, 5)'
SELECT 'five', median, 'five_p95', p95, 'five_found', total
FROM pg_temp.over_pairs(:'five', 100) \g |tr '|' '\n' | paste -d '|' - -
SELECT 'five_peer', median FROM pg_temp.over_pairs(:'five', :peer_pairs);
\if :pgrouting
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pgrouting CASCADE;
CREATE TEMP TABLE cost AS SELECT id, src AS source, dst AS target, -ln(strength) AS cost FROM tie;
SELECT 'five_pgr', median
FROM pg_temp.over_pairs($$SELECT count(DISTINCT path_id)
	FROM pgr_ksp('SELECT id, source, target, cost FROM cost', $1, $2, 5, true)$$, :peer_pairs);
\endif

SELECT 'between',
	pg_temp.timed('SELECT count(*), sum(strength) FROM net, asked, mentorgraph.chains_between(net, deciders, '
		'candidates)', 3);
SELECT 'between_found', count(*) FROM net, asked, mentorgraph.chains_between(net, deciders, candidates);

-- Who stands behind somebody, within four hops: ours, and the recursive query that finds the same.
SELECT 'reach4', median, 'reach4_found', total
FROM pg_temp.over_pairs('SELECT count(*) FROM mentorgraph.reach((SELECT net FROM net), $2, ''in'', 4)',
	:cte_pairs) \g |tr '|' '\n' | paste -d '|' - -
SELECT 'reach4_cte', median, 'reach4_cte_found', total FROM pg_temp.over_pairs($$
	WITH RECURSIVE r (node, s, h) AS (
		SELECT $2, 1::float8, 0
		UNION ALL
		SELECT * FROM (SELECT DISTINCT ON (t.src) t.src, r.s * t.strength AS s, r.h + 1
			FROM r JOIN tie AS t ON t.dst = r.node WHERE r.h < 4 ORDER BY t.src, r.s * t.strength DESC) AS q)
	SELECT count(*) FROM (SELECT node, max(s) FROM r WHERE node <> $2 AND $1 <> 0
		GROUP BY node) AS z$$, :cte_pairs) \g |tr '|' '\n' | paste -d '|' - -
\set reach 'SELECT count(*) FROM net, mentorgraph.reach(net, $1)'
SELECT 'reach', median FROM pg_temp.over_pairs(:'reach', 20);

SELECT 'dominators', median FROM pg_temp.over_pairs('SELECT count(*) FROM net, mentorgraph.dominators(net, $1)', 10);
SELECT 'independent', median, 'independent_p95', p95
FROM pg_temp.over_pairs('SELECT count(*) FROM net, mentorgraph.independent_chains(net, $1, $2)',
	100) \g |tr '|' '\n' | paste -d '|' - -
SELECT 'indispensable', median, 'indispensable_p95', p95
FROM pg_temp.over_pairs('SELECT cardinality(mentorgraph.indispensable(net, $1, $2)) FROM net',
	100) \g |tr '|' '\n' | paste -d '|' - -
SELECT 'departure',
	pg_temp.timed('SELECT count(*) FROM net, asked, mentorgraph.departure_impact(net, leaver, deciders)', 3);
SELECT 'lineage', pg_temp.timed('SELECT sum(descendants) FROM mentors, mentorgraph.lineage(net)', 1);
SELECT 'lineage_total', sum(descendants) FROM mentors, mentorgraph.lineage(net);

-- The same with a hub. Its network takes the other's place in the cache.
SELECT 'hub_chain', median
FROM pg_temp.over_pairs('SELECT mentorgraph.strength(mentorgraph.strongest_chain(net, $1, $2)) FROM hub AS net', 100);
SELECT 'hub_five', median FROM pg_temp.over_pairs(replace(:'five', 'FROM net', 'FROM hub'), 100);
SELECT 'hub_between',
	pg_temp.timed('SELECT count(*), sum(strength) FROM hub, asked, mentorgraph.chains_between(net, deciders, '
		'candidates)', 3);
SELECT 'hub_reach', median FROM pg_temp.over_pairs(replace(:'reach', 'FROM net', 'FROM hub'), 20);
