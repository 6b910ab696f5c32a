# chains.sh - chains by the dozen, reach, what hangs on whom; sourced by run.sh after network.sh.
# shellcheck shell=sh disable=SC2154

peer_pairs=10
cte_pairs=20
runs=5
if [ "$people" -gt 100000 ]; then
	peer_pairs=3
	cte_pairs=5
	runs=2
fi
pgrouting=$(ask -c "SELECT count(*) > 0 FROM pg_available_extensions WHERE name = 'pgrouting'")
measure chains peer_pairs="$peer_pairs" cte_pairs="$cte_pairs" pgrouting="$pgrouting"
peers reach:$runs dominators:$runs
[ "$people" -gt 100000 ] || peers independent:5
dijkstra=$(limit_of 'Dijkstra full SSSP (4-ary heap)')

line '5 strongest chains, median' "$(ours five)" "$limit" 'limit of one chain' -
line '5 strongest chains, 95 %' "$(ours five_p95)" "$limit" 'limit of one chain, median' -
line "5 strongest chains, first $peer_pairs pairs" "$(ours five_peer)" "$(peer ksp "$peer_pairs")" \
	'igraph k shortest paths' 0.1
# Where pgRouting is not installed, the figures of the workload's README.
case $pgrouting$people in
t*) line "5 strongest chains, first $peer_pairs pairs" "$(ours five_peer)" "$(ours five_pgr)" 'pgr_ksp' 0.01 ;;
f100000) line '5 strongest chains, median' "$(ours five)" 3.4 'pgr_ksp, measured elsewhere' 0.01 ;;
f1000000) line '5 strongest chains, median' "$(ours five)" 72 'pgr_ksp, measured elsewhere' 0.01 ;;
esac
line 'chains_between, 20 x 500' "$(ours between)" "$(sum_of 20 "$dijkstra")" '20 x full Dijkstra limit' 1.5
line 'chains_between, 20 x 500' "$(ours between)" "$(sum_of 10000 "$limit")" '10 000 x limit of one chain' 1
line "reach within 4 hops, in, $cte_pairs people" "$(ours reach4)" "$(ours reach4_cte)" 'recursive CTE' 0.05
echo "people found in all: ours $(ours reach4_found), CTE $(ours reach4_cte_found)"
line 'reach of everyone, 20 people' "$(ours reach)" "$dijkstra" 'full Dijkstra limit' -
line 'reach of everyone, 20 people' "$(ours reach)" "$(peer_of reach)" 'igraph, distances alone' -
line 'dominators, 10 people' "$(ours dominators)" \
	"$(sum_of 3 "$(limit_of 'BFS full from random source')" 1 "$(limit_of 'CSR build: LSD radix by (src,dst)')")" \
	'3 x breadth-first + sort limits' 1
line 'dominators, 10 people' "$(ours dominators)" "$(peer_of dominators)" 'igraph' -
line 'independent chains, median' "$(ours independent)" "$limit" 'limit of one chain' -
line 'independent chains, 95 %' "$(ours independent_p95)" "$limit" 'limit of one chain, median' -
line 'independent chains, median' "$(ours independent)" "$(peer_of independent)" 'igraph, their number alone' -
line 'indispensable, median' "$(ours indispensable)" "$limit" 'limit of one chain' -
line 'indispensable, 95 %' "$(ours indispensable_p95)" "$limit" 'limit of one chain, median' -
line 'departure_impact, the busiest, 20 deciders' "$(ours departure)" "$(sum_of 20 "$dijkstra")" \
	'20 x full Dijkstra limit' -
seconds 'lineage, up to two mentors' "$(ours lineage)" "$(ours lineage_total) descendants in all"

echo 'with a hub of 100 000 proteges:'
for work in chain five between reach; do
	line "$work" "$(ours hub_$work)" "$(ours $work)" 'without it' -
done
