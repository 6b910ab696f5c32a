#!/bin/sh
# run.sh [STEP...] - every test, on a fresh machine: installs what is missing, builds with warnings as
# errors, starts a throw-away PostgreSQL, runs everything. The last line is "N passed, N failed"; the
# exit status is 0 only if nothing failed. Takes five minutes; leaves nothing running.
#
# Steps, all if none is named: format, layout (of the source tree), unit (src/math and src/graph without the server,
# with sanitizers), server (pg_regress and isolation tests), calls (how often examples call functions over a whole
# network), reference (README.md and sql/README.md: their examples, and the catalogues), upgrade, tap, demo.

. "$(dirname "$0")/setup.sh"

# Published networks with reference values, beside those of test/data: compared too where they are.
data=${MENTORGRAPH_DATA:-$top/../shared/data}
passed=0
failed=0

# tally COMMAND...: counts the lines "ok - ..." and "not ok - ..." that it prints, and shows them
tally() {
	status=0
	"$@" >"$results" 2>&1 || status=$?
	cat "$results"
	passed=$((passed + $(grep -c '^ok' "$results" || true)))
	bad=$(grep -c '^not ok' "$results" || true)
	if [ "$status" != 0 ] && [ "$bad" = 0 ]; then
		echo "not ok - $* ended with status $status"
		bad=1
	elif ! grep -q -e '^ok' -e '^not ok' "$results"; then
		echo "not ok - $* has run no test"
		bad=1
	fi
	failed=$((failed + bad))
}

check_format() {
	if find src test -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run --Werror; then
		echo "ok - format"
	else
		echo "not ok - format: run clang-format -i on the files named above"
	fi
	check_width
	check_script
	check_flags
	check_meta
}

# Lines have at most 120 columns, a tab being four, outside src/, where clang-format decides. Left out are what tests
# expect and read, and rows of tables in Markdown, which cannot be broken. And, as a test of this test, wide lines are
# found where there are some: with a literal, a command of psql, tabs; but not one of 120 letters of two bytes.
check_width() {
	wide=$(wide_lines README.md CHANGELOG.md Makefile sql test)
	if [ -z "$wide" ]; then
		echo "ok - lines of at most 120 columns"
	else
		echo "not ok - lines of more than 120 columns:" $wide
	fi
	rm -rf "$output/width"
	mkdir "$output/width"
	printf "SELECT '%112s';\n\\\\echo '%114s\n%120s\n%121s\n%s%109s\n%s\n| %120s |\n" \
		x x x x "$(printf '\t\t\t')" x "$(printf '%120s' '' | sed 's/ /ä/g')" x >"$output/width/planted.sql"
	found=$(wide_lines "$output/width" | sed 's/.* //' | tr '\n' ' ')
	if [ "$found" = '1 2 4 5 ' ]; then
		echo "ok - wide lines are found"
	else
		echo "not ok - wide lines are found: of lines 1 2 4 5 only $found"
	fi
	rm -rf "$output/width"
}

# wide_lines FILE-OR-FOLDER...: names file and number of each
wide_lines() {
	find "$@" -type f ! -path 'test/output/*' ! -path 'test/data/*' \
		! -path 'test/fuzz/corpus/*' ! -name talent_sql.sql ! -name 'mentorgraph--*.sql' ! -name readme.sql \
		! -name 'expected*.txt' ! -name '*.o' |
		while read -r file; do
			expand -t 4 "$file" | LC_ALL=C awk -v file="$file" '
				/^\|/ { next }
				{ gsub(/[\200-\277]/, "") }
				length > 120 { print file " " FNR }'
		done
}

# META.json is what PGXN's specification asks for, has the control file's version with a third number, and names files
# that are here; and, as a test of this test, it is refused where it is broken.
check_meta() {
	version=$(sed -n "s/^default_version = '\(.*\)'/\1/p" mentorgraph.control)
	wrong=$(sed -n 's/^\t*"version": "\(.*\)",*$/\1/p' META.json | head -2 | grep -vxF "$version.0" || true)
	# shellcheck disable=SC2013
	for file in $(sed -n 's/^\t*"\(file\|docfile\)": "\(.*\)",$/\2/p' META.json); do
		[ -f "$file" ] || wrong="$wrong $file"
	done
	wrong="$wrong$(meta_problems <META.json)"
	if [ -z "$wrong" ] && grep -q '"docfile": ' META.json; then
		echo "ok - META.json"
	else
		echo "not ok - META.json: wrong version, missing file, or not as specified: $wrong"
	fi
	refused=0
	for change in 's/"license"/"licence"/' 's/1\.0\.0/1.0/' 's/"runtime"/"run"/' 's/"file"/"files"/' \
		's/"graph"/"a\/b"/' \
		's/"name": "mentorgraph"/"name": "mentor graph"/' 's/"PostgreSQL": ".*"/"PostgreSQL": "15"/' 's/"tags"/"tag"/' \
		's/"abstract": ".*"/"abstract": ""/' 's/^}$//'; do
		[ -z "$(sed "$change" META.json | meta_problems)" ] || refused=$((refused + 1))
	done
	if [ "$refused" = 10 ]; then
		echo "ok - META.json, broken in ten ways, is refused"
	else
		echo "not ok - META.json: only $refused of ten broken ones are refused"
	fi
}

