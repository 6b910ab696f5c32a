# diversity.sh - how mixed contacts are; sourced by run.sh.
# shellcheck shell=sh disable=SC2154

measure diversity people="$people"
blau=$(limit_of 'Blau+Shannon 4 attributes ALL')
line 'diversity_score, 4 attributes' "$(ours score)" "$blau" 'limit' 2
line 'alter_diversity, 4 calls' "$(ours diversity)" "$blau" 'limit' 3
grouped=$(ours grouped)
case $people,$grouped in
1000000,) line 'alter_diversity, 4 calls' "$(ours diversity)" 134 'GROUP BY twice, measured elsewhere' 0.02 ;;
*) line 'alter_diversity, 4 calls' "$(ours diversity)" "$grouped" 'GROUP BY twice' 0.02 ;;
esac
line 'blau of joined rows' "$(ours joined_blau)" "$(ours joined_distinct)" 'count(DISTINCT)' 1
line 'blau of joined rows, a person' "$(ours person_blau)" "$(ours person_distinct)" 'count(DISTINCT), a person' 1

# A group a person, in memory: what each keeps.
roomy="SET work_mem = '4GB'; SET hash_mem_multiplier = 4; SET enable_sort = off"
bytes=$(peak_of "$roomy; SELECT sum(b) FROM (SELECT mentorgraph.blau(func) AS b FROM tie
	JOIN person AS p ON p.id = dst GROUP BY src) AS g")
other=$(peak_of "$roomy; SELECT sum(b) FROM (SELECT cardinality(array_agg(func)) AS b FROM tie
	JOIN person AS p ON p.id = dst GROUP BY src) AS g")
echo "$bytes $other $people" |
	awk '{ printf "memory of blau, a group: %.0f bytes, array_agg %.0f: ratio %.2f  bound 1.5%s\n",
	$1 / $3, $2 / $3, $1 / $2, ($1 / $2 > 1.5 ? "  MISSED" : "") }'
