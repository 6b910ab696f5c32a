# network.sh - to build and keep a network, and one chain in it; sourced by run.sh.
# shellcheck shell=sh disable=SC2154

measure network
build=$(ours build)
line 'build from a table' "$build" "$(ours scan)" 'scan of three columns' 4
bytes=$(peak_of 'SELECT mentorgraph.tie_count(mentorgraph.network_agg(src, dst, strength)) FROM tie')
amount 'peak while building' $((bytes / $(ours ties))) 'bytes a tie' 40
forced='SET max_parallel_workers_per_gather = 2; SET cpu_operator_cost = 0; SET parallel_tuple_cost = 1'
bytes=$(peak_of "$forced; SELECT mentorgraph.tie_count(mentorgraph.network_agg(src, dst, strength)) FROM tie")
amount 'peak with two workers, all processes' $((bytes / $(ours ties))) 'bytes a tie' 80
line 'build where two workers are allowed' "$(ours build_planned)" "$build" 'build without workers' 1.1
line 'build with two workers' "$(ours build_parallel)" "$(ours scan_parallel)" 'scan with two workers' -
amount 'stored value' "$(ours stored)" 'bytes, 12 a tie + 12 a person + 256' $((12 * $(ours ties) + 12 * people + 256))
line 'counts of a stored network' "$(ours counts)" "$(ours slice)" 'first slice of a bytea' -
first=$(first_query 'SELECT mentorgraph.strongest_chain(net, src, dst) FROM net, (SELECT * FROM pair LIMIT 1) AS p')
fetch=$(first_query 'SELECT get_byte(b, 5) FROM plain')
line 'first query of a session' "$first" "$(sum_of 1 "$fetch" 1 "$(limit_of 'transpose CSR -> CSC')")" \
	'fetch + transpose' 1.3

limit=$(limit_of 'bidirectional p2p median of 100')
line 'strongest chain, median' "$(ours chain)" "$(sum_of 2 "$limit" 1 '0.0001 0.0001')" \
	"2 x limit (${limit%% *}) + 0.1 ms" 1
line 'strongest chain, 95 %' "$(ours chain_p95)" \
	"$(sed -n 's/.*bidirectional.*p95 \([0-9.]*\).*/\1/p' "$folder/limit.txt")" 'limit, 95 %' -
echo "sum of strengths: ours $(ours strengths)," \
	"limit $(sed -n 's/.*bidirectional.*sum \([0-9.]*\).*/\1/p' "$folder/limit.txt")"
line 'strongest chain by weakest link, median' "$(ours widest)" "$limit" 'limit' -
line 'strongest chain of at most 6 hops, median' "$(ours bounded)" "$limit" 'limit, any hops' -
line 'strongest chain straight from the table' "$(ours direct)" \
	"$(sum_of 1 "$build" 2 "$(limit_of 'Dijkstra full SSSP (4-ary heap)')")" 'build + 2 x full Dijkstra limit' 1
line 'strongest chain, median' "$(ours chain)" "$(peer p2p 20)" 'igraph, graph in memory' -
line 'build from a table' "$build" "$(sed -n 's/.* p2p .*build=\([0-9.]*\).*/\1/p' "$folder/igraph.txt" 2>/dev/null)" \
	'igraph, from arrays' -