meta_problems() {
	psql -X -q -A -t -v meta="$(cat)" -f test/lib/meta.sql 2>&1
}

# What src/README.md promises of the source tree; and, as a test of this test, that it is found where it is broken.
check_layout() {
	if sh test/layout.sh; then
		echo "ok - layout"
	else
		echo "not ok - layout: the rules in the lines above are broken"
	fi
	plant 'an include of a room further up' 'rooms: .*graph/core/graph.h includes values/network.h' \
		src/graph/core/graph.h '#include "values/network.h"'
	plant 'a circle' 'circles: math/sort' src/math/sort.h '#include "math/length.h"' src/math/length.h \
		'#include "math/sort.h"'
	plant 'a path that is not there' 'map: there is no src/graph/nowhere.c' src/README.md '`src/graph/nowhere.c`'
	plant 'a function that is not there' 'map: nothing is called no_such_function' src/README.md '`no_such_function`'
	plant 'a C function without SQL' 'modules: sql/lineage.sql and src/functions/lineage.c' src/functions/lineage.c \
		'MG_FUNCTION(mg_sql_planted);'
	plant 'a declaration without a definition' 'headers: src/math/sort.h declares mg_planted' src/math/sort.h \
		'extern void mg_planted(void);'
}

# plant WHAT PATTERN [FILE LINE]...: with these lines in a copy of the tree the layout is refused, for this reason
plant() {
	what=$1
	pattern=$2
	shift 2
	copy=$output/layout
	rm -rf "$copy"
	mkdir -p "$copy/test"
	cp -R src sql expected Makefile mentorgraph.control "$copy"
	cp -R test/sql test/*.sh "$copy/test" # what the map names
	while [ $# -gt 1 ]; do
		echo "$2" >>"$copy/$1"
		shift 2
	done
	if ! sh test/layout.sh "$copy" >"$output/layout.log" && grep -q "$pattern" "$output/layout.log"; then
		echo "ok - layout with $what is refused"
	else
		echo "not ok - layout with $what is not refused"
	fi
	rm -rf "$copy"
}

# Code and bitcode must both be told not to fuse a multiplication with an addition.
check_flags() {
	for file in src/math/shares.o src/math/shares.bc; do
		if make -n -B with_llvm=yes PG_CONFIG="$PG_CONFIG" $file | grep -q -e '-ffp-contract=off'; then
			echo "ok - flags for $file"
		else
			echo "not ok - flags for $file: -ffp-contract=off is missing"
		fi
	done
}

# The parts of the install script, in order.
sql_parts() {
	make -s PG_CONFIG="$PG_CONFIG" sql-parts | tr ' ' '\n'
}

# What pgspot would refuse in an install script, as far as words go.
check_script() {
	# The definitions of the talent schema are data there; a function's own SET clause is indented.
	# shellcheck disable=SC2046
	if grep -nE 'OR REPLACE|IF NOT EXISTS|SECURITY DEFINER|^SET search_path' $(sql_parts |
		grep -vx sql/talent_sql.sql); then
		echo "not ok - install script: replaces, skips or borrows rights in the lines above"
	else
		echo "ok - install script"
	fi
	# It is read in the encoding of each database.
	# shellcheck disable=SC2046
	if grep -n "$(printf '[^\t -~]')" $(sql_parts); then
		echo "not ok - install script: other characters than those of ASCII in the lines above"
	else
		echo "ok - install script in ASCII"
	fi
}

# regression and isolation tests, a line each, whatever the server's version prints
check_server() {
	status=0
	make -s with_llvm=no PG_CONFIG="$PG_CONFIG" installcheck >"$output/installcheck.log" 2>&1 || status=$?
	sed -n -e 's/^test \([^ ]*\) *\.\.\. ok.*/ok - server: \1/p; t' \
		-e 's/^test \([^ ]*\) *\.\.\. FAILED.*/not ok - server: \1/p; t' \
		-e 's/^ok [0-9]* *[-+] \([^ ]*\).*/ok - server: \1/p; t' \
		-e 's/^not ok [0-9]* *[-+] \([^ ]*\).*/not ok - server: \1/p; t' "$output/installcheck.log"
	if [ -s "$output/regression.diffs" ]; then
		sed 's/^/# /' "$output/regression.diffs" | head -200
	fi
	return "$status"
}

