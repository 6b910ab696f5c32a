#!/bin/sh
# run.sh [PEOPLE...] - the benchmark: mentorgraph against the physical limit and its peers, in one run.
#
# For each number of people (100000 and 1000000 if none is given) it makes the workload, starts a
# throw-away PostgreSQL, and prints times and ratios: network.sh, chains.sh, positions.sh,
# diversity.sh, competencies.sh, matching.sh, talent.sh, each with its .sql. PARTS chooses among them
# (PARTS='network chains'; chains needs network). MISSED marks a ratio beyond its bound.
#
# Workload, limit program and igraph's benchmark come from the folder PERF (default ../shared/perf:
# gen.c, limit.c, igraph_bench.c); igraph is left out where its library is not installed. Needs some
# 8 GB of disk and memory at a million people and takes a quarter of an hour or more, at 100 000 three
# minutes. Shared machines are noisy: read ratios, not times, and the ratio of processor time first.

# shellcheck source=test/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=test/bench/common.sh
. "$top/test/bench/common.sh"

[ $# -gt 0 ] || set -- 100000 1000000
for people in "$@"; do
	case $people in
	'' | *[!0-9]*) die "PEOPLE is a number, not '$people'" ;;
	esac
done
perf=${PERF:-$top/../shared/perf}
if [ ! -f "$perf/gen.c" ] || [ ! -f "$perf/limit.c" ]; then
	die "no gen.c and limit.c in $perf: set PERF to the folder that has them"
fi
# shellcheck disable=SC2119
prepare
build
start_cluster 'shared_buffers = 2GB' 'max_wal_size = 16GB' 'work_mem = 256MB' 'jit = off' \
	'max_parallel_workers_per_gather = 0' "mentorgraph.cache_size = '1GB'"
programs=$cluster/perf
mkdir "$programs"
cc -O2 -w -o "$programs/gen" "$perf/gen.c" -lm
cc -O3 -w -o "$programs/limit" "$perf/limit.c" -lm
if [ -f /usr/include/igraph/igraph.h ]; then
	[ ! -f "$perf/igraph_bench.c" ] ||
		cc -O2 -w -I/usr/include/igraph -o "$programs/igraph" "$perf/igraph_bench.c" -ligraph -lm || true
	cc -O2 -w -I/usr/include/igraph -o "$programs/peers" "$top/test/bench/igraph_peers.c" -ligraph -lm || true
fi

for people in "$@"; do
	folder=$programs/$people
	mkdir "$folder"
	echo "== $people people"
	"$programs/gen" "$people" 1 "$folder"
	"$programs/limit" "$folder" >"$folder/limit.txt" 2>/dev/null
	chmod -R a+rX "$programs"
	ask -v folder="$folder" -f "$top/test/bench/load.sql"
	for part in ${PARTS:-network chains positions diversity competencies matching talent}; do
		echo "-- $part"
		# shellcheck source=/dev/null
		. "$top/test/bench/$part.sh"
	done
	rm -rf "$folder"
done
