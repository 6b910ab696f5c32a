# common.sh - what the benchmark's parts share; sourced by run.sh.
#
# A time is the words "wall cpu" in seconds, the processor time left out where it is not known.
# $folder holds the workload of the size at hand, and what was measured: *.txt.
# shellcheck shell=sh disable=SC2154

ask() {
	psql -X -q -A -t -v ON_ERROR_STOP=1 "$@"
}

# measure PART [VARIABLE=VALUE...]: runs test/bench/PART.sql in one session; ours NAME gives its results
measure() {
	part=$1
	shift
	for variable in "$@"; do
		set -- "$@" -v "$variable"
		shift
	done
	ask "$@" -f "$top/test/bench/$part.sql" >>"$folder/ours.txt"
}

ours() {
	sed -n "s/^$1|//p" "$folder/ours.txt"
}

# The private memory of this server's processes, in kB; other servers may run beside it.
private_memory() {
	cat /proc/[0-9]*/status 2>/dev/null | awk -v server="$(head -n 1 "$cluster/data/postmaster.pid")" '
		/^PPid:/ { mine = $2 == server }
		/^RssAnon:/ && mine { sum += $2 }
		END { print sum + 0 }'
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

# limit_of NAME: the time that the limit program printed for it
limit_of() {
	sed -n "s/^phys $1  *wall \([0-9.]*\) cpu \([0-9.]*\).*/\1 \2/p" "$folder/limit.txt" | head -1
}

# peer TEST [RUNS]: the time of a test of the workload's igraph benchmark; nothing where there is no igraph
peer() {
	[ -x "$programs/igraph" ] || return 0
	"$programs/igraph" "$1" "$folder" ${2:+"$2"} 2>/dev/null | tee -a "$folder/igraph.txt" |
		sed -n 's/.*wall_med=\([0-9.]*\).*cpu_med=\([0-9.]*\).*/\1 \2/p'
}

# peers TEST[:RUNS]...: runs tests of igraph_peers.c, for peer_of NAME
peers() {
	[ ! -x "$programs/peers" ] || "$programs/peers" "$folder" "$@" >>"$folder/peers.txt"
}

peer_of() {
	[ ! -f "$folder/peers.txt" ] || sed -n "s/^$1|\([^|]*\)|.*/\1/p" "$folder/peers.txt"
}

# first_query STATEMENT: its seconds as the first of a session, the median of five sessions
first_query() {
	for _ in 1 2 3 4 5; do
		psql -X -q -o /dev/null -c '\timing on' -c "$1" | sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p'
	done | sort -n | awk '{ t[NR] = $1 / 1000 } END { print t[3] }'
}

# sum_of FACTOR TIME [FACTOR TIME]...: FACTOR x TIME, added up
sum_of() {
	while [ $# -gt 0 ]; do
		echo "$1 $2"
		shift 2
	done | awk '{ wall += $1 * $2; cpu += $1 * $3; if (NF < 3) unknown = 1 } END { print wall, unknown ? "" : cpu }'
}

# line WHAT OURS OTHER NAME BOUND: both times and their ratio, which must not exceed the bound (- is none).
# MISSED: it does, by the clock and, where it is known, by processor time as well.
line() {
	awk -v name="$1" -v ours="$2" -v other="$3" -v what="$4" -v bound="$5" 'BEGIN {
		known = split(other, o) > 0
		split(ours, t)
		printf "%-42s %11.6f  %-36s", name, t[1], what
		if (!known) {
			print " not measured"
			exit
		}
		ratio = least = t[1] / o[1]
		printf " %11.6f  ratio %7.3f", o[1], ratio
		if (t[2] > 0 && o[2] > 0) {
			printf " (cpu %7.3f)", t[2] / o[2]
			if (t[2] / o[2] < least)
				least = t[2] / o[2]
		}
		if (bound != "-")
			printf "  bound %s%s", bound, (least > bound ? "  MISSED" : ratio > bound ? "  missed by the clock" : "")
		print "" }'
}

# seconds WHAT OURS [REMARK]: where there is nothing to compare with
seconds() {
	printf '%-42s %11.6f  %s\n' "$1" "${2%% *}" "${3:-}"
}

# amount WHAT NUMBER UNIT BOUND
amount() {
	echo "$2 $4" |
		awk -v what="$1" -v unit="$3" \
		'{ printf "%s: %d %s  bound %s%s\n", what, $1, unit, $2, ($1 > $2 ? "  MISSED" : "") }'
}