# An extension that has been upgraded must have the same objects, row by row, as a fresh one: from each
# released version by its scripts, and, as a test of this test, from a version 0.1 that has the first
# module only and gets the others by a script.
check_upgrade() {
	folder=$("$PG_CONFIG" --sharedir)/extension
	# shellcheck disable=SC2046
	cat $(sql_parts | head -2) >"$output/mentorgraph--0.1.sql"
	(
		printf '%s\n' '\echo Use "ALTER EXTENSION mentorgraph UPDATE" to load this file. \quit'
		# shellcheck disable=SC2046
		cat $(sql_parts | tail -n +3)
	) >"$output/mentorgraph--0.1--1.0.sql"
	leftovers="$folder/mentorgraph--0.1.sql $folder/mentorgraph--0.1--1.0.sql"
	as_root install -m 644 "$output/mentorgraph--0.1.sql" "$output/mentorgraph--0.1--1.0.sql" "$folder/"
	createdb upgrade_fresh
	psql -X -q -d upgrade_fresh -c 'CREATE EXTENSION mentorgraph'
	psql -X -q -A -t -d upgrade_fresh -f test/upgrade.sql >"$output/upgrade.fresh"
	for version in 0.1 $(ls sql | sed -n 's/^mentorgraph--\(.*\)--.*\.sql$/\1/p'); do
		createdb "upgrade_$version"
		psql -X -q -v ON_ERROR_STOP=1 -d "upgrade_$version" -c "CREATE EXTENSION mentorgraph VERSION '$version'" \
			-c 'ALTER EXTENSION mentorgraph UPDATE' || true
		psql -X -q -A -t -d "upgrade_$version" -f test/upgrade.sql >"$output/upgrade.$version"
		if [ -s "$output/upgrade.fresh" ] && diff "$output/upgrade.fresh" "$output/upgrade.$version"; then
			echo "ok - upgrade from $version: $(wc -l <"$output/upgrade.fresh") catalogue rows, all equal"
		else
			echo "not ok - upgrade from $version"
		fi
	done
	# shellcheck disable=SC2086
	as_root rm -f $leftovers
	leftovers=
}

# Functions over a whole network are called once in each query of the README, the questions and the recipes: a lateral
# join would call them again for each row. (The recipe for the error of a sample asks for a betweenness s for each of 20
# seeds.)
whole='structural_holes|brokerage|pagerank|betweenness|closeness|coreness|components|cut_people|communities|krackhardt'
whole="$whole|alter_diversity|diversity_score|outsight|mixing|coleman|lineage|degree|person_measures"
check_calls() {
	awk -v mode=script -f test/lib/examples.awk README.md >"$output/readme.sql"
	started=$(wc -l <"$cluster/log")
	for script in "$output/readme.sql" test/sql/questions.sql test/sql/recipes.sql; do
		file=$(basename "$script" .sql)
		createdb "calls_$file"
		psql -X -q -d "calls_$file" -c 'CREATE EXTENSION mentorgraph'
		PGOPTIONS='-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0
			-c auto_explain.log_analyze=on' \
			psql -X -q -d "calls_$file" -f "$script" >"$output/calls.out" 2>&1 || true
		tail -n +"$started" "$cluster/log" >"$output/calls.log"
		started=$(wc -l <"$cluster/log")
		calls=$(grep -cE "Function Scan on ($whole) " "$output/calls.log" || true)
		again=$(grep -E "Function Scan on ($whole) .* loops=([2-9]|[1-9][0-9])" "$output/calls.log" |
			grep -v 'betweenness s ' || true)
		if [ "$calls" -ge 2 ] && [ -z "$again" ]; then
			echo "ok - calls: $calls of functions over a whole network in $file.sql, each once"
		else
			echo "not ok - calls: of $calls in $file.sql these are called again"
			echo "$again" | sed 's/^/# /'
		fi
	done
}

