# matching.sh - assignments; sourced by run.sh. The bounds are seconds.
# shellcheck shell=sh disable=SC2154

measure matching people="$people"
line 'shortlist_agg, 800 000 pairs' "$(ours build)" "$(ours sum)" 'sums of the same columns' -
echo "shortlist: $(ours bytes) bytes a pair: 20, and 12 for each thing and person"
for scores in any equal short person; do
	for method in most optimal stable; do
		case $method in
		optimal) bound=5 ;;
		*) bound=1 ;;
		esac
		line "assign '$method', $scores scores" "$(ours "${scores}_$method")" '1 1' 'a second' "$bound"
	done
done
seconds 'shortage' "$(ours shortage)"
[ "$people" -lt 1000000 ] || seconds "assign 'stable', a million things" "$(ours large_stable)"
