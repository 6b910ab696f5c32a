# competencies.sh - who fits what; sourced by run.sh.
# shellcheck shell=sh disable=SC2154

measure competencies people="$people"
million=$(awk -v people="$people" 'BEGIN { print people / 1000000, people / 1000000 }')
line "fit, $people people x 30 competencies" "$(ours fit)" "$million" 'a second for a million' 1
line 'fit with weights' "$(ours fit_weighted)" "$million" 'a second for a million' 1
line 'fit of a million pairs' "$(ours fit_pairs)" '1 1' 'a second' 1
awk -v pairs="$(ours fit_pairs)" \
	'BEGIN { split(pairs, t); if (t[2] > 0)
	printf "all pairs of 20 000 people and 5 000 positions: %.0f seconds of a core\n", t[2] * 100 }'
line '@>' "$(ours contains)" "$(ours skill_rows)" 'reading the rows' -
