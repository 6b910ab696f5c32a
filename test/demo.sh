#!/bin/sh
# demo.sh [--psql] [--out FOLDER] [--hr | DIR [DECIDER [CANDIDATE...]]] - who is ready for which position, and who can
# speak for them.
#
# Installs what is missing, builds, starts a throw-away PostgreSQL, loads an organisation into the tables of
# create_talent_source, makes the talent schema and prints for each position the candidates and the advocacy
# chain from the decision maker (test/demo/report.sql). --psql ends in psql on that database; it is removed
# when you leave. A page and two pictures for each position are left in FOLDER, or in a new temporary folder
# (SVG if Graphviz is installed, otherwise DOT); start with index.html. Without DIR the organisation is made up
# (test/demo/company.sql): 2 000 people, twelve positions. --hr shows the same over an HR database that was not made for
# it, with all its bad rows, 3 000 people and 41 positions: its tables (test/demo/hr/database.sql) are described by
# views (views.sql, which you can copy), and what is wrong and what is unknown is printed too (report.sql). With DIR the
# organisation comes from two files:
#
#   DIR/people.csv	a column id and any others
#   DIR/ties.csv	columns source, target, weight, kind in any order; a row means that the source
#					turns to, or trusts, the target. Any positive weights: the largest of a kind
#					counts as 0.9, the others in proportion. Rows of kind reports_to are turned
#					round, as a manager acts for those who report to them; objection, and ties to
#					oneself, are left out.
#
# The decision maker is DECIDER, or the person most others turn to; the candidates are those named,
# or the five most sought-after people whom the decision maker has no direct tie to.

. "$(dirname "$0")/setup.sh"

newline='
'

run_sql() {
	psql -X -q -v ON_ERROR_STOP=1 -P pager=off "$@"
}

# load_csv TABLE FILE COLUMN...: loads the file, whatever else is in it, with those columns under their
# names and the others as "column 2" ...; all text. A temporary table would not outlive psql.
load_csv() {
	table=$1
	file=$2
	shift 2
	[ -r "$file" ] || die "cannot read $file: DIR needs people.csv and ties.csv"
	header=$(head -1 "$file" | tr -d '\r' | sed "s/^$(printf '\357\273\277')//")
	columns=$(printf '%s\n' "$header" | awk -v wanted="$*" '
		function column() {
			n++
			gsub(/^ +| +$/, "", name)
			printf "%s\"%s\" text", (n > 1 ? ", " : ""), (name in known ? name : "column " n)
			name = ""
		}
		BEGIN { k = split(wanted, names, " "); for (i = 1; i <= k; i++) known[names[i]] }
		{
			for (i = 1; i <= length($0); i++) {
				c = substr($0, i, 1)
				if (c == "\"") quoted = !quoted
				else if (c == "," && !quoted) column()
				else name = name c
			}
			column()
		}')
	for column in "$@"; do
		case $columns in
			*"\"$column\""*\"$column\"*) die "$file: two columns are called \"$column\": rename one" ;;
			*"\"$column\""*) ;;
			*) die "$file: no column \"$column\" in its first line: name it so, columns are separated by commas" ;;
		esac
	done
	run_sql -c "CREATE TABLE $table ($columns)" || die "$file: cannot use its first line as column names"
	problem=$(run_sql -c "\\copy $table FROM PSTDIN (FORMAT csv, HEADER)" <"$file" 2>&1) ||
		die "$file: every line needs as many fields as the first, in UTF-8:" \
			"$(echo "$problem" | sed 's/^[A-Z]*:  //' | paste -s -d ' ' | cut -c 1-200)"
}

# write_pages FOLDER: a page and two pictures for each position
write_pages() {
	if ! run_sql -q -c "SELECT xmlcomment('')" >/dev/null 2>&1; then
		echo 'No pages are written: this server has been built without XML support.'
		return
	fi
	picture="dot"
	[ ! -x "$(command -v dot)" ] || picture="svg"
	positions=$(run_sql -A -t -c 'SELECT count(*) FROM talent.bench')
	for number in $(seq "$positions"); do
		run_sql -v number="$number" -v folder="$1" -f "$top/test/demo/pictures.sql"
	done
	run_sql -v picture="$picture" -f "$top/test/demo/index.sql" >"$1/index.html"
	if [ "$picture" = svg ]; then
		for file in "$1"/*.dot; do
			dot -Tsvg -o "${file%.dot}.svg" "$file" && rm -f "$file"
		done
	fi
	echo "A page and two pictures for each position: open $1/index.html"
}

look_around=
hr=
kinds=
pages=
while [ $# -gt 0 ]; do
	case $1 in
		--psql) look_around=yes ;;
		--hr) hr=yes ;;
		--out)
			[ -n "${2:-}" ] || die "--out needs a folder for the pages"
			pages=$2
			shift
			;;
		*) break ;;
	esac
	shift
done
if [ -n "$hr" ] && [ $# -gt 0 ]; then
	die "--hr takes no folder: its tables are made up"
fi
if [ $# -gt 0 ] && [ ! -d "$1" ]; then
	die "$1 is no folder: give one with people.csv and ties.csv, or nothing"
fi
prepare
build
start_cluster
run_sql -c 'CREATE EXTENSION mentorgraph'
report=$top/test/demo/report.sql
if [ -n "$hr" ]; then
	run_sql -f "$top/test/demo/hr/database.sql" -f "$top/test/demo/hr/views.sql"
	report=$top/test/demo/hr/report.sql
elif [ $# -eq 0 ]; then
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
		candidates="$candidates${candidates:+$newline}$candidate"
	done
	problem=$(run_sql -v decider="$decider" -v candidates="$candidates" -f "$top/test/demo/files.sql" 2>&1 >/dev/null) \
		||
		die "$folder: ${problem#*ERROR:  }"
	kinds='-v kinds=forward'
fi
# shellcheck disable=SC2086
run_sql $kinds -f "$report"
if [ -n "$pages" ]; then
	mkdir -p "$pages" || die "cannot make the folder $pages"
else
	pages=$(mktemp -d "${TMPDIR:-/tmp}/mentorgraph.XXXXXX")
fi
write_pages "$pages"
if [ -n "$look_around" ]; then
	echo 'You are in psql, in this database: \dv lists the views, \d+ NAME says what their columns mean, \q ends.'
	PGOPTIONS='-c search_path=talent,mentorgraph,public' psql -X
	exit
fi
cat <<'END'
What next?
  sh test/demo.sh --psql     the same, and then psql on this database: all the other views, such as readiness_action
  sh test/demo.sh --hr       over an HR database that was not made for this: what is wrong with it, what is unknown
  sh test/demo.sh DIR        the same for your own people.csv and ties.csv in DIR
  sh test/demo.sh --out DIR  leaves the pages and pictures in DIR instead of a temporary folder
  README.md                  ten minutes from your tables to succession readiness
END
