#!/bin/sh
# reference.sh [--write] - whether sql/README.md, the reference, is complete, and it and README.md are right:
#
#   - its signatures are those of the catalogues, both ways: names, arguments, defaults, results, result columns;
#   - it has a section for each module, in the order of the install script, and each function stands in its own;
#   - the examples of both print what the pages say they print.
#
# --write puts what the examples print into them; read the changes before you commit them. Runs against the server
# that PGHOST names (test/run.sh starts one), otherwise against one of its own.

set -eu
cd "$(dirname "$0")/.."
if [ -z "${PGHOST:-}" ]; then
	cd test
	# shellcheck disable=SC1091,SC2154
	. ./setup.sh
	cd ..
	prepare
	build
	start_cluster
fi
mkdir -p test/output
output=test/output/reference
run_psql() {
	psql -X -q -d mentorgraph_reference "$@"
}

# without_ends: what examples print, each without the empty lines at its end
without_ends() {
	awk '/^$/ { held = held "\n"; next } !/^<</ { printf "%s", held } { held = ""; print }'
}

# check_examples PAGE: what its examples print in a database of their own, which stays, is what the page says
check_examples() {
	page=$1
	psql -X -q -d postgres -c 'DROP DATABASE IF EXISTS mentorgraph_reference' 2>/dev/null
	createdb mentorgraph_reference
	awk -v mode=script -f test/lib/examples.awk "$page" |
		run_psql -P pager=off -P footer=off -P null=NULL 2>&1 | sed 's/ *$//' |
		without_ends >"$output.actual" || true
	if [ "$write" = --write ]; then
		awk -v mode=write -v actual="$output.actual" -f test/lib/examples.awk "$page" >"$output.page"
		cat "$output.page" >"$page"
	fi
	awk -v mode=expected -f test/lib/examples.awk "$page" | without_ends >"$output.expected"
	examples=$(grep -c '^<<' "$output.expected" || true)
	if [ "$examples" -gt 0 ] && diff -U 5 "$output.expected" "$output.actual" >"$output.diff"; then
		echo "ok - reference: $examples examples of $page"
	else
		echo "not ok - reference: an example prints something else (- what $page says, + what it prints)"
		tail -n +3 "$output.diff" | sed 's/^/# /' | head -100
	fi
}

write=${1:-}
check_examples README.md
check_examples sql/README.md

run_psql -A -t -c 'CREATE EXTENSION IF NOT EXISTS mentorgraph' -c "LOAD '\$libdir/mentorgraph'" \
	-f test/lib/catalogue.sql 2>/dev/null | sort >"$output.catalogue"
awk -f test/lib/signatures.awk "$page" >"$output.sections"
cut -f 2 "$output.sections" | sort >"$output.signatures"
if [ -s "$output.catalogue" ] && cmp -s "$output.catalogue" "$output.signatures"; then
	echo "ok - reference: $(wc -l <"$output.signatures") signatures, all equal to the catalogues"
else
	echo "not ok - reference: $page differs from the catalogues"
	comm -23 "$output.catalogue" "$output.signatures" | sed "s|^|# not in $page: |"
	comm -13 "$output.catalogue" "$output.signatures" | sed 's/^/# not in the catalogues: /'
fi

# Which module declares what: the file of the name, and by what it declares the section of the page.
parts=$(make -s PG_CONFIG="${PG_CONFIG:-pg_config}" sql-parts | tr ' ' '\n' | sed 's,^sql/,,; s/\.sql$//' | grep -v '^start$')
sections=$(sed -n 's/^## \([a-z_]*\)$/\1/p' "$page")
for part in $parts; do
	sed -n "s/^CREATE \(FUNCTION\|AGGREGATE\) mentorgraph\.\([a-z_]*\)(.*/$part	\2/p" "sql/$part.sql"
done | sort -u >"$output.modules"
misplaced=$(sed -n 's/^\([a-z_]*\)	\(aggregate \)\{0,1\}\([a-z_]*\)(.*/\1	\3/p' "$output.sections" |
	sort -u | comm -23 - "$output.modules")
if [ "$parts" = "$sections" ] && [ -z "$misplaced" ]; then
	echo "ok - reference: $(echo "$parts" | wc -l) modules"
else
	echo "not ok - reference: the sections of $page are not the modules of the install script"
	[ "$parts" = "$sections" ] || printf '# sections: %s\n# modules:  %s\n' \
		"$(echo "$sections" | tr "\n" " ")" "$(echo "$parts" | tr "\n" " ")"
	[ -z "$misplaced" ] || echo "$misplaced" | sed 's/^/# not declared in that module: /'
fi
psql -X -q -d postgres -c 'DROP DATABASE mentorgraph_reference'
