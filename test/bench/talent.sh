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
	line "first refresh, $size people" "$(ours first)" '1' 'a second' -
	line "refresh after a night, $size people" "$(ours refresh)" '1' 'a second' "$bound"
	ours step | awk -F '|' '{ printf "  %-24s %9d rows  first %8.3f s  next %8.3f s\n", $1, $2, $3, $4 }'
	for question in 'succession_readiness WHERE position_key = $$P17$$' 'chain_link WHERE position_key = $$P17$$' \
		'candidate_gap WHERE position_key = $$P17$$' 'bench WHERE position_key = $$P17$$' 'coverage' \
		'vacancy_cascade WHERE position_key = $$P17$$' 'if_person_leaves WHERE person_key = $$p17$$' \
		'person_measures WHERE person_key = $$p17$$' 'person_finding WHERE person_key = $$p17$$' \
		'developmental_network WHERE person_key = $$p17$$' 'developmental_kind WHERE person_key = $$p17$$' \
		'support_coverage WHERE person_key = $$p17$$' 'sponsorship WHERE protege_key = $$p17$$' \
		'sponsorship WHERE sponsor_key = $$p17$$' 'mentoring_health WHERE mentor_key = $$p17$$' \
		'mentoring_health WHERE mentee_key = $$p17$$' 'mentor_proposal WHERE mentee_key = $$p18$$' \
		'next_contact WHERE person_key = $$p1928$$' 'unit_mixing WHERE from_unit = $$unit 7$$' 'equity' \
		'readiness_history WHERE position_key = $$P17$$' 'data_problem' 'run'; do
		line "  ${question%% *}" "$(first_query "SELECT * FROM bench.$question")" 0.05 '50 milliseconds' 1
	done
	ask -c "SET client_min_messages = warning; DROP SCHEMA bench, bench_source CASCADE" >/dev/null
done
