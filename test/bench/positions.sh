# positions.sh - where people stand; sourced by run.sh.
# shellcheck shell=sh disable=SC2154

communities=$(ask -c "SELECT count(*) > 0 FROM pg_proc WHERE pronamespace = 'mentorgraph'::regnamespace
	AND proname = 'communities'")
measure positions people="$people" communities="$communities"
peers coreness:3 cut_people:3

line 'structural holes of everyone' "$(ours holes)" \
	"$(sum_of 1 "$(limit_of 'Burt constraint ALL (marker arrays)')" \
		1 "$(limit_of 'effective size ALL (marker arrays)')")" \
	'limit, constraint + effective size' 1.2
line 'structural holes of everyone' "$(ours holes)" "$(peer constraint)" 'igraph, constraint alone' 0.2
[ "$people" -gt 100000 ] ||
	echo "sums of constraint and effective size: ours $(ours holes_sums),"\
"$(sed -n 's/^phys  *(sum constraint/ limit/p' "$folder/limit.txt" | cut -d, -f1,2)"
line 'pagerank' "$(ours pagerank)" "$(limit_of 'pagerank to L1<1e-8')" 'limit, to 1e-8' 1.5
line 'pagerank' "$(ours pagerank)" "$(peer prpack)" 'igraph PRPACK' 0.333
line 'components, weak' "$(ours weak)" "$(peer wcc)" 'igraph' 0.333
line 'components, strong' "$(ours strong)" "$(peer scc)" 'igraph' 0.333
line 'components, weak' "$(ours weak)" "$(ours rows)" 'people(network): as many rows' -
line 'coreness' "$(ours coreness)" "$(peer_of coreness)" 'igraph' -
line 'cut_people' "$(ours cut_people)" "$(peer_of cut_people)" 'igraph' -
seconds 'brokerage' "$(ours brokerage)"

if [ "$people" -le 10000 ]; then
	peers closeness
	line 'betweenness, exact' "$(ours betweenness)" "$(peer betw)" 'igraph' 0.5
	line 'closeness' "$(ours closeness)" "$(peer_of closeness)" 'igraph' -
else
	echo 'betweenness and closeness: exact ones are measured at 10 000 people'
fi

if [ "$communities" = t ]; then
	line 'communities' "$(ours communities)" "$(peer leiden)" 'igraph Leiden' 1
	echo "modularity: ours $(ours modularity)," \
		"igraph $(sed -n 's/.* leiden .*res=//p' "$folder/igraph.txt" 2>/dev/null)"
else
	echo 'communities: this build does not have them'
fi
