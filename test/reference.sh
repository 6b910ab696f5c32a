#!/bin/sh
# reference.sh [--write] - whether the pages README.md, sql/README.md and those of sql/talent are complete and right:
#
#   - the signatures of sql/README.md are those of the catalogues, both ways: names, arguments, defaults, results,
#     result columns;
#   - it has a section for each module, in the order of the install script, and each function stands in its own;
#   - the examples of both, and of sql/talent/BI.md, print what the pages say they print;
#   - sql/talent/DICTIONARY.md is what the comments of the talent schema say;
#   - what the pages link to is there, and README.md is short: 250 lines of 120 columns;
#   - sql/talent/README.md has each concept once; what covers it exists, and a test asserts a fact of its number.
#
# --write puts what the examples print into them, and the comments into the dictionary; read the changes before you
# commit them. Runs against the server that PGHOST names (test/run.sh starts one), otherwise against one of its own.

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
	psql -X -q -d postgres -c 'DROP ROLE IF EXISTS bi_groups, bi_review, bi_gateway, partner_sales' 2>/dev/null
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
check_examples sql/talent/BI.md
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
parts=$(make -s PG_CONFIG="${PG_CONFIG:-pg_config}" sql-parts | tr ' ' '\n' | sed 's,^sql/,,; s/\.sql$//' |
	grep -v '^start$')
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

# The data dictionary: heading and words, each relation and column with its comment; lines broken at 120 columns. The
# first refresh that has rows makes some of the keys.
dictionary=sql/talent/DICTIONARY.md
run_psql -c 'SET client_min_messages = warning' -c "SELECT mentorgraph.create_talent_source('dictionary_source')" \
	-c "SELECT mentorgraph.create_talent_schema('dictionary', source => 'dictionary_source')" \
	-c "INSERT INTO dictionary_source.person (person_key) VALUES ('a'), ('b')" \
	-c "INSERT INTO dictionary_source.tie (from_key, to_key, kind) VALUES ('a', 'b', 'mentor')" \
	-c "CALL dictionary.refresh()" >/dev/null
{
	cat <<'END'
# Data dictionary

What each relation and column means, for those who build reports. The page is made from the comments in the database,
which `\d+ talent.bench` and most tools show too: `sh test/reference.sh --write`. What the words mean, and what must not
be concluded, is in [HOW_TO_READ.md](HOW_TO_READ.md). Keys are your own, as text; ids are never shown. NULL is unknown,
never 0. A column of type `text[]` has a view with one row per element.
END
	run_psql -A -t -f test/lib/dictionary.sql | awk '
		/^#/ || length <= 120 { print; next }
		{
			n = split($0, words, " ")
			line = words[1]
			for (i = 2; i <= n; i++)
				if (length(line " " words[i]) <= 120)
					line = line " " words[i]
				else {
					print line
					line = ($0 ~ /^- / ? "  " : "") words[i]
				}
			print line
		}'
} >"$output.dictionary"
[ "$write" != --write ] || cat "$output.dictionary" >"$dictionary"
if [ "$(grep -c '^### ' "$output.dictionary")" -gt 40 ] && diff "$dictionary" "$output.dictionary" >"$output.diff"; then
	echo "ok - reference: $(grep -c '^### ' "$dictionary") relations of the dictionary"
else
	echo "not ok - reference: $dictionary is not what the comments say (< page, > comments): run reference.sh --write"
	sed 's/^/# /' "$output.diff" | head -40
fi

# What a person can be found to be: each finding is explained to those who read it.
run_psql -A -t -c "SELECT col_description(attrelid, attnum) FROM pg_attribute
	WHERE attrelid = 'dictionary.person_finding'::regclass AND attname = 'finding'" | tr -d . |
	sed 's/ or /, /' | tr -d ' ' | tr ',' '\n' | sort >"$output.findings"
# shellcheck disable=SC2016
sed -n 's/^| `\([a-z_]*\)` |.*/\1/p' sql/talent/HOW_TO_READ.md | sort | comm -3 "$output.findings" - >"$output.diff"
if [ "$(wc -l <"$output.findings")" -gt 10 ] && [ ! -s "$output.diff" ]; then
	echo "ok - reference: $(wc -l <"$output.findings") findings, each explained"