# Bitcode for JIT, where the server and its compiler are there for it. It is here for the TAP tests alone: a later build
# without it would leave it behind, and the server would inline what is no longer so.
install_bitcode() {
	library=$("$PG_CONFIG" --pkglibdir)
	clang=$(sed -n 's/^CLANG *= *//p' "$(dirname "$("$PG_CONFIG" --pgxs)")/../Makefile.global")
	if [ ! -f "$library/llvmjit.so" ] || [ ! -x "$(command -v "${clang:-none}")" ]; then
		echo "# JIT is not tested: it needs $library/llvmjit.so and ${clang:-a server built with LLVM}"
		return 0
	fi
	leftovers=$library/bitcode/mentorgraph.index.bc # without which nothing is inlined
	make -s with_llvm=yes PG_CONFIG="$PG_CONFIG" all >/dev/null
	as_root make -s with_llvm=yes PG_CONFIG="$PG_CONFIG" install >/dev/null
}

remove_bitcode() {
	# shellcheck disable=SC2086
	as_root rm -rf $leftovers "$("$PG_CONFIG" --pkglibdir)/bitcode/mentorgraph"
	leftovers=
}

# pg_cron, which a test of a schedule skips itself without.
install_cron() {
	control=$("$PG_CONFIG" --sharedir)/extension/pg_cron.control
	package=postgresql-$("$PG_CONFIG" --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/')-cron
	[ -f "$control" ] || (install_packages "$package") >/dev/null 2>&1 || true
	[ -f "$control" ] ||
		echo "# a schedule is not tested: it needs $package, which cannot be had here or belongs to another server"
}

# TAP tests bring up servers of their own, as the user who may run one. They run from a copy below the
# cluster's folder: that user may not be able to read the checkout, and what a test leaves goes with it.
check_tap() {
	install_bitcode
	install_cron
	pgxs=$(dirname "$(dirname "$("$PG_CONFIG" --pgxs)")")
	mkdir "$cluster/test"
	cp -R test/t test/lib test/data test/talent test/demo "$cluster/test"
	mkdir -p "$cluster/sql/talent" # pages whose SQL is run
	cp sql/*.md "$cluster/sql"
	cp sql/talent/*.md "$cluster/sql/talent"
	[ ! -d "$data" ] || cp -R "$data" "$cluster/reference"
	chmod -R a+rX "$cluster/test" "$cluster/reference" 2>/dev/null || true
	for test in test/t/*.pl; do
		[ -f "$test" ] || continue
		name=$(basename "$test")
		folder=$cluster/tap.${name%.pl}
		mkdir "$folder"
		[ "$(id -u)" != 0 ] || chown postgres "$folder"
		if (cd "$folder" &&
			as_server env -u PGHOST -u PGUSER -u PGDATABASE HOME="$folder" TMPDIR="$folder" \
			MENTORGRAPH_DATA="$cluster/reference" \
			TESTDATADIR="$folder" TESTLOGDIR="$folder" TESTDIR="$folder" PGPORT=65432 PATH="$bin:$PATH" \
			PG_REGRESS="$pgxs/test/regress/pg_regress" \
			prove -Q -I "$pgxs/test/perl" -I "$cluster/test/t" "$cluster/test/t/$name") >"$output/tap.log" 2>&1; then
			echo "ok - tap: $name"
		else
			echo "not ok - tap: $name"
			sed 's/^/# /' "$output/tap.log" | tail -40
		fi
		rm -rf "$folder"
	done
	remove_bitcode
}

# The demo must print what it has always printed.
check_demo() {
	pages=test/output/pages
	rm -rf "$pages" test/output/hr
	demo_same 'demo' test/demo/expected.txt --out "$pages"
	demo_same 'demo over an HR database' test/demo/hr/expected.txt --hr --out test/output/hr
	if [ "$(wc -l <test/demo/hr/views.sql)" -le 80 ]; then
		echo "ok - 80 lines of views describe an HR database"
	else
		echo "not ok - 80 lines of views describe an HR database"
	fi
	if awk 'length > 120 { wide = 1 } END { exit wide }' test/demo/expected.txt test/demo/hr/expected.txt; then
		echo "ok - demo fits 120 columns"
	else
		echo "not ok - demo fits 120 columns"
	fi
	if [ "$(find "$pages" -name '*.html' -size +1k | wc -l)" = 13 ] &&
		[ "$(find "$pages" -name 'position_*_*.[ds]*' -size +1k | wc -l)" = 24 ] &&
		[ "$(grep -o 'href="position_[0-9]*[._]' "$pages/index.html" | sort | uniq -c | awk '$1 <= 2' |
			wc -l)" = 24 ]; then
		echo "ok - demo: a page and two pictures for each position"
	else
		echo "not ok - demo: pages or pictures are missing in $pages"
	fi
	for folder in test/data/works "$data/lazega_lawfirm" "$data/krackhardt_hightech"; do
		[ ! -d "$folder" ] || demo_prints "$(basename "$folder")" '| 5 |' "$folder"
	done
	files=$cluster/demo
	mkdir "$files"
	demo_refuses 'a folder without files' 'DIR needs people.csv and ties.csv' "$files"
	printf '\357\273\277"Name, first",id\r\n"A, B",a\r\n,"b, c"\r\n,d\r\n' >"$files/people.csv"
	printf 'kind,note, weight,target,source\nadvice,,5,"b, c",a\nadvice,,2.5,d,"b, c"\n' >"$files/ties.csv"
	demo_prints 'columns in any order' '0.405 .*-0.9-> b, c -0.45->' "$files" a d 'b, c'
	demo_prints 'psql at its end' 'You are in psql' --psql "$files" a d
	demo_refuses 'a folder beside --hr' '--hr takes no folder' --hr "$files"
	demo_prints 'pages in a folder' "open $files/pages/index.html" --psql --out "$files/pages" "$files" a d
	demo_refuses 'no folder for the pages' '--out needs a folder' --out
	demo_refuses 'an unknown decider' 'nobody called "x"' "$files" x
	demo_refuses 'an unknown candidate' 'nobody called "b"' "$files" a d b
	echo 'advice,,1e999,a,d' >>"$files/ties.csv"
	demo_refuses 'a weight beyond bounds' '1 rows whose weight is not a positive number' "$files"
	echo 'advice,,1' >>"$files/ties.csv"
	demo_refuses 'a line that is too short' 'line 5: "advice,,1"' "$files"
	printf 'source,target,weight\na,d,1\n' >"$files/ties.csv"
	demo_refuses 'a missing column' 'no column "kind"' "$files"
	printf 'source,target,weight,kind\na,a,1,x\na,d,1,objection\n' >"$files/ties.csv"
	demo_refuses 'a network without ties' 'no tie that counts' "$files"
}

# demo_same WHAT FILE ARGUMENT...: with these arguments the demo prints what is in the file
demo_same() {
	what=$1
	expected=$2
	shift 2
	if sh test/demo.sh "$@" </dev/null >"$output/demo.out" 2>&1 && diff "$expected" "$output/demo.out" >/dev/null; then
		echo "ok - $what"
	else
		echo "not ok - $what"
		diff "$expected" "$output/demo.out" | sed 's/^/# /' | head -40
	fi
}

# demo_prints WHAT PATTERN ARGUMENT...: with these arguments the demo ends well and prints the pattern
demo_prints() {
	what=$1
	pattern=$2
	shift 2
	if TMPDIR=$cluster sh test/demo.sh "$@" </dev/null >"$output/demo.out" 2>&1 &&
		grep -q -e "$pattern" "$output/demo.out"; then
		echo "ok - demo with $what"
	else
		echo "not ok - demo with $what"
		sed 's/^/# /' "$output/demo.out" | head -20
	fi
}

# demo_refuses WHAT PATTERN ARGUMENT...: it ends with an error, in one line that has the pattern
demo_refuses() {
	what=$1
	pattern=$2
	shift 2
	if ! TMPDIR=$cluster sh test/demo.sh "$@" </dev/null >"$output/demo.out" 2>&1 &&
		grep -q -e "$pattern" "$output/demo.out" && [ "$(wc -l <"$output/demo.out")" = 1 ]; then
		echo "ok - demo refuses $what"
	else
		echo "not ok - demo refuses $what"
		sed 's/^/# /' "$output/demo.out" | head -20
	fi
}

check_reference() {
	sh test/reference.sh
}

check_unit() {
	sh test/unit/run.sh "$output"
}

cd "$top"
output=$top/test/output
results=$output/results.log
[ $# -gt 0 ] || set -- format layout unit server calls reference upgrade tap demo
packages=
for step in "$@"; do
	case $step in
		format) packages="$packages clang-format" ;;
		unit) packages="$packages libasan8 libubsan1" ;;
		tap) packages="$packages libipc-run-perl graphviz" ;;
		layout | server | calls | reference | upgrade | demo) ;;
		*) die "no step $step: format, layout, unit, server, calls, reference, upgrade, tap or demo" ;;
	esac
done
# shellcheck disable=SC2086
prepare $packages
build
mkdir -p "$output"
echo "ok - build without warnings"
passed=1
start_cluster
for step in "$@"; do
	tally "check_$step"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
