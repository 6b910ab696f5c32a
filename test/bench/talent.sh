# talent.sh - a refresh of the talent schema, by step, and its views for one person or position; sourced by run.sh.
# The bounds: 3 seconds for 3 000 people, 60 for 100 000; each view 50 milliseconds in a new session.
# shellcheck shell=sh disable=SC2154

for company in 3000:60:3 100000:500:60 1000000:1000:-; do
	size=${company%%:*}
	bound=${company##*:}
	[ "$size" -le "$people" ] || continue
	positions=${company#*:}
	: >"$folder/ours.txt"
	measure talent people="$size" positions="${positions%:*}"
	line "first refresh, $size people" "$(ours first)" '1 1' 'a second' -
	line "refresh after a night, $size people" "$(ours refresh)" '1 1' 'a second' "$bound"
	ours step | awk -F '|' '{ printf "  %-24s %9d rows  first %8.3f s  next %8.3f s\n", $1, $2, $3, $4 }'
	# shellcheck source=test/bench/talent_views.sh
	. "$top/test/bench/talent_views.sh"
	ask -c "SET client_min_messages = warning; DROP SCHEMA bench, bench_source CASCADE" >/dev/null
done
