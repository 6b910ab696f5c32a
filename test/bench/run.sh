#!/bin/sh
# run.sh [PEOPLE...] - the benchmark: mentorgraph against the physical limit and its peers, in one run.
#
# For each number of people (100000 and 1000000 if none is given) it makes the workload, starts a
# throw-away PostgreSQL, and prints times and ratios. Workload, limit program and igraph's benchmark
# come from the folder PERF (default ../shared/perf: gen.c, limit.c, igraph_bench.c); igraph is left
# out where its library is not installed. Needs some 4 GB of disk and memory at a million people and
# takes five minutes. Shared machines are noisy: read ratios, not times.

. "$(dirname "$0")/../setup.sh"

perf=${PERF:-$top/../shared/perf}
[ -f "$perf/gen.c" ] && [ -f "$perf/limit.c" ] || die "no gen.c and limit.c in $perf: set PERF to the folder that has them"
prepare
build
start_cluster 'shared_buffers = 2GB' 'max_wal_size = 16GB' 'work_mem = 256MB' 'jit = off' \
	'max_parallel_workers_per_gather = 0' "mentorgraph.cache_size = '1GB'"
mkdir "$cluster/perf"
cc -O2 -w -o "$cluster/perf/gen" "$perf/gen.c" -lm
cc -O3 -w -o "$cluster/perf/limit" "$perf/limit.c" -lm
if [ -f "$perf/igraph_bench.c" ] && [ -f /usr/include/igraph/igraph.h ]; then
	cc -O2 -w -I/usr/include/igraph -o "$cluster/perf/igraph" "$perf/igraph_bench.c" -ligraph -lm || true
fi

ask() {
	psql -X -q -A -t -v ON_ERROR_STOP=1 "$@"
}

# The private memory of all server processes, in kB.
private_memory() {
	cat /proc/[0-9]*/status 2>/dev/null | awk '/^Name:/ { mine = $2 == "postgres" } /^RssAnon:/ && mine { sum += $2 } END { print sum + 0 }'
}

# peak_of STATEMENT: by how many bytes private memory grows while it runs
peak_of() {
	before=$(private_memory)
	peak=$before
	ask -c "$1" >/dev/null &
	query=$!
	while kill -0 "$query" 2>/dev/null; do
		now=$(private_memory)
		[ "$now" -le "$peak" ] || peak=$now
		sleep 0.02
	done
	wait "$query"
	echo $(((peak - before) * 1024))
}

# limit_of NAME: the seconds that the limit program printed for it
limit_of() {
	sed -n "s/^phys $1  *wall \([0-9.]*\).*/\1/p" "$folder/limit.txt" | head -1
}

# first_query STATEMENT: its seconds as the first of a session, the median of five sessions
first_query() {
	for session in 1 2 3 4 5; do
		psql -X -q -o /dev/null -c '\timing on' -c "$1" | sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p'
	done | sort -n | awk '{ t[NR] = $1 / 1000 } END { print t[3] }'
}

line() {
	awk -v name="$1" -v ours="$2" -v other="$3" -v what="$4" -v bound="$5" 'BEGIN {
		printf "%-44s %10.5f  %-34s %10.5f  ratio %6.2f  (bound %s)\n", name, ours, what, other, ours / other, bound }'
}

[ $# -gt 0 ] || set -- 100000 1000000
for people in "$@"; do
	folder=$cluster/perf/$people
	mkdir "$folder"
	echo "== $people people"
	"$cluster/perf/gen" "$people" 1 "$folder"
	"$cluster/perf/limit" "$folder" >"$folder/limit.txt" 2>/dev/null
	chmod -R a+rX "$cluster/perf"
	ask -v folder="$folder" -f "$top/test/bench/load.sql"
	ask -f "$top/test/bench/measure.sql" >"$folder/ours.txt"
	ours() { sed -n "s/^$1|//p" "$folder/ours.txt"; }

	line 'build from a table' "$(ours build)" "$(ours scan)" 'scan of three columns' 4
	bytes=$(peak_of 'SELECT mentorgraph.tie_count(mentorgraph.network_agg(src, dst, strength)) FROM tie')
	echo "peak while building: $((bytes / $(ours ties))) bytes a tie (bound 40)"
	bytes=$(peak_of "SET max_parallel_workers_per_gather = 2; SELECT mentorgraph.tie_count(mentorgraph.network_agg(src, dst, strength)) FROM tie")
	echo "peak with two workers, all processes: $((bytes / $(ours ties))) bytes a tie (bound 80)"
	line 'build with two workers' "$(ours build_parallel)" "$(ours scan_parallel)" 'scan with two workers' -
	echo "stored value: $(ours stored) bytes, bound 12 a tie + 12 a person + 256 = $((12 * $(ours ties) + 12 * people + 256))"
	line 'counts of a stored network' "$(ours counts)" "$(ours slice)" 'first slice of a bytea' -
	first=$(first_query 'SELECT mentorgraph.strongest_chain(net, src, dst) FROM net, (SELECT * FROM pair LIMIT 1) AS p')
	fetch=$(first_query 'SELECT get_byte(b, 5) FROM plain')
	line 'first query of a session' "$first" "$(echo "$fetch $(limit_of 'transpose CSR -> CSC')" | awk '{ print $1 + $2 }')" 'fetch + transpose' 1.3
	limit=$(limit_of 'bidirectional p2p median of 100')
	line 'strongest chain, warm, median' "$(ours chain)" "$(echo "$limit" | awk '{ print 2 * $1 + 0.0001 }')" "2 x limit ($limit) + 0.1 ms" 1
	line 'strongest chain, warm, 95 %' "$(ours chain_p95)" "$(sed -n 's/.*bidirectional.*p95 \([0-9.]*\).*/\1/p' "$folder/limit.txt")" 'limit, 95 %' -
	echo "sum of strengths: ours $(ours strengths), limit $(sed -n 's/.*bidirectional.*sum \([0-9.]*\).*/\1/p' "$folder/limit.txt")"
	line 'strongest chain by weakest link, median' "$(ours widest)" "$limit" 'limit' -
	line 'strongest chain of at most 6 hops, median' "$(ours bounded)" "$limit" 'limit, any hops' -
	line 'strongest chain straight from the table' "$(ours direct)" "$(echo "$(ours build) $(limit_of 'Dijkstra full SSSP (4-ary heap)')" | awk '{ print $1 + 2 * $2 }')" 'build + 2 x full Dijkstra limit' 1
	if [ -x "$cluster/perf/igraph" ]; then
		"$cluster/perf/igraph" p2p "$folder" 20 >"$folder/igraph.txt" 2>/dev/null || true
		line 'strongest chain, warm, median' "$(ours chain)" "$(sed -n 's/.*wall_med=\([0-9.]*\).*/\1/p' "$folder/igraph.txt")" 'igraph, graph in memory' -
		line 'build from a table' "$(ours build)" "$(sed -n 's/.*build=\([0-9.]*\).*/\1/p' "$folder/igraph.txt")" 'igraph, from arrays' -
	fi
	rm -rf "$folder"
done
