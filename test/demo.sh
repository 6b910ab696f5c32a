#!/bin/sh
# demo.sh [DIR [DECIDER [CANDIDATE...]]] - who is ready for which seat, and who can speak for them.
#
# Installs what is missing, builds, starts a throw-away PostgreSQL, loads an organisation and prints
# for each critical seat the candidates, ranked by the strength of the advocacy chain from the
# decision maker. Without DIR the organisation is made up (test/demo/company.sql): 2 000 people,
# twelve seats. With DIR it comes from two files:
#
#   DIR/people.csv	a column id and any others
#   DIR/ties.csv	columns source, target, weight, kind in any order; a row means that the source
#					turns to, or trusts, the target. Any positive weights: the largest of a kind
#					counts as 0.9, the others in proportion. Rows of kind reports_to are turned
#					round, as a manager acts for those who report to them; objection is left out.
#
# The decision maker is DECIDER, or the person most others turn to; the candidates are those named,
# or the five most sought-after people whom the decision maker has no direct tie to.

. "$(dirname "$0")/setup.sh"

run_sql() {
	psql -X -q -v ON_ERROR_STOP=1 "$@"
}

# load_csv TABLE FILE COLUMN...: a temporary table would not outlive psql, so a plain one, all text
load_csv() {
	table=$1
	file=$2
	shift 2
	[ -r "$file" ] || die "cannot read $file: DIR needs people.csv and ties.csv"
	header=$(head -1 "$file" | tr -d '\r"' | sed '1s/^\xef\xbb\xbf//')
	case $header in
		*[!A-Za-z0-9_,]*) die "$file: column names may have letters, digits and _ only: $header" ;;
	esac
	for column in "$@"; do
		case ,$header, in
			*,"$column",*) ;;
			*) die "$file: no column \"$column\" in its first line: $header" ;;
		esac
	done
	columns=$(echo "$header" | sed 's/[^,][^,]*/"&" text/g')
	run_sql -c "CREATE TABLE $table ($columns)" 2>/dev/null || die "$file: its first line is not a list of column names: $header"
	run_sql -c "\\copy $table FROM PSTDIN (FORMAT csv, HEADER)" <"$file" || die "$file: not a CSV file with as many fields as column names"
}

if [ $# -gt 0 ] && [ ! -d "$1" ]; then
	die "$1 is no folder: give one with people.csv and ties.csv, or nothing"
fi
prepare
build
start_cluster
run_sql -c 'CREATE EXTENSION mentorgraph'
if [ $# -eq 0 ]; then
	run_sql -f "$top/test/demo/company.sql"
else
	folder=$1
	shift
	load_csv people_csv "$folder/people.csv" id
	load_csv ties_csv "$folder/ties.csv" source target weight kind
	decider=${1:-}
	[ $# -eq 0 ] || shift
	candidates=
	for candidate in "$@"; do
		candidates="$candidates${candidates:+,}$candidate"
	done
	run_sql -v decider="$decider" -v candidates="$candidates" -f "$top/test/demo/files.sql" >/dev/null ||
		exit 1
fi
run_sql -f "$top/test/demo/report.sql"