else
	echo "not ok - reference: sql/talent/HOW_TO_READ.md does not explain the findings of person_finding"
	sed 's/^/# /' "$output.diff"
fi

# The concepts: numbers without a gap; a fact of each but those with none in expected/; and what is named exists.
page=sql/talent/README.md
sed -n 's/^| \([0-9][0-9]*\) | .* | \(.*\) |$/\1	\2/p' "$page" >"$output.concepts"
cut -f 1 "$output.concepts" | awk '$1 != NR { print "concept " $1 " stands in line " NR }' >"$output.problems"
grep -v '	none: ' "$output.concepts" | cut -f 1 | sort >"$output.wanted"
sed -n 's/^\(.*\[[0-9][0-9 ]*\]\) *| *\([tf]*\) *$/\2	\1/p' expected/*.out | sort >"$output.facts"
uniq -d "$output.facts" | sed 's/^/twice: /' >>"$output.problems"
grep -v '^t	' "$output.facts" | sed 's/^/does not hold: /' >>"$output.problems" || true
sed 's/.*\[\(.*\)\]/\1/' "$output.facts" | tr ' ' '\n' | sort -u >"$output.asserted"
comm -23 "$output.wanted" "$output.asserted" | sed 's/^/no fact of concept /' >>"$output.problems"
comm -13 "$output.wanted" "$output.asserted" | sed 's/^/a fact of no concept: /' >>"$output.problems"
# shellcheck disable=SC2016
cut -f 2 "$output.concepts" | grep -o '`[^`]*`' | tr -d '`,()' | grep -v '[*]' |
	awk '{ print $1; for (i = 2; i <= NF; i++) print $1 "." $i }' | sort -u >"$output.named"
run_psql -A -t -c "WITH r AS (SELECT * FROM pg_class WHERE relnamespace::regnamespace::text LIKE 'dictionary%')
	SELECT relname FROM r UNION SELECT relname || '.' || attname FROM r JOIN pg_attribute ON attrelid = r.oid
	UNION SELECT name FROM dictionary.setting UNION SELECT proname FROM pg_proc
	WHERE pronamespace IN ('dictionary'::regnamespace, 'mentorgraph'::regnamespace)" | sort -u >"$output.known"
comm -23 "$output.named" "$output.known" | sed 's/^/nothing is called /' >>"$output.problems"
if [ "$(wc -l <"$output.wanted")" -ge 77 ] && [ ! -s "$output.problems" ]; then
	echo "ok - reference: $(wc -l <"$output.wanted") concepts, each with a fact"
else
	echo "not ok - reference: the concepts of $page"
	sed 's/^/# /' "$output.problems"
fi
# The pages: what they link to is there, headings too; README.md can be read in one sitting.
pages=$(find README.md CHANGELOG.md sql src -name '*.md' | sort)
for page in $pages; do
	folder=$(dirname "$page")
	grep -o '](\([^)]*\))' "$page" | sed 's/^](//; s/)$//' | grep -v '^https\{0,1\}:' | while read -r link; do
		file=${link%%#*}
		file=${file:+$folder/$file}
		[ -e "${file:-$page}" ] || echo "$page: there is no $link"
		case $link in
		*'#'*)
			sed -n 's/^##* //p' "${file:-$page}" 2>/dev/null | tr '[:upper:] ' '[:lower:]-' | tr -cd 'a-z0-9_\n-' |
				awk '{ print $0 (seen[$0]++ ? "-" seen[$0] - 1 : "") }' | grep -qxF -- "${link#*#}" ||
					echo "$page: there is no heading $link"
			;;
		esac
	done
done >"$output.links"
[ "$(wc -l <README.md)" -le 250 ] || echo 'README.md has more than 250 lines' >>"$output.links"
LC_ALL=C.UTF-8 grep -nE '^.{121}' README.md |
	sed 's/:.*//; s/^/README.md: longer than 120 columns: line /' >>"$output.links"
if [ "$(echo "$pages" | wc -l)" -ge 10 ] && [ ! -s "$output.links" ]; then
	echo "ok - reference: links of $(echo "$pages" | wc -l) pages"
else
	echo "not ok - reference: links, or the length of README.md"
	sed 's/^/# /' "$output.links"
fi
psql -X -q -d postgres -c 'DROP DATABASE mentorgraph_reference'
