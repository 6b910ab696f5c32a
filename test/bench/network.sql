-- network.sql - to build a network, to keep it, and one chain in it.
\ir common.sql
SELECT 'ties', mentorgraph.tie_count(net) FROM net;
SELECT 'stored', pg_column_size(net) FROM net;
SELECT 'scan', pg_temp.timed('SELECT sum(src), sum(dst), sum(strength) FROM tie', 5);
SELECT 'build', pg_temp.timed('SELECT mentorgraph.tie_count(mentorgraph.network_agg(src, dst, strength)) FROM tie', 5);
SELECT 'direct',
	pg_temp.timed('SELECT mentorgraph.strongest_chain(mentorgraph.network_agg(t.src, t.dst, t.strength), '
		'(SELECT src FROM pair ORDER BY src LIMIT 1), (SELECT dst FROM pair ORDER BY src LIMIT 1)) FROM tie AS t', 3);
SET max_parallel_workers_per_gather = 2;
SELECT 'scan_parallel', pg_temp.timed('SELECT sum(src), sum(dst), sum(strength) FROM tie', 3);
SELECT 'build_planned',
	pg_temp.timed('SELECT mentorgraph.tie_count(mentorgraph.network_agg(src, dst, strength)) FROM tie', 3);
-- The planner does not choose it.
SET cpu_operator_cost = 0;
SET parallel_tuple_cost = 1;
SELECT 'build_parallel',
	pg_temp.timed('SELECT mentorgraph.tie_count(mentorgraph.network_agg(src, dst, strength)) FROM tie', 3);
RESET cpu_operator_cost;
RESET parallel_tuple_cost;
SET max_parallel_workers_per_gather = 0;
SELECT 'counts', pg_temp.timed('SELECT mentorgraph.tie_count(net) FROM net', 50);
SELECT 'slice', pg_temp.timed('SELECT substr(b, 1, 32) FROM plain', 50);

\set chain 'SELECT mentorgraph.strength(mentorgraph.strongest_chain(net, $1, $2)) FROM net'
SELECT 'warm', total FROM pg_temp.over_pairs(:'chain', 100);
SELECT 'chain', median, 'chain_p95', p95, 'strengths', total
FROM pg_temp.over_pairs(:'chain', 100) \g |tr '|' '\n' | paste -d '|' - -
SELECT 'widest', median
FROM pg_temp.over_pairs('SELECT mentorgraph.strength(mentorgraph.strongest_chain(net, $1, $2, by => '
	'''weakest_link'')) FROM net', 100);
SELECT 'bounded', median
FROM pg_temp.over_pairs('SELECT mentorgraph.strength(mentorgraph.strongest_chain(net, $1, $2, max_hops => 6)) FROM net',
	100);
